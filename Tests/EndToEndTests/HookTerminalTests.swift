import Testing

/// The integration in interactive shells, on a terminal, loaded by their own start-up files.
@Suite struct HookTerminalTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        for name in ["teller", "fixed", "plain"] { try sandbox.installTeller(name) }
    }

    private func startUp(_ shell: RealShell) -> String {
        shell == .fish
            ? "status is-interactive; and type -q proxyenv; and proxyenv hook fish | source\n"
            : "command -v proxyenv >/dev/null && eval \"$(proxyenv hook \(shell.name))\"\n"
    }

    /// What makes the prompt known, for all but fish.
    private let prompt = "PS1='ready> '\n"

    @Test(arguments: RealShell.allCases)
    func `the documented line makes use, off and the wrappers work`(_ shell: RealShell) throws {
        let terminal = try sandbox.terminal(shell, startUp: startUp(shell))
        #expect(try terminal.run("teller 1").contains("teller office http://127.0.0.1:11 <1>"))
        let use = try terminal.run("proxyenv use home")
        #expect(use.contains("home: http://127.0.0.1:12"))
        #expect(!use.contains("export"))
        #expect(try terminal.run("teller 2").contains("teller home http://127.0.0.1:12 <2>"))
        #expect(try terminal.run("proxyenv off").contains("home: off"))
        #expect(try terminal.run("plain 3").contains("plain plain none <3>"))
    }

    /// A terminal in whose file a profile has a password.
    private func terminalWithPassword() throws -> Pseudoterminal {
        try sandbox.write(
            "[profiles.p]\nurl = 'http://127.0.0.1:11'\nusername = 'u'\npassword = 'topsecret'\n",
            to: ".config/proxyenv/config.toml")
        return try sandbox.terminal(.bash)
    }

    @Test func `use on a terminal masks the password and says how it is meant`() throws {
        let shown = try terminalWithPassword().run("proxyenv use p")
        #expect(shown.contains("export https_proxy='http://u:***@127.0.0.1:11'"))
        #expect(shown.contains("eval \"$(proxyenv use p)\""))
        #expect(!shown.contains("topsecret"))
    }

    @Test func `show on a terminal masks the password, also with --reveal`() throws {
        let reveal = try terminalWithPassword().run("proxyenv show p --reveal")
        #expect(reveal.contains("***"))
        #expect(!reveal.contains("topsecret"))
    }

    @Test func `in zsh no function of precmd or chpwd stays, and the user's own do`() throws {
        for isFirst in [true, false] {
            let compinit = "autoload -Uz compinit && compinit -u\n"
            let hook = startUp(.zsh)
            let own = "mine() { : }\nprecmd_functions=(mine)\nchpwd_functions=(mine)\n"
            let terminal = try sandbox.terminal(
                .zsh, startUp: own + (isFirst ? hook + compinit : compinit + hook))
            let shown = try terminal.run(
                "print -r -- \"<${precmd_functions[*]}|${chpwd_functions[*]}|${preexec_functions[*]}>\""
            )
            #expect(shown.contains("<mine|mine|>"))
            let completion = try terminal.run("print -r -- \"<${_comps[proxyenv]}>\"")
            #expect(completion.contains("<_proxyenv>"))
        }
    }

    @Test func `in zsh a wrapped tool keeps its own completion`() throws {
        let own =
            "autoload -Uz compinit && compinit -u\n_mine() { compadd one two }\ncompdef _mine teller\n"
        let terminal = try sandbox.terminal(.zsh, startUp: own + startUp(.zsh))
        #expect(try terminal.run("print -r -- \"<${_comps[teller]}>\"").contains("<_mine>"))
        try terminal.run("proxyenv reload")
        #expect(try terminal.run("print -r -- \"<${_comps[teller]}>\"").contains("<_mine>"))
    }

    @Test func `in bash a wrapped tool keeps its own completion, and proxyenv has one`() throws {
        let own = "complete -W 'one two' teller\nPROMPT_COMMAND='true mine'\n"
        let terminal = try sandbox.terminal(.bash, startUp: own + startUp(.bash))
        let shown = try terminal.run("complete -p teller proxyenv; echo \"<$PROMPT_COMMAND>\"")
        #expect(shown.contains("complete -W 'one two' teller"))
        #expect(shown.contains("complete -F _proxyenv proxyenv"))
        #expect(shown.contains("<true mine>"))
    }

    @Test func `in fish a wrapped tool keeps its own completion`() throws {
        let own = "complete -c teller -f -a 'one two'\n"
        let terminal = try sandbox.terminal(.fish, startUp: own + startUp(.fish))
        let shown = try terminal.run("complete -C 'teller o' | string replace -r '^' '<'")
        #expect(shown.contains("<one"))
    }

    @Test func `an array in PROMPT_COMMAND and the status at the first prompt are the user's`()
        throws
    {
        let own = "PROMPT_COMMAND=('true a' 'true b')\n"
        let terminal = try sandbox.terminal(.bash, startUp: own + startUp(.bash))
        let shown = try terminal.run("declare -p PROMPT_COMMAND")
        #expect(shown.contains("declare -a PROMPT_COMMAND=([0]=\"true a\" [1]=\"true b\")"))
    }

    @Test(arguments: [RealShell.bash, .zsh, .dash])
    func `a prompt starts no process`(_ shell: RealShell) throws {
        let terminal = try sandbox.terminal(shell, startUp: startUp(shell))
        let strace = try Binary.require("strace")
        let log = sandbox.home + "/trace"
        let pid = try terminal.run("echo \"<$$>\"").split(separator: "<").last?.prefix {
            $0.isNumber
        }
        let tracer = try Pseudoterminal(
            [
                strace, "-f", "-e", "trace=fork,vfork,clone,clone3,execve", "-o", log, "-p",
                String(pid ?? "0"),
            ],
            environment: sandbox.entries())
        try tracer.wait(for: "attached")
        for _ in 0..<50 { terminal.send("\n") }
        try terminal.run("true")
        let trace = sandbox.read("trace").map { String(decoding: $0, as: UTF8.self) } ?? "none"
        #expect(!trace.contains("clone") && !trace.contains("fork") && !trace.contains("execve"))
        // The look is worth something: what starts a process is seen.
        try terminal.run("/bin/true")
        let seen = sandbox.read("trace").map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(seen.contains("clone") || seen.contains("fork"))
    }

    @Test(arguments: [RealShell.bash, .zsh, .ksh93, .mksh])
    func `an interrupt ends the wrapped command and not the shell`(_ shell: RealShell) throws {
        try sandbox.installWaiter("teller")
        let terminal = try sandbox.terminal(shell, startUp: startUp(shell) + prompt)
        terminal.send("teller\n")
        try terminal.wait(for: "waiting for it")
        terminal.send("\u{3}")
        // What is typed before the prompt is there, the shells of Korn forget.
        try terminal.wait(for: "ready> ")
        // ksh93 counts signals from 256 on.
        let status = shell == .ksh93 ? "<258>" : "<130>"
        #expect(try terminal.run("echo \"<$?>\"").contains(status))
        #expect(!sandbox.openGate(), "it is still there")
    }

    @Test(arguments: [RealShell.bash, .zsh, .fish, .ksh93, .mksh])
    func `Ctrl-Z gives the prompt back, and fg the wrapped command`(_ shell: RealShell) throws {
        try sandbox.installWaiter("teller")
        let terminal = try sandbox.terminal(
            shell, startUp: startUp(shell) + (shell == .fish ? "" : prompt))
        terminal.send("teller\n")
        try terminal.wait(for: "waiting for it")
        terminal.send("\u{1A}")
        if shell != .fish { try terminal.wait(for: "ready> ") }
        // Only a shell that has its terminal back does this.
        try terminal.run("true")
        #expect(sandbox.openGate())
        terminal.send("fg\n")
        try terminal.wait(for: "resumed office")
    }

    @Test(arguments: [RealShell.bash, .zsh, .fish, .ksh93, .mksh])
    func `a wrapped command can be suspended and brought back`(_ shell: RealShell) throws {
        try sandbox.install(
            "teller", "#!/bin/sh\nsleep 0.3\nkill -STOP $$\necho \"resumed $PROXYENV_ACTIVE\"\n")
        let terminal = try sandbox.terminal(shell, startUp: startUp(shell))
        try terminal.run("teller")
        terminal.send("fg\n")
        try terminal.wait(for: "resumed office")
    }
}
