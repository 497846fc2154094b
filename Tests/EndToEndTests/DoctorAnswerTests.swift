import Testing

/// What the server answers, what reads no variable, the shell, and what `doctor` does besides.
extension DoctorTests {
    @Test(arguments: [
        ("region", "answer.region", "does not serve the country"),
        ("challenge", "answer.challenge", "wants to see a browser"),
        ("status=429", "answer.quota", "too many requests"),
        ("status=403", "answer.forbidden", "answers 403"),
        ("forbidden", "proxy.forbidden", "the proxy 127.0.0.1:"),
        ("gateway", "proxy.tunnel", "cannot reach api.openai.com:443"),
        ("silent", "proxy.mute", "accepts connections and"),
    ])
    func `13 what the server or the proxy answers`(_ mode: String, _ id: String, _ text: String)
        throws
    {
        try world.behave(mode)
        let answer = try doctor(["codex", "--timeout", "1"])
        #expect(answer.cause == id, "\(answer.text)")
        #expect(answer.text.contains(text))
        try world.behave("")
        #expect(try doctor().ids == [])
    }

    @Test func `13 the key is not sent unless one says so`() throws {
        try sandbox.write(
            "{\"auth_mode\":\"apikey\",\"OPENAI_API_KEY\":\"sk-bad-geheim\"}",
            to: ".codex/auth.json")
        #expect(try doctor().ids == [])
        #expect(!world.requests.contains { $0.contains("sk-") })
    }

