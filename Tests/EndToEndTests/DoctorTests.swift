import Testing

/// Each way in which a command does not get through is made, and `doctor` has to find it, say it in one sentence, and know
/// what cures it; where something here can, it is done, and a second look finds nothing.
@Suite struct DoctorTests {
    let stage: DoctorStage
    var sandbox: Sandbox { stage.sandbox }
    var world: OutsideWorld { stage.world }
    var noProxy: String { DoctorStage.noProxy }

    init() throws { stage = try DoctorStage() }

    func configure(url: String? = nil, _ more: String = "", rule: Bool = true) throws {
        try stage.configure(url: url, more, rule: rule)
    }

    func doctor(
        _ words: [String] = ["codex"], _ variables: [String: String?] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> DoctorStage.Answer {
        try stage.doctor(words, variables, sourceLocation: sourceLocation)
    }

    func cure(
        _ fix: String, _ words: [String] = ["codex"], _ variables: [String: String?] = [:]
    ) throws -> DoctorStage.Answer { try stage.cure(fix, words, variables) }

    func exported(_ url: String, _ more: [String: String?] = [:]) -> [String: String?] {
        stage.exported(url, more)
    }

    func free() throws { try configure(rule: false) }

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
    }

    @Test func `with variables that are right nothing is found, and each server is asked`() throws {
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

    @Test func `6 SOCKS in words that mean nothing`() throws {
        try free()
        let answer = try doctor(["codex"], exported("socks://127.0.0.1:\(world.socks)"))
        #expect(answer.cause == "env.socks")
    }

    @Test func `6 SOCKS for a tool that can't`() throws {
        try configure(url: "socks5h://127.0.0.1:\(world.socks)")
        let claude = try doctor(["claude"])
        #expect(claude.cause == "tool.scheme")
        #expect(claude.text.contains("claude cannot speak to socks5h://127.0.0.1:\(world.socks)"))
        #expect(
            try cure("proxyenv set clash url http://127.0.0.1:\(world.http)", ["claude"]).ids == [])
    }

    @Test func `7 TLS to a proxy that speaks none`() throws {
        try free()
        let tls = try doctor(["claude"], exported("https://127.0.0.1:\(world.http)"))
        #expect(tls.cause == "proxy.protocol", "\(tls.text)")
    }

    @Test func `7 one protocol instead of the other`() throws {
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
    }

    @Test
    func `7 a profile with a protocol that the command can't speak, at a port that speaks another`()
        throws
    {
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

    @Test func `8 a password that is missing`() throws {
        try world.behave("password")
        let missing = try doctor()
        #expect(missing.cause == "proxy.password")
        #expect(missing.text.contains("asks for a password, and profile clash has none"))
        #expect(missing.text.contains("proxyenv password clash"))
    }

    @Test func `8 a password that is wrong, and one that is right`() throws {
        try world.behave("password")
        try configure(url: "http://alice@127.0.0.1:\(world.http)", "password-env = 'PW'")
        let wrong = try doctor(["codex"], ["PW": "geheim"])
        #expect(wrong.cause == "proxy.password")
        #expect(wrong.text.contains("does not accept the password of profile clash"))
        #expect(!wrong.text.contains("geheim"))
        #expect(try doctor(["codex"], ["PW": "secret"]).ids == [])
    }

    @Test func `8 a proxy that takes NTLM alone`()
        throws
    {
        try world.behave("ntlm")
        let answer = try doctor()
        #expect(answer.cause == "proxy.ntlm")
        #expect(answer.text.contains("proxyenv use px"))
    }

    @Test func `8 a password that is not percent-encoded`() throws {
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
}
