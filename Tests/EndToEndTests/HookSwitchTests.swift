import Testing

/// The function `proxyenv` of the integration: what switches the shell, and what it leaves alone.
@Suite struct HookSwitchTests {
    private let sandbox: Sandbox
    /// What `status` says in fish besides.
    static let note =
        "note      in fish, `fixed &` does not run in the background; a shim does: proxyenv shim add fixed\n"
    private static let tell = "echo \"[$https_proxy] [$PROXYENV_ACTIVE]\""

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        try sandbox.installTeller("teller")
    }

    private func run(
        _ script: String, in shell: RealShell, options: [String] = [],
        with changes: [String: String?] = [:]
    ) throws -> Outcome {
        let script = "\(shell.loadingHook)\n\(script)\n"
        return try sandbox.run(script, in: shell, options: options, with: changes)
    }

    @Test(arguments: RealShell.allCases)
    func `use and off act on the shell itself`(_ shell: RealShell) throws {
        let script = """
            proxyenv use home
            \(Self.tell)
            proxyenv use 7777
            \(Self.tell)
            proxyenv use -
            \(Self.tell)
            proxyenv off
            \(Self.tell)
            """
        let outcome = try run(script, in: shell)
        #expect(
            outcome.text == """
                [http://127.0.0.1:12] [home]
                [http://127.0.0.1:7777] [http://127.0.0.1:7777]
                [http://127.0.0.1:12] [home]
                [] []

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `what is written without the hook works with it too`(_ shell: RealShell) throws {
        let script =
            "\(shell.evaluating("use home"))\n\(Self.tell)\n\(shell.evaluating("off"))\n\(Self.tell)"
        for outcome in [try run(script, in: shell), try sandbox.run(script, in: shell)] {
            #expect(outcome.text == "[http://127.0.0.1:12] [home]\n[] []\n")
            #expect(outcome.errorText.isEmpty)
        }
    }

    @Test(arguments: RealShell.posix)
    func `a substitution gets the lines, and the shell stays as it was`(_ shell: RealShell) throws {
        let script = "x=$(proxyenv use home)\n\(Self.tell)\nprintf '%s\\n' \"$x\""
        let expected = try sandbox.run("proxyenv use home", in: shell).text
        let outcome = try run(script, in: shell)
        #expect(outcome.text == "[] []\n" + expected)
        #expect(expected.contains("export https_proxy='http://127.0.0.1:12';"))
    }

    @Test func `a substitution of fish gets the lines, and the shell stays as it was`() throws {
        let script = "set x (proxyenv use home)\n\(Self.tell)\nprintf '%s\\n' $x"
        let expected = try sandbox.run("proxyenv use home", in: .fish).text
        let outcome = try run(script, in: .fish)
        #expect(outcome.text == "[] []\n" + expected)
        #expect(expected.contains("set -gx https_proxy 'http://127.0.0.1:12';"))
    }

    // ksh93 makes a substitution in its own process: there a file that a subshell writes to gets the lines too.
    @Test(arguments: RealShell.posix.filter { $0 != .ksh93 })
    func `a subshell switches itself and not the shell around it`(_ shell: RealShell) throws {
        let script = "( proxyenv use home; \(Self.tell) ) > \(sandbox.home)/out\n\(Self.tell)"
        #expect(try run(script, in: shell).text == "[] []\n")
        let inner = sandbox.read("out").map { String(decoding: $0, as: UTF8.self) }
        #expect(inner == "[http://127.0.0.1:12] [home]\n")
    }

    @Test(arguments: RealShell.allCases)
    func `a shell whose output is a pipe prints no lines of use`(_ shell: RealShell) throws {
        let outcome = try run(
            "proxyenv use home\nproxyenv off\nproxyenv use office\n\(Self.tell)", in: shell)
        #expect(outcome.text == "[http://127.0.0.1:11] [office]\n")
    }

    @Test(arguments: RealShell.allCases)
    func `a profile that is not there fails and changes nothing`(_ shell: RealShell) throws {
        let outcome = try run("proxyenv use hime\necho \(shell.status)\n\(Self.tell)", in: shell)
        #expect(outcome.text == "1\n[] []\n")
        #expect(outcome.errorText.contains("there is no profile `hime`"))
        #expect(outcome.errorText.contains("Did you mean `home`?"))
    }

    @Test(arguments: RealShell.allCases)
    func `a mistake on the line of use is status 2`(_ shell: RealShell) throws {
        #expect(try run("proxyenv use --colour\necho \(shell.status)", in: shell).text == "2\n")
    }

    @Test(arguments: RealShell.allCases)
    func `a profile that is not there stops what follows`(_ shell: RealShell) throws {
        let and = shell == .fish ? "; and" : " &&"
        for use in ["proxyenv use hime", shell.evaluating("use hime")] {
            #expect(try run("\(use)\(and) echo on", in: shell).text.isEmpty)
        }
    }

    @Test(arguments: RealShell.posix)
    func `with set -e a profile that is not there ends the script`(_ shell: RealShell) throws {
        let evaluated = "set -e\n\(shell.evaluating("use hime"))\necho on\n"
        let outcomes = [
            try run("set -e\nproxyenv use hime\necho on\n", in: shell),
            try run(evaluated, in: shell), try sandbox.run(evaluated, in: shell),
        ]
        for outcome in outcomes {
            #expect(outcome.text.isEmpty)
            #expect(outcome.status == 1)
        }
    }

    @Test(arguments: RealShell.allCases)
    func `a command that the function hands on keeps its status`(_ shell: RealShell) throws {
        for (words, told) in [
            ("lisst", "2\n"), ("--version", "\(Binary.versionLine)0\n"),
            ("exec home -- sh -c 'exit 9'", "9\n"),
        ] {
            let outcome = try run("proxyenv \(words); echo \(shell.status)", in: shell)
            #expect(outcome.text == told)
        }
    }

    @Test(arguments: RealShell.allCases)
    func `use for another shell prints its lines, and changes nothing`(_ shell: RealShell) throws {
        let printed = try run("proxyenv use home --shell cmd\n\(Self.tell)", in: shell)
        #expect(printed.text.contains("set \"HTTPS_PROXY=http://127.0.0.1:12\"\n"))
        #expect(printed.text.hasSuffix("\n[] []\n"))
    }

    @Test(arguments: RealShell.allCases)
    func `help of use is printed, and changes nothing`(_ shell: RealShell) throws {
        let help = try run("proxyenv use --help\n\(Self.tell)", in: shell)
        #expect(help.text == "[] []\n")
        #expect(help.errorText.contains("Usage: proxyenv use"))
    }

    @Test(arguments: RealShell.allCases)
    func `options and a double dash may stand with use`(_ shell: RealShell) throws {
        let script = "proxyenv use -q home\n\(Self.tell)\nproxyenv use -- office\n\(Self.tell)"
        let outcome = try run(script, in: shell)
        #expect(outcome.text == "[http://127.0.0.1:12] [home]\n[http://127.0.0.1:11] [office]\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `only names of proxyenv's own are new in the shell`(_ shell: RealShell) throws {
        let list: String
        switch shell {
        case .bash: list = "compgen -v; compgen -A function"
        case .zsh: list = "print -l ${(k)parameters} ${(k)functions} ${(k)aliases}; setopt"
        case .dash: list = "set | sed 's/=.*//'"
        case .ksh93, .mksh: list = "{ set; typeset +f; alias; } | sed 's/=.*//'; set -o"
        case .fish: list = "set -n; functions -a -n"
        }
        let use = "proxyenv use home; proxyenv status >/dev/null; proxyenv off; teller >/dev/null"
        let before = Set(try sandbox.run(list, in: shell).lines)
        let after = Set(try run("\(use)\n\(list)", in: shell).lines)
        let new = after.subtracting(before).filter {
            !$0.hasPrefix("_proxyenv") && !$0.hasPrefix("__proxyenv")
        }
        // The variables in which bash and zsh keep what the last command was come and go by themselves.
        let shells = [
            "BASH_REMATCH", "PIPESTATUS", "PIPESTATUS[0]", "_", "REPLY", "OLDPWD", "BASH_LINENO",
        ]
        let wrappers: Set<String> = shell == .dash ? [] : ["proxyenv", "teller", "fixed"]
        #expect(new.subtracting(shells) == wrappers)
        #expect(before.subtracting(after).subtracting(shells).isEmpty)
    }

    @Test(arguments: [RealShell.bash, .zsh, .dash])
    func `the status of the last command and the traps survive the loading`(
        _ shell: RealShell
    ) throws {
        let script = """
            trap 'echo bye' EXIT
            trap 'echo interrupted' INT
            \(shell.loadingHook)
            echo $?
            proxyenv use home
            proxyenv off
            trap
            kill -INT $$
            """
        let outcome = try sandbox.run(script, in: shell)
        #expect(outcome.lines.first == "0")
        #expect(outcome.text.contains("echo interrupted"))
        #expect(outcome.text.hasSuffix("interrupted\nbye\n"))
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `status shows the wrappers and the aliases of the shell`(_ shell: RealShell) throws {
        let alias =
            shell == .bash
            ? "shopt -s expand_aliases; alias teller='teller -q'" : "alias teller='teller -q'"
        let load = shell == .fish ? "true" : alias
        let outcome = try run("\(load)\nproxyenv use home\nproxyenv status", in: shell)
        let isSeen = shell != .fish
        #expect(
            outcome.text == """
                profile   home
                proxy     http://127.0.0.1:12
                default   office
                hook      loaded in \(shell.name)
                command   fixed: goes through its wrapper, profile home (its rule)
                            there is no program fixed in PATH
                command   teller: goes through its wrapper\(isSeen ? ", below an alias\n           " : ",") \
                profile home (active in this shell)

                """ + (shell == .fish ? Self.note : ""))
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `in zsh a variable that is read-only makes use fail, and stops what follows`() throws
    {
        let script = "readonly HTTPS_PROXY=mine\nproxyenv use home && echo on"
        let outcome = try run(script, in: .zsh)
        #expect(outcome.text.isEmpty)
        #expect(outcome.errorText.contains("read-only variable: HTTPS_PROXY"))
    }
}
