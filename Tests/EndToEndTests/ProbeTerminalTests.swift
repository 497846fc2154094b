import Testing

/// What `doctor` and `test` show on a terminal while somebody waits, and what is left of that.
@Suite struct ProbeTerminalTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }

    init() throws { stage = try DoctorStage() }

    /// A shell on a terminal that has `columns`.
    private func terminal(columns: Int) throws -> Pseudoterminal {
        let environment = sandbox.entries(["TERM": "xterm", "PS1": "$ "])
        let terminal = try Pseudoterminal(["/bin/sh", "-i"], environment: environment)
        try terminal.run("stty cols \(columns)")
        return terminal
    }

    @Test(arguments: [("doctor codex", 100), ("doctor codex", 24), ("test clash", 100)])
    func `what is waited for is shown, in one line, and taken away`(
        _ words: String, _ columns: Int
    ) throws {
        try stage.world.behave("silent")
        let terminal = try terminal(columns: columns)
        terminal.send("proxyenv \(words) --color never --timeout 1\n")
        try terminal.wait(for: "\r\u{1B}[K")
        let shown = try terminal.wait(for: "…")
        let first = words.hasPrefix("doctor") ? "looking up the prof" : "looking up clash"
        #expect(shown.hasPrefix(first), "\(shown)")
        #expect(shown.unicodeScalars.count <= columns - 2, "\(shown)")
        #expect(!shown.contains("\n"))
        let wanted = words.hasPrefix("doctor") ? "looking at" : "testing the route to"
        try terminal.wait(for: "\r\u{1B}[K\(wanted)")
        let rest = try terminal.run("echo status=$?")
        // Behind the last one that was taken away there is only what was asked for.
        let pieces = rest.split(separator: "\r\u{1B}[K")
        let report = try #require(pieces.last).replacing("\r\n", with: "\n")
        #expect(report.hasPrefix(words.hasPrefix("doctor") ? "codex\n" : "clash to "), "\(rest)")
        #expect(report.contains("says nothing"), "\(rest)")
        #expect(report.contains("status=1"), "\(rest)")
    }

    @Test(arguments: ["--quiet", "2>/dev/null", "--json"])
    func `nothing of it is seen where nobody wants to see it`(_ words: String) throws {
        let terminal = try terminal(columns: 100)
        let isJSON = words == "--json"
        if !isJSON { try stage.world.behave("silent") }
        let shown = try terminal.run("proxyenv doctor codex --timeout 1 \(words)")
        // A program reads standard output alone.
        #expect(shown.contains("\u{1B}[K") == isJSON, "\(shown)")
    }

    @Test func `Ctrl-C ends it at once, and nothing that it has started stays`() throws {
        try stage.world.behave("silent")
        let terminal = try terminal(columns: 100)
        terminal.send("proxyenv doctor codex --timeout 30\n")
        try terminal.wait(for: "looking at ")
        terminal.send("\u{3}")
        let begun = now()
        try terminal.run("echo status=$?")
        #expect(now() - begun < 3)
    }

    @Test func `--watch looks again until Ctrl-C`() throws {
        let terminal = try terminal(columns: 200)
        terminal.send("proxyenv test clash https://api.openai.com/ --watch --color never\n")
        for _ in 0..<2 {
            try terminal.wait(for: "clash to https://api.openai.com/")
            try terminal.wait(for: "api.openai.com: 401")
        }
        try stage.world.behave("forbidden")
        try terminal.wait(for: "itself denied the connection to api.openai.com:443")
        try stage.world.behave("")
        try terminal.wait(for: "api.openai.com: 401")
        terminal.send("\u{3}")
        let rest = try terminal.run("echo status=$?")
        #expect(rest.contains("status=130"), "\(rest)")
    }
}
