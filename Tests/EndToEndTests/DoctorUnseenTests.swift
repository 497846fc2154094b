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

    @Test(arguments: ["HTTPS_PORXY", "https-proxy", "HTTPS_PROXY_URL", "HTTPS_PROXY "])
    func `a name that nothing reads is the cause, and the fix is what was meant`(
        _ name: String
    ) throws {
        let answer = try stage.doctor(["codex"], [name: url])
        #expect(answer.cause == "env.misspelt", "\(answer.text)")
        #expect(answer.text.contains("\"proxyenv use clash\"") || answer.text.contains(url))
    }

    @Test(arguments: [
        ("http：//127.0.0.1：PORT", "env.letters"), ("“http://127.0.0.1:PORT”", "env.quotes"),
        ("$HTTP_PROXY", "env.unexpanded"),
    ])
    func `a value in the wrong letters is the cause`(_ value: String, _ id: String) throws {
        let value = value.replacing("PORT", with: "\(stage.world.http)")
        let answer = try stage.doctor(["codex"], ["HTTPS_PROXY": value, "https_proxy": value])
        #expect(answer.cause == id, "\(answer.text)")
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
