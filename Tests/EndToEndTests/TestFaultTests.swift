import Testing

/// `test` with endpoints of every bad habit.
@Suite struct TestFaultTests {
    private let sandbox: Sandbox
    private let faults: FaultServer

    init() throws {
        sandbox = try Sandbox()
        faults = try FaultServer(in: sandbox)
    }

    private func test(_ words: String...) throws -> Outcome {
        try Runner(
            arguments: ([sandbox.program, "test"] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
    }

    @Test(
        arguments: [
            (.silent, " accepts connections and says nothing"),
            (.reset, " breaks connections off: Connection reset by peer"),
            (.closed, " closes connections without a word"),
            (.half, " closes connections in the middle of its answer"),
            (.long, " answers with a head of more than 64 KB"),
            (.drip, " began an answer and did not end it in time"),
            (
                .ssh,
                " is not a proxy: it is something that says `SSH-2.0-OpenSSH_…`"
            ),
            (.ntlm, "asks for a login by Negotiate, NTLM only, which few tools support"),
            (.escapes, "403 \\u{1b}[2J\\u{1b}]0;owned"),
            (.api, " is not a proxy: it is Clash's API"),
            (.web, " is not a proxy: it is a web server or an API (status 404, nginx/1.22)"),
            (.forbids, " itself denied the connection to a.invalid:443"),
            (.target, " speaks TLS, but the URL says http"),
            (.stuck, "      no answer within 1.5 s"),
            (.socks4, " speaks SOCKS 4, but the URL says http"),
        ] as [(FaultServer.Habit, String)])
    func `a bad habit is named, in time, with what to do`(
        _ habit: FaultServer.Habit, _ words: String
    )
        throws
    {
        let begun = now()
        let outcome = try test(
            "http://127.0.0.1:\(faults.port(habit))", "https://a.invalid", "--timeout", "1.5")
        #expect(now() - begun < 6)
        #expect(outcome.text.contains(words), "\(outcome.text)")
        #expect(outcome.text.contains("    FAIL  ") && outcome.text.contains("    fix: "))
        #expect(outcome.status == 1)
        #expect(!outcome.output.contains(0x1B))
        #expect(!outcome.output.contains(0x07))
        #expect(String(validating: outcome.output, as: UTF8.self) != nil)
    }

    @Test func `NTLM alone is a case for Px or CNTLM`() throws {
        let outcome = try test("\(faults.port(.ntlm))", "https://a.invalid")
        #expect(outcome.text.contains("    fix: Run Px or CNTLM on this machine"))
    }

    @Test func `a port on which nothing listens has its fix`() throws {
        let port = try ServedProcess.freePort()
        let closed = try test("\(port)")
        #expect(closed.text.contains("FAIL  connect   nothing listens on 127.0.0.1:\(port)\n"))
        // Who has a proxy of their own running is told of that one.
        let isOther = closed.text.contains(" answers as ")
        #expect(
            closed.text.contains(isOther ? "    fix: eval " : "    fix: Start the proxy program"))
        #expect(closed.status == 1)
    }

    @Test func `a host that has no address is told by its name`() throws {
        let unknown = try test("http://no-such-host.invalid:8080", "--timeout", "5")
        #expect(
            unknown.text.contains(
                "FAIL  name      cannot resolve no-such-host.invalid"))
        #expect(unknown.status == 1)
    }

