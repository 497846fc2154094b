import Testing

/// Aliases on top of wrappers: what `doctor` says of each is what its shell does.
@Suite struct AliasHookTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox("[commands]\nteller = '7890'\n")
        try sandbox.installTeller("teller")
    }

    @Test(arguments: [RealShell.bash, .zsh, .ksh93, .mksh, .dash])
    func `an alias is said to go past the wrapper exactly where it does`(_ shell: RealShell) throws
    {
        let terminal = try sandbox.terminal(shell)
        let name: String
        switch shell {
        case .dash: name = "sh"
        case .ksh93, .mksh: name = "ksh"
        default: name = shell.rawValue
        }
        try terminal.run("eval \"$(proxyenv hook \(name))\"")
        for text in [
            "teller -x", "A=1 teller", "command teller -x", "env A=1 teller", "nice teller",
            "\(sandbox.home)/bin/teller", "\\teller -x", "exec teller", "true && teller",
        ] {
            try terminal.run("alias teller='\(text)'")
            // `exec` ends the shell, so that it is tried in another.
            let typed = try terminal.run(text.hasPrefix("exec") ? "(teller)" : "teller")
            let isPast = typed.contains("teller plain")
            #expect(isPast != typed.contains("teller http://127.0.0.1:7890 "), "\(text): \(typed)")
            let doctor = try terminal.run(
                "proxyenv doctor teller --timeout 1 --color never", limit: 60)
            #expect(doctor.contains("shell.alias") == isPast, "\(text): \(doctor)")
            let status = try terminal.run("proxyenv status")
            #expect(status.contains("your alias ") == isPast, "\(text): \(status)")
        }
    }

    @Test func `what stands in an alias is shown nowhere`() throws {
        let terminal = try sandbox.terminal(.bash)
        try terminal.run("eval \"$(proxyenv hook bash)\"")
        try terminal.run("alias teller='KEY=hush1 command teller --token hush2'")
        try terminal.run("proxyenv doctor teller --report --timeout 1 > ~/said 2>&1", limit: 60)
        try terminal.run("proxyenv status >> ~/said 2>&1")
        let said = sandbox.text(of: "said")
        #expect(said.contains("shell.alias"), "\(said)")
        #expect(!said.contains("hush"), "\(said)")
    }

    @Test func `what stands in an alias is handed to no program that doctor starts`() throws {
        try sandbox.install(
            "codex", "#!/bin/sh\nenv > ~/seen\necho codex-cli 0.163.0\n")
        let terminal = try sandbox.terminal(.bash)
        try terminal.run("eval \"$(proxyenv hook bash)\"; alias codex='KEY=hush codex'")
        try terminal.run("proxyenv doctor codex --timeout 1", limit: 60)
        #expect(sandbox.has("seen"))
        #expect(!sandbox.text(of: "seen").contains("hush"))
    }

    @Test func `an alias for a path outside of PATH is a fault where there is a rule`() throws {
        try sandbox.write("[commands]\nother = '7890'\n", to: ".config/proxyenv/config.toml")
        let terminal = try sandbox.terminal(.bash)
        try terminal.run("eval \"$(proxyenv hook bash)\"")
        try terminal.run("alias other=$HOME/bin/teller")
        let doctor = try terminal.run("proxyenv doctor other --color never; echo =$?", limit: 60)
        #expect(doctor.contains("shell.alias"), "\(doctor)")
        #expect(!doctor.contains("nothing is wrong"), "\(doctor)")
        #expect(doctor.contains("=1"), "\(doctor)")
    }
}
