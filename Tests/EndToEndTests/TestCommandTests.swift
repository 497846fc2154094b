import Testing

/// `test` through real proxies to a target with TLS.
@Suite struct TestCommandTests {
    private let sandbox: Sandbox
    private let faults: FaultServer

    init() throws {
        sandbox = try Sandbox()
        faults = try FaultServer(in: sandbox)
    }

    /// Tries `profile`, where the system trusts the throw-away authority.
    private func test(_ words: String..., trusting: Bool = true) throws -> Outcome {
        _ = try Binary.require("curl")
        let trust: [String: String?] = trusting ? ["CURL_CA_BUNDLE": faults.authority] : [:]
        return try Runner(
            arguments: ([sandbox.program, "test"] + words).map { Array($0.utf8) },
            environment: sandbox.entries(trust)
        ).run()
    }

    private func configure(_ text: String) throws {
        try sandbox.write(text, to: ".config/proxyenv/config.toml")
    }

    /// The lines of a report without their times.
    private func lines(_ outcome: Outcome) -> [String] {
        outcome.lines.map { line in
            guard line.hasSuffix(" ms)") || line.hasSuffix(" s)"),
                let end = line.ranges(of: "  (").last?.lowerBound
            else { return line }
            return String(line[..<end])
        }
    }

    @Test(arguments: RealProxy.Kind.allCases)
    func `each step of the route through a real proxy is told`(_ kind: RealProxy.Kind) throws {
        let proxy = try RealProxy(kind, in: sandbox)
        let url = "\(kind.scheme)://127.0.0.1:\(proxy.port)"
        try configure(
            "[profiles.p]\nurl = '\(url)'\n"
                + (kind.asks ? "username = 'alice'\npassword = 'secret'\n" : ""))
        let outcome = try test("p", faults.url())
        let user = kind.asks ? url.replacing("://", with: "://alice:***@") : url
        let spoken = kind.scheme == "http" ? "HTTP" : "SOCKS 5"
        #expect(
            lines(outcome) == [
                "p to \(faults.url())", "  \(user)",
                "    ok    connect   127.0.0.1:\(proxy.port) accepts connections",
                "    ok    protocol  \(spoken), as the URL says",
                "    ok    password  \(kind.asks ? "it accepts the password" : "it asks for none")",
                "    ok    tunnel    open to localhost:\(faults.port(.target))",
                "    ok    TLS       the certificate is trusted by this system, "
                    + "by O = Throwaway, CN = Throwaway CA",
                "    ok    answer    localhost: 200", "",
            ])
        #expect(outcome.status == 0)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealProxy.Kind.allCases.filter(\.asks))
    func `a password that is missing is told`(_ kind: RealProxy.Kind) throws {
        let proxy = try RealProxy(kind, in: sandbox)
        try configure("[profiles.none]\nurl = '\(kind.scheme)://127.0.0.1:\(proxy.port)'\n")
        let none = try test("none", faults.url())
        #expect(none.status == 1)
        #expect(none.text.contains("asks for a password, and profile none has none"))
        #expect(none.text.contains("    fix: proxyenv set none username YOU\n"))
        #expect(!none.text.contains("FAIL  tunnel"))
        #expect(!none.text.contains("answer"))
    }

    @Test(arguments: RealProxy.Kind.allCases.filter(\.asks))
    func `a password that is wrong is told, and never shown`(_ kind: RealProxy.Kind) throws {
        let proxy = try RealProxy(kind, in: sandbox)
        try configure(
            "[profiles.wrong]\nurl = '\(kind.scheme)://127.0.0.1:\(proxy.port)'\n"
                + "username = 'alice'\npassword = 'h4nd'\n")
        let wrong = try test("wrong", faults.url())
        #expect(wrong.status == 1)
        #expect(wrong.text.contains("does not accept the password of profile wrong"))
        #expect(wrong.text.contains("    fix: proxyenv password wrong\n"))
        #expect(!wrong.text.contains("FAIL  tunnel"))
        #expect(!wrong.text.contains("answer"))
        let json = try test("wrong", faults.url(), "--json")
        #expect(!(wrong.text + json.text).contains("h4nd"))
        #expect(json.text.contains("\"state\": \"refused\""))
    }

