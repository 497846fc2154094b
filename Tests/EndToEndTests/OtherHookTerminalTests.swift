import Testing

/// The hooks of tcsh, elvish and xonsh under conditions that are hard on them, on a terminal.
@Suite struct OtherHookTerminalTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        for name in ["teller", "fixed", "plain"] { try sandbox.installTeller(name) }
    }

    private func terminal(_ shell: OtherShell, before own: String = "") throws -> Pseudoterminal {
        try sandbox.terminal(shell, startUp: "\(own)\n\(shell.loadingHook)")
    }

    @Test(arguments: OtherShell.allCases)
    func `an interrupt ends the wrapped command and not the shell`(_ shell: OtherShell) throws {
        try sandbox.installWaiter("teller")
        let terminal = try terminal(shell)
        terminal.send("teller\n")
        try terminal.wait(for: "waiting for it")
        terminal.send("\u{3}")
        #expect(try terminal.run("fixed on").contains("fixed home http://127.0.0.1:12 <on>"))
        #expect(!sandbox.openGate(), "it is still there")
    }

    /// Elvish has no job control.
    @Test(arguments: [OtherShell.tcsh, .xonsh])
    func `Ctrl-Z gives the prompt back, and fg the wrapped command`(_ shell: OtherShell) throws {
        try sandbox.installWaiter("teller")
        let terminal = try terminal(shell)
        terminal.send("teller\n")
        try terminal.wait(for: "waiting for it")
        terminal.send("\u{1A}")
        // Only a shell that has its terminal back does this.
        try terminal.run("true")
        #expect(sandbox.openGate())
        terminal.send("fg\n")
        try terminal.wait(for: "resumed office")
    }

    @Test(arguments: OtherShell.allCases)
    func `arguments and standard input arrive as they were`(_ shell: OtherShell) throws {
        let terminal = try terminal(shell)
        // In a string of xonsh that is not raw, `$HOME` is its value.
        let raw = shell == .xonsh ? "r" : ""
        let words =
            #"'' 'a  b' '*' \#(raw)'$HOME' '`id`' '--help' '-q' -- \#(shell.backslash) "it's" 'say "x"'"#
        #expect(
            try terminal.run("teller \(words)").contains(
                #"teller office http://127.0.0.1:11 <> <a  b> <*> <$HOME> <`id`> <--help> <-q> <--> <\> <it's> <say "x">"#
            ))
        try sandbox.install("teller", "#!/bin/sh\nsed 's/^/through /'\n")
        #expect(try terminal.run("echo in | teller").contains("through in"))
        #expect(try terminal.run("teller < ~/.config/proxyenv/config.toml").contains("through def"))
    }

    @Test(arguments: OtherShell.allCases)
    func `the end of a wrapped command is that of the command alone`(_ shell: OtherShell) throws {
        let terminal = try terminal(shell)
        // Of a signal xonsh 0.13 says now 0 and now -15, for the command alone too.
        for end in shell == .xonsh ? ["exit 41"] : ["exit 41", "kill -TERM $$"] {
            for name in ["teller", "plain"] {
                try sandbox.install(name, "#!/bin/sh\n\(end)\n")
            }
            let statuses = try ["teller", "plain"].map { name in
                Self.status(in: try terminal.run(shell.telling(name)))
            }
            #expect(statuses[0] == statuses[1])
            #expect(statuses[0] != nil)
            if end == "exit 41" { #expect(statuses[0] == "41") }
        }
    }

    @Test(arguments: OtherShell.allCases)
    func `proxyenv itself gives back how the program ended that it became`(
        _ shell: OtherShell
    ) throws {
        let terminal = try terminal(shell)
        try sandbox.install("plain", "#!/bin/sh\nexit 41\n")
        let line = shell.telling("proxyenv exec home plain")
        #expect(Self.status(in: try terminal.run(line)) == "41")
        // Of a signal xonsh 0.13 says now 0 and now -15, whoever started the program.
        if shell == .xonsh { return }
        try sandbox.install("plain", "#!/bin/sh\nkill -TERM $$\n")
        #expect(Self.status(in: try terminal.run(line)) == (shell == .elvish ? "-15" : "143"))
    }

    /// The last number behind the word `status`; the line that asks for it shows the word too.
    private static func status(in text: String) -> String? {
        text.ranges(of: "status ").map { range in
            String(text[range.upperBound...].prefix { $0 == "-" || $0.isNumber })
        }.last { $0.contains { $0.isNumber } }
    }

    @Test(arguments: OtherShell.allCases)
    func `with PROXYENV_BYPASS, or without the program, the plain command starts`(
        _ shell: OtherShell
    ) throws {
        let terminal = try terminal(shell)
        #expect(try terminal.run("teller 1").contains("teller office http://127.0.0.1:11 <1>"))
        try terminal.run(shell.bypassing(true))
        #expect(try terminal.run("teller 2").contains("teller plain none <2>"))
        try terminal.run(shell.bypassing(false))
        #expect(try terminal.run("teller 3").contains("teller office http://127.0.0.1:11 <3>"))
        try terminal.run("rm \(sandbox.program)")
        #expect(try terminal.run("teller 4").contains("teller plain none <4>"))
    }

    @Test(arguments: OtherShell.allCases)
    func `options before use, with their values, do not hide it`(_ shell: OtherShell) throws {
        let terminal = try terminal(shell)
        try terminal.run("proxyenv -q --color never use home")
        #expect(try terminal.run("plain 1").contains("plain home http://127.0.0.1:12 <1>"))
        try terminal.run("proxyenv --color=never off")
        #expect(try terminal.run("plain 2").contains("plain plain none <2>"))
        let told = try terminal.run("proxyenv --color never status --json")
        #expect(told.contains("\"hook\": \"\(shell.rawValue)\""))
        #expect(!(try terminal.run("proxyenv")).contains("not loaded"))
    }

    @Test(arguments: OtherShell.allCases)
    func `use - after off goes back to what was active`(_ shell: OtherShell) throws {
        let terminal = try terminal(shell)
        for line in ["proxyenv use office", "proxyenv use home", "proxyenv off", "proxyenv use -"] {
            try terminal.run(line)
        }
        #expect(try terminal.run("plain 1").contains("plain home http://127.0.0.1:12 <1>"))
    }

    @Test func `in xonsh proxyenv without its program is one line, and 127`() throws {
        let terminal = try terminal(.xonsh)
        try terminal.run("rm \(sandbox.program)")
        for line in ["proxyenv list", "proxyenv use home"] {
            let shown = try terminal.run(OtherShell.xonsh.telling(line))
            #expect(shown.contains("proxyenv: \(sandbox.program): command not found"))
            #expect(!shown.contains("FileNotFoundError"))
            #expect(Self.status(in: shown) == "127")
        }
    }

    @Test(arguments: OtherShell.allCases)
    func `a name of the user's own stays at every load`(_ shell: OtherShell) throws {
        let terminal = try terminal(shell, before: shell.defining("fixed"))
        #expect(try terminal.run("fixed 1").contains("own 1"))
        try terminal.run(shell.loadingHook)
        #expect(try terminal.run("fixed 2").contains("own 2"))
        try terminal.run("proxyenv reload")
        #expect(try terminal.run("fixed 3").contains("own 3"))
        #expect(
            try terminal.run("proxyenv status").contains(
                "fixed: not wrapped: a function or an alias of yours has this name"))
    }

    @Test(arguments: OtherShell.allCases)
    func `a second load at the prompt, a new rule and a rule that is gone`(
        _ shell: OtherShell
    ) throws {
        let terminal = try terminal(shell)
        try terminal.run(shell.loadingHook)
        #expect(try terminal.run("teller 1").contains("teller office http://127.0.0.1:11 <1>"))
        try sandbox.write(HookTests.config + "plain = true\n", to: ".config/proxyenv/config.toml")
        #expect(try terminal.run("plain 2").contains("plain plain none <2>"))
        try terminal.run("proxyenv reload")
        #expect(try terminal.run("plain 3").contains("plain office http://127.0.0.1:11 <3>"))
        let text = HookTests.config.replacing("teller = true", with: "plain = true")
        try sandbox.write(text, to: ".config/proxyenv/config.toml")
        try terminal.run("proxyenv reload")
        #expect(try terminal.run("teller 4").contains("teller plain none <4>"))
        #expect(try terminal.run("plain 5").contains("plain office http://127.0.0.1:11 <5>"))
        switch shell {
        case .elvish:
            #expect(try terminal.run("resolve teller").contains("(external teller)"))
            #expect(try terminal.run("resolve plain").contains("'$plain~'"))
        case .xonsh:
            let shown = try terminal.run("echo @('teller' in aliases) @('plain' in aliases)")
            #expect(shown.contains("False True"))
        case .tcsh: break
        }
        #expect(!(try terminal.run("proxyenv status")).contains("teller"))
    }

    @Test(arguments: ["xonsh", Binary.newerXonsh])
    func `in a script of xonsh the hook says nothing, twice too, and all works`(
        _ program: String
    ) throws {
        if program == Binary.newerXonsh, Binary.find(program) == nil {
            try Test.cancel("no newer xonsh is there: Tests/run gets it")
        }
        let xonsh = try Binary.require(program)
        let load = OtherShell.xonsh.loadingHook
        let script = "\(load); \(load)\nteller a\nproxyenv use home\nteller b\n"
        let outcome = try Runner(
            arguments: [xonsh, "--no-rc", "-c", script].map { Array($0.utf8) },
            environment: sandbox.entries(["XONSH_DATA_DIR": sandbox.home]), limit: 60
        ).run()
        #expect(
            outcome.text == """
                teller office http://127.0.0.1:11 <a>
                teller home http://127.0.0.1:12 <b>

                """)
        #expect(outcome.errorText.isEmpty)
    }
}
