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

    @Test func `exec, run, a wrapper and a shim give npm its own variables`() throws {
        _ = try sandbox.proxyenv("shim", "add", "npm")
        let shim = sandbox.home + "/.local/share/proxyenv/shims/npm"
        for words in [["exec", "clash", "npm"], ["run", "npm"], ["wrapped", "npm"]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.variables.text("npm_config_https_proxy") == "http://127.0.0.1:7890")
            #expect(outcome.errorText.isEmpty)
        }
        let outcome = try Runner(arguments: [Array(shim.utf8)], environment: sandbox.entries())
            .run()
        #expect(outcome.variables.text("npm_config_proxy") == "http://127.0.0.1:7890")
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
        let unknown = try sandbox.proxyenv("env", "clash", "--for", "frob", "--format", "json")
        #expect(unknown.status == 0)
        #expect(unknown.errorText.contains("nothing is known of `frob`"))
    }

    @Test func `pip gets its own variable only where its file names a proxy`() throws {
        let plain = try sandbox.proxyenv("exec", "clash", "pip")
        #expect(plain.variables["PIP_PROXY"] == nil)
        try sandbox.write(
            "[global]\nproxy = http://127.0.0.1:1\n", to: ".config/pip/pip.conf")
        let outcome = try sandbox.proxyenv("exec", "clash", "pip")
        #expect(outcome.variables.text("PIP_PROXY") == "http://127.0.0.1:7890")
        #expect(outcome.errorText.isEmpty)
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
        let java = try sandbox.proxyenv("exec", "office", "java", with: ["PW": "geheim"])
        #expect(java.status == 125)
        #expect(!java.errorText.contains("geheim"))
        #expect(java.errorText.contains("JAVA_TOOL_OPTIONS would show to others"))
        let git = try sandbox.proxyenv("exec", "office", "git", with: ["PW": "geheim"])
        #expect(git.variables.text("GIT_CONFIG_VALUE_0") == "http://bob:geheim@127.0.0.1:7892")
        #expect(!git.errorText.contains("geheim"))
    }

    @Test func `codex with SOCKS starts with a warning`() throws {
        let outcome = try sandbox.proxyenv("exec", "socks", "codex")
        #expect(outcome.status == 0)
        #expect(outcome.variables["ALL_PROXY"] == nil)
        #expect(outcome.errorText.contains("not for http"))
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
        try sandbox.write("HTTPS_PROXY=http://127.0.0.1:7890\n", to: ".codex/.env")
        #expect(try sandbox.proxyenv("exec", "clash", "codex").errorText.isEmpty)
        try sandbox.write("NO_PROXY=*\n", to: ".codex/.env")
        #expect(
            try sandbox.proxyenv("exec", "clash", "codex").errorText.contains(
                "codex goes without a proxy"))
        try sandbox.write("proxy = http://127.0.0.1:1\n", to: ".curlrc")
        #expect(
            try sandbox.proxyenv("exec", "clash", "curl").errorText.contains("~/.curlrc:1 (proxy)"))
    }

    @Test func `a codex server that runs with another proxy is named`() throws {
        try sandbox.install("sleeper", "#!/bin/sh\nread line\n")
        let pipe = try Spawn.makePipe()
        defer { Spawn.close(pipe) }
        let entries = sandbox.entries(["HTTPS_PROXY": "http://127.0.0.1:7897"])
        let daemon = try Spawn(
            arguments: ["/bin/sh", sandbox.home + "/bin/sleeper", "app-server"].map {
                Array($0.utf8)
            },
            environment: entries,
            streams: [.descriptor(pipe.read), .nothing, .nothing]
        ).start()
        defer {
            Spawn.end(daemon)
        }
        ServedProcess.await(daemon, givenWord: "app-server")
        let file = ".codex/app-server-daemon/daemon.pid"
        try sandbox.write("{\"version\": \"0.163.0\", \"pid\": \(daemon)}", to: file)
        let outcome = try sandbox.proxyenv("exec", "clash", "codex")
        #expect(
            outcome.errorText
                == "proxyenv: a running codex app-server (process \(daemon)) still uses http://127.0.0.1:7897, not profile clash: `codex app-server daemon stop`, or `codex --no-daemon`\n"
        )
        for words in [["exec", "hi"], ["--no-daemon"]] {
            let quiet = try Runner(
                arguments: ([sandbox.program, "exec", "clash", "codex"] + words).map {
                    Array($0.utf8)
                }, environment: sandbox.entries()
            ).run()
            #expect(quiet.errorText.isEmpty)
        }
        let same = try sandbox.proxyenv("exec", "http://127.0.0.1:7897", "codex")
        #expect(same.errorText.isEmpty)
        for text in ["", "{}", "{\"pid\": 999999999999}", "{\"pid\": -1}", "{\"pid\": 1}"] {
            try sandbox.write(text, to: file)
            #expect(try sandbox.proxyenv("exec", "clash", "codex").errorText.isEmpty)
        }
    }

    @Test func `sudo gets one line, and none where it keeps the environment`() throws {
        for name in ["sudo", "doas", "su"] {
            try sandbox.install(name, "#!/bin/sh\ntrue\n")
        }
        let line = "drops the variables of the profile; do it inside:"
        #expect(
            try sandbox.proxyenv("exec", "clash", "sudo", "apt").errorText
                == "proxyenv: sudo \(line) sudo proxyenv exec clash -- …\n")
        #expect(
            try sandbox.proxyenv("exec", "clash", "su", "-").errorText
                == "proxyenv: su \(line) su - -c 'proxyenv exec clash -- …'\n")
        #expect(try sandbox.proxyenv("exec", "clash", "sudo", "-E", "x").errorText.isEmpty)
        #expect(try sandbox.proxyenv("exec", "clash", "su", "bob").errorText.isEmpty)
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
        let explained = try sandbox.proxyenv(
            "explain", "curl", "https://own.example", "--profile", "p", "--color", "never")
        #expect(
            explained.text.contains(
                "decided by no_proxy: `own.example` (~/.config/proxyenv/config.toml:4)"))
    }
}
