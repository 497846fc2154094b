import Testing

/// The hooks of shells whose functions and aliases an interactive shell alone has.
@Suite struct OtherHookTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config + "\"g++x\" = \"home\"\n")
        for name in ["teller", "fixed", "plain", "g++x"] { try sandbox.installTeller(name) }
    }

    /// Types `line` into the interactive shell `words`, waits for the file `done`, and gives what is in the file `out`.
    private func run(_ words: [String], typing line: String) throws -> String {
        let name = words[0] == Binary.newerXonsh ? "xonsh, the newest" : words[0]
        try Report.add("settings", name, "as it comes")
        let path = try Binary.require(words[0])
        let terminal = try Pseudoterminal(
            [path] + words.dropFirst(),
            environment: sandbox.entries([
                "TERM": "xterm", "XONSH_DATA_DIR": sandbox.home, "XDG_DATA_HOME": sandbox.home,
            ]))
        let end = now() + 60
        try terminal.wait(for: "ready", limit: 30)
        terminal.send(line + "\r")
        while !sandbox.has("done"), now() < end { pause(0.02) }
        #expect(sandbox.has("done"), "\(terminal.text)")
        return sandbox.read("out").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Test func `in elvish use, off, wrappers and status do what they do elsewhere`() throws {
        Files.makeFolder(sandbox.home + "/.config/elvish")
        try sandbox.write(
            """
            fn fixed {|@words| echo own $@words }
            eval (proxyenv hook elvish | slurp)
            eval (proxyenv hook elvish | slurp)
            set edit:prompt = { put 'ready> ' }
            """, to: ".config/elvish/rc.elv")
        try sandbox.write(
            #"""
            {
                teller a '' 'b  c' -- '\' '*'
                fixed b
                g++x c
                plain d
                set-env PROXYENV_BYPASS 1
                teller
                unset-env PROXYENV_BYPASS
                proxyenv use home
                teller
                plain
                eval 'try { proxyenv use nope } catch e { echo failed }'
                proxyenv status
                proxyenv use office
                proxyenv use -
                echo $E:PROXYENV_ACTIVE
                proxyenv off
                echo '['$E:https_proxy']'
                proxyenv use -
                echo $E:PROXYENV_ACTIVE
                proxyenv off
                echo in | sh -c 'cat; exit 0'
                eval (proxyenv use home | slurp)
                echo $E:https_proxy
                proxyenv off
                proxyenv reload
                for words [[''] [use ''] [env --format ''] [run tel] [exec home tel] [exec home -- tel] [doctor '']] {
                    for found [($edit:completion:arg-completer[proxyenv] proxyenv $@words)] {
                        if (has-value [validate home launchd teller] $found) {
                            echo $found
                        }
                    }
                }
            } > ~/out 2> ~/errors
            """#.replacing("} catch e {", with: try Self.catching), to: "script")
        let text = try run(["elvish"], typing: "eval (slurp < ~/script); touch ~/done")
        #expect(
            text == """
                teller office http://127.0.0.1:11 <a> <> <b  c> <--> <\\> <*>
                own b
                g++x home http://127.0.0.1:12 <c>
                plain plain none <d>
                teller plain none
                teller home http://127.0.0.1:12
                plain home http://127.0.0.1:12
                failed
                profile   home
                proxy     http://127.0.0.1:12
                default   office
                hook      loaded in elvish
                command   fixed: not wrapped: a function or an alias of yours has this name
                            profile home (its rule)
                command   g++x: goes through its wrapper, profile home (its rule)
                command   teller: goes through its wrapper, profile home (active in this shell)
                home
                []
                home
                in
                http://127.0.0.1:12
                validate
                home
                launchd
                teller
                teller
                teller
                teller

                """)
    }

    @Test func `in a script of elvish the hook says nothing and wraps nothing`() throws {
        let elvish = try Binary.require("elvish")
        let script = "eval (proxyenv hook elvish | slurp); teller a"
        let outcome = try Runner(
            arguments: [elvish, "-norc", "-c", script].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.text == "teller plain none <a>\n")
        #expect(outcome.errorText.isEmpty)
    }

    /// `except` became `catch` in Elvish 0.18.
    private static var catching: String {
        get throws {
            let elvish = try Binary.require("elvish")
            let outcome = try Runner(
                arguments: [elvish, "-norc", "-c", "try { fail x } catch e { echo new }"].map {
                    Array($0.utf8)
                }, environment: []
            ).run()
            return outcome.text == "new\n" ? "} catch e {" : "} except e {"
        }
    }

    @Test func `in tcsh use, off, wrappers, status and reload do what they do elsewhere`() throws {
        let tcsh = try Binary.require("tcsh")
        try Report.add("settings", "tcsh", "as it comes")
        let script = #"""
            alias fixed 'echo own'
            eval "`proxyenv hook tcsh`"
            eval "`proxyenv hook tcsh`"
            teller a '' 'b  c' -- '\' '*' "it's"
            fixed b
            g++x c
            plain d
            setenv PROXYENV_BYPASS 1
            teller
            unsetenv PROXYENV_BYPASS
            proxyenv use home
            echo $status
            teller
            plain
            proxyenv use nope
            echo $status
            proxyenv status
            proxyenv use office
            proxyenv use -
            echo $PROXYENV_ACTIVE
            proxyenv off
            echo $?https_proxy
            echo in | teller
            proxyenv exec home -- sh -c 'exit 9'
            echo $status
            eval "`proxyenv use home --shell tcsh`"
            echo $https_proxy
            proxyenv off
            echo 'plain = true' >> ~/.config/proxyenv/config.toml
            proxyenv reload
            plain
            proxyenv use --help >& /dev/null

            """#
        try sandbox.write(script, to: "script")
        let outcome = try Runner(
            arguments: [tcsh, "-f", sandbox.home + "/script"].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(
            outcome.text == """
                teller office http://127.0.0.1:11 <a> <> <b  c> <--> <\\> <*> <it's>
                own b
                g++x home http://127.0.0.1:12 <c>
                plain plain none <d>
                teller plain none
                0
                teller home http://127.0.0.1:12
                plain home http://127.0.0.1:12
                1
                profile   home
                proxy     http://127.0.0.1:12
                default   office
                hook      loaded in tcsh
                command   fixed: not wrapped: a function or an alias of yours has this name
                            profile home (its rule)
                command   g++x: goes through its wrapper, profile home (its rule)
                command   teller: goes through its wrapper, profile home (active in this shell)
                home
                0
                teller office http://127.0.0.1:11
                9
                http://127.0.0.1:12
                plain office http://127.0.0.1:11

                """)
        #expect(
            outcome.errorText
                == "proxyenv: there is no profile `nope`\n  hint: See `proxyenv list`.\n")
    }

    @Test(arguments: ["xonsh", Binary.newerXonsh])
    func `in xonsh use, off, wrappers, status and reload do what they do elsewhere`(
        _ program: String
    ) throws {
        if program == Binary.newerXonsh, Binary.find(program) == nil {
            try Test.cancel("no newer xonsh is there: Tests/run gets it")
        }
        try sandbox.write(
            """
            aliases['fixed'] = ['echo', 'own']
            execx($(proxyenv hook xonsh))
            execx($(proxyenv hook xonsh))
            $PROMPT = 'ready> '
            $SHELL_TYPE = 'readline'
            """, to: ".xonshrc")
        try sandbox.write(
            #"""
            teller a '' 'b  c' -- '\\' '*' >> ~/out
            fixed b >> ~/out
            g++x c >> ~/out
            plain d >> ~/out
            $PROXYENV_BYPASS='1' teller >> ~/out
            proxyenv use home
            teller >> ~/out
            plain >> ~/out
            proxyenv use nope or echo failed >> ~/out
            proxyenv status >> ~/out
            proxyenv use office
            proxyenv use -
            echo $PROXYENV_ACTIVE >> ~/out
            proxyenv off
            echo @('https_proxy' in ${...}) >> ~/out
            proxyenv use -
            echo $PROXYENV_ACTIVE >> ~/out
            proxyenv off
            echo in | teller >> ~/out
            execx($(proxyenv use home))
            echo $https_proxy >> ~/out
            proxyenv off
            echo '[commands]' > ~/.config/proxyenv/config.toml
            proxyenv reload
            echo @('teller' in aliases) @('fixed' in aliases) >> ~/out
            from xonsh.completer import Completer
            def found(t): return [str(x).strip() for x in Completer().complete(t.split(' ')[-1], t, t.rfind(' ') + 1, len(t), ctx={}, multiline_text=t, cursor_index=len(t))[0]]
            echo @(found('proxyenv val')) @(found('proxyenv use to')) @(found('proxyenv env --format sys')) @([word for line in ('run', 'doctor', 'exec home', 'exec home --') for word in found('proxyenv ' + line + ' plai') if word.startswith('plai')]) >> ~/out
            touch ~/done
            """#, to: "script.xsh")
        let text = try run([program, "-i"], typing: "source ~/script.xsh")
        #expect(
            text == """
                teller office http://127.0.0.1:11 <a> <> <b  c> <--> <\\> <*>
                own b
                g++x home http://127.0.0.1:12 <c>
                plain plain none <d>
                teller plain none
                teller home http://127.0.0.1:12
                plain home http://127.0.0.1:12
                failed
                profile   home
                proxy     http://127.0.0.1:12
                default   office
                hook      loaded in xonsh
                command   fixed: not wrapped: a function or an alias of yours has this name
                            profile home (its rule)
                command   g++x: goes through its wrapper, profile home (its rule)
                command   teller: goes through its wrapper, profile home (active in this shell)
                home
                False
                home
                teller office http://127.0.0.1:11
                http://127.0.0.1:12
                False True
                validate tor systemd plain plain plain plain

                """)
    }
}
