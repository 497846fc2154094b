import Testing

/// What lets Node read proxy variables, which a SOCKS proxy turns into the end of every program in Node 24.
@Suite struct NodeSwitchCommandTests {
    private static let file = """
        [profiles.s]
        url = "socks5h://127.0.0.1:11"
        [profiles.h]
        url = "http://127.0.0.1:12"
        [profiles.own]
        url = "socks5h://127.0.0.1:11"
        env = { NODE_USE_ENV_PROXY = "1" }
        [commands]
        node = { profile = "s", env = { NODE_USE_ENV_PROXY = "1" } }

        """
    private static let told = ["NODE_USE_ENV_PROXY": "1", "NODE_OPTIONS": "--use-env-proxy"]

    /// The environment of `shell`, in which the user has told Node, after `commands` of proxyenv.
    private func environment(_ commands: [String], in shell: RealShell) throws -> Outcome {
        try Sandbox(Self.file).run(
            (commands.map { shell.evaluating($0) } + ["env -0"]).joined(separator: "\n"),
            in: shell, with: Self.told)
    }

    @Test(arguments: RealShell.allCases)
    func `use takes the user's own setting away for a SOCKS profile`(_ shell: RealShell) throws {
        let used = try environment(["use s"], in: shell)
        #expect(used.variables.text("https_proxy") == "socks5h://127.0.0.1:11")
        #expect(used.variables["NODE_USE_ENV_PROXY"] == nil)
        #expect(used.variables["NODE_OPTIONS"] == nil)
    }

    @Test(arguments: RealShell.allCases, ["use h", "off"])
    func `the use of an HTTP profile, and off, put the user's own setting back`(
        _ shell: RealShell, _ command: String
    ) throws {
        let after = try environment(["use s", command], in: shell)
        #expect(after.variables.text("NODE_USE_ENV_PROXY") == "1")
        #expect(after.variables.text("NODE_OPTIONS") == "--use-env-proxy")
        #expect(command == "use h" || after.errorText.isEmpty)
    }

    @Test(arguments: [
        ["exec", "s", "--", "env", "-0"], ["run", "--profile", "s", "--", "env", "-0"],
        ["exec", "own", "--", "env", "-0"],
    ]) func `a command started with a SOCKS profile lets Node read nothing`(
        _ words: [String]
    ) throws {
        let sandbox = try Sandbox(Self.file)
        let outcome = try sandbox.run(
            "proxyenv \(words.joined(separator: " "))", in: .bash, with: Self.told)
        #expect(outcome.variables.text("https_proxy") == "socks5h://127.0.0.1:11")
        #expect(outcome.variables["NODE_USE_ENV_PROXY"] == nil)
        #expect(outcome.variables["NODE_OPTIONS"] == nil)
        #expect(outcome.errorText.contains("`env` is left out") == words.contains("own"))
    }

    @Test(arguments: ["claude", "gemini"])
    func `a program in Node that can't speak SOCKS is not started`(
        _ name: String
    ) throws {
        let sandbox = try Sandbox(Self.file + "\(name) = \"s\"\n")
        try sandbox.install(name, "#!/bin/sh\nenv -0\n")
        for line in ["proxyenv run -- \(name)", "eval \"$(proxyenv hook bash)\"; \(name)"] {
            let outcome = try sandbox.run(line, in: .bash, with: Self.told)
            #expect(outcome.status == 125, "\(line)")
            #expect(outcome.output.isEmpty, "\(line)")
            #expect(outcome.errorText.contains("SOCKS") || outcome.errorText.contains("socks"))
        }
    }

    @Test(arguments: ["claude", "gemini"])
    func `no script is made for a program in Node that can't speak SOCKS`(_ name: String) throws {
        let sandbox = try Sandbox(Self.file + "\(name) = \"s\"\n")
        try sandbox.install(name, "#!/bin/sh\nenv -0\n")
        let script = try sandbox.run("proxyenv script \(name) --profile s -o -", in: .bash)
        #expect(script.status == 1)
    }

