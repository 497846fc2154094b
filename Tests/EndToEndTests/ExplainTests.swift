import Testing

/// `explain` with the files of other tools, each where that tool looks for it.
@Suite struct ExplainTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        for folder in [
            ".pip", ".cargo", ".codex", ".claude", ".gradle", ".m2", ".config", ".config/uv",
            ".config/pnpm",
        ] {
            Files.makeFolder("\(sandbox.home)/\(folder)")
        }
    }

    @Test func `both are said where a typed command goes another way than the plain program`()
        throws
    {
        try sandbox.write(
            "[profiles.clash]\nurl = 'http://127.0.0.1:7890'\n[commands]\ncodex = 'clash'\ncurl = 'http://h:1'\n",
            to: ".config/proxyenv/config.toml")
        let bare = try sandbox.proxyenv("explain", "codex", "https://api.openai.com")
        let parts = bare.text.split(separator: "as a plain program (scripts, IDEs):\n")
        try #require(parts.count == 2, "\(bare.text)")
        #expect(
            parts[0].contains("typed, if the shell has its wrapper (profile clash):\n"),
            "\(bare.text)")
        #expect(parts[0].contains("http://127.0.0.1:7890"))
        #expect(!parts[0].contains("direct"))
        #expect(parts[1].contains("direct"))
    }

    @Test func `one is said where both go the same way`() throws {
        try sandbox.write(
            "[commands]\ncurl = 'http://h:1'\n", to: ".config/proxyenv/config.toml")
        let same = try explain("curl", "https://x.com")
        #expect(!same.text.contains("typed"), "\(same.text)")
        #expect(same.text.hasPrefix("curl  (source of its rules: curl 7"), "\(same.text)")
    }

    private func explain(_ words: String..., with changes: [String: String?] = [:]) throws
        -> Outcome
    {
        try Runner(
            arguments: ([sandbox.program, "explain"] + words).map { Array($0.utf8) },
            environment: sandbox.entries(
                ["https_proxy": "http://h:1", "HTTPS_PROXY": "http://h:1"].merging(changes) { $1 })
        ).run()
    }

    @Test(
        arguments: [
            ("curl", ".curlrc", "# mine\nproxy = \"http://f:2\"\n", 2, "proxy"),
            ("curl", ".curlrc", "-x http://f:2\n", 1, "proxy"),
            ("wget", ".wgetrc", "https-proxy = http://f:2\n", 1, "https_proxy"),
            ("npm", ".npmrc", "; mine\n\nhttps-proxy=http://f:2\n", 3, "https-proxy"),
            ("npm", ".npmrc", "proxy=http://f:2\n", 1, "proxy"),
            (
                "pip", ".pip/pip.conf", "[list]\nproxy = x\n[global]\nproxy = http://f:2\n", 4,
                "proxy"
            ),
            ("cargo", ".cargo/config.toml", "[http]\nproxy = \"http://f:2\"\n", 2, "http.proxy"),
            (
                "git", ".gitconfig", "[user]\n\tname = x\n[http]\n\tproxy = http://f:2\n", 4,
                "http.proxy"
            ),
            ("cargo", ".gitconfig", "[http]\n\tproxy = http://f:2\n", 2, "http.proxy"),
            (
                "git", ".gitconfig", "[http \"https://x.com\"]\n\tproxy = http://f:2\n", 2,
                "http.https://x.com.proxy"
            ),
            ("yarn", ".yarnrc.yml", "a: b\nhttpsProxy: \"http://f:2\"\n", 2, "httpsProxy"),
            ("yarn-classic", ".yarnrc", "https-proxy \"http://f:2\"\n", 1, "https-proxy"),
            ("yarn-classic", ".npmrc", "proxy=http://f:2\n", 1, "proxy"),
            ("pnpm", ".config/pnpm/config.yaml", "httpsProxy: http://f:2\n", 1, "httpsProxy"),
            ("uv", ".config/uv/uv.toml", "\nhttps-proxy = 'http://f:2'\n", 2, "https-proxy"),
            (
                "gradle", ".gradle/gradle.properties",
                "systemProp.https.proxyHost=f\nsystemProp.https.proxyPort=2\n", 1,
                "systemProp.https.proxyHost"
            ),
            (
                "mvn", ".m2/settings.xml",
                "<settings><proxies>\n<proxy><host>f</host><port>2</port></proxy></proxies></settings>",
                2, "proxies.proxy"
            ),
            ("codex", ".codex/.env", "export HTTPS_PROXY=\"http://f:2\"\r\n", 1, "HTTPS_PROXY"),
            (
                "claude", ".claude/settings.json",
                "{\"model\": \"x\", \"env\": {\n \"https_proxy\": \"http:\\/\\/f:2\"}}\n", 2,
                "env.https_proxy"
            ),
        ])
    func `a file of the tool's own beats the variables, and is named with its line`(
        _ tool: String, _ file: String, _ text: String, _ line: Int, _ key: String
    ) throws {
        if tool == "git" || file == ".gitconfig" { _ = try Binary.require("git") }
        try sandbox.write(text, to: file)
        let outcome = try explain(tool, "https://x.com")
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("http://f:2\n"), "\(outcome.text)")
        #expect(outcome.text.contains("decided by ~/\(file):\(line) (\(key))\n"), "\(outcome.text)")
    }

    @Test(
        arguments: [
            ("yarn", "/.yarnrc.yml", "httpsProxy: http://f:2\n", "/p/a"),
            ("yarn-classic", "/p/.yarnrc", "proxy \"http://f:2\"\n", "/p/a"),
            ("pnpm", "/p/pnpm-workspace.yaml", "httpsProxy: http://f:2\n", "/p/a"),
            ("uv", "/p/pyproject.toml", "[tool.uv]\nhttps-proxy = \"http://f:2\"\n", "/p/a"),
            ("uv", "/p/uv.toml", "https-proxy = \"http://f:2\"\n", "/p"),
            (
                "gradle", "/p/gradle.properties",
                "systemProp.https.proxyHost=f\nsystemProp.https.proxyPort=2\n", "/p/a"
            ),
        ])
    func `the files of a project are found from a folder in it`(
        _ tool: String, _ file: String, _ text: String, _ folder: String
    ) throws {
        for folder in ["p", "p/a"] { Files.makeFolder("\(sandbox.home)/\(folder)") }
        try sandbox.write(text, to: String(file.dropFirst()))
        // A project further out has no say.
        try sandbox.write("[tool.uv]\nhttps-proxy = \"http://no:1\"\n", to: "pyproject.toml")
        let outcome = try Runner(
            arguments: [
                "/bin/sh", "-c", "cd \"$1\" && exec \"$2\" explain \"$3\" https://x.com", "sh",
                sandbox.home + folder, sandbox.program, tool,
            ].map { Array($0.utf8) }, environment: sandbox.entries([:])
        ).run()
        #expect(outcome.text.contains("http://f:2\n"), "\(outcome.text)")
        #expect(outcome.text.contains("decided by ~\(file):"), "\(outcome.text)")
    }

    @Test func `a variable names another file`() throws {
        try sandbox.write("https-proxy = \"http://f:2\"\n", to: "mine.toml")
        let own = ["UV_CONFIG_FILE": sandbox.home + "/mine.toml"]
        #expect(try explain("uv", "https://x.com", with: own).text.contains("~/mine.toml:1"))
    }

    @Test func `a variable says that no file is read`() throws {
        try sandbox.write("https-proxy = \"http://f:2\"\n", to: ".config/uv/uv.toml")
        let none = try explain("uv", "https://x.com", with: ["UV_NO_CONFIG": "1"])
        #expect(none.text.contains("decided by HTTPS_PROXY\n"))
    }

    @Test func `variables stand in npm's file`() throws {
        try sandbox.write("https-proxy=http://f:${PORT}\n", to: ".npmrc")
        let npm = try explain("npm", "https://x.com", with: ["PORT": "23"])
        #expect(npm.text.contains("http://f:23\n    decided by ~/.npmrc:1"), "\(npm.text)")
    }

    @Test func `variables stand in yarn's file, with what is taken without them`() throws {
        try sandbox.write("httpsProxy: \"${PROXY:-http://f:9}\"\n", to: ".yarnrc.yml")
        #expect(try explain("yarn", "https://x.com").text.contains("http://f:9\n"))
    }

    @Test func `npm's global file is beside the node that is found first`() throws {
        try sandbox.install("node", "#!/bin/sh\n")
        Files.makeFolder(sandbox.home + "/etc", mode: 0o700)
        try sandbox.write("https-proxy=http://g:1\n", to: "etc/npmrc")
        let global = try sandbox.proxyenv("explain", "npm", "https://a.example")
        #expect(global.text.contains("http://g:1\n    decided by ~/etc/npmrc:1"), "\(global.text)")
    }

    @Test func `conda's file counts where no variable does`() throws {
        try sandbox.write("proxy_servers:\n  https: http://u:hush@f:2\n", to: ".condarc")
        let none = try explain(
            "conda", "https://x.com", with: ["https_proxy": nil, "HTTPS_PROXY": nil])
        #expect(none.text.contains("http://u:***@f:2\n"), "\(none.text)")
        #expect(none.text.contains("~/.condarc:2 (proxy_servers.https)"))
    }

    @Test func `conda's file is overruled by a variable`() throws {
        try sandbox.write("proxy_servers:\n  https: http://u:hush@f:2\n", to: ".condarc")
        let both = try explain("conda", "https://x.com")
        #expect(both.text.contains("decided by https_proxy\n    overruled: ~/.condarc:2"))
    }

    @Test func `an empty proxy in git's file is none at all`() throws {
        _ = try Binary.require("git")
        try sandbox.write("[http]\n\tproxy =\n", to: ".gitconfig")
        let outcome = try explain("git", "https://x.com")
        #expect(
            outcome.text.contains("  direct\n    decided by ~/.gitconfig:2 (http.proxy)\n"),
            "\(outcome.text)")
    }

    @Test func `a file that is broken is passed over`() throws {
        try sandbox.write("{\"env\": {", to: ".claude/settings.json")
        #expect(try explain("claude", "https://x.com").text.contains("decided by https_proxy"))
    }

    @Test func `a file that is too long is passed over with a word`() throws {
        try sandbox.write([UInt8](repeating: 0x20, count: 2 << 20), to: ".npmrc")
        let long = try explain("npm", "https://x.com")
        #expect(long.errorText == "proxyenv: ~/.npmrc is longer than 1 MB and was passed over\n")
    }

    @Test(arguments: ["curl", "wget"])
    func `a pipe or a folder is passed over with a word, and nothing waits`(_ tool: String) throws {
        Files.makePipe("\(sandbox.home)/.curlrc")
        Files.makeFolder("\(sandbox.home)/.wgetrc", mode: 0o700)
        let outcome = try explain(tool, "https://x.com")
        #expect(outcome.status == 0)
        #expect(outcome.errorText == "proxyenv: ~/.\(tool)rc is not a file and was skipped\n")
    }

    @Test func `what programs are started to tell is not given a password`() throws {
        let strace = try Binary.require("strace")
        _ = try Binary.require("git")
        let trace = sandbox.home + "/trace"
        let outcome = try Runner(
            arguments: [
                strace, "-f", "-qq", "-s", "4096", "-e", "trace=execve", "-o", trace,
                sandbox.program,
                "explain", "git", "https://u:hush-1@x.com/a",
            ].map { Array($0.utf8) }, environment: sandbox.entries()
        ).run()
        #expect(outcome.status == 0)
        let calls = String(decoding: sandbox.read("trace") ?? [], as: UTF8.self)
            .split(separator: "\n").filter { $0.contains("\"config\"") }
        #expect(!calls.isEmpty && !calls.contains { $0.contains("hush-1") })
        #expect(!outcome.text.contains("hush-1"))
    }

    @Test(
        arguments: [
            (["nothing-like-it", "https://x.com"], 1, "The tools are"),
            (["codx", "https://x.com"], 1, "Did you mean `codex`?"),
            (["curl"], 2, "takes a tool and a URL"),
            (["curl", "ftp://x.com"], 2, "is not an http or https URL"),
            (["--all-tools", "curl", "https://x.com"], 2, "takes a URL"),
            (["curl", "https://x.com:99999"], 2, "is not an http or https URL"),
            (["curl", "http://"], 2, "is not an http or https URL"),
        ])
    func `what can't be explained is said`(_ words: [String], _ status: Int32, _ message: String)
        throws
    {
        let outcome = try Runner(
            arguments: ([sandbox.program, "explain"] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == status)
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
    }

    @Test func `a profile, and all tools at once`() throws {
        let outcome = try explain("--all-tools", "https://x.com", "--profile", "clash", "--json")
        #expect(outcome.status == 0)
        let ways = outcome.lines.filter { $0.contains("\"via\"") }
        #expect(ways.count > 40)
        #expect(ways.contains { $0.contains("\"http://127.0.0.1:7890\"") })
        #expect(!ways.contains { $0.contains("h:1") })
    }
}
