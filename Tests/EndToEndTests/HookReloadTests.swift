import Testing

/// `reload`, functions of the user's own, and paths.
extension HookTests {
    @Test(arguments: RealShell.allCases)
    func `reload loads the commands that the file names now`(_ shell: RealShell) throws {
        let rule = "printf 'plain = true\\n' >> \(sandbox.config)"
        let outcome = try run("\(rule)\nplain a\nproxyenv reload\nplain b\nteller", in: shell)
        #expect(
            outcome.text == """
                plain plain none <a>
                plain office http://127.0.0.1:11 <b>
                teller office http://127.0.0.1:11

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: [RealShell.zsh, .bash, .fish])
    func `reload removes the wrapper whose rule is gone, and no function of the user's own`(
        _ shell: RealShell
    ) throws {
        let isFish = shell == .fish
        let own = isFish ? "function plain; echo own; end" : "plain() { echo own; }"
        let seen = isFish ? "functions -q teller; or echo gone" : "typeset -f teller || echo gone"
        let outcome = try run(
            "\(own)\nprintf 'plain = true\\n' >> \(sandbox.config)\nproxyenv reload\nplain\n"
                + "echo '[commands]' > \(sandbox.config)\nproxyenv reload\n\(seen)\nplain",
            in: shell)
        #expect(outcome.text == "own\ngone\nown\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: [RealShell.zsh, .bash, .fish])
    func `a function of the user's own stays at every load, also one that speaks of a wrapper`(
        _ shell: RealShell
    ) throws {
        let own =
            shell == .fish
            ? "function teller --description 'the wrapped teller for work'; echo own; end"
            : "teller() { echo own is no wrapped teller here; }"
        let outcome = try run(
            "\(own)\n\(shell.loadingHook)\nteller\nproxyenv reload\nteller", in: shell)
        #expect(outcome.lines.filter { $0.hasPrefix("own") }.count == 2)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: [RealShell.zsh, .fish])
    func `a wrapper's copy under another name wraps the same command`(_ shell: RealShell) throws {
        let outcome = try run("functions -c teller other\nother a", in: shell)
        #expect(outcome.text == "teller office http://127.0.0.1:11 <a>\n")
    }

    @Test(arguments: [RealShell.zsh, .bash])
    func `the user's IFS is not what the names are split by`(_ shell: RealShell) throws {
        let outcome = try run(
            "IFS=:\nproxyenv status\necho '[commands]' > \(sandbox.config)\nproxyenv reload\n"
                + "typeset -f teller || echo gone", in: shell)
        #expect(!outcome.text.contains("not wrapped"))
        #expect(outcome.lines.contains("gone"))
    }

    @Test func `in bash's POSIX mode a second load says nothing`() throws {
        try sandbox.write(
            "[commands]\n'7zip' = true\n'g++' = true\n", to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.run(
            "\(RealShell.bash.loadingHook)\nset -o posix\n\(RealShell.bash.loadingHook)\n"
                + "proxyenv reload\nproxyenv status >/dev/null", in: .bash)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `in zsh a global alias of a wrapped name is not expanded in the hook`() throws {
        let outcome = try sandbox.run(
            "alias -g teller='noglob teller'\n\(RealShell.zsh.loadingHook)\nwhence -w noglob\n\\teller a",
            in: .zsh)
        #expect(outcome.lines.first != "noglob: function")
        #expect(outcome.lines.dropFirst().first == "teller office http://127.0.0.1:11 <a>")
    }

    @Test(arguments: RealShell.allCases)
    func `the file that the hook was loaded with is the one that all of it reads`(
        _ shell: RealShell
    ) throws {
        let text = Self.config.replacing("127.0.0.1", with: "127.9.9.9")
        try sandbox.write(text, to: "it's other.toml")
        let load = shell.loadingHook.replacing(
            "proxyenv hook", with: "proxyenv --config \"it's other.toml\" hook")
        let script = "cd \(sandbox.home)\n\(load)\ncd /\nteller\nproxyenv use home\nteller"
        let outcome = try sandbox.run(script, in: shell)
        #expect(
            outcome.text == "teller office http://127.9.9.9:11\nteller home http://127.9.9.9:12\n")
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: RealShell.allCases)
    func `a relative path to the program is made absolute`(_ shell: RealShell) throws {
        let load = shell.loadingHook.replacing("proxyenv hook", with: "./bin/../bin/proxyenv hook")
        let script = "cd \(sandbox.home)\n\(load)\ncd /\nteller"
        let outcome = try sandbox.run(
            script, in: shell, with: ["PATH": Binary.searchPath + ":" + sandbox.home + "/bin"])
        #expect(outcome.text == "teller office http://127.0.0.1:11\n")
        let hook = try sandbox.run("proxyenv hook \(shell.name)", in: shell)
        #expect(hook.text.contains("'\(sandbox.program)'"))
    }

    @Test(arguments: RealShell.allCases)
    func `a file that is broken makes the hook wrap nothing anew and a wrapped command stop`(
        _ shell: RealShell
    ) throws {
        let script = "echo 'broken' > \(sandbox.config)\nteller a\nproxyenv hook \(shell.name)"
        let outcome = try run(script, in: shell)
        // The hook has the function alone; the command itself did not start.
        #expect(outcome.text.contains("proxyenv"))
        #expect(!outcome.text.contains("teller"))
        #expect(outcome.errorText.contains("PROXYENV_BYPASS=1 teller"))
    }
}
