import Testing

/// Each way in which a command does not get through is made, and `doctor` has to find it, say it in one sentence, and know
/// what cures it; where something here can, it is done, and a second look finds nothing.
@Suite struct DoctorTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var world: OutsideWorld { stage.world }
    private var noProxy: String { DoctorStage.noProxy }

    init() throws { stage = try DoctorStage() }

    private func configure(url: String? = nil, _ more: String = "", rule: Bool = true) throws {
        try stage.configure(url: url, more, rule: rule)
    }

    private func doctor(
        _ words: [String] = ["codex"], _ variables: [String: String?] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> DoctorStage.Answer {
        try stage.doctor(words, variables, sourceLocation: sourceLocation)
    }

    private func cure(
        _ fix: String, _ words: [String] = ["codex"], _ variables: [String: String?] = [:]
    ) throws -> DoctorStage.Answer { try stage.cure(fix, words, variables) }

    private func exported(_ url: String, _ more: [String: String?] = [:]) -> [String: String?] {
        stage.exported(url, more)
    }

    private func free() throws { try configure(rule: false) }

    // MARK: No fault

    @Test func `where all is well nothing is found, and it takes less than two seconds`() throws {
        for tool in ["codex", "claude"] {
            // The shortest of three, as other tests run meanwhile.
            var seconds = Double.infinity
            for _ in 0..<3 where seconds >= 2 {
                let start = now()
                let answer = try doctor([tool])
                seconds = min(seconds, now() - start)
                #expect(answer.cause == nil, "\(answer.text)")
                #expect(answer.ids == [], "\(answer.text)")
                #expect(answer.text.contains("\(tool) gets through"))
            }
            #expect(seconds < 2, "\(tool)")
        }
        try free()
        let url = "http://127.0.0.1:\(world.http)"
        let plain = try doctor(["codex"], exported(url))
        #expect(plain.ids == [], "\(plain.text)")
        #expect(world.requests.contains { $0.hasPrefix("chatgpt.com GET ") })
        #expect(!world.requests.contains { !$0.hasSuffix(" -") })
    }

    // MARK: The fifteen

    @Test func `1 a dead port`() throws {
        let dead = try ServedProcess.freePort()
        try configure(url: "http://127.0.0.1:\(dead)")
        let answer = try doctor()
        #expect(answer.cause == "proxy.refused")
        #expect(
            answer.text.contains("codex does not get through: nothing listens on 127.0.0.1:\(dead)")
        )
        let cured = try cure("proxyenv set clash url http://127.0.0.1:\(world.http)")
        #expect(cured.ids == [], "\(cured.text)")
    }

    @Test func `2 a stale file of codex's own`() throws {
        let dead = try ServedProcess.freePort()
        try sandbox.write("# old\nHTTPS_PROXY=http://127.0.0.1:\(dead)\n", to: ".codex/.env")
        let answer = try doctor()
        #expect(answer.cause == "file.overrides")
        #expect(answer.text.contains("~/.codex/.env:2 (HTTPS_PROXY) beats profile clash"))
        let fix = "sed -i.bak '2d' ~/.codex/.env"
        #expect(answer.text.contains(fix))
        #expect(try cure(fix).ids == [])
    }

    @Test func `3 upper and lower case differ`() throws {
        try free()
        let dead = try ServedProcess.freePort()
        let good = "http://127.0.0.1:\(world.http)"
        let variables = exported(good, ["HTTPS_PROXY": "http://127.0.0.1:\(dead)"])
        let answer = try doctor(["codex"], variables)
        #expect(answer.cause == "env.case")
        #expect(answer.text.contains("codex takes HTTPS_PROXY"))
        #expect(answer.text.contains("$(proxyenv use \(good))"))
        #expect(try cure("proxyenv use \(good)", ["codex"], variables).ids == [])
    }

    @Test func `4 an empty variable hides the other`() throws {
        try free()
        let good = "http://127.0.0.1:\(world.http)"
        let variables = exported(good, ["HTTPS_PROXY": ""])
        let answer = try doctor(["codex"], variables)
        #expect(answer.cause == "env.empty")
        #expect(
            answer.text.contains("HTTPS_PROXY is set and empty, and hides https_proxy from codex"))
        #expect(try cure("proxyenv use \(good)", ["codex"], variables).ids == [])
    }

    @Test(arguments: ["no-websocket", "websocket-502"])
    func `5 a proxy that breaks only websockets`(_ mode: String) throws {
        try world.behave(mode)
        let answer = try doctor()
        #expect(answer.cause == "route.websocket", "\(answer.text)")
        #expect(answer.ids == ["route.websocket"])
        try world.behave("")
        #expect(try doctor().ids == [])
    }

    @Test func `5 a value without a scheme, which codex's websocket refuses`() throws {
        try free()
        let variables = exported("127.0.0.1:\(world.http)")
        let answer = try doctor(["codex"], variables)
        #expect(answer.cause == "env.scheme")
        #expect(answer.ids.contains("tool.websocket"))
        #expect(
            try cure("proxyenv use http://127.0.0.1:\(world.http)", ["codex"], variables).ids == [])
    }

    @Test func `6 SOCKS in words that mean nothing, and for a tool that can't`() throws {
        try free()
        let answer = try doctor(["codex"], exported("socks://127.0.0.1:\(world.socks)"))
        #expect(answer.cause == "env.socks")
        try configure(url: "socks5h://127.0.0.1:\(world.socks)")
        let claude = try doctor(["claude"])
        #expect(claude.cause == "tool.scheme")
        #expect(claude.text.contains("claude cannot speak to socks5h://127.0.0.1:\(world.socks)"))
        #expect(
            try cure("proxyenv set clash url http://127.0.0.1:\(world.http)", ["claude"]).ids == [])
    }

    @Test func `7 TLS to a proxy that speaks none, and one protocol instead of the other`() throws {
        try free()
        let tls = try doctor(["claude"], exported("https://127.0.0.1:\(world.http)"))
        #expect(tls.cause == "proxy.protocol", "\(tls.text)")
        try configure(url: "http://127.0.0.1:\(world.socks)")
        let answer = try doctor(["curl", "--profile", "clash"])
        #expect(answer.cause == "proxy.protocol")
        #expect(answer.text.contains("speaks SOCKS 5, but the URL says http"))
        #expect(answer.text.contains("proxyenv set clash url socks5h://127.0.0.1:\(world.socks)"))
    }

    @Test func `7 a port to whose protocol the command can't speak`() throws {
        try configure(url: "http://127.0.0.1:\(world.socks)")
        let answer = try doctor()
        #expect(answer.cause == "proxy.protocol")
        // It leads to another proxy of this machine, or to the program's own settings.
        #expect(!answer.text.contains("socks5h://127.0.0.1:\(world.socks)"))
        try configure(url: "socks5h://127.0.0.1:\(world.http)")
        let other = try doctor()
        #expect(other.ids.contains("tool.scheme") && other.cause == "tool.scheme")
        let fix = "proxyenv set clash url http://127.0.0.1:\(world.http)"
        #expect(other.text.contains("127.0.0.1:\(world.http) answers as http"))
        #expect(other.text.contains(fix), "\(other.text)")
        #expect(try cure(fix).ids == [])
        let claude = try doctor(["claude"])
        #expect(claude.ids == [], "\(claude.text)")
    }

    @Test func `7 a password in a variable is not repeated in the fix`() throws {
        try free()
        let url = "http://alice:geheim@127.0.0.1:\(world.socks)"
        let answer = try doctor(["curl"], exported(url))
        #expect(answer.cause == "proxy.protocol")
        let fix = "proxyenv add office socks5h://127.0.0.1:\(world.socks) --username alice"
        #expect(answer.text.contains("\"\(fix) --password-prompt\""))
        #expect(!answer.text.contains("geheim"))
    }

    @Test(arguments: ["https", "http", "all"])
    func `7 one protocol instead of the other, in a key of its own`(_ key: String) throws {
        try configure("\(key) = 'http://127.0.0.1:\(world.socks)'", rule: false)
        let fix = "proxyenv set clash \(key) socks5h://127.0.0.1:\(world.socks)"
        let use: [String: String?] = ["PROXYENV_PROFILE": "clash"]
        let answer = try doctor([], use)
        #expect(answer.cause == "proxy.protocol")
        #expect(answer.text.contains(fix), "\(answer.text)")
        let cured = try cure(fix, [], use)
        #expect(cured.ids == [], "\(cured.text)")
    }

    @Test func `8 a password that is missing or wrong`() throws {
        try world.behave("password")
        let missing = try doctor()
        #expect(missing.cause == "proxy.password")
        #expect(missing.text.contains("asks for a password, and profile clash has none"))
        #expect(missing.text.contains("proxyenv password clash"))
        try configure(url: "http://alice@127.0.0.1:\(world.http)", "password-env = 'PW'")
        let wrong = try doctor(["codex"], ["PW": "geheim"])
        #expect(wrong.cause == "proxy.password")
        #expect(wrong.text.contains("does not accept the password of profile clash"))
        #expect(!wrong.text.contains("geheim"))
        #expect(try doctor(["codex"], ["PW": "secret"]).ids == [])
    }

    @Test func `8 a proxy that takes NTLM alone, and a password that is not percent-encoded`()
        throws
    {
        try world.behave("ntlm")
        let answer = try doctor()
        #expect(answer.cause == "proxy.ntlm")
        #expect(answer.text.contains("proxyenv use px"))
        try world.behave("")
        try free()
        let raw = try doctor(["curl"], exported("http://alice:ge#heim@127.0.0.1:\(world.http)"))
        #expect(raw.cause == "env.password")
        #expect(!raw.text.contains("heim"))
    }

    @Test func `9 a certificate that nobody trusts`() throws {
        try sandbox.write(
            "[profiles.clash]\nurl = 'http://127.0.0.1:\(world.http)'\n[commands]\ncodex = 'clash'\n",
            to: ".config/proxyenv/config.toml")
        let answer = try doctor()
        #expect(answer.cause == "route.certificate")
        #expect(answer.text.contains("Throwaway CA"))
        #expect(answer.text.contains("proxyenv set clash ca-file FILE"))
        #expect(try cure("proxyenv set clash ca-file \(world.authority)").ids == [])
    }

    @Test func `10 this machine's own servers behind the proxy`() throws {
        try free()
        let good = "http://127.0.0.1:\(world.http)"
        let variables = exported(good, ["no_proxy": nil, "NO_PROXY": nil])
        let answer = try doctor(["codex"], variables)
        #expect(answer.cause == "env.localhost")
        #expect(try cure("proxyenv use \(good)", ["codex"], variables).ids == [])
        // curl talks to nobody here.
        #expect(try doctor(["curl"], variables).cause == nil)
    }

    @Test func `12 a process that keeps an older proxy`() throws {
        try sandbox.install("sleeper", "#!/bin/sh\nread line\n")
        let good = "http://127.0.0.1:\(world.http)"
        let pipe = try Spawn.makePipe()
        defer { Spawn.close(pipe) }
        func start(_ words: [String]) throws -> Spawn.ID {
            try Spawn(
                arguments: (["/bin/sh", sandbox.home + "/bin/sleeper"] + words).map {
                    Array($0.utf8)
                },
                environment: sandbox.entries(["HTTPS_PROXY": "http://127.0.0.1:1"]),
                streams: [.descriptor(pipe.read), .nothing, .nothing]
            ).start()
        }
        let daemon = try start(["app-server"])
        let editor = try start(["--type=extensionHost"])
        defer {
            for process in [daemon, editor] {
                Spawn.end(process)
            }
        }
        ServedProcess.await(daemon, givenWord: "app-server")
        ServedProcess.await(editor, givenWord: "--type=extensionHost")
        Files.makeFolder(sandbox.home + "/.codex/app-server-daemon", mode: 0o700)
        try sandbox.write("{\"pid\": \(daemon)}", to: ".codex/app-server-daemon/daemon.pid")
        let answer = try doctor()
        #expect(answer.cause == "process.daemon", "\(answer.text)")
        #expect(answer.ids == ["process.daemon"])
        #expect(answer.text.contains("\"process.editor\""))
        #expect(answer.text.contains("codex app-server daemon stop"))
        #expect(answer.text.contains("process \(editor) keeps"))
        // What the file says beats the old variables as well as the new ones.
        try sandbox.write("HTTPS_PROXY=\(good)\n", to: ".codex/.env")
        #expect(try !doctor().ids.contains("process.daemon"))
        Files.remove(sandbox.home + "/.codex/.env")
        Spawn.endGroup(of: daemon)
        Spawn.endGroup(of: editor)
        pause(0.2)
        #expect(try doctor().ids == [])
    }

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

    @Test func `13 the key, which is sent only where one says so`() throws {
        try sandbox.write(
            "{\"auth_mode\":\"apikey\",\"OPENAI_API_KEY\":\"sk-bad-geheim\"}",
            to: ".codex/auth.json")
        #expect(try doctor().ids == [])
        #expect(!world.requests.contains { $0.contains("sk-") })
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
        let good = try doctor(["codex", "--with-key"], ["CODEX_API_KEY": "sk-good"])
        #expect(good.ids == [], "\(good.text)")
        for (file, reason) in [
            ("[]", "CODEX_API_KEY is not set, and there is no key in auth.json"),
            ("x", "there is no key in auth.json"),
            ("{\"OPENAI_API_KEY\": \"sk-\\n\"}", "control character"),
            ("{\"tokens\": {\"access_token\": \"sk-x\"}}", "logged in with ChatGPT"),
        ] {
            try sandbox.write(file, to: ".codex/auth.json")
            try sandbox.write("", to: "world.log")
            let none = try doctor(["codex", "--with-key"], ["OPENAI_API_KEY": "sk-other"])
            #expect(none.text.contains(reason), "\(none.text)")
            #expect(none.text.contains("codex does not use OPENAI_API_KEY of the environment"))
            #expect(!world.requests.contains { $0.contains("sk-") })
        }
        let claude = try doctor(["claude", "--with-key"], ["ANTHROPIC_API_KEY": "sk-bad"])
        #expect(claude.cause == "answer.key")
        // Without trust in the certificate no key is sent.
        try sandbox.write("", to: "world.log")
        try sandbox.write(
            "[profiles.clash]\nurl = 'http://127.0.0.1:\(world.http)'\n[commands]\ncodex = 'clash'\n",
            to: ".config/proxyenv/config.toml")
        #expect(try doctor(["codex", "--with-key"]).cause == "route.certificate")
        #expect(!world.requests.contains { $0.contains("sk-") })
    }

    @Test func `14 what reads no variable`() throws {
        for (name, id) in [("sudo", "tool.sudo"), ("ssh", "tool.unread")] {
            try sandbox.install(name, "#!/bin/sh\ntrue\n")
            let answer = try doctor([name], exported("http://127.0.0.1:\(world.http)"))
            #expect(answer.ids.contains(id), "\(answer.text)")
        }
        try sandbox.install("node", "#!/bin/sh\necho v20.20.2\n")
        let node = try doctor(["node"], exported("http://127.0.0.1:\(world.http)"))
        #expect(node.ids.contains("command.version"))
        #expect(node.text.contains("node 20.20.2 reads no proxy variable"))
        try sandbox.install("codex", "#!/bin/sh\necho codex-cli 0.140.0\n")
        #expect(try doctor().ids == [])
        try configure(url: "http://alice@127.0.0.1:\(world.http)", "password-env = 'PW'")
        let old = try doctor(["codex"], ["PW": "secret"])
        #expect(old.cause == "command.version")
        #expect(old.text.contains("codex 0.140.0 sends no password to a proxy"))
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

    @Test func `15 a feature that codex does not know, and a list that exempts its server`() throws
    {
        try sandbox.write("[features]\nrespect_system_proxies = true\n", to: ".codex/config.toml")
        let answer = try doctor()
        #expect(answer.cause == "file.unknown-key")
        let fix = "sed -i.bak 's/respect_system_proxies/respect_system_proxy/' ~/.codex/config.toml"
        #expect(answer.text.contains(fix))
        let cured = try cure(fix)
        #expect(cured.ids == [], "\(cured.text)")
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
        try free()
        let stale = try cure(
            "eval \"$(proxyenv use clash --shell sh)\" && proxyenv set clash url http://127.0.0.1:\(world.socks)"
        )
        #expect(stale.ids.contains("shell.stale"), "\(stale.text)")
    }

    @Test func `the hook of another shell, in its file or in the shell itself`() throws {
        try sandbox.write("# proxyenv hook bash\neval \"$(proxyenv hook zsh)\"\n", to: ".zshrc")
        #expect(try doctor().cause == nil)
        try sandbox.write("\neval \"$(proxyenv hook bash)\"\n", to: ".zshrc")
        let answer = try doctor()
        #expect(answer.cause == "shell.wrong-hook")
        #expect(answer.text.contains("~/.zshrc:2, which zsh reads"), "\(answer.text)")
        #expect(answer.text.contains("$(proxyenv hook zsh)"), "\(answer.text)")
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

    @Test func `a command that is not there, a rule that is broken, and no profile of that name`()
        throws
    {
        #expect(try doctor(["no-such-command"]).cause == "command.missing")
        try configure("usrname = 'x'")
        #expect(try doctor().cause == "config.invalid")
        try sandbox.write("[commands]\ncodex = 'nobody'\n", to: ".config/proxyenv/config.toml")
        #expect(try doctor().cause == "config.invalid")
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

    @Test func `--fix changes proxyenv's own file, and says how`() throws {
        try configure("no-proxy = ['anthropic.com']")
        let before = sandbox.read(".config/proxyenv/config.toml")
        let dry = try sandbox.proxyenv("doctor", "claude", "--fix", "--dry-run")
        #expect(dry.text.contains("-no-proxy = ['anthropic.com']"), "\(dry.text)")
        #expect(sandbox.read(".config/proxyenv/config.toml") == before)
        let outcome = try sandbox.proxyenv("doctor", "claude", "--fix", "--yes")
        #expect(outcome.errorText.contains("proxyenv unset clash no-proxy"))
        #expect(try doctor(["claude"]).ids == [])
        #expect(try sandbox.proxyenv("doctor", "codex", "--dry-run").status == 2)
    }

    @Test func `without a command it looks at the file, every profile and every rule`() throws {
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
        try configure()
        #expect(try doctor([]).ids == [])
    }
}