    @Test func `a target at which nothing listens is told without a proxy`() throws {
        let port = try ServedProcess.freePort()
        let target = try test("direct", "https://127.0.0.1:\(port)")
        #expect(
            target.text.contains("    FAIL  connect   cannot reach 127.0.0.1 without a proxy"),
            "\(target.text)")
        #expect(target.status == 1)
    }

    @Test func `where nothing listens, other proxies of this machine are named`() throws {
        let microsocks = try Binary.require("microsocks")
        let script = """
            "$1" -i 127.0.0.1 -p 7897 &
            for _ in 1 2 3 4 5 6 7 8 9 10; do
                sleep 0.2
                "$2" test clash https://a.invalid > "$3" && break
                grep -q 7897 "$3" && break
            done
            kill "$!"

            """
        _ = try PrivateNetwork.run(
            script, [microsocks, sandbox.program, sandbox.home + "/out"], in: sandbox)
        let text = String(decoding: sandbox.read("out") ?? [], as: UTF8.self)
        #expect(
            text.contains(
                "    fix: eval \"$(proxyenv use socks5h://127.0.0.1:7897)\"\n"
            ), "\(text)")
    }

    @Test func `one that hangs does not keep the others waiting`() throws {
        try sandbox.write(
            """
            [profiles.all]
            http = "http://127.0.0.1:\(faults.port(.drip))"
            https = "http://127.0.0.1:\(faults.port(.silent))"
            all = "socks5h://127.0.0.1:\(faults.port(.silent))"

            """, to: ".config/proxyenv/config.toml")
        let begun = now()
        let outcome = try test("all", "https://a.invalid", "--timeout", "2")
        #expect(now() - begun < 5)
        #expect(outcome.lines.count { $0.contains("FAIL  protocol") } == 3)
        #expect(!outcome.text.contains("fix: proxyenv"))
    }

    @Test(
        arguments: [
            ["--timeout", "0"], ["--timeout", "601"], ["--timeout", "x"], ["--timeout", "1.2345"],
            ["--timeout", ""], ["--timeout=99999999999999999999"],
        ])
    func `a time that is none is refused`(_ words: [String]) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program, "test"] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == 2)
        #expect(outcome.errorText.contains("`--timeout` is 0.1 to 600 seconds"))
    }

    @Test func `a URL that is none is refused, and its password not repeated`() throws {
        for url in ["ftp://u:h4nd@x/", "https://", "https://u:h4nd@x/a b", "https://x:99999/"] {
            let outcome = try test("direct", url)
            #expect(outcome.status == 2, "\(url)")
            #expect(!outcome.errorText.contains("h4nd"))
        }
    }

    @Test func `a host that is none is refused`() throws {
        for host in ["exämple.com", "a{b", "https://a\"b/"] {
            let outcome = try test("direct", host)
            #expect(outcome.status == 2, "\(host)")
            #expect(outcome.errorText.contains("cannot be a host"), "\(outcome.errorText)")
        }
    }

    @Test func `without a URL it goes where the profile's commands have to`() throws {
        let port = faults.port(.silent)
        try sandbox.write(
            """
            default = "a"
            [profiles.a]
            url = "http://127.0.0.1:\(port)"
            [profiles.b]
            url = "http://127.0.0.1:\(port)"
            [profiles.c]
            url = "http://127.0.0.1:\(port)"
            [commands]
            curl = "b"
            claude = "b"
            broken = 1
            npm = true
            codex = false

            """, to: ".config/proxyenv/config.toml")
        for (profile, url) in [
            ("a", "https://registry.npmjs.org/"), ("b", "https://api.anthropic.com/v1/models"),
            ("c", "https://www.gstatic.com/generate_204"),
        ] {
            let outcome = try test(profile, "--timeout", "0.2")
            #expect(outcome.text.hasPrefix("\(profile) to \(url)\n"), "\(outcome.text)")
        }
    }

    @Test func `a variable that names no server is passed over`() throws {
        try sandbox.write(
            """
            [profiles.b]
            url = "http://127.0.0.1:\(faults.port(.silent))"
            [commands]
            claude = "b"
            """, to: ".config/proxyenv/config.toml")
        let odd = try sandbox.proxyenv(
            "test", "b", "--timeout", "0.2", with: ["ANTHROPIC_BASE_URL": "https://a b"])
        #expect(odd.text.hasPrefix("b to https://api.anthropic.com/v1/models\n"), "\(odd.text)")
    }

    @Test func `a URL without a scheme is one of https`() throws {
        let free = try ServedProcess.freePort()
        let outcome = try test("direct", "127.0.0.1:\(free)")
        #expect(outcome.text.hasPrefix("direct to https://127.0.0.1:\(free)\n"), "\(outcome.text)")
    }

    @Test func `nothing secret is in the arguments of what it starts`() throws {
        try sandbox.install(
            "curl",
            """
            #!/bin/sh
            echo "$@" > ~/arguments
            cat > ~/input

            """)
        let proxy = try RealProxy(.microsocksWithPassword, in: sandbox)
        let target = try Listener()
        try sandbox.write(
            "[profiles.p]\nurl = 'socks5h://127.0.0.1:\(proxy.port)'\n"
                + "username = 'alice'\npassword = 'secret'\n",
            to: ".config/proxyenv/config.toml")
        let outcome = try test("p", "https://127.0.0.1:\(target.port)/")
        #expect(outcome.text.contains("ok    tunnel"))
        #expect(sandbox.read("arguments") == Array("-q -K -\n".utf8))
        let input = String(decoding: sandbox.read("input") ?? [], as: UTF8.self)
        #expect(input.contains("proxy = \"socks5h://alice:secret@127.0.0.1:\(proxy.port)\"\n"))
    }
}
