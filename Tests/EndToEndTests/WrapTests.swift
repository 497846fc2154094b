import Testing

/// `wrap`: what it warns of.
@Suite struct WrapTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test func `wrap warns of a typo`() throws {
        let typo = try sandbox.proxyenv("wrap", "codx")
        #expect(typo.status == 0)
        #expect(
            typo.errorText == """
                proxyenv: there is no program `codx` in PATH; did you mean `codex`?
                  hint: proxyenv unwrap codx && proxyenv wrap codex

                """)
    }

    @Test func `wrap says nothing of a program that is there, or is like no other`() throws {
        try sandbox.installTeller("gti")
        #expect(try sandbox.proxyenv("wrap", "gti", "curl", "mine").errorText.isEmpty)
    }

    @Test func `wrap warns of what goes before the wrapper`() throws {
        let view = ["PROXYENV_SHELL_VIEW": "bash/1 function:git alias:curl=curl=/usr/bin/curl"]
        let seen = try sandbox.proxyenv("wrap", "git", "curl", "aider", with: view)
        #expect(
            seen.errorText == """
                proxyenv: a function of yours is called git and goes before the wrapper
                  hint: for the program all the same: proxyenv shim add git
                proxyenv: your alias `curl` skips the wrapper
                  hint: unalias curl

                """)
    }

    @Test(arguments: [("nushell", "7z"), ("powershell", "MINE"), ("sh", "foo-bar")])
    func `wrap says that the shell cannot wrap a command of this name`(
        _ shell: String, _ name: String
    ) throws {
        #expect(try sandbox.proxyenv("wrap", "mine").status == 0)
        let view = ["PROXYENV_SHELL_VIEW": "\(shell)/1"]
        let seen = try sandbox.proxyenv("wrap", name, with: view)
        #expect(seen.status == 0)
        #expect(
            seen.errorText == """
                proxyenv: \(shell) cannot wrap a command called \(name)
                  hint: proxyenv run \(name)

                """)
    }

    @Test(arguments: [RealShell.bash, .zsh])
    func `with the hook wrap sees aliases, and says what other shells need`(_ shell: RealShell)
        throws
    {
        let terminal = try sandbox.terminal(shell, startUp: shell.loadingHook)
        let shown = try terminal.run("proxyenv wrap git")
        #expect(shown.contains("git: wrapped"), "\(shown)")
        #expect(shown.contains("in other shells that are open: proxyenv reload"), "\(shown)")
        try terminal.run("alias curl=/usr/bin/curl")
        let bypassed = try terminal.run("proxyenv wrap curl")
        #expect(
            bypassed.contains("your alias `curl` skips the wrapper"), "\(bypassed)")
    }
}
