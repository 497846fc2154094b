import Testing

/// The integration in real shells, loaded by a script.
@Suite struct HookTests {
    static let config = """
        default = "office"
        [profiles.office]
        url = "http://127.0.0.1:11"
        [profiles.home]
        url = "http://127.0.0.1:12"
        [commands]
        teller = true
        fixed = "home"

        """

    let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(Self.config)
        for name in ["teller", "fixed", "plain"] { try sandbox.installTeller(name) }
    }

    func run(
        _ script: String, in shell: RealShell, options: [String] = [],
        with changes: [String: String?] = [:]
    ) throws -> Outcome {
        let script = "\(shell.loadingHook)\n\(script)\n"
        return try sandbox.run(script, in: shell, options: options, with: changes)
    }

    @Test(arguments: RealShell.allCases)
    func `a wrapped command gets its profile and another command gets none`(
        _ shell: RealShell
    ) throws {
        let outcome = try run("teller a; fixed b; plain c", in: shell)
        #expect(
            outcome.text == """
                teller office http://127.0.0.1:11 <a>
                fixed home http://127.0.0.1:12 <b>
                plain plain none <c>

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(
        arguments: [
            (RealShell.bash, ["-eu", "-o", "pipefail"]), (.bash, ["--posix", "-eu"]),
            (.bash, ["-O", "extglob"]), (.bash, ["-u", "-o", "noclobber"]), (.zsh, ["-eu"]),
            (.zsh, ["-o", "KSH_ARRAYS", "-o", "SH_WORD_SPLIT", "-o", "NO_CLOBBER", "-eu"]),
            (.zsh, ["-o", "NO_UNSET", "-o", "ERR_RETURN", "-o", "WARN_CREATE_GLOBAL"]),
            (.zsh, ["-o", "KSH_GLOB", "-o", "GLOB_SUBST", "-o", "NOMATCH", "-o", "RC_QUOTES"]),
            (.zsh, ["--emulate", "sh", "-eu"]), (.zsh, ["--emulate", "ksh", "-eu"]),
            (.dash, ["-eu"]), (.dash, ["-C", "-f", "-u"]), (.fish, []),
            (.ksh93, ["-eu", "-o", "pipefail"]), (.ksh93, ["-C", "-f", "-u"]),
            (.ksh93, ["-o", "globstar", "-o", "markdirs"]), (.mksh, ["-eu", "-o", "pipefail"]),
            (.mksh, ["-C", "-f", "-u"]), (.mksh, ["-o", "posix"]), (.mksh, ["-o", "sh"]),
        ] as [(RealShell, [String])])
    func `loading says nothing, twice too, and all works whatever options hold`(
        _ shell: RealShell, _ options: [String]
    ) throws {
        let load = shell.loadingHook
        let script = "\(load)\nteller 'a b'\nproxyenv use home\nteller\nproxyenv off\nplain\n"
        let outcome = try run(script, in: shell, options: options)
        #expect(
            outcome.text == """
                teller office http://127.0.0.1:11 <a b>
                teller home http://127.0.0.1:12
                plain plain none

                """)
        #expect(outcome.errorText.isEmpty)
        #expect(outcome.status == 0)
        try Report.add("settings", shell.rawValue, options.joined(separator: " "))
    }

    @Test(arguments: RealShell.allCases)
    func `arguments arrive as they were`(_ shell: RealShell) throws {
        let backslash = shell == .fish ? #"'\\'"# : #"'\'"#
        let script = #"teller '' 'a  b' '*' '$HOME' '`id`' '--help' '-q' '--' \#(backslash) "it's""#
        let arguments = try run(script, in: shell)
        #expect(
            arguments.text
                == "teller office http://127.0.0.1:11 <> <a  b> <*> <$HOME> <`id`> <--help> <-q> <--> <\\> <it's>\n"
        )
    }

    @Test(arguments: RealShell.allCases)
    func `standard input arrives as it was, and the status comes back`(_ shell: RealShell) throws {
        try sandbox.install("teller", "#!/bin/sh\ncat\nexit 41\n")
        let piped = try run("echo through | teller; echo \(shell.status)", in: shell)
        #expect(piped.text == "through\n41\n")
    }

    @Test(arguments: RealShell.allCases)
    func `a command that a signal ends has the status for that`(_ shell: RealShell) throws {
        try sandbox.install("teller", "#!/bin/sh\nkill -TERM $$\n")
        #expect(
            try run("teller; echo \(shell.status)", in: shell).text.hasSuffix(
                shell == .ksh93 ? "271\n" : "143\n"))
    }

    @Test(arguments: RealShell.posix)
    func `a user's alias stays on top of the wrapper`(_ shell: RealShell) throws {
        let enable = shell == .bash ? "shopt -s expand_aliases\n" : ""
        let script = """
            \(enable)alias teller='teller --quiet'
            \(shell.loadingHook)
            teller a
            \(shell.loadingHook)
            teller b
            alias teller

            """
        // As a file, as shells read a start-up file: an alias counts from the next line on.
        try sandbox.write(script, to: "script")
        // ksh93 reads all of such a file before it runs any of it.
        let read = shell == .ksh93 ? script : ". \(sandbox.home)/script"
        let outcome = try sandbox.run(read, in: shell)
        #expect(
            outcome.lines.prefix(2) == [
                "teller office http://127.0.0.1:11 <--quiet> <a>",
                "teller office http://127.0.0.1:11 <--quiet> <b>",
            ])
        #expect(outcome.lines.dropFirst(2).first?.contains("teller='teller --quiet'") == true)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `a user's function of a command's name stays as it is`(_ shell: RealShell) throws {
        let function =
            shell == .fish ? "function teller; echo mine; end" : "teller() { echo mine; }"
        let load = shell.loadingHook
        let script = "\(function)\n\(load)\nteller\n\(load)\nteller\nfixed\nproxyenv status\n"
        let outcome = try sandbox.run(script, in: shell)
        #expect(outcome.lines.prefix(3) == ["mine", "mine", "fixed home http://127.0.0.1:12"])
        #expect(
            outcome.text.contains(
                "teller: not wrapped: a function or an alias of yours has this name"))
        #expect(outcome.text.contains("fixed: goes through its wrapper"))
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `names with dots, hyphens and digits are wrapped where the shell can have them`(
        _ shell: RealShell
    ) throws {
        let names = ["node-gyp", "python3.99", "g++99", "7zip", "a@b", "_x"]
        let rules = names.map { "\"\($0)\" = true\n" }.joined()
        try sandbox.write(Self.config + rules, to: ".config/proxyenv/config.toml")
        for name in names { try sandbox.installTeller(name) }
        let outcome = try run(names.joined(separator: "\n"), in: shell)
        let isWrapped: (String) -> Bool = { ![.dash, .ksh93, .mksh].contains(shell) || $0 == "_x" }
        #expect(
            outcome.lines.dropLast()
                == names.map {
                    isWrapped($0) ? "\($0) office http://127.0.0.1:11" : "\($0) plain none"
                }[...])
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `bash in its POSIX mode leaves out what it can't have as a function`() throws {
        let names = ["node-gyp", "python3.99", "7zip", "_x"]
        let rules = names.map { "\"\($0)\" = true\n" }.joined()
        try sandbox.write(Self.config + rules, to: ".config/proxyenv/config.toml")
        for name in names { try sandbox.installTeller(name) }
        let script = names.joined(separator: "\n")
        let outcome = try run(script, in: .bash, options: ["--posix"])
        #expect(outcome.lines.count == 5)
        #expect(outcome.lines.dropLast().last == "_x office http://127.0.0.1:11")
        #expect(outcome.errorText.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test(arguments: RealShell.allCases)
    func `with PROXYENV_BYPASS the plain command starts`(_ shell: RealShell) throws {
        let set = shell == .fish ? "set -gx PROXYENV_BYPASS 1" : "export PROXYENV_BYPASS=1"
        #expect(try run("\(set)\nteller a", in: shell).text == "teller plain none <a>\n")
    }

    @Test(arguments: RealShell.allCases)
    func `without the program the plain command starts`(_ shell: RealShell) throws {
        let outcome = try run("rm \(sandbox.program)\nteller a", in: shell)
        #expect(outcome.text == "teller plain none <a>\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: [RealShell.bash, .zsh, .fish])
    func `a single wrapper works in a fresh shell`(_ shell: RealShell) throws {
        let show = [RealShell.bash: "declare -f teller", .zsh: "functions teller"]
        let copy = try run(show[shell] ?? "functions teller", in: shell)
        let outcome = try sandbox.run("\(copy.text)\nteller a", in: shell)
        #expect(outcome.text == "teller office http://127.0.0.1:11 <a>\n")
        let strict = shell == .fish ? [] : ["-eu"]
        let again = try sandbox.run("\(copy.text)\nteller a", in: shell, options: strict)
        #expect(again.text == outcome.text)
        #expect(again.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `a rule that has gone, and a file that has gone, start the plain command`(
        _ shell: RealShell
    ) throws {
        let file = sandbox.config
        let script = "echo '' > \(file)\nteller a\nrm \(file)\nteller b"
        #expect(try run(script, in: shell).text == "teller plain none <a>\nteller plain none <b>\n")
    }
}