    @Test func `a scheme that is none of the port's is told, with the command that sets it right`()
        throws
    {
        let http = try RealProxy(.tinyproxy, in: sandbox)
        let socks = try RealProxy(.microsocks, in: sandbox)
        try configure(
            "[profiles.a]\nurl = 'http://127.0.0.1:\(socks.port)'\n"
                + "[profiles.b]\nurl = 'socks5://127.0.0.1:\(http.port)'\n")
        for (profile, title, fix) in [
            ("a", "speaks SOCKS 5, but the URL says http", "url socks5h://127.0.0.1:\(socks.port)"),
            ("b", "speaks HTTP, but the URL says socks5", "url http://127.0.0.1:\(http.port)"),
        ] {
            let outcome = try test(profile, faults.url())
            #expect(outcome.status == 1)
            #expect(outcome.text.contains(" \(title)\n"), "\(outcome.text)")
            #expect(
                outcome.text.contains("    fix: proxyenv set \(profile) \(fix)\n"),
                "\(outcome.text)")
        }
    }

    @Test func `a scheme of one kind of target is set right in its own key`() throws {
        let http = try RealProxy(.tinyproxy, in: sandbox)
        try configure(
            "[profiles.c]\nhttp = 'http://127.0.0.1:\(http.port)'\n"
                + "https = 'https://127.0.0.1:\(http.port)'\n")
        let c = try test("c", faults.url())
        #expect(c.text.contains(" speaks HTTP, but the URL says https\n"))
        #expect(c.text.contains("    fix: proxyenv set c https http://127.0.0.1:\(http.port)\n"))
        #expect(c.text.contains("ok    answer    localhost: 200"))
    }

    @Test func `a certificate that is not trusted is told, with its authority`() throws {
        let proxy = try RealProxy(.tinyproxy, in: sandbox)
        try configure("[profiles.bare]\nurl = 'http://127.0.0.1:\(proxy.port)'\n")
        let bare = try test("bare", faults.url(), trusting: false)
        #expect(bare.status == 1)
        #expect(
            bare.text.contains(
                "the certificate of localhost is by O = Throwaway, CN = Throwaway CA"))
        #expect(bare.text.contains("    fix: proxyenv set bare ca-file FILE\n"))
    }

    @Test func `a certificate that only the profile trusts is told`() throws {
        let proxy = try RealProxy(.tinyproxy, in: sandbox)
        try configure(
            "[profiles.own]\nurl = 'http://127.0.0.1:\(proxy.port)'\n"
                + "ca-file = '\(faults.authority)'\n")
        let own = try test("own", faults.url(), trusting: false)
        #expect(own.status == 0)
        #expect(own.text.contains("trusted only by the profile's certificates, by O = Throwaway"))
        let json = try test("own", faults.url(), "--json", trusting: false)
        #expect(json.text.contains("\"publicCA\": false"))
    }

    @Test func `without a proxy there are the target's steps alone`() throws {
        let outcome = try test("direct", faults.url())
        #expect(outcome.status == 0)
        #expect(
            lines(outcome) == [
                "direct to \(faults.url())", "  without a proxy",
                "    ok    connect   localhost:\(faults.port(.target)) accepts connections",
                "    ok    TLS       the certificate is trusted by this system, "
                    + "by O = Throwaway, CN = Throwaway CA",
                "    ok    answer    localhost: 200", "",
            ])
    }

    @Test(
        arguments: [
            ("/challenge", "FAIL  answer    localhost wants to see a browser", 1),
            ("/region", "FAIL  answer    localhost does not serve the country", 1),
            ("/many", "FAIL  answer    localhost has had too many requests", 1),
            ("/broken", "FAIL  answer    localhost answers 500", 1),
            ("/login", "ok    answer    localhost: 401", 0),
        ])
    func `a server that refuses is told from a route that is closed`(
        _ path: String, _ words: String, _ status: Int32
    ) throws {
        let outcome = try test("direct", faults.url(path))
        #expect(outcome.text.contains(words), "\(outcome.text)")
        #expect(outcome.status == status)
        if status == 1 { #expect(outcome.text.contains("\n    fix: ")) }
    }

    @Test func `a page that does not end does not keep it`() throws {
        let begun = now()
        let outcome = try test("direct", "https://localhost:\(faults.port(.endless))/")
        #expect(outcome.text.contains("ok    answer    localhost: 200"))
        #expect(now() - begun < 8)
    }

    @Test func `without curl TLS and the answer are left out, and the rest is told`() throws {
        let proxy = try RealProxy(.tinyproxy, in: sandbox)
        let outcome = try sandbox.proxyenv(
            "test", "http://127.0.0.1:\(proxy.port)", faults.url(),
            with: ["PATH": sandbox.home + "/bin"])
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("ok    tunnel    open"))
        #expect(
            outcome.text.contains("-     answer    localhost: not tried, curl is not installed"))
    }

    @Test(arguments: [
        (
            "echo curl 8",
            "-     answer    127.0.0.1: not tried, what is called `curl` here is not curl"
        ),
        ("yes", "FAIL  connect   cannot reach 127.0.0.1 without a proxy: no answer in time"),
        (
            "linger & wait",
            "FAIL  connect   cannot reach 127.0.0.1 without a proxy: no answer in time"
        ),
    ])
    func `a curl that is none is named, and leaves nothing behind`(
        _ script: String, _ line: String
    ) throws {
        try sandbox.install("curl", "#!/bin/sh\n\(script)\n")
        try sandbox.install("linger", "#!/bin/sh\nsleep 20\n")
        let target = try Listener()
        let begun = now()
        let outcome = try sandbox.proxyenv(
            "test", "direct", "http://127.0.0.1:\(target.port)/", "--timeout", "1")
        #expect(outcome.text.contains(line), "\(outcome.text)")
        #expect(now() - begun < 8)
        let left = try Runner(
            arguments: try [Binary.require("pgrep"), "-f", sandbox.home + "/bin/linger"].map {
                Array($0.utf8)
            }, environment: []
        ).run()
        #expect(left.text == "")
    }

    @Test func `a target without TLS is asked through the proxy as browsers do`() throws {
        let proxy = try RealProxy(.tinyproxy, in: sandbox)
        let url = "http://127.0.0.1:\(faults.port(.api))/"
        let outcome = try test("\(proxy.port)", url)
        #expect(
            outcome.text.contains("ok    protocol  HTTP, as the URL says"), "\(outcome.text)")
        #expect(!outcome.text.contains("tunnel"))
        #expect(outcome.text.contains("ok    answer    127.0.0.1: "))
        #expect(outcome.status == 0)
    }

    @Test func `a target that breaks off is no fault of the proxy's protocol`() throws {
        for kind in [RealProxy.Kind.tinyproxy, .squidWithPassword, .privoxy] {
            let proxy = try RealProxy(kind, in: sandbox)
            try configure(
                "[profiles.p]\nurl = 'http://127.0.0.1:\(proxy.port)'\n"
                    + (kind.asks ? "username = 'alice'\npassword = 'secret'\n" : ""))
            for habit in [FaultServer.Habit.reset, .closed, .target, .ssh] {
                let outcome = try test(
                    "p", "http://127.0.0.1:\(faults.port(habit))/", "--timeout", "3")
                #expect(
                    outcome.text.contains("HTTP, as the URL says"), "\(kind) \(outcome.text)")
                #expect(!outcome.text.contains("TLS"))
            }
        }
    }

    @Test(arguments: [["http://alice:h4nd@127.0.0.1:1"], ["p", "https://alice:h4nd@a.example/x"]])
    func `a password on the command line is refused, and goes nowhere`(_ words: [String]) throws {
        let listener = try Listener()
        defer { listener.stop() }
        try configure("default = 'p'\n[profiles.p]\nurl = 'http://127.0.0.1:\(listener.port)'\n")
        let outcome = try Runner(
            arguments: ([sandbox.program, "test"] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == 2, "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.text.isEmpty)
        #expect(!outcome.errorText.contains("h4nd"))
    }
}
