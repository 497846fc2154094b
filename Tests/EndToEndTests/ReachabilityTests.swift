import Testing

/// The looks at proxies: which one is chosen, and what is said of one that is not there.
@Suite struct ReachabilityTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// Profiles for `ports`, called p0, p1 …, and `any` that is the first of them which is reachable.
    private func configure(_ ports: [UInt16], _ more: String = "") throws {
        var text = ""
        for (number, port) in ports.enumerated() {
            text += "[profiles.p\(number)]\nurl = 'http://127.0.0.1:\(port)'\n"
        }
        let names = ports.indices.map { "'p\($0)'" }.joined(separator: ", ")
        if !ports.isEmpty {
            text +=
                "[profiles.any]\nfirst-reachable = [\(names)]\n[profiles.auto]\nfirst-reachable = ['any']\n"
        }
        try sandbox.write(text + more, to: ".config/proxyenv/config.toml")
    }

    private func closedPort() throws -> UInt16 {
        let listener = try Listener()
        defer { listener.stop() }
        return listener.port
    }

    @Test func `the first in order that accepts is chosen, under the name that was asked for`()
        throws
    {
        let (first, second) = try (Listener(), Listener())
        try configure([try closedPort(), first.port, second.port])
        for name in ["any", "auto"] {
            let outcome = try sandbox.proxyenv(
                "exec", name, "env", "-0", with: ["PROXYENV_PROBE": nil])
            #expect(outcome.variables.text("https_proxy") == "http://127.0.0.1:\(first.port)")
            #expect(outcome.variables.text("PROXYENV_ACTIVE") == name)
            #expect(outcome.errorText.isEmpty)
        }
    }

    @Test func `where the first has gone the next one is chosen`() throws {
        let (first, second) = try (Listener(), Listener())
        try configure([first.port, second.port])
        let before = try sandbox.proxyenv("run", "env", "-0", with: ["PROXYENV_PROBE": nil])
        #expect(before.variables.text("https_proxy") == "http://127.0.0.1:\(first.port)")
        first.stop()
        let next = try sandbox.proxyenv("run", "env", "-0", with: ["PROXYENV_PROBE": nil])
        #expect(next.variables.text("https_proxy") == "http://127.0.0.1:\(second.port)")
    }

    /// What the look before a start leaves at a proxy that is there: nothing, where the system tells who listens.
    #if os(Linux)
        private static let looksAtStart = 0
    #else
        private static let looksAtStart = 1
    #endif

    @Test(.notForWindows("the look before a start is a connection there"))
    func `the look before a start makes no connection where the system tells who listens`()
        throws
    {
        let proxy = try Listener()
        try configure([proxy.port])
        for words in [["exec", "p0", "true"], ["use", "p0", "--shell", "sh"]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries(["PROXYENV_PROBE": nil])
            ).run()
            #expect(outcome.status == 0)
            #expect(outcome.errorText.isEmpty)
            #expect(proxy.takeConnections() == Self.looksAtStart)
        }
    }

    /// A reset would be a warning in v2ray's log, which has nothing of an end in order.
    @Test func `the look of a choice is one connection that ends in order, without a byte`() throws
    {
        let proxy = try Listener()
        try configure([proxy.port])
        for words in [["exec", "any", "true"], ["use", "any", "--shell", "sh"]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries(["PROXYENV_PROBE": nil])
            ).run()
            #expect(outcome.status == 0)
            #expect(proxy.takeSilentEnds() == 1)
            for file in try sandbox.choices() { Files.remove("\(sandbox.home)/\(file)") }
        }
    }

    @Test func `where none accepts it is an error that names them, and nothing is started`() throws
    {
        let ports = try [closedPort(), closedPort()]
        try configure(ports)
        let canary = sandbox.home + "/canary"
        let outcome = try sandbox.proxyenv("exec", "any", "touch", canary)
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("none of its proxies accepts a connection"))
        for port in ports { #expect(outcome.errorText.contains("127.0.0.1:\(port)")) }
        #expect(!sandbox.has("canary"))
        #expect(try sandbox.proxyenv("use", "any", "--shell", "sh").text == "false;\n")
    }

    @Test func `direct as the last of them always accepts`() throws {
        try configure([try closedPort()], "[profiles.last]\nfirst-reachable = ['p0', 'direct']\n")
        let outcome = try sandbox.proxyenv(
            "exec", "last", "env", "-0", with: ["https_proxy": "http://x:1"])
        #expect(outcome.status == 0)
        #expect(outcome.variables["https_proxy"] == nil)
    }

    @Test func `a cycle is an error`() throws {
        let cycle = "[profiles.a]\nfirst-reachable = ['b']\n[profiles.b]\nfirst-reachable = ['a']\n"
        try configure([], cycle)
        let outcome = try sandbox.proxyenv("exec", "a", "true")
        #expect(outcome.status == 125)
        #expect(outcome.errorText.contains("a → b → a"))
        #expect(try sandbox.proxyenv("use", "a", "--shell", "sh").text == "false;\n")
    }

    private static let probe: [String: String?] = ["PROXYENV_PROBE": nil]

    /// The profile p0 with a port at which nothing listens, and what is said of that.
    private func configureAbsent() throws -> String {
        let port = try closedPort()
        try configure([port])
        return "proxyenv: nothing listens on 127.0.0.1:\(port) (profile p0)"
    }

    @Test(.notForWindows("it starts a program of this system by its path"))
    func `a proxy of this machine that is not there is one line, and the command starts`()
        throws
    {
        let line = try configureAbsent()
        let exec = try sandbox.proxyenv("exec", "p0", "echo", "on", with: Self.probe)
        #expect(exec.text == "on\n")
        #expect(exec.errorText.hasPrefix(line))
        #expect(exec.errorText.split(separator: "\n").count == 1)
    }

    @Test func `use sets a proxy of this machine that is not there, and says so`() throws {
        let line = try configureAbsent()
        let use = try sandbox.proxyenv("use", "p0", "--shell", "sh", with: Self.probe)
        #expect(use.status == 0)
        #expect(use.errorText.hasPrefix(line))
        #expect(use.text.contains("export https_proxy="))
    }

    @Test func `with -q nothing is said of it`() throws {
        _ = try configureAbsent()
        #expect(
            try sandbox.proxyenv("-q", "use", "p0", "--shell", "sh", with: Self.probe).errorText
                .isEmpty)
    }

    @Test(arguments: [["exec", "p0", "true"], ["use", "p0", "--shell", "sh"]])
    func `with PROXYENV_PROBE=0 nothing is said of it`(_ words: [String]) throws {
        _ = try configureAbsent()
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.errorText.isEmpty)
    }

    @Test(.notForWindows("the look before a start is a connection there"))
    func `nothing is said of one that is there`() throws {
        let listener = try Listener()
        try configure([listener.port])
        let outcome = try sandbox.proxyenv("exec", "p0", "true", with: ["PROXYENV_PROBE": nil])
        #expect(outcome.errorText.isEmpty)
        #expect(listener.takeConnections() == Self.looksAtStart)
    }

    @Test func `other commands do not look`() throws {
        let listener = try Listener()
        try configure([listener.port])
        _ = try sandbox.proxyenv("exec", "p0", "true")
        for words in [
            ["show", "p0"], ["status"], ["validate"], ["hook", "zsh"],
            ["off", "--shell", "sh"],
        ] {
            _ = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries(["PROXYENV_PROBE": nil, "PROXYENV_ACTIVE": "p0"])
            ).run()
        }
        #expect(listener.takeConnections() == 0)
    }

    @Test func `list looks unless PROXYENV_PROBE is 0`() throws {
        let listener = try Listener()
        try configure([listener.port])
        _ = try sandbox.proxyenv("list", with: ["PROXYENV_PROBE": nil])
        #expect(listener.takeConnections() == 1)
        _ = try sandbox.proxyenv("list")
        #expect(listener.takeConnections() == 0)
    }

    @Test func `localhost is a loopback proxy too`() throws {
        let port = try closedPort()
        try configure(
            [],
            "[profiles.l]\nurl = 'http://localhost:\(port)'\n"
        )
        let local = try sandbox.proxyenv("exec", "l", "true", with: ["PROXYENV_PROBE": nil])
        #expect(
            local.errorText.hasPrefix("proxyenv: nothing listens on localhost:\(port) (profile l)"))
    }

    @Test func `another host is not looked at`() throws {
        try configure([], "[profiles.far]\nurl = 'http://proxy.invalid:1'\n")
        let far = try sandbox.proxyenv("exec", "far", "true", with: ["PROXYENV_PROBE": nil])
        #expect(far.errorText.isEmpty)
    }
}
