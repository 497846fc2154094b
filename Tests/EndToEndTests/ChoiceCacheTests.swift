import Testing

/// A choice is remembered for a moment, where nobody else can have written it, and forgotten when the world has changed.
@Suite struct ChoiceCacheTests {
    private let sandbox: Sandbox
    private let first: Listener
    private let second: Listener

    init() throws {
        sandbox = try Sandbox()
        (first, second) = try (Listener(), Listener())
        var text = ""
        for (name, listener) in [("a", first), ("b", second)] {
            text +=
                "[profiles.\(name)]\nurl = 'http://127.0.0.1:\(listener.port)'\nusername = 'alice'\n"
                + "password = 'hunter2'\n"
        }
        let lists = "[profiles.any]\nfirst-reachable = ['a', 'b']\n"
        let direct = "[profiles.last]\nfirst-reachable = ['a', 'b', 'direct']\n"
        try sandbox.write(text + lists + direct, to: ".config/proxyenv/config.toml")
    }

    private enum Asked: Equatable {
        /// All are asked: the second too, of which there is nothing to know otherwise.
        case anew
        /// Only the one that was chosen is looked for.
        case remembered
        /// Something else.
        case other(Int, Int)
    }

    /// Starts a command, which has to get the first proxy, and tells who was asked.
    private func run(_ changes: [String: String?] = [:]) throws -> Asked {
        let outcome = try sandbox.proxyenv("exec", "any", "env", "-0", with: changes)
        let end = ":\(first.port)"
        #expect(
            outcome.variables.text("https_proxy")?.hasSuffix(end) == true, "\(outcome.errorText)")
        #expect(outcome.errorText.isEmpty)
        switch (first.takeConnections(), second.takeConnections()) {
        // Where the system tells who listens, the look is no connection.
        case (0, 0), (1, 0): return .remembered
        case (1, 1): return .anew
        case (let one, let other): return .other(one, other)
        }
    }

    /// Changes the line of this number in what is remembered.
    private func change(_ line: Int, _ transform: (Substring) -> String) throws {
        let file = try #require(try sandbox.choices().first)
        let text = String(decoding: sandbox.read(file) ?? [], as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines[line] = transform(lines[line][...])
        try sandbox.write(lines.joined(separator: "\n"), to: file)
    }

    private func mode(_ name: String) -> Files.Mode? { Files.mode("\(sandbox.home)/\(name)") }

    @Test func `the second time only the chosen one is looked for`() throws {
        #expect(try run() == .anew)
        #expect(try run() == .remembered)
        #expect(try run() == .remembered)
    }

    @Test func `what is remembered is the user's alone, and has no secret in it`() throws {
        #expect(try run() == .anew)
        let files = try sandbox.choices()
        #expect(files.count == 1)
        #expect(mode(files[0]) == 0o600)
        #expect(mode(".cache/proxyenv") == 0o700)
        let text = String(decoding: sandbox.read(files[0]) ?? [], as: UTF8.self)
        #expect(text.contains("\na\n"))
        for secret in ["alice", "hunter2", "://"] { #expect(!text.contains(secret)) }
    }

    @Test func `one that is gone is not believed`() throws {
        #expect(try run() == .anew)
        first.stop()
        let outcome = try sandbox.proxyenv("exec", "any", "env", "-0")
        #expect(outcome.variables.text("https_proxy")?.hasSuffix(":\(second.port)") == true)
        #expect(second.takeConnections() == 1)
    }

    @Test(arguments: [-31_000, 60_000])
    func `after 30 seconds, or with a time that is to come, it is asked anew`(_ shift: Int) throws {
        #expect(try run() == .anew)
        try change(2) { "\((Int($0) ?? 0) + shift)" }
        #expect(try run() == .anew)
        #expect(try run() == .remembered)
    }

    @Test func `just before 30 seconds it is still good`() throws {
        #expect(try run() == .anew)
        try change(2) { "\((Int($0) ?? 0) - 15_000)" }
        #expect(try run() == .remembered)
    }

    @Test func `with another key, as another network has, it is asked anew`() throws {
        #expect(try run() == .anew)
        try change(1) { String($0.reversed()) }
        #expect(try run() == .anew)
        #expect(try run() == .remembered)
    }

    @Test func `with other proxies in the file it is asked anew`() throws {
        #expect(try run() == .anew)
        let config = ".config/proxyenv/config.toml"
        let text = String(decoding: sandbox.read(config) ?? [], as: UTF8.self)
        try sandbox.write(
            text.replacing(
                "'http://127.0.0.1:\(second.port)", with: "'http://localhost:\(second.port)"),
            to: config)
        #expect(try run() == .anew)
        #expect(try run() == .remembered)
    }

    @Test(arguments: [
        "", "\n\n\n\n\n", "proxyenv choice 1\n", String(repeating: "x\n", count: 4096),
        "\0\u{1b}[2J",
    ])
    func `damage is passed over and mended`(_ text: String) throws {
        #expect(try run() == .anew)
        try sandbox.write(text, to: try #require(try sandbox.choices().first))
        #expect(try run() == .anew)
        #expect(try run() == .remembered)
    }

    @Test(arguments: [(3, "c"), (3, "b\u{1b}"), (4, "http"), (4, "gopher")])
    func `a name that is no candidate's, or a scheme that nobody asked for, is damage`(
        _ line: Int, _ text: String
    ) throws {
        #expect(try run() == .anew)
        try change(line) { _ in text }
        #expect(try run() == .anew)
        #expect(try run() == .remembered)
    }

    @Test(arguments: [0o660, 0o666, 0o602] as [Files.Mode])
    func `a file that others can write is not believed, and is replaced`(_ mode: Files.Mode) throws
    {
        #expect(try run() == .anew)
        let file = try #require(try sandbox.choices().first)
        Files.setMode("\(sandbox.home)/\(file)", mode)
        #expect(try run() == .anew)
        #expect(self.mode(file) == 0o600)
        #expect(try run() == .remembered)
    }

    @Test(.enabled(if: Users.isRoot, "only root can give a file away"))
    func `somebody else's file is not believed`() throws {
        #expect(try run() == .anew)
        let file = try #require(try sandbox.choices().first)
        Files.setOwner("\(sandbox.home)/\(file)", (12_345, 12_345))
        #expect(try run() == .anew)
        #expect(try run() == .remembered)
    }

    @Test(.enabled(if: Users.isRoot, "only root can give a file away"))
    func `a file in somebody else's folder is not believed`() throws {
        #expect(try run() == .anew)
        Files.setOwner("\(sandbox.home)/.cache/proxyenv", (12_345, 12_345))
        #expect(try run() == .anew)
        #expect(try run() == .anew)
    }

    @Test func `a folder that others can write is no place`() throws {
        #expect(try run() == .anew)
        Files.setMode("\(sandbox.home)/.cache/proxyenv", 0o777)
        #expect(try run() == .anew)
        #expect(try run() == .anew)
    }

    @Test func `a folder in one that others can write is no place`() throws {
        Files.makeFolder("\(sandbox.home)/open", mode: 0o777)
        Files.setMode("\(sandbox.home)/open", 0o1777)
        for _ in 0..<2 {
            #expect(try run(["XDG_CACHE_HOME": sandbox.home + "/open"]) == .anew)
        }
        #expect(!sandbox.has("open/proxyenv"))
    }

    @Test func `a pipe in its place is replaced`() throws {
        #expect(try run() == .anew)
        let file = try #require(try sandbox.choices().first)
        Files.remove("\(sandbox.home)/\(file)")
        Files.makePipe("\(sandbox.home)/\(file)")
        #expect(try run() == .anew)
        #expect(try run() == .remembered)
    }

    @Test func `a folder in its place stays there`() throws {
        #expect(try run() == .anew)
        let file = try #require(try sandbox.choices().first)
        Files.remove("\(sandbox.home)/\(file)")
        Files.makeFolder("\(sandbox.home)/\(file)", mode: 0o700)
        #expect(try run() == .anew)
        #expect(try run() == .anew)
        #expect(try sandbox.choices() == [file])
    }

    @Test func `the login session's folder is preferred`() throws {
        Files.makeFolder("\(sandbox.home)/session", mode: 0o700)
        let session: [String: String?] = ["XDG_RUNTIME_DIR": sandbox.home + "/session"]
        #expect(try run(session) == .anew)
        #expect(try run(session) == .remembered)
        #expect(try sandbox.choices(in: "session/proxyenv").count == 1)
        #expect(!sandbox.has(".cache"))
    }

    @Test func `a login session's folder that others can write is passed over`() throws {
        Files.makeFolder("\(sandbox.home)/session", mode: 0o700)
        let session: [String: String?] = ["XDG_RUNTIME_DIR": sandbox.home + "/session"]
        Files.setMode("\(sandbox.home)/session", 0o777)
        #expect(try run(session) == .anew)
        #expect(try run(session) == .remembered)
        #expect(try sandbox.choices().count == 1)
    }

    @Test func `without any folder nothing is remembered, and all else is as it was`() throws {
        let none: [String: String?] = [
            "HOME": nil, "PROXYENV_CONFIG": sandbox.home + "/.config/proxyenv/config.toml",
        ]
        for _ in 0..<2 { #expect(try run(none) == .anew) }
    }

    @Test func `in a folder that cannot be made nothing is remembered`() throws {
        for _ in 0..<2 { #expect(try run(["XDG_CACHE_HOME": "/dev/null/none"]) == .anew) }
    }

    @Test func `the way without a proxy is remembered until one of this machine listens`() throws {
        let port = first.port
        first.stop()
        second.stop()
        let environment: [String: String?] = ["https_proxy": "http://x:1"]
        func proxy() throws -> String? {
            let outcome = try sandbox.proxyenv("exec", "last", "env", "-0", with: environment)
            #expect(outcome.status == 0)
            return outcome.variables.text("https_proxy")
        }
        #expect(try proxy() == nil)
        #expect(try proxy() == nil)
        #expect(try sandbox.choices().count == 1)
        let server = try ServedProcess(
            [
                try Binary.require("python3"), "-c",
                "import socket, time; s = socket.create_server(('127.0.0.1', \(port)), backlog=64); time.sleep(60)",
            ], in: sandbox)
        ServedProcess.await(port)
        #expect(try proxy()?.hasSuffix(":\(port)") == true)
        withExtendedLifetime(server) {}
    }

    @Test func `a profile that does not choose has no cache`() throws {
        #expect(try sandbox.proxyenv("exec", "a", "true").status == 0)
        #expect(try sandbox.proxyenv("use", "a", "--shell", "sh").status == 0)
        #expect(!sandbox.has(".cache"))
    }
}
