import Testing

/// Faults of certificates and addresses, and what a hostile proxy or server sends to whoever looks at it.
@Suite struct DoctorFaultTests {
    let stage: DoctorStage
    var sandbox: Sandbox { stage.sandbox }
    var world: OutsideWorld { stage.world }

    init() throws { stage = try DoctorStage() }

    // MARK: Certificates

    @Test func `a certificate whose time is over, which no file of an authority cures`() throws {
        try FaultServer.sign(from: "20200101000000Z", to: "20210101000000Z", in: sandbox)
        let answer = try stage.doctor()
        #expect(answer.cause == "route.expired", "\(answer.text)")
        #expect(answer.ids.allSatisfy { $0 == "route.expired" })
        #expect(
            answer.text.contains(
                "the certificate of api.openai.com has expired (it was valid until Jan  1 00:00:00 2021 GMT)"
            ))
        #expect(!answer.text.contains("ca-file"))
        let test = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
        #expect(test.status == 1)
        #expect(
            test.text.contains(
                "FAIL  TLS       the certificate of api.openai.com has expired (it was valid until"
            ), "\(test.text)")
        #expect(test.text.contains("    fix: date\n"))
        #expect(!test.text.contains("ca-file"))
        try FaultServer.sign(from: "20200101000000Z", to: "20991231235959Z", in: sandbox)
        #expect(try stage.doctor().ids == [])
    }

    @Test func `a certificate whose time has not begun: it is the clock`() throws {
        try FaultServer.sign(from: "20980101000000Z", to: "20990101000000Z", in: sandbox)
        let answer = try stage.doctor()
        #expect(answer.cause == "route.clock", "\(answer.text)")
        #expect(answer.text.contains("is not yet valid, or this machine's clock is behind"))
        let test = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
        #expect(test.text.contains("    fix: date\n"), "\(test.text)")
    }

    @Test func `a certificate for another name`() throws {
        try FaultServer.makeCertificates(for: ["portal.example"], in: sandbox)
        let answer = try stage.doctor()
        #expect(answer.cause == "route.other-name", "\(answer.text)")
        #expect(
            answer.text.contains(
                "what answers as api.openai.com has a certificate for another name"))
        #expect(!answer.text.contains("ca-file"))
    }

    @Test func `an authority whose name is meant for the terminal`() throws {
        let openssl = try Binary.require("openssl")
        let home = sandbox.home
        let outcome = try Runner(
            arguments: [
                openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                "-nodes", "-days", "2", "-utf8", "-subj",
                "/O=\u{1B}[2J\u{202E}\u{1B}]0;owned\u{07}/CN=api.openai.com", "-keyout",
                "\(home)/server.key", "-out", "\(home)/server.pem",
            ].map { Array($0.utf8) }, environment: sandbox.entries()
        ).run()
        #expect(outcome.status == 0, "\(outcome.errorText)")
        let answer = try stage.doctor()
        #expect(answer.cause == "route.certificate", "\(answer.text)")
        #expect(try sandbox.proxyenv("doctor", "codex", "--color", "never").isHarmless)
    }

    // MARK: IPv6

    @Test(arguments: [("http", true), ("socks5h", false)])
    func `a proxy that listens on IPv6 alone`(_ scheme: String, _ isHTTP: Bool) throws {
        let six = try requireSix()
        let port = isHTTP ? six.http : six.socks
        // curl speaks to both kinds.
        let curl = ["curl", "--profile", "clash"]
        for host in ["[::1]", "localhost"] {
            try stage.configure(url: "\(scheme)://\(host):\(port)")
            let answer = try stage.doctor(curl)
            #expect(answer.ids == [], "\(answer.text)")
            #expect(answer.text.contains("\(host):\(port) accepts connections"))
            let test = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
            #expect(test.status == 0, "\(test.text)")
        }
        // What IPv4 has to say of that port is told just as clearly.
        try stage.configure(url: "\(scheme)://127.0.0.1:\(port)")
        #expect(try stage.doctor(curl).cause == "proxy.refused")
    }

    @Test(arguments: [("http", true), ("socks5h", false)])
    func `a proxy on IPv6 that speaks the other protocol`(_ scheme: String, _ isHTTP: Bool) throws {
        let six = try requireSix()
        let curl = ["curl", "--profile", "clash"]
        try stage.configure(url: "\(scheme)://[::1]:\(isHTTP ? six.socks : six.http)")
        let other = try stage.doctor(curl)
        #expect(other.cause == "proxy.protocol", "\(other.text)")
        let spoken = isHTTP ? "socks5h://[::1]:\(six.socks)" : "http://[::1]:\(six.http)"
        let fix = "proxyenv set clash url '\(spoken)'"
        #expect(other.text.contains(fix), "\(other.text)")
        let cured = try stage.cure(fix, curl)
        #expect(cured.ids == [], "\(cured.text)")
    }

    @Test func `a dead port of IPv6 is named as a URL has it`() throws {
        _ = try requireSix()
        let dead = try ServedProcess.freePort()
        try stage.configure(url: "http://[::1]:\(dead)")
        let answer = try stage.doctor()
        #expect(answer.cause == "proxy.refused")
        #expect(answer.text.contains("nothing listens on [::1]:\(dead)"), "\(answer.text)")
        let test = try sandbox.proxyenv("test", "clash", "https://a.invalid")
        #expect(test.text.contains("FAIL  connect   nothing listens on [::1]:\(dead)\n"))
    }

    @Test func `a server at an IPv6 address through a proxy`() throws {
        let six = try requireSix()
        let url = "https://[::1]:\(six.origin)/"
        let through = try sandbox.proxyenv("test", "clash", url)
        #expect(through.status == 0, "\(through.text)")
        #expect(through.text.contains("ok    tunnel    open to [::1]:\(six.origin)"))
    }

    @Test func `a server at an IPv6 address without a proxy`() throws {
        let six = try requireSix()
        let url = "https://[::1]:\(six.origin)/"
        let direct = try sandbox.proxyenv(
            "test", "direct", url, with: ["CURL_CA_BUNDLE": world.authority])
        #expect(direct.status == 0, "\(direct.text)")
        #expect(
            direct.text.contains("ok    connect   [::1]:\(six.origin) accepts connections"),
            "\(direct.text)")
    }

    @Test func `a server at an IPv6 address that the proxy denies`() throws {
        let six = try requireSix()
        let url = "https://[::1]:\(six.origin)/"
        try stage.configure("[commands]\nnpm = 'clash'\n", rule: false)
        try sandbox.write(
            "[profiles.clash]\nurl = 'http://127.0.0.1:\(world.http)'\n"
                + "ca-file = '\(world.authority)'\n[commands]\nnpm = 'clash'\n",
            to: ".config/proxyenv/config.toml")
        try sandbox.install("npm", "#!/bin/sh\necho 11.0.0\n")
        try sandbox.write("registry=\(url)\nnoproxy=\n", to: ".npmrc")
        try world.behave("forbidden")
        let answer = try stage.doctor(["npm"], ["npm_config_noproxy": "x.invalid"])
        #expect(
            answer.text.contains("itself denied the connection to [::1]:\(six.origin)"),
            "\(answer.text)")
    }

    // MARK: Hostile answers

    @Test(arguments: [
        ("head-flood", "proxy.mute"), ("refusal-flood", "proxy.forbidden"),
        ("realm-flood", "proxy.password"), ("tunnel-flood", "route.tls"),
        ("page-flood", "answer.forbidden"), ("fields-flood", "route.broken"),
    ])
    func `ten megabytes for the terminal are neither waited for nor kept nor shown`(
        _ mode: String, _ id: String
    ) throws {
        try world.behave(mode)
        let begun = now()
        let answer = try stage.doctor()
        #expect(now() - begun < 15)
        #expect(answer.cause == id, "\(answer.text)")
        #expect(answer.text.utf8.count < 16_384)
        for words in [["--color", "never"], ["--report"]] {
            let text = try Runner(
                arguments: ([sandbox.program, "doctor", "codex"] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(text.isHarmless, "\(text.text)")
            #expect(text.output.count < 16_384)
        }
        let test = try sandbox.proxyenv("test", "clash", "https://api.openai.com")
        #expect(test.isHarmless, "\(test.text)")
        #expect(test.output.count < 16_384)
    }

    @Test func `what a hostile proxy sends takes no memory`() throws {
        let python = try Binary.require("python3")
        func peak(_ mode: String) throws -> Int {
            try world.behave(mode)
            // ru_maxrss of the largest process that was waited for: proxyenv, or a curl of its.
            let script = """
                import resource, subprocess, sys
                subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
                """
            let outcome = try Runner(
                arguments: [python, "-c", script, sandbox.program, "doctor", "codex"]
                    .map { Array($0.utf8) },
                environment: sandbox.entries(), limit: 60
            ).run()
            return try #require(Int(outcome.text.filter { $0.isNumber }), "\(outcome.errorText)")
        }
        let usual = try peak("")
        for mode in ["head-flood", "refusal-flood", "page-flood", "fields-flood"] {
            // In KB: less than two megabytes more for each of the three that ask.
            #expect(try peak(mode) < usual + 8192, "\(mode)")
        }
    }

    @Test func `a command whose version is meant for the terminal, and has no end`() throws {
        try sandbox.install(
            "codex",
            """
            #!/bin/sh
            while printf 'codex-cli 0.163.0 \\033[2J\\033]0;owned\\007\\377\\376\\n'; do :; done

            """)
        let begun = now()
        let answer = try stage.doctor()
        #expect(now() - begun < 15)
        #expect(answer.ids == [], "\(answer.text)")
        #expect(try sandbox.proxyenv("doctor", "codex", "--color", "never").isHarmless)
    }

    @Test func `what stands in a variable is shown harmless too`() throws {
        let evil = "\u{1B}[2J\u{1B}]0;owned\u{07}\u{202E}"
        try stage.configure(rule: false)
        for value in ["http://\(evil):1", "http://127.0.0.1:1\(evil)", evil] {
            let answer = try stage.doctor(["codex"], stage.exported(value))
            #expect(answer.cause != nil, "\(answer.text)")
        }
    }

    @Test func `what stands in a file is shown harmless too`() throws {
        let evil = "\u{1B}[2J\u{1B}]0;owned\u{07}\u{202E}"
        try stage.configure(rule: false)
        try sandbox.write("HTTPS_PROXY=http://\(evil):1\n", to: ".codex/.env")
        _ = try stage.doctor()
        try sandbox.write(
            Array("HTTPS_PROXY=http://127.0.0.1:1\n".utf8) + [0xFF, 0xFE, 0x1B, 0x5B, 0x32, 0x4A],
            to: ".codex/.env")
        let file = try stage.doctor()
        #expect(file.cause == "proxy.refused", "\(file.text)")
        #expect(file.text.contains("~/.codex/.env:1 (HTTPS_PROXY) names it"))
        #expect(file.text.contains("sed -i.bak '1d' ~/.codex/.env"))
    }

    func requireSix() throws -> (http: UInt16, socks: UInt16, origin: UInt16) {
        guard let six = world.six else { try Test.cancel("there is no IPv6 here") }
        return six
    }
}
