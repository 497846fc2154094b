import Testing

/// What a terminal is like behind a question whose answer is not shown.
@Suite struct SecretTerminalTests {
    private static let file = "[profiles.a]\nurl = \"http://h:1\"\nusername = \"bob\"\n"

    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    /// Asks for a password on a terminal whose shell does not mend it afterwards.
    ///
    /// - Returns: The terminal, its settings, and the number of the process that asks.
    private func asking(
        _ words: String = "password a"
    ) throws -> (terminal: Pseudoterminal, settings: String, process: Spawn.ID) {
        let script = """
            echo "[$(stty -g)]"
            sh -c 'echo "<$$>"; exec proxyenv \(words)'
            echo "end $?"
            echo "[$(stty -g)]"
            read line
            """
        let terminal = try Pseudoterminal(
            ["/bin/sh", "-c", script],
            // In a debug build Swift would show a backtrace of SIGQUIT.
            environment: sandbox.entries([
                "PATH": "\(sandbox.home)/bin:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
            ]))
        try terminal.wait(for: "[")
        let settings = try terminal.wait(for: "]")
        try terminal.wait(for: "<")
        let process = try #require(Spawn.ID(try terminal.wait(for: ">")))
        try terminal.wait(for: "(not shown): ")
        return (terminal, settings, process)
    }

    private func settings(_ terminal: Pseudoterminal) throws -> String {
        try terminal.wait(for: "[")
        return try terminal.wait(for: "]")
    }

    @Test(arguments: Spawn.Signal.allCases, ["password a", "add b -"])
    func `a signal ends the question and gives the terminal back`(
        _ signal: Spawn.Signal, _ words: String
    )
        throws
    {
        let (terminal, before, process) = try asking(words)
        terminal.send("hush")
        Spawn.send(signal, to: process)
        let shown = try terminal.wait(for: "end \(128 + signal.rawValue)", limit: 5)
        #expect(!shown.contains("hush"))
        #expect(try settings(terminal) == before)
        #expect(sandbox.read(".config/proxyenv/config.toml") == Array(Self.file.utf8))
    }

    @Test(arguments: [
        ("\u{3}", "password a"), ("\u{4}", "password a"), ("http://\u{3}", "add b -"),
    ])
    func `a key ends the question and gives the terminal back`(_ keys: String, _ words: String)
        throws
    {
        let (terminal, before, _) = try asking(words)
        terminal.send(keys)
        try terminal.wait(for: "end 130", limit: 5)
        #expect(try settings(terminal) == before)
        #expect(sandbox.read(".config/proxyenv/config.toml") == Array(Self.file.utf8))
    }

    @Test func `someone who thinks for a while is waited for`() throws {
        let (terminal, before, _) = try asking("add b -")
        pause(0.7)
        terminal.send("http://u:hush@")
        pause(0.5)
        terminal.send("h:1\n")
        let shown = try terminal.wait(for: "end 0", limit: 5)
        #expect(!shown.contains("hush"))
        #expect(try settings(terminal) == before)
        let text = String(
            decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
        #expect(text.contains("password = \"hush\""))
    }
}