    @Test func `13 a key that is wrong, which goes to its own server alone`() throws {
        try sandbox.write(
            "{\"auth_mode\":\"apikey\",\"OPENAI_API_KEY\":\"sk-bad-geheim\"}",
            to: ".codex/auth.json")
        let bad = try doctor(["codex", "--with-key"], ["OPENAI_API_KEY": "sk-other"])
        #expect(bad.cause == "answer.key")
        #expect(!bad.text.contains("geheim"))
        #expect(
            world.requests.contains {
                $0 == "api.openai.com GET /v1/models HTTP/1.1 Bearer sk-bad-geheim"
            })
        #expect(
            !world.requests.contains {
                $0.contains("sk-other") || $0.hasPrefix("chatgpt.com") && $0.contains("sk-")
            })
    }

    @Test func `13 a key that is right`() throws {
        let good = try doctor(["codex", "--with-key"], ["CODEX_API_KEY": "sk-good"])
        #expect(good.ids == [], "\(good.text)")
    }

    @Test func `13 a file without a key that may be sent`() throws {
        for (file, reason) in [
            ("[]", "CODEX_API_KEY is not set, and there is no key in auth.json"),
            ("x", "there is no key in auth.json"),
            ("{\"OPENAI_API_KEY\": \"sk-\\n\"}", "control character"),
            ("{\"tokens\": {\"access_token\": \"sk-x\"}}", "logged in with ChatGPT"),
        ] {
            try sandbox.write(file, to: ".codex/auth.json")
            let none = try doctor(["codex", "--with-key"], ["OPENAI_API_KEY": "sk-other"])
            #expect(none.text.contains(reason), "\(none.text)")
            #expect(none.text.contains("codex does not use OPENAI_API_KEY of the environment"))
            #expect(!world.requests.contains { $0.contains("sk-") })
        }
    }

    @Test func `13 claude's key, which is wrong`() throws {
        let claude = try doctor(["claude", "--with-key"], ["ANTHROPIC_API_KEY": "sk-bad"])
        #expect(claude.cause == "answer.key")
    }

    @Test func `13 without trust in the certificate no key is sent`() throws {
        try sandbox.write(
            "{\"OPENAI_API_KEY\":\"sk-bad-geheim\"}", to: ".codex/auth.json")
        try stage.configure(authority: "")
        #expect(try doctor(["codex", "--with-key"]).cause == "route.certificate")
        #expect(!world.requests.contains { $0.contains("sk-") })
    }

    @Test(arguments: [("sudo", "tool.sudo"), ("ssh", "tool.unread")])
    func `14 what reads no variable`(_ name: String, _ id: String) throws {
        try sandbox.install(name, "#!/bin/sh\ntrue\n")
        let answer = try doctor([name], exported("http://127.0.0.1:\(world.http)"))
        #expect(answer.ids.contains(id), "\(answer.text)")
    }

    @Test func `14 a node that reads no variable yet`() throws {
        try sandbox.install("node", "#!/bin/sh\necho v20.20.2\n")
        let node = try doctor(["node"], exported("http://127.0.0.1:\(world.http)"))
        #expect(node.ids.contains("command.version"))
        #expect(node.text.contains("node 20.20.2 reads no proxy variable"))
    }

    @Test func `14 a codex that sends no password matters only where there is one`() throws {
        try sandbox.install("codex", "#!/bin/sh\necho codex-cli 0.140.0\n")
        #expect(try doctor().ids == [])
        try configure(url: "http://alice@127.0.0.1:\(world.http)", "password-env = 'PW'")
        let old = try doctor(["codex"], ["PW": "secret"])
        #expect(old.cause == "command.version")
        #expect(old.text.contains("codex 0.140.0 sends no password to a proxy"))
    }

    @Test func `14 git's ssh, which reads no variable`() throws {
        let git = try Binary.require("git")
        for words in [["init", "-q", "."], ["remote", "add", "origin", "git@example.com:a/b"]] {
            _ = try Runner(
                arguments: ([git, "-C", sandbox.home] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
        }
        let script = try cure("true", ["git"], exported("http://127.0.0.1:\(world.http)"))
        #expect(script.ids.contains("tool.ssh"), "\(script.text)")
    }

    @Test func `15 a feature that codex does not know`() throws {
        try sandbox.write("[features]\nrespect_system_proxies = true\n", to: ".codex/config.toml")
        let answer = try doctor()
        #expect(answer.cause == "file.unknown-key")
        let fix = "sed -i.bak 's/respect_system_proxies/respect_system_proxy/' ~/.codex/config.toml"
        #expect(answer.text.contains(fix))
        let cured = try cure(fix)
        #expect(cured.ids == [], "\(cured.text)")
    }

    @Test func `15 a list that exempts codex's server`() throws {
        try free()
        let list = "\(noProxy),openai.com"
        let exempt = try doctor(
            ["codex"],
            exported("http://127.0.0.1:\(world.http)", ["no_proxy": list, "NO_PROXY": list]))
        #expect(exempt.cause == "env.no-proxy-host")
    }

    @Test func `a web server in the proxy's place`() throws {
        try world.behave("web")
        let answer = try doctor()
        #expect(answer.cause == "proxy.web", "\(answer.text)")
        #expect(answer.text.contains("is not a proxy: it is"))
    }

    @Test(arguments: [
        ("http://127.0.0.1:PORT\r", "env.blank"), ("\"http://127.0.0.1:PORT\"", "env.quotes"),
    ]) func `a value with a carriage return, or with quotes in it`(_ value: String, _ id: String)
        throws
    {
        try free()
        let parts = value.split(separator: "PORT", omittingEmptySubsequences: false)
        let variables = exported(parts.joined(separator: "\(world.http)"))
        #expect(try doctor(["codex"], variables).cause == id)
        #expect(
            try cure("proxyenv use http://127.0.0.1:\(world.http)", ["codex"], variables).ids == [])
    }

    @Test func `what the shell tells of itself`() throws {
        for (view, id) in [
            ("zsh/1 wrapper:codex wrapper:claude", nil), ("zsh/1 function:codex", "shell.function"),
            ("bash/1 wrapper:claude", "shell.wrapper"), ("nonsense", nil),
        ] {
            let answer = try doctor(["codex"], ["PROXYENV_SHELL_VIEW": view])
            #expect(answer.cause == id, "\(view)")
        }
    }

    @Test func `a command that the shell cannot wrap is to be run`() throws {
        try sandbox.write(
            "[profiles.p]\nurl = 'http://127.0.0.1:\(world.http)'\n[commands]\n7z = 'p'\n",
            to: ".config/proxyenv/config.toml")
        try sandbox.install("7z", "#!/bin/sh\n")
        let answer = try doctor(["7z"], ["PROXYENV_SHELL_VIEW": "nushell/1"])
        #expect(answer.cause == "shell.wrapper", "\(answer.text)")
        #expect(answer.text.contains("nushell cannot wrap a command called 7z"), "\(answer.text)")
        #expect(answer.text.contains("proxyenv run 7z"), "\(answer.text)")
        #expect(!answer.text.contains("reload"), "\(answer.text)")
    }

    @Test(arguments: [
        ("powershell", "$env:PROXYENV_BYPASS = $null"), ("nushell", "hide-env PROXYENV_BYPASS"),
        ("fish", "set -e PROXYENV_BYPASS"), ("zsh", "unset PROXYENV_BYPASS"),
    ])
    func `PROXYENV_BYPASS is taken away in the words of the shell`(_ shell: String, _ fix: String)
        throws
    {
        let answer = try doctor(
            ["codex"],
            ["PROXYENV_SHELL_VIEW": "\(shell)/1 wrapper:codex", "PROXYENV_BYPASS": "1"])
        #expect(answer.cause == "shell.bypass", "\(answer.text)")
        #expect(answer.text.contains(fix), "\(answer.text)")
    }

    @Test func `a profile that has changed since use`() throws {
        try free()
        let stale = try cure(
            "eval \"$(proxyenv use clash --shell sh)\" && proxyenv set clash url http://127.0.0.1:\(world.socks)"
        )
        #expect(stale.ids.contains("shell.stale"), "\(stale.text)")
    }

    @Test func `the hook of another shell in a comment, beside its own`() throws {
        try sandbox.write("# proxyenv hook bash\neval \"$(proxyenv hook zsh)\"\n", to: ".zshrc")
        #expect(try doctor().cause == nil)
    }

    @Test func `the hook of another shell in its file`() throws {
        try sandbox.write("\neval \"$(proxyenv hook bash)\"\n", to: ".zshrc")
        let answer = try doctor()
        #expect(answer.cause == "shell.wrong-hook")
        #expect(answer.text.contains("~/.zshrc:2, which zsh reads"), "\(answer.text)")
        #expect(answer.text.contains("$(proxyenv hook zsh)"), "\(answer.text)")
    }

    @Test func `the hook of another shell in the shell itself`() throws {
        let zsh = try Binary.require("zsh")
        let inside = try Runner(
            arguments: [zsh, "-fc", "'\(sandbox.program)' doctor codex --json; exit $?"]
                .map { Array($0.utf8) },
            environment: sandbox.entries(["PROXYENV_SHELL_VIEW": "bash/1 wrapper:codex"]),
            limit: 60
        ).run()
        #expect(inside.text.contains("shell.wrong-hook"), "\(inside.text)")
        #expect(inside.text.contains("this shell is zsh"), "\(inside.text)")
    }

    @Test func `an old file with a key in it, which codex does not read`() throws {
        try sandbox.write("{}", to: ".codex/config.json")
        let answer = try doctor()
        #expect(answer.cause == nil)
        #expect(answer.ids == ["file.unread"])
    }

    // MARK: Around it

    @Test func `a command that is not there`()
        throws
    {
        #expect(try doctor(["no-such-command"]).cause == "command.missing")
    }

    @Test func `a file that is wrong, or a rule that names no profile`() throws {
        try configure("usrname = 'x'")
        #expect(try doctor().cause == "config.invalid")
        try sandbox.write("[commands]\ncodex = 'nobody'\n", to: ".config/proxyenv/config.toml")
        #expect(try doctor().cause == "config.invalid")
    }

    @Test func `a profile on the command line that is not there`() throws {
        try sandbox.write("[commands]\ncodex = 'nobody'\n", to: ".config/proxyenv/config.toml")
        // The command line is wrong here, and not the line of the file that names it too.
        #expect(try doctor(["codex", "--profile", "nobody"]).cause == "config.profile")
    }

    @Test func `a report is Markdown without secrets, with the question on top`() throws {
        try world.behave("password")
        try configure(url: "http://alice@127.0.0.1:\(world.http)", "password-env = 'PW'")
        let outcome = try sandbox.proxyenv("doctor", "codex", "--report", with: ["PW": "geheim"])
        #expect(outcome.status == 1)
        #expect(
            outcome.text.hasPrefix(
                "**Why does `codex` not get through its proxy, and what should I do?**\n"))
        #expect(outcome.text.contains("### proxy.password (problem)"))
        #expect(!outcome.text.contains("geheim"))
    }

    @Test func `--fix --dry-run shows the change and makes none`() throws {
        try configure("no-proxy = ['anthropic.com']")
        let before = sandbox.read(".config/proxyenv/config.toml")
        let dry = try sandbox.proxyenv("doctor", "claude", "--fix", "--dry-run")
        #expect(dry.text.contains("-no-proxy = ['anthropic.com']"), "\(dry.text)")
        #expect(sandbox.read(".config/proxyenv/config.toml") == before)
    }

    @Test func `without a command it looks at every profile and every rule`() throws {
        let dead = try ServedProcess.freePort()
        try configure("[profiles.dead]\nurl = 'http://127.0.0.1:\(dead)'")
        // The rules stand behind it.
        try sandbox.write(
            sandbox.text(of: ".config/proxyenv/config.toml") + "curl = 'dead'\n",
            to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv("doctor", "--color", "never")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("ok    profile   clash: 127.0.0.1:\(world.http) answers"))
        #expect(outcome.text.contains("FAIL  profile   dead: nothing listens on 127.0.0.1:\(dead)"))
        #expect(
            outcome.text.contains(
                "ok    command   codex: websocket: http://127.0.0.1:\(world.http)"))
    }

    @Test func `without a command nothing is found where all is well`() throws {
        try configure()
        #expect(try doctor([]).ids == [])
    }
}