    @Test(arguments: ["node", "npm", "pi"])
    func `a program in Node gets nothing that ends it, by its rule or a wrapper`(
        _ name: String
    ) throws {
        let sandbox = try Sandbox(Self.file + "\(name == "node" ? "" : "\(name) = \"s\"\n")")
        try sandbox.install(name, "#!/bin/sh\nenv -0\n")
        for line in ["proxyenv run -- \(name)", "eval \"$(proxyenv hook bash)\"; \(name)"] {
            let outcome = try sandbox.run(line, in: .bash, with: Self.told)
            #expect(outcome.status == 0, "\(line): \(outcome.errorText)")
            #expect(outcome.variables["HOME"] != nil, "\(line)")
            #expect(outcome.variables["NODE_USE_ENV_PROXY"] == nil, "\(line)")
            #expect(outcome.variables["NODE_OPTIONS"] == nil, "\(line)")
        }
    }

    @Test(arguments: ["node", "npm", "pi"])
    func `a program in Node gets nothing that ends it by a script`(_ name: String) throws {
        let sandbox = try Sandbox(Self.file + "\(name == "node" ? "" : "\(name) = \"s\"\n")")
        try sandbox.install(name, "#!/bin/sh\nenv -0\n")
        let script = try sandbox.run(
            "proxyenv script \(name) --profile s -o $HOME/start && $HOME/start", in: .bash,
            with: Self.told)
        #expect(script.status == 0, "\(script.errorText)")
        #expect(script.variables["HOME"] != nil)
        #expect(script.variables["NODE_USE_ENV_PROXY"] == nil)
    }

    @Test func `each form unsets it, as it does other variables`() throws {
        let sandbox = try Sandbox(Self.file)
        for (format, line) in [
            ("json", "\"NODE_USE_ENV_PROXY\": null"), ("bash", "unset -v NODE_USE_ENV_PROXY;"),
            ("fish", "set -eg NODE_USE_ENV_PROXY;"), ("bat", "set \"NODE_USE_ENV_PROXY=\""),
        ] {
            let outcome = try sandbox.run(
                "proxyenv env s --format \(format)", in: .bash, with: Self.told)
            #expect(outcome.text.contains(line), "\(outcome.text)")
            let http = try sandbox.run("proxyenv env h --format \(format)", in: .bash)
            #expect(!http.text.contains(line), "\(http.text)")
        }
    }

    @Test func `doctor names a shell in which Node ends at its start`() throws {
        let sandbox = try Sandbox()
        let variables = [
            "NODE_USE_ENV_PROXY": "1", "https_proxy": "socks5h://u:secret@127.0.0.1:1",
            "HTTPS_PROXY": "socks5h://u:secret@127.0.0.1:1",
        ]
        for (version, severity) in [
            ("v24.9.0", "problem"), ("v26.1.0", "problem"), ("v20.20.2", nil), ("none", "warning"),
        ] {
            try sandbox.install("node", "#!/bin/sh\necho \(version)\n")
            try sandbox.install("gemini", "#!/bin/sh\necho 0.61.0\n")
            for command in ["", "gemini", "node"] where version != "none" || command != "node" {
                let outcome = try sandbox.run(
                    "proxyenv doctor \(command) --timeout 1", in: .bash, with: variables)
                let found = outcome.text.contains(severity.map { "\($0)  env.node" } ?? "env.node")
                #expect(found == (severity != nil), "\(command) \(version): \(outcome.text)")
                if severity == nil { continue }
                #expect(outcome.text.contains("unset NODE_USE_ENV_PROXY"))
                #expect(!outcome.text.contains("secret"))
            }
        }
    }

    @Test func `doctor proposes nothing that ends Node`() throws {
        let sandbox = try Sandbox(Self.file)
        try sandbox.install("node", "#!/bin/sh\necho v24.9.0\n")
        let outcome = try sandbox.run("proxyenv doctor node --profile s --timeout 1", in: .bash)
        #expect(outcome.text.contains("tool.switch"), "\(outcome.text)")
        #expect(!outcome.text.contains("export NODE_USE_ENV_PROXY"))
        #expect(outcome.text.contains("with an http:// URL"))
    }
}
