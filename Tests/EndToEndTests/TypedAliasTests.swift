import Testing

/// The alias on top of a wrapper, which makes of what is typed one command, and what of the user's it leaves alone.
@Suite struct TypedAliasTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        for name in ["teller", "fixed", "plain"] { try sandbox.installTeller(name) }
    }

    private func alias(_ name: String) -> String { "\(sandbox.program) wrapped \(name)" }

    @Test(arguments: TypingShell.allCases)
    func `a name has the alias, and wrap, unwrap and reload give and take it`(
        _ shell: TypingShell
    ) throws {
        let terminal = try sandbox.terminal(shell)
        #expect(try terminal.run("alias teller").contains(alias("teller")))
        try terminal.run("proxyenv unwrap teller")
        #expect(!(try terminal.run("alias teller")).contains("wrapped"))
        #expect(try terminal.run("teller 1").contains("teller plain none <1>"))
        try terminal.run("proxyenv wrap plain")
        #expect(try terminal.run("alias plain").contains(alias("plain")))
        #expect(try terminal.run("plain 2").contains("plain office http://127.0.0.1:11 <2>"))
        try terminal.run("proxyenv reload")
        #expect(try terminal.run("plain 3").contains("plain office http://127.0.0.1:11 <3>"))
        #expect(
            try terminal.run("PROXYENV_BYPASS=1 plain 4").contains("plain plain none <4>"))
        let status = try terminal.run("proxyenv status")
        #expect(status.contains("plain: goes through its wrapper"))
        #expect(!status.contains("alias"))
    }

    @Test(arguments: TypingShell.allCases)
    func `an alias of the user's own stays, whether it is there before or comes later`(
        _ shell: TypingShell
    ) throws {
        let terminal = try sandbox.terminal(
            shell, before: "alias teller='teller --mine'", after: "alias fixed='fixed --late'")
        for round in 1...2 {
            #expect(
                try terminal.run("teller \(round)").contains(
                    "teller office http://127.0.0.1:11 <--mine> <\(round)>"))
            #expect(
                try terminal.run("fixed \(round)").contains(
                    "fixed home http://127.0.0.1:12 <--late> <\(round)>"))
            try terminal.run("proxyenv reload")
        }
    }

    @Test(arguments: [TypingShell.bash, .zsh])
    func `a function of the user's own below the hook's line is read and stays`(
        _ shell: TypingShell
    ) throws {
        let terminal = try sandbox.terminal(
            shell, after: "teller() { echo mine \"$@\"; }\nfixed 0\nread_to_the_end=1")
        #expect(try terminal.run("teller 1").contains("mine 1"))
        #expect(try terminal.run("echo \"<$read_to_the_end>\"").contains("<1>"))
        #expect(!(try terminal.run("alias")).contains("wrapped teller"))
        #expect(try terminal.run("alias").contains("wrapped fixed"))
    }

    @Test(arguments: [
        "readonly PROMPT_COMMAND", "readonly PROMPT_COMMAND='true mine'", "PROMPT_COMMAND=()",
        "set -u",
    ])
    func `in bash a PROMPT_COMMAND that can't be changed leaves the function`(
        _ own: String
    ) throws {
        let terminal = try sandbox.terminal(.bash, before: own, after: "read_to_the_end=1")
        #expect(try terminal.run("echo \"<$read_to_the_end>\"").contains("<1>"))
        #expect(try terminal.run("teller 1").contains("teller office http://127.0.0.1:11 <1>"))
        let shown = try terminal.run("declare -p PROMPT_COMMAND")
        #expect(!shown.contains("_proxyenv_prompt"))
    }

    @Test(arguments: ["true later;$PROMPT_COMMAND", "$PROMPT_COMMAND;true later"])
    func `in bash what is put before or behind the hook's part of PROMPT_COMMAND stays alone`(
        _ value: String
    ) throws {
        let terminal = try sandbox.terminal(.bash, after: "PROMPT_COMMAND=\"\(value)\"")
        #expect(try terminal.run("alias").contains("wrapped teller"))
        #expect(try terminal.run("echo \"<$PROMPT_COMMAND>\"").contains("<true later>"))
    }

    @Test func `in zsh the tool's own completion works through the alias`() throws {
        let own =
            "autoload -Uz compinit && compinit -u\n_mine() { compadd onlyone }\ncompdef _mine teller\n"
        let terminal = try sandbox.terminal(.zsh, before: own)
        terminal.send("teller on\t")
        try terminal.wait(for: "lyone")
        terminal.send("\n")
        try terminal.wait(for: "teller office http://127.0.0.1:11 <onlyone>")
    }

    @Test(arguments: TypingShell.allCases)
    func `without the program a backslash starts the plain command, and reload ends the aliases`(
        _ shell: TypingShell
    ) throws {
        let terminal = try sandbox.terminal(shell)
        try terminal.run("rm \(sandbox.program)")
        #expect(try terminal.run("\\teller 1").contains("teller plain none <1>"))
        try terminal.run("proxyenv reload")
        #expect(try terminal.run("teller 2").contains("teller plain none <2>"))
    }
}
