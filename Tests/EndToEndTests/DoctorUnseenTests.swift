import Testing

/// A proxy that somebody has set, and that no program sees.
@Suite struct DoctorUnseenTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var url: String { "http://127.0.0.1:\(stage.world.http)" }

    init() throws {
        stage = try DoctorStage()
        try stage.configure(rule: false)
    }

    @Test(arguments: RealShell.allCases)
    func `a variable that is not exported is named, with the line that exports it`(
        _ shell: RealShell
    ) throws {
        let isFish = shell == .fish
        let line = isFish ? "set -g https_proxy \(url)" : "https_proxy=\(url)"
        let outcome = try sandbox.run(
            "\(shell.loadingHook)\n\(line)\nproxyenv doctor codex\n", in: shell)
        #expect(outcome.status == 1)
        #expect(
            outcome.text.contains(
                "https_proxy is set in this shell and not exported: codex does not see it"),
            "\(outcome.text)")
        let fix = isFish ? "set -gx https_proxy $https_proxy" : "export https_proxy"
        #expect(outcome.text.contains("fix: \(fix)\n"), "\(outcome.text)")
    }

    @Test(arguments: RealShell.allCases)
    func `a variable that is exported is no finding`(_ shell: RealShell) throws {
        let line = shell == .fish ? "set -gx https_proxy \(url)" : "export https_proxy=\(url)"
        let outcome = try sandbox.run(
            "\(shell.loadingHook)\n\(line)\nproxyenv doctor codex --json\n", in: shell)
        #expect(outcome.text.contains("\"cause\""))
        #expect(!outcome.text.contains("env.unexported"), "\(outcome.text)")
    }

    @Test func `in PowerShell a variable of its own, and what cmd's set makes there, are named`()
        throws
    {
        let outcome = try sandbox.powerShell(
            """
            $HTTPS_PROXY = '\(url)'
            proxyenv doctor codex
            Remove-Variable HTTPS_PROXY
            set HTTP_PROXY=\(url)
            proxyenv doctor codex
            $env:HTTPS_PROXY = '\(url)'
            $env:https_proxy = '\(url)'
            proxyenv doctor codex --json
            """)
        let answers = outcome.text.split(separator: "codex does not get through")
        try #require(answers.count >= 3, "\(outcome.text)\(outcome.errorText)")
        #expect(answers[0].contains("HTTPS_PROXY is set in this shell and not exported"))
        #expect(answers[1].contains("fix: $env:HTTPS_PROXY = $HTTPS_PROXY\n"))
        #expect(answers[1].contains("`set HTTP_PROXY=…` is cmd's: in powershell it sets no"))
        #expect(answers[2].contains("fix: $env:HTTP_PROXY = '\(url)'\n"))
        #expect(outcome.text.contains("\"cause\""))
        #expect(!outcome.text.contains("\"env.unexported\""))
    }

    @Test func `in Nushell a variable of its own is named`() throws {
        let nushell = try Nushell(sandbox)
        let outcome = try nushell.run(
            "let https_proxy = '\(url)'; try { proxyenv doctor codex }; $env.https_proxy = $https_proxy; try { proxyenv doctor codex --json }"
        )
        let parts = outcome.text.split(separator: "codex does not get through")
        try #require(parts.count >= 2, "\(outcome.text)\(outcome.errorText)")
        #expect(parts[0].contains("https_proxy is set in this shell and not exported"))
        #expect(parts[1].contains("fix: $env.https_proxy = $https_proxy\n"))
        #expect(outcome.text.contains("\"cause\""))
        #expect(!outcome.text.contains("\"env.unexported\""))
    }

    /// What people have set in place of a proxy: `NAME=VALUE`, in which PORT is the proxy's, and what `doctor` says of it.
    private static let setUps: [(String, String)] = [
        ("HTTPS_PORXY=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTPSPROXY=http://127.0.0.1:PORT", "env.misspelt"),
        ("https-proxy=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTP_PROXYS=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTPS_PROXY_URL=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTP_PROXY_URL=http://127.0.0.1:PORT", "env.misspelt"),
        ("PROXY=http://127.0.0.1:PORT", "env.misspelt"),
        ("proxy=127.0.0.1:PORT", "env.misspelt"),
        ("HTTP_PORXY=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTPPS_PROXY=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTPS_PROXI=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTPS_PRXOY=http://127.0.0.1:PORT", "env.misspelt"),
        ("https_proxy_url=127.0.0.1:PORT", "env.misspelt"),
        ("HTTP-PROXY=http://127.0.0.1:PORT", "env.misspelt"),
        ("ALLPROXY=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTPS_PROXY =http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTPS_PROXY = http://127.0.0.1:PORT", "env.misspelt"),
        (" HTTPS_PROXY=http://127.0.0.1:PORT", "env.misspelt"),
        ("HTTPS_PROXY=http：//127.0.0.1：PORT", "env.letters"),
        ("HTTPS_PROXY=http:／／127.0.0.1:PORT", "env.letters"),
        ("https_proxy=ｈｔｔｐ://127.0.0.1:PORT", "env.letters"),
        ("HTTPS_PROXY=“http://127.0.0.1:PORT”", "env.quotes"),
        ("HTTPS_PROXY=‘http://127.0.0.1:PORT’", "env.quotes"),
        ("HTTPS_PROXY=\"http://127.0.0.1:PORT\"", "env.quotes"),
        ("HTTPS_PROXY='http://127.0.0.1:PORT'", "env.quotes"),
        ("HTTPS_PROXY=http://127.0.0.1:PORT ", "env.blank"),
        ("HTTPS_PROXY= http://127.0.0.1:PORT", "env.blank"),
        ("HTTPS_PROXY=http://127.0.0.1:PORT\r", "env.blank"),
        ("HTTPS_PROXY=http//127.0.0.1:PORT", "env.scheme"),
        ("HTTPS_PROXY=http:/127.0.0.1:PORT", "env.scheme"),
        ("HTTPS_PROXY=PORT", "env.scheme"),
        ("HTTPS_PROXY=:PORT", "env.scheme"),
        ("HTTPS_PROXY=$HTTP_PROXY", "env.unexpanded"),
        ("HTTPS_PROXY=${http_proxy}", "env.unexpanded"),
        ("HTTPS_PROXY=%HTTP_PROXY%", "env.unexpanded"),
        ("HTTPS_PROXY=$env:HTTP_PROXY", "env.unexpanded"),
    ]

    @Test(arguments: setUps)
    func `what was set and is no proxy is the cause, and the fix is what was meant`(
        _ entry: String, _ id: String
    ) throws {
        let parts = entry.replacing("PORT", with: "\(stage.world.http)").split(
            separator: "=", maxSplits: 1)
        let answer = try stage.doctor(["codex"], [String(parts[0]): String(parts[1])])
        #expect(answer.cause == id, "\(answer.text)")
        #expect(
            answer.text.contains("proxyenv use \(url)") || id == "env.unexpanded",
            "\(answer.text)")
    }

    @Test(arguments: [
        "GOPROXY=https://goproxy.io", "KUBE_PROXY=http://127.0.0.1:PORT",
        "MY_PROXY_HOST=127.0.0.1:PORT", "PROXY_PORT=PORT", "HTTPS_PROXY_PASS=x",
        "PROXY=on", "RTMP_PROXY=http://127.0.0.1:PORT",
    ])
    func `a variable of another program is no finding`(_ entry: String) throws {
        let parts = entry.replacing("PORT", with: "\(stage.world.http)").split(separator: "=")
        let answer = try stage.doctor(
            ["codex"],
            stage.exported(url, [String(parts[0]): String(parts[1])]))
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(!answer.text.contains("env.misspelt"), "\(answer.text)")
        let alone = try stage.doctor(["codex"], [String(parts[0]): String(parts[1])])
        #expect(!alone.ids.contains("env.misspelt"), "\(alone.text)")
    }

    @Test func `use takes full-width letters as meant, and says so`() throws {
        let outcome = try sandbox.proxyenv("use", "http：//127.0.0.1：7890", "--shell", "sh")
        #expect(outcome.text.contains("export HTTPS_PROXY='http://127.0.0.1:7890';"))
        #expect(
            outcome.errorText
                == "proxyenv: full-width characters are taken as `http://127.0.0.1:7890`\n")
    }

    @Test func `add takes full-width letters as meant, and says so`() throws {
        let outcome = try sandbox.proxyenv("add", "home", "127.0.0.1：7890")
        #expect(
            outcome.errorText
                == "proxyenv: full-width characters are taken as `http://127.0.0.1:7890`\n")
        #expect(sandbox.text(of: ".config/proxyenv/config.toml").contains("http://127.0.0.1:7890"))
    }
}
