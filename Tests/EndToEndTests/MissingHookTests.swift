import Testing

/// A shell without the hook: what is typed there is the plain program, and proxyenv says so.
@Suite struct MissingHookTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    private static let lines: [RealShell: String] = [
        .bash: "command -v proxyenv >/dev/null && eval \"$(proxyenv hook bash)\"",
        .zsh: "command -v proxyenv >/dev/null && eval \"$(proxyenv hook zsh)\"",
        .fish: "status is-interactive; and type -q proxyenv; and proxyenv hook fish | source",
    ]

    @Test(arguments: [
        (RealShell.bash, "~/.bashrc"), (.zsh, "~/.zshrc"), (.fish, "~/.config/fish/config.fish"),
    ])
    func `wrap and doctor say that the shell has no hook, and its line`(
        _ shell: RealShell, _ file: String
    ) throws {
        let line = try #require(Self.lines[shell])
        try sandbox.installTeller("teller")
        let terminal = try sandbox.terminal(shell)
        let wrapped = try terminal.run("proxyenv wrap teller --profile 7890")
        #expect(wrapped.contains("(\(shell.rawValue)) has no hook loaded"), "\(wrapped)")
        #expect(wrapped.contains(file), "\(wrapped)")
        #expect(wrapped.contains(line), "\(wrapped)")
        let typed = try terminal.run("teller")
        #expect(typed.contains("teller plain none"), "\(typed)")
        let doctor = try terminal.run("proxyenv doctor teller --timeout 1 --color never", limit: 60)
        #expect(doctor.contains("shell.hook"), "\(doctor)")
        #expect(
            doctor.contains("what is typed here starts without the profile of its rule"),
            "\(doctor)")
        #expect(!doctor.contains("teller gets through"), "\(doctor)")
    }

    @Test(arguments: [RealShell.bash, .zsh, .dash, .fish])
    func `with the hook nothing is said of it`(_ shell: RealShell) throws {
        try sandbox.installTeller("teller")
        let terminal = try sandbox.terminal(shell)
        let name = shell == .dash ? "sh" : shell.rawValue
        try terminal.run(
            shell == .fish
                ? "proxyenv hook fish | source" : "eval \"$(proxyenv hook \(name))\"")
        let wrapped = try terminal.run("proxyenv wrap teller --profile 7890")
        #expect(!wrapped.contains("no hook"), "\(wrapped)")
        let started = try terminal.run("teller")
        #expect(started.contains("http://127.0.0.1:7890 http://127.0.0.1:7890"), "\(started)")
        let doctor = try terminal.run("proxyenv doctor teller --timeout 1 --color never", limit: 60)
        #expect(!doctor.contains("shell.hook"), "\(doctor)")
        #expect(doctor.contains("goes before teller"), "\(doctor)")
    }

    @Test func `a script knows nothing of the shell, and says nothing of it`() throws {
        let outcome = try Runner(
            arguments: ["/bin/sh", "-c", "proxyenv wrap teller; proxyenv doctor teller"].map {
                Array($0.utf8)
            }, environment: sandbox.entries()
        ).run()
        #expect(outcome.text.contains("whether the hook is loaded is not known"), "\(outcome.text)")
        #expect(!outcome.errorText.contains("no hook"), "\(outcome.errorText)")
        #expect(!outcome.text.contains("shell.hook"), "\(outcome.text)")
    }

    @Test func `what goes past the wrapper of pip is said, and how that is wrapped too`() throws {
        let terminal = try sandbox.terminal(.bash)
        let line =
            "`python3 -m pip` is not covered by the wrapper of pip; to wrap it too: proxyenv wrap python3"
        #expect(try terminal.run("proxyenv wrap pip").contains(line))
        #expect(!(try terminal.run("proxyenv wrap python3").contains("goes past")))
        #expect(!(try terminal.run("proxyenv wrap pip").contains("goes past")))
    }
}
