import Testing

/// The hook of Nushell on a terminal.
@Suite struct NushellTerminalTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            HookTests.config + "[profiles.my-proxyenv]\nurl = 'http://127.0.0.1:13'\n"
        )
        for name in ["teller", "fixed", "plain"] { try sandbox.installTeller(name) }
    }

    @Test func `a rule that is new holds at the next prompt, and the user's own definitions stay`()
        throws
    {
        let config = "def fixed [...words] { print $'own ($words | str join)' }\n"
        let terminal = try Nushell(sandbox, config: config).terminal()
        #expect(try terminal.run("plain 1").contains("plain plain none <1>"))
        try terminal.run("proxyenv wrap plain")
        #expect(try terminal.run("plain 2").contains("plain office http://127.0.0.1:11 <2>"))
        #expect(try terminal.run("fixed 3").contains("own 3"))
        try terminal.run("alias teller = ^plain past")
        try terminal.run("proxyenv reload")
        #expect(try terminal.run("teller 4").contains("plain plain none <past> <4>"))
        #expect(try terminal.run("fixed 5").contains("own 5"))
        try terminal.run("proxyenv unwrap plain")
        #expect(try terminal.run("plain 6").contains("plain plain none <6>"))
        let status = try terminal.run("proxyenv status")
        #expect(status.contains("fixed: not wrapped: a function or an alias of yours"))
        #expect(!status.contains("plain:"))
    }

    @Test func `an interrupt ends the wrapped command and not the shell`() throws {
        try sandbox.installWaiter("teller")
        let terminal = try Nushell(sandbox).terminal()
        try terminal.run("teller", until: "waiting for it")
        try terminal.interrupt()
        #expect(try terminal.run("fixed on").contains("fixed home http://127.0.0.1:12 <on>"))
        #expect(!sandbox.openGate(), "it is still there")
    }

    /// What the completer gives for `words`, in the order in which it is offered.
    private func offers(_ nushell: Nushell, _ lines: [[String]]) throws -> [String] {
        let script = lines.map { words in
            let list = words.map { Nushell.quoted($0) }.joined(separator: " ")
            return
                "print (nu-complete proxyenv [\(list)] | default ['files'] | each {|o| if ($o | describe) == 'string' { $o } else { $o.value } } | str join ' ')"
        }
        let outcome = try nushell.run(script.joined(separator: "\n"))
        #expect(outcome.errorText.isEmpty)
        return outcome.lines
    }

    @Test func `the completer offers commands, options, profiles, programs, and what follows them`()
        throws
    {
        let nushell = try Nushell(
            sandbox,
            config: """
                $env.config.completions.external = {
                    enable: true
                    completer: {|words| [{value: $'asked:($words | str join "_")'}] }
                }

                """)
        for name in ["zzz-one", "evil; x"] { try sandbox.install(name, "") }
        let offers = try offers(
            nushell,
            [
                ["proxyenv", "val"], ["proxyenv", "use", "my-"], ["proxyenv", "--co"],
                ["proxyenv", "status", "--"], ["proxyenv", "wrap", "tel"],
                ["proxyenv", "doctor", "zzz-"], ["proxyenv", "run", "zzz-"],
                ["proxyenv", "exec", "home", "--", "zzz-"],
                ["proxyenv", "exec", "home", "--", "git", "ch"],
                ["proxyenv", "run", "git", "ch", ""],
                ["proxyenv", "--config", ""], ["proxyenv", "show", "my-proxyenv"],
                ["proxyenv", "nonsense", ""], ["proxyenv", "wrap", "evil"],
            ])
        #expect(
            offers == [
                "validate", "my-proxyenv", "--config --color",
                "--json --config --quiet --color --help",
                "teller", "zzz-one", "zzz-one", "zzz-one", "asked:git_ch", "asked:git_ch_", "files",
                "my-proxyenv", "", "", "",
            ])
    }

    @Test
    func `Tab completes profiles and options, and asks a wrapped command's external completer`()
        throws
    {
        let terminal = try Nushell(
            sandbox,
            config: """
                $env.config.completions.external = {
                    enable: true
                    completer: {|words| [{value: 'completed'}] }
                }

                """
        ).terminal()
        try terminal.run("proxyenv use hom\t")
        #expect(try terminal.run("plain 1").contains("plain home http://127.0.0.1:12 <1>"))
        #expect(try terminal.run("proxyenv status --js\t").contains("\"active\": \"home\""))
        #expect(try terminal.run("teller comp\t").contains("<completed>"))
        try terminal.run("proxyenv use my-\t")
        #expect(try terminal.run("plain 2").contains("plain my-proxyenv http://127.0.0.1:13 <2>"))
    }

    @Test func `without the program the shell goes on`() throws {
        let terminal = try Nushell(sandbox).terminal()
        try terminal.run("rm \(sandbox.program)")
        #expect(try terminal.run("teller 1").contains("teller plain none <1>"))
        let shown = try terminal.run("proxyenv use home")
        #expect(shown.contains("Error"))
        #expect(try terminal.run("plain 2").contains("plain plain none <2>"))
    }
}
