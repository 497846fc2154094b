import Testing

/// What a known tool gets when it is started with a profile, and what is said then.
@Suite struct ToolVariablesTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            default = "clash"
            [profiles.clash]
            url = "http://127.0.0.1:7890"
            [profiles.socks]
            url = "socks5h://127.0.0.1:7891"
            [profiles.office]
            url = "http://bob@127.0.0.1:7892"
            password-env = "PW"
            [profiles.own]
            url = "http://127.0.0.1:7890"
            env = { CARGO_HTTP_PROXY = "mine" }
            [commands]
            npm = "clash"

            """)
        for tool in ["npm", "pip", "cargo", "git", "java", "mvn", "claude", "codex", "curl"] {
            try sandbox.install(tool, "#!/bin/sh\nexec env -0\n")
        }
        for folder in [".codex", ".codex/app-server-daemon", ".config/pip"] {
            Files.makeFolder("\(sandbox.home)/\(folder)")
        }
    }

    @Test(arguments: [["exec", "clash", "npm"], ["run", "npm"], ["wrapped", "npm"]])
    func `exec, run and a wrapper give npm its own variables`(_ words: [String]) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.variables.text("npm_config_https_proxy") == "http://127.0.0.1:7890")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `a shim gives npm its own variables`() throws {
        _ = try sandbox.proxyenv("shim", "add", "npm")
        let shim = sandbox.home + "/.local/share/proxyenv/shims/npm"
        let outcome = try Runner(arguments: [Array(shim.utf8)], environment: sandbox.entries())
            .run()
        #expect(outcome.variables.text("npm_config_proxy") == "http://127.0.0.1:7890")
    }

    @Test func `another program does not get npm's variables`() throws {
        let other = try sandbox.proxyenv("exec", "clash", "env", "-0")
        #expect(other.variables["npm_config_proxy"] == nil)
    }

    @Test func `env --for and script give the same as run`() throws {
        for tool in ["npm", "cargo", "git", "java"] {
            let ran = try sandbox.proxyenv("exec", "clash", tool).variables
            let printed = try sandbox.proxyenv("env", "clash", "--for", tool, "--format", "dotenv")
            let script = try sandbox.proxyenv("script", tool, "--profile", "clash", "-o", "-")
            try sandbox.write(Array(script.output), to: "script", mode: 0o755)
            let scripted = try Runner(
                arguments: ["/bin/sh", sandbox.home + "/script"].map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run().variables
            #expect(ran.stable == scripted.stable, "\(tool)")
            for name in [
                "npm_config_proxy", "CARGO_HTTP_PROXY", "GIT_CONFIG_VALUE_0", "JAVA_TOOL_OPTIONS",
            ] {
                if let value = ran.text(name) {
                    #expect(printed.text.contains("\(name)="), "\(tool)")
                    #expect(printed.text.contains(value), "\(tool)")
                }
            }
        }
    }

    @Test func `env --for a program that is not known says so`() throws {
        let unknown = try sandbox.proxyenv("env", "clash", "--for", "frob", "--format", "json")
        #expect(unknown.status == 0)
        #expect(unknown.errorText.contains("nothing is known of `frob`"))
    }

    @Test func `pip gets no variable of its own where its file names no proxy`() throws {
        let plain = try sandbox.proxyenv("exec", "clash", "pip")
        #expect(plain.variables["PIP_PROXY"] == nil)
    }

    @Test func `pip gets its own variable where its file names a proxy`() throws {
        try sandbox.write(
            "[global]\nproxy = http://127.0.0.1:1\n", to: ".config/pip/pip.conf")
        let outcome = try sandbox.proxyenv("exec", "clash", "pip")
        #expect(outcome.variables.text("PIP_PROXY") == "http://127.0.0.1:7890")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `a profile without a proxy can't go before pip's file, which is said`() throws {
        try sandbox.write(
            "[global]\nproxy = http://127.0.0.1:1\n", to: ".config/pip/pip.conf")
        let direct = try sandbox.proxyenv("exec", "direct", "pip")
        #expect(direct.variables["PIP_PROXY"] == nil)
        #expect(
            direct.errorText
                == "proxyenv: ~/.config/pip/pip.conf:2 (proxy) beats profile direct: pip goes through http://127.0.0.1:1; take that out\n"
        )
    }

    @Test func `a profile's own variables beat what the tool gets`() throws {
        let outcome = try sandbox.proxyenv("exec", "own", "cargo")
        #expect(outcome.variables.text("CARGO_HTTP_PROXY") == "mine")
    }

    @Test func `a profile that the tool can't speak is refused before the tool starts`() throws {
        let outcome = try sandbox.proxyenv("exec", "socks", "claude")
        #expect(outcome.status == 125)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errorText.hasPrefix(
                "proxyenv: claude cannot speak to socks5h://127.0.0.1:7891 (profile socks): it takes `http://`, `https://`\n  hint: "
            ))
    }

    @Test func `a password that java would show to others is refused`() throws {
        let java = try sandbox.proxyenv("exec", "office", "java", with: ["PW": "geheim"])
        #expect(java.status == 125)
        #expect(!java.errorText.contains("geheim"))
        #expect(java.errorText.contains("JAVA_TOOL_OPTIONS would show to others"))
    }

    @Test func `git gets a password by a variable that nothing shows`() throws {
        let git = try sandbox.proxyenv("exec", "office", "git", with: ["PW": "geheim"])
        #expect(git.variables.text("GIT_CONFIG_VALUE_0") == "http://bob:geheim@127.0.0.1:7892")
        #expect(!git.errorText.contains("geheim"))
    }

    @Test func `codex with SOCKS starts with a warning`() throws {
        let outcome = try sandbox.proxyenv("exec", "socks", "codex")
        #expect(outcome.status == 0)
        #expect(outcome.variables["ALL_PROXY"] == nil)
        #expect(outcome.errorText.contains("not for http"))
    }

    @Test func `with -q codex with SOCKS starts without a word`() throws {
        #expect(try sandbox.proxyenv("-q", "exec", "socks", "codex").errorText.isEmpty)
    }

    @Test func `a file of the tool's own that leads elsewhere is named with its line`() throws {
        try sandbox.write("\nexport HTTPS_PROXY='http://127.0.0.1:1'\n", to: ".codex/.env")
        let codex = try sandbox.proxyenv("exec", "clash", "codex")
        #expect(
            codex.errorText
                == "proxyenv: ~/.codex/.env:2 (HTTPS_PROXY) beats profile clash: codex goes through http://127.0.0.1:1; take that out\n"
        )
        #expect(codex.status == 0)
    }

    @Test func `a file of the tool's own with the same proxy is not named`() throws {
        try sandbox.write("HTTPS_PROXY=http://127.0.0.1:7890\n", to: ".codex/.env")
        #expect(try sandbox.proxyenv("exec", "clash", "codex").errorText.isEmpty)
    }

    @Test(arguments: [
        ("codex", ".codex/.env", "NO_PROXY=*\n", "codex goes without a proxy"),
        ("curl", ".curlrc", "proxy = http://127.0.0.1:1\n", "~/.curlrc:1 (proxy)"),
    ])
    func `a list of the tool's own, and a file of another tool's, are named too`(
        _ tool: String, _ file: String, _ text: String, _ words: String
    ) throws {
        try sandbox.write(text, to: file)
        #expect(try sandbox.proxyenv("exec", "clash", tool).errorText.contains(words))
    }

    private let pidFile = ".codex/app-server-daemon/daemon.pid"

    /// Runs `body` while a server of codex's runs with another proxy.
    private func withServer(_ body: (Spawn.ID) throws -> Void) throws {
        try sandbox.install("sleeper", "#!/bin/sh\nread line\n")
        let pipe = try Spawn.makePipe()
        defer { Spawn.close(pipe) }
        let daemon = try Spawn(
            arguments: ["/bin/sh", sandbox.home + "/bin/sleeper", "app-server"].map {
                Array($0.utf8)
            },
            environment: sandbox.entries(["HTTPS_PROXY": "http://127.0.0.1:7897"]),
            streams: [.descriptor(pipe.read), .nothing, .nothing]
        ).start()
        defer { Spawn.end(daemon) }
        ServedProcess.await(daemon, givenWord: "app-server")
        try sandbox.write("{\"version\": \"0.163.0\", \"pid\": \(daemon)}", to: pidFile)
        try body(daemon)
    }

    @Test func `a codex server that runs with another proxy is named`() throws {
        try withServer { daemon in
            let outcome = try sandbox.proxyenv("exec", "clash", "codex")
            #expect(
                outcome.errorText
                    == "proxyenv: a running codex app-server (process \(daemon)) still uses http://127.0.0.1:7897, not profile clash: `codex app-server daemon stop`, or `codex --no-daemon`\n"
            )
        }
    }

    @Test(arguments: [
        ["clash", "codex", "exec", "hi"], ["clash", "codex", "--no-daemon"],
        ["http://127.0.0.1:7897", "codex"],
    ])
    func `a codex server that is not used, or has the same proxy, is not named`(
        _ words: [String]
    ) throws {
        try withServer { _ in
            let quiet = try Runner(
                arguments: ([sandbox.program, "exec"] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(quiet.errorText.isEmpty)
        }
    }

    @Test(arguments: ["", "{}", "{\"pid\": 999999999999}", "{\"pid\": -1}", "{\"pid\": 1}"])
    func `a file that names no codex server is passed over`(_ text: String) throws {
        try sandbox.write(text, to: pidFile)
        #expect(try sandbox.proxyenv("exec", "clash", "codex").errorText.isEmpty)
    }

    @Test(arguments: [
        (["sudo", "apt"], "sudo", "sudo proxyenv exec clash -- …"),
        (["su", "-"], "su", "su - -c 'proxyenv exec clash -- …'"),
        (["sudo", "-E", "x"], "", ""), (["su", "bob"], "", ""),
    ])
    func `sudo gets one line, and none where it keeps the environment`(
        _ words: [String], _ name: String, _ command: String
    ) throws {
        for name in ["sudo", "doas", "su"] {
            try sandbox.install(name, "#!/bin/sh\ntrue\n")
        }
        let outcome = try Runner(
            arguments: ([sandbox.program, "exec", "clash"] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        let line = "drops the variables of the profile; do it inside:"
        #expect(
            outcome.errorText == (name.isEmpty ? "" : "proxyenv: \(name) \(line) \(command)\n"))
    }

    @Test func `a run in a run replaces what the outer one gave`() throws {
        for (tool, name, value) in [
            ("git", "GIT_CONFIG_VALUE_0", "http://127.0.0.1:2"),
            ("npm", "npm_config_proxy", "http://127.0.0.1:2"),
            (
                "java", "JAVA_TOOL_OPTIONS",
                "-Xmx1g -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=2 -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=2 -Dhttp.nonProxyHosts=localhost|127.*|[::1]"
            ),
        ] {
            let first = try sandbox.proxyenv(
                "exec", "clash", tool, with: ["JAVA_TOOL_OPTIONS": "-Xmx1g"]
            ).variables
            let environment = first.entries.filter { !$0.isEmpty }
            let second = try Runner(
                arguments: [sandbox.program, "exec", "http://127.0.0.1:2", tool].map {
                    Array($0.utf8)
                }, environment: environment
            ).run()
            #expect(second.variables.text(name) == value, "\(tool)")
            #expect(second.variables["GIT_CONFIG_KEY_1"] == nil)
        }
    }

    @Test func `show says where each host that is reached directly comes from`() throws {
        try sandbox.write(
            """
            no-proxy = ["all.example"]
            [profiles.p]
            url = "http://127.0.0.1:1"
            no-proxy = ["own.example"]

            """, to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv(
            "show", "p", "--color", "never", with: ["no_proxy": "old.example"])
        for line in [
            "    localhost  (this machine)\n",
            "    .own.example  (~/.config/proxyenv/config.toml:4)\n",
            "    all.example  (~/.config/proxyenv/config.toml:1)\n",
            "    old.example  (no_proxy from before)\n",
        ] { #expect(outcome.text.contains(line)) }
    }

    @Test func `explain says where the host that it found comes from`() throws {
        try sandbox.write(
            "\n\n[profiles.p]\nno-proxy = [\"own.example\"]\nurl = \"http://127.0.0.1:1\"\n",
            to: ".config/proxyenv/config.toml")
        let explained = try sandbox.proxyenv(
            "explain", "curl", "https://own.example", "--profile", "p", "--color", "never")
        #expect(
            explained.text.contains(
                "decided by no_proxy: `own.example` (~/.config/proxyenv/config.toml:4)"))
    }
}
