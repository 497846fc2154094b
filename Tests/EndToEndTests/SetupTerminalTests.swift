import Testing

/// The questions of `setup`, on a terminal.
@Suite struct SetupTerminalTests {
    private let stage: SetupStage
    private var sandbox: Sandbox { stage.sandbox }

    init() throws { stage = try SetupStage() }

    private func begin() throws -> Pseudoterminal {
        try Pseudoterminal(
            [sandbox.program, "setup", "--shell", "zsh"],
            environment: sandbox.entries(stage.changes()))
    }

    @Test func `Enter takes what is proposed`() throws {
        let terminal = try begin()
        let shown = try terminal.wait(for: "q quits: ")
        #expect(shown.contains("Which proxy by default? office"), "\(shown)")
        terminal.send("\n")
        #expect(try terminal.wait(for: "q quits: ").contains("Commands to wrap: codex"))
        terminal.send("\n")
        #expect(try terminal.wait(for: "Write this? [Y/n] ").contains("# >>> proxyenv >>>"))
        #expect(!sandbox.has(".zshrc"))
        terminal.send("\n")
        try terminal.wait(for: "codex sees \(stage.url)")
        try terminal.waitForEnd()
        #expect(sandbox.text(of: ".zshrc").contains("proxyenv hook zsh"))
    }

    @Test func `names alone are all that is wrapped`() throws {
        let terminal = try begin()
        try terminal.wait(for: "q quits: ")
        terminal.send("direct\n")
        try terminal.wait(for: "q quits: ")
        terminal.send("codex, other +git cd\n")
        try terminal.wait(for: "`cd` cannot be wrapped")
        try terminal.wait(for: "q quits: ")
        terminal.send("codxe\n")
        try terminal.wait(for: "there is no command `codxe` here")
        try terminal.wait(for: "q quits: ")
        terminal.send("other\n")
        #expect(try terminal.wait(for: "q quits: ").contains("Commands to wrap: other\r\n"))
        terminal.send("\n")
        try terminal.wait(for: "Write this?")
        terminal.send("y\n")
        try terminal.wait(for: "no proxy, as its profile says")
        try terminal.waitForEnd()
        let config = sandbox.text(of: ".config/proxyenv/config.toml")
        #expect(config.contains("default = \"direct\""))
        #expect(config.contains("other = true"))
        #expect(!config.contains("codex"))
    }

    @Test(arguments: ["q\n", "\u{3}", "\u{4}"])
    func `who leaves at a question has changed nothing`(_ keys: String) throws {
        let before = try stage.snapshot()
        for count in 0..<3 {
            let terminal = try begin()
            for _ in 0..<count {
                try terminal.wait(for: "q quits: ")
                terminal.send("\n")
            }
            try terminal.wait(for: count == 2 ? "[Y/n] " : "q quits: ")
            terminal.send(keys)
            try terminal.waitForEnd()
            #expect(try stage.snapshot() == before)
        }
    }
}
