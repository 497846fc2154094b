import Testing

/// The function `proxyenv` of the integration: how it finds the command, what it needs, and what it leaves no trace of.
@Suite struct HookFunctionTests {
    private let sandbox: Sandbox
    private static let tell = "echo \"[$https_proxy] [$PROXYENV_ACTIVE]\""

    init() throws {
        sandbox = try Sandbox(
            HookTests.config.replacing(
                "[commands]",
                with: "[profiles.secret]\nurl = 'http://127.0.0.1:13'\nusername = 'u'\n"
                    + "password = 'topsecret'\n[commands]"))
        for name in ["teller", "fixed"] { try sandbox.installTeller(name) }
    }

    private func run(
        _ script: String, in shell: RealShell, options: [String] = []
    ) throws -> Outcome {
        let script = "\(shell.loadingHook)\n\(script)\n"
        return try sandbox.run(script, in: shell, options: options)
    }

    @Test(arguments: RealShell.allCases)
    func `options before use and off, with their values, hide them from nobody`(
        _ shell: RealShell
    ) throws {
        let outcome = try run(
            """
            proxyenv -q use home
            \(Self.tell)
            proxyenv --color never --config \(sandbox.config) use office
            \(Self.tell)
            proxyenv --color=never -q off
            \(Self.tell)
            """, in: shell)
        #expect(
            outcome.text
                == "[http://127.0.0.1:12] [home]\n[http://127.0.0.1:11] [office]\n[] []\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `a word that is the value of an option, or behind one that asks, is no command`(
        _ shell: RealShell
    ) throws {
        try sandbox.write(HookTests.config, to: "use")
        let outcome = try run(
            "cd ~\nproxyenv --config use list > list\nproxyenv --version use home\n\(Self.tell)",
            in: shell)
        #expect(outcome.text == "\(Binary.versionLine)[] []\n")
        let list = sandbox.read("list").map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(list.contains("office"))
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `status gets the view of the shell with --json too, wherever it stands`(
        _ shell: RealShell
    ) throws {
        for words in ["status --json", "--json status", "--color never status --json"] {
            let outcome = try run("proxyenv \(words)", in: shell)
            #expect(outcome.text.contains("\"hook\": \"\(shell.name)\""))
            #expect(outcome.text.contains("\"state\": \"wrapped\""))
        }
    }

    @Test(arguments: RealShell.allCases)
    func `doctor gets the view of the shell with --json too`(_ shell: RealShell) throws {
        let doctor = try run("proxyenv doctor --json teller", in: shell)
        #expect(!doctor.text.contains("shell.wrapper"))
        #expect(!doctor.text.contains("shell.wrong-hook"))
    }

    @Test(arguments: [RealShell.bash, .zsh, .ksh93, .mksh, .fish])
    func `a copy of the functions without those that begin with _ works as they do`(
        _ shell: RealShell
    ) throws {
        let show = shell == .bash ? "declare -f" : shell == .fish ? "functions" : "typeset -f"
        let copy = try run(
            ["proxyenv", "teller", "fixed"].map { "\(show) \($0)" }.joined(separator: "\n"),
            in: shell)
        let outcome = try sandbox.run(
            """
            \(copy.text)
            teller a
            proxyenv use home
            \(Self.tell)
            proxyenv status
            proxyenv off
            printf 'plain = true\\n' >> \(sandbox.config)
            proxyenv reload
            proxyenv status
            """, in: shell)
        #expect(
            outcome.lines.prefix(2) == [
                "teller office http://127.0.0.1:11 <a>", "[http://127.0.0.1:12] [home]",
            ])
        let told = outcome.lines.filter { $0.hasPrefix("hook ") || $0.hasPrefix("command ") }
        #expect(
            told.map { String($0.prefix { $0 != "," }) } == [
                "hook      loaded in \(shell.name)", "command   fixed: goes through its wrapper",
                "command   teller: goes through its wrapper", "hook      loaded in \(shell.name)",
                "command   fixed: goes through its wrapper",
                "command   plain: goes through its wrapper",
                "command   teller: goes through its wrapper",
            ])
        #expect(outcome.errorText.isEmpty)
        let doctor = try sandbox.run("\(copy.text)\nproxyenv doctor teller", in: shell)
        #expect(!doctor.text.contains("another shell"))
        #expect(doctor.errorText.isEmpty)
    }

    @Test(
        arguments: [
            (RealShell.bash, []), (.bash, ["-eu"]), (.bash, ["--posix", "-eu"]), (.zsh, ["-eu"]),
            (.dash, []), (.dash, ["-eu"]), (.ksh93, ["-eu"]), (.mksh, ["-eu"]),
        ] as [(RealShell, [String])])
    func `a trace has no password and no line of the function, and goes on behind it`(
        _ shell: RealShell, _ options: [String]
    ) throws {
        let script = """
            set -xv
            proxyenv use secret
            proxyenv status >/dev/null
            proxyenv use nope || echo "status $?"
            proxyenv off
            teller a
            case $- in *x*v* | *v*x*) echo traced ;; esac
            """
        let outcome = try run(script, in: shell, options: options)
        #expect(
            outcome.lines.dropLast() == [
                "status 1", "teller office http://127.0.0.1:11 <a>", "traced",
            ])
        #expect(outcome.status == 0)
        #expect(!outcome.errorText.contains("topsecret"))
        let trace = outcome.errorText.split(separator: "\n").filter { $0.first == "+" }
        #expect(trace.contains { $0.contains("teller a") })
        // mksh shows where a trace ends, wherever its output goes.
        if shell == .mksh { return }
        #expect(
            !trace.contains { $0.contains("_proxyenv") || $0.contains("-x ") },
            "\(outcome.errorText)")
    }

    @Test func `fish's trace has no password`() throws {
        let outcome = try run(
            "set -g fish_trace 1\nproxyenv use secret\nset -e fish_trace\n\(Self.tell)", in: .fish)
        #expect(outcome.text == "[http://u:topsecret@127.0.0.1:13] [secret]\n")
        #expect(!outcome.errorText.contains("topsecret"))
    }
}
