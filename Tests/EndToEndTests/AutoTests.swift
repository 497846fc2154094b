import Testing

/// `auto` takes the first port at which a proxy really answers, by what it speaks.
@Suite struct AutoTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    private func auto() throws -> Outcome { try sandbox.proxyenv("exec", "auto", "env", "-0") }

    @Test func `what only accepts, or is no proxy, is passed over`() throws {
        let faults = try FaultServer(in: sandbox)
        let proxy = try RealProxy(.tinyproxy, in: sandbox)
        let bad: [FaultServer.Habit] = [
            .silent, .reset, .closed, .half, .long, .drip, .ssh, .api, .web, .target,
        ]
        try sandbox.configureAuto(bad.map { faults.port($0) } + [proxy.port])
        let outcome = try auto()
        #expect(outcome.variables.text("https_proxy") == "http://127.0.0.1:\(proxy.port)")
        #expect(outcome.variables.text("PROXYENV_ACTIVE") == "auto")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `where none is a proxy it is an error, in time, and nothing is started`() throws {
        let faults = try FaultServer(in: sandbox)
        try sandbox.configureAuto([faults.port(.silent), faults.port(.web)])
        let begun = now()
        let outcome = try sandbox.proxyenv("exec", "auto", "touch", sandbox.home + "/canary")
        #expect(now() - begun < 3)
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("profile auto: none of its proxies answers"))
        #expect(outcome.errorText.contains("127.0.0.1:\(faults.port(.silent))"))
        #expect(!sandbox.has("canary"))
        #expect(!sandbox.has(".cache"))
    }

    @Test(
        arguments: [
            (.tinyproxy, "http"), (.tinyproxyWithPassword, "http"), (.privoxy, "http"),
            (.microsocks, "socks5h"), (.microsocksWithPassword, "socks5h"),
        ] as [(RealProxy.Kind, String)])
    func `a real proxy is used by what it speaks`(_ kind: RealProxy.Kind, _ scheme: String) throws {
        let proxy = try RealProxy(kind, in: sandbox)
        try sandbox.configureAuto([proxy.port])
        // The second time it is remembered.
        for _ in 0..<2 {
            let outcome = try auto()
            #expect(
                outcome.variables.text("https_proxy") == "\(scheme)://127.0.0.1:\(proxy.port)",
                "\(outcome.errorText)")
        }
    }

    @Test func `the order is that of the list, also where a later one answers sooner`() throws {
        let faults = try FaultServer(in: sandbox)
        let proxy = try RealProxy(.microsocks, in: sandbox)
        try sandbox.configureAuto([faults.port(.socks4), proxy.port, faults.port(.silent)])
        // What it chooses among is waited for 42 ms; where the machine is too busy for that, it is asked again.
        var chosen: [String?] = []
        let first = "socks4a://127.0.0.1:\(faults.port(.socks4))"
        while chosen.last != first, chosen.count < 8 {
            let cache = ["XDG_CACHE_HOME": "\(sandbox.home)/cache-\(chosen.count)"]
            let outcome = try sandbox.proxyenv("exec", "auto", "env", "-0", with: cache)
            chosen.append(outcome.variables.text("https_proxy"))
        }
        #expect(chosen.last == first, "\(chosen)")
    }

    @Test func `a profile of the file with several proxies is believed when it accepts`() throws {
        let listener = try Listener()
        try sandbox.configureAuto([1, 1])
        let text = sandbox.read(".config/proxyenv/config.toml").map {
            String(decoding: $0, as: UTF8.self)
        }
        let all = "all = 'socks5h://127.0.0.1:\(listener.port)'\n"
        try sandbox.write(
            "[profiles.clash]\nurl = 'http://127.0.0.1:\(listener.port)'\n\(all)"
                + (text?.split(separator: "\n").dropFirst(2).joined(separator: "\n") ?? ""),
            to: ".config/proxyenv/config.toml")
        let outcome = try auto()
        #expect(
            outcome.variables.text("https_proxy") == "http://127.0.0.1:\(listener.port)",
            "\(outcome.errorText)")
        #expect(
            outcome.variables.text("all_proxy") == "socks5h://127.0.0.1:\(listener.port)")
    }

    @Test func `in a list of one's own auto is all of its ports`() throws {
        let faults = try FaultServer(in: sandbox)
        let silent = faults.port(.silent)
        try sandbox.configureAuto(
            [silent], "[profiles.mine]\nfirst-reachable = ['auto', 'direct']\n")
        let outcome = try sandbox.proxyenv(
            "exec", "mine", "env", "-0", with: ["https_proxy": "http://x:1"])
        #expect(outcome.status == 0)
        #expect(outcome.variables["https_proxy"] == nil)
    }

    @Test func `a list that names the profile itself believes it`() throws {
        let faults = try FaultServer(in: sandbox)
        let silent = faults.port(.silent)
        try sandbox.configureAuto([silent], "[profiles.mine]\nfirst-reachable = ['clash']\n")
        let named = try sandbox.proxyenv("exec", "mine", "env", "-0")
        #expect(named.variables.text("https_proxy") == "http://127.0.0.1:\(silent)")
    }

    @Test(
        .notForWindows(
            "a choice is remembered where the routes tell the network, and there they do not"))
    func `the password of a profile is not told to what is only looked at`() throws {
        let port = try ServedProcess.freePort()
        try sandbox.write(
            """
            import socket, sys
            listener = socket.create_server(("127.0.0.1", \(port)), backlog=64)
            while True:
                s, _ = listener.accept()
                s.settimeout(0.2)
                try: data = s.recv(4096)
                except OSError: data = b""
                with open(sys.argv[1], "ab") as file: file.write(data)
                s.sendall(b"HTTP/1.1 407 No\\r\\nProxy-Authenticate: Basic realm=x\\r\\nContent-Length: 0\\r\\n\\r\\n")
                s.close()

            """, to: "asks.py")
        let log = sandbox.home + "/heard"
        let server = try ServedProcess(
            [try Binary.require("python3"), sandbox.home + "/asks.py", log], in: sandbox)
        ServedProcess.await(port)
        try sandbox.configureAuto([port])
        let text = sandbox.read(".config/proxyenv/config.toml").map {
            String(decoding: $0, as: UTF8.self)
        }
        let secret = "http://127.0.0.1:\(port)'\nusername = 'alice'\npassword = 'hunter2'"
        try sandbox.write(
            text.map { $0.replacing("http://127.0.0.1:\(port)'", with: secret) } ?? "",
            to: ".config/proxyenv/config.toml")
        let outcome = try auto()
        #expect(
            outcome.variables.text("https_proxy") == "http://alice:hunter2@127.0.0.1:\(port)",
            "\(outcome.errorText)")
        let heard = String(decoding: sandbox.read("heard") ?? [], as: UTF8.self)
        #expect(heard.contains("CONNECT 127.0.0.1:\(port)"))
        #expect(!heard.contains("Proxy-Authorization") && !heard.contains("hunter2"))
        let kept = try #require(try sandbox.choices().first.flatMap { sandbox.read($0) })
        #expect(!String(decoding: kept, as: UTF8.self).contains("alice"))
        withExtendedLifetime(server) {}
    }
}
