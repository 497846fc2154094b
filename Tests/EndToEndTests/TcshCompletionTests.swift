import Testing

/// The completion of tcsh, asked of tcsh itself on a terminal.
@Suite struct TcshCompletionTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox("[profiles.office]\nurl = 'http://127.0.0.1:11'\n")
        try sandbox.install("offspring", "#!/bin/sh\n")
        try sandbox.write("", to: "offer")
    }

    @Test(
        arguments: [
            ("us", "use"), ("use offi", "office"), ("show offi", "office"), ("env offi", "office"),
            ("-q us", "use"), ("use --sh", "--shell"), ("use --shell el", "elvish"),
            ("hook power", "powershell"), ("completions xo", "xonsh"), ("help val", "validate"),
            ("--color al", "always"), ("--config off", "offer"), ("env --format dock", "docker"),
            ("exec offi", "office"), ("exec office offsp", "offspring"),
            ("exec office -- offsp", "offspring"), ("run offsp", "offspring"),
            ("run -- offsp", "offspring"), ("run cat off", "offer"), ("wrap offsp", "offspring"),
            ("doctor offsp", "offspring"), ("-q explain offsp", "offspring"),
            ("--config .config/proxyenv/config.toml use offi", "office"),
        ])
    func `tcsh completes commands, options, profiles and the command to run`(
        _ words: String, _ wanted: String
    ) throws {
        let terminal = try terminal(loading: OtherShell.tcsh.loadingHook)
        terminal.send("proxyenv \(words)\t")
        let before = words.split(separator: " ").dropLast().map { "\($0) " }.joined()
        try terminal.wait(for: "proxyenv \(before)\(wanted) ")
    }

    @Test(arguments: ["eval \"`proxyenv completions tcsh | grep -v '^#'`\"", "source ~/completion"])
    func `tcsh has the completion without the hook, and Ctrl-D lists what there is`(
        _ load: String
    ) throws {
        try sandbox.write(sandbox.proxyenv("completions", "tcsh").output, to: "completion")
        let terminal = try terminal(loading: load)
        terminal.send("proxyenv \u{4}")
        // They stand in columns, whose order changes with each new command.
        let shown = try terminal.run("\u{15}echo \"<$?_proxyenv_rules>\"")
        for word in ["completions", "import", "validate", "<0>"] {
            #expect(shown.contains(word), "\(shown)")
        }
    }

    private func terminal(loading line: String) throws -> Pseudoterminal {
        // What is completed is looked for in the current folder.
        let terminal = try sandbox.terminal(.tcsh, startUp: "\(line)\ncd")
        // Before the prompt is there Tab and Ctrl-D are the terminal's.
        try terminal.wait(for: "ready> ")
        return terminal
    }
}
