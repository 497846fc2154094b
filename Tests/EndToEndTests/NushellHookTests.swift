import Testing

/// The hook of Nushell, in a real one.
@Suite struct NushellHookTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        for name in ["teller", "fixed", "plain"] { try sandbox.installTeller(name) }
    }

    // MARK: Wrappers and the user's own

    @Test func `a wrapper, use, off and use - do what they do elsewhere`() throws {
        let nushell = try Nushell(sandbox)
        let outcome = try nushell.run(
            """
            teller 'a b'; fixed c; plain d
            proxyenv use home
            teller e; plain f
            proxyenv off
            plain g
            proxyenv use -
            plain h
            'in' | proxyenv exec office cat
            proxyenv off
            with-env {PROXYENV_BYPASS: 1} { teller i }
            """)
        #expect(
            outcome.text == """
                teller office http://127.0.0.1:11 <a b>
                fixed home http://127.0.0.1:12 <c>
                plain plain none <d>
                teller home http://127.0.0.1:12 <e>
                plain home http://127.0.0.1:12 <f>
                plain plain none <g>
                plain home http://127.0.0.1:12 <h>
                inteller plain none <i>

                """)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: [
        "def teller [...words] { print $'own ($words | str join)' }",
        "def --wrapped teller [...words] { ^plain own ...$words }",
        "alias teller = ^plain own",
        "extern teller [word: string]",
    ])
    func `a definition of the user's own wins, and the rest of config.nu runs`(
        _ definition: String
    ) throws {
        let nushell = try Nushell(sandbox, config: "\(definition)\n$env.LATER = 'ran'\n")
        let outcome = try nushell.run(
            "teller 1; print $env.LATER; fixed 2; proxyenv status --json")
        #expect(outcome.errorText.isEmpty)
        let own = definition.hasPrefix("extern") ? "teller plain none <1>" : "own"
        #expect(outcome.lines.first?.contains(own) == true)
        #expect(outcome.lines[1] == "ran")
        #expect(outcome.lines[2] == "fixed home http://127.0.0.1:12 <2>")
        let state = definition.hasPrefix("alias") ? "alias" : "function"
        #expect(outcome.text.contains("\"name\": \"teller\",\n      \"state\": \"\(state)\""))
        #expect(outcome.text.contains("\"name\": \"fixed\",\n      \"state\": \"wrapped\""))
    }

    @Test func `an alias on top of a wrapper goes through it, one for a program or a path past it`()
        throws
    {
        let nushell = try Nushell(
            sandbox,
            config: """
                alias teller = teller --on-top
                alias fixed = ^\(sandbox.home)/bin/fixed --past

                """)
        let outcome = try nushell.run("teller 1; fixed 2; proxyenv status")
        #expect(
            outcome.text.hasPrefix(
                """
                teller office http://127.0.0.1:11 <--on-top> <1>
                fixed plain none <--past> <2>

                """))
        #expect(outcome.text.contains("teller: goes through its wrapper, below an alias"))
        #expect(
            outcome.text.contains(
                "fixed: not wrapped: your alias leads to a path, past the wrapper"))
        let doctor = try nushell.run("proxyenv doctor fixed --json | complete | get stdout")
        #expect(doctor.text.contains("\"shell.alias\""))
    }

    @Test func `status and doctor name externs of more words, which skip the wrapper`() throws {
        let nushell = try Nushell(
            sandbox,
            config: """
                module completions {
                    export extern "teller push" [...words: string]
                    export extern "teller pull" [...words: string]
                }
                use completions *

                """)
        let outcome = try nushell.run(
            "teller push 1; teller other 2; proxyenv status; proxyenv status --json | from json | get commands.externs | to nuon"
        )
        #expect(
            outcome.text.hasPrefix(
                "teller plain none <push> <1>\nteller office http://127.0.0.1:11 <other> <2>\n"))
        #expect(
            outcome.text.contains("an extern skips the wrapper: `teller pull`, `teller push`\n")
                || outcome.text.contains(
                    "an extern skips the wrapper: `teller push`, `teller pull`\n")
        )
        #expect(outcome.text.contains("[[], [\"teller pu"))
        let doctor = try nushell.run("proxyenv doctor teller | complete | get stdout")
        #expect(
            doctor.text.contains(
                "an extern, as completions have them, starts teller past its wrapper"))
        #expect(doctor.text.contains("hide \"teller pu"))
        let json = try nushell.run(
            "proxyenv doctor teller --json | complete | get stdout | from json | get findings.id | to nuon"
        )
        #expect(json.text.contains("shell.extern"))
    }

    // MARK: The words of `proxyenv`

    @Test func `options before the verb, with their values, do not hide it`() throws {
        let nushell = try Nushell(sandbox)
        let outcome = try nushell.run(
            """
            proxyenv -q use home; plain 1
            proxyenv --config ~/.config/proxyenv/config.toml use office; plain 2
            proxyenv --color never off; plain 3
            proxyenv --color never status --json | from json | get hook | print
            proxyenv -q use use
            """)
        #expect(
            outcome.text == """
                plain home http://127.0.0.1:12 <1>
                plain office http://127.0.0.1:11 <2>
                plain plain none <3>
                nushell

                """)
        #expect(outcome.errorText.contains("there is no profile `use`"))
    }

    @Test func `explain, doctor and proxyenv alone have the shell's view`() throws {
        try sandbox.write(HookTests.config + "curl = true\n", to: ".config/proxyenv/config.toml")
        let nushell = try Nushell(sandbox, config: "alias fixed = ^fixed\nalias curl = ^curl -v\n")
        let outcome = try nushell.run("proxyenv")
        #expect(!outcome.text.contains("not loaded"))
        let doctor = try nushell.run("proxyenv doctor fixed --json | complete | get stdout")
        #expect(doctor.text.contains("\"shell.alias\""))
        let words = "proxyenv explain curl https://example.com/"
        #expect(try nushell.run(words).text.contains("skips the wrapper"))
    }

    @Test func `what use prints for others is asked for by --shell, and --help is shown`() throws {
        let nushell = try Nushell(sandbox)
        let outcome = try nushell.run(
            "proxyenv use home --shell bash; proxyenv use --help; plain 1"
        )
        #expect(outcome.text.contains("unset -v ALL_PROXY"))
        #expect(outcome.errorText.contains("proxyenv use: print code"))
        #expect(outcome.text.hasSuffix("plain plain none <1>\n"))
    }

    @Test func `help says in a line what proxyenv and a wrapper are`() throws {
        let outcome = try Nushell(sandbox).run("help proxyenv | print; help teller | print")
        #expect(outcome.text.contains("Named proxy profiles: `use` and `off` act on this shell"))
        #expect(outcome.text.contains("Starts teller as its rule in [commands] says"))
    }

    @Test func `only the commands themselves are added to the shell`() throws {
        let nushell = try Nushell(sandbox)
        let names = "scope commands | get name | where $it =~ proxyenv | sort | to nuon"
        #expect(try nushell.run(names).text == "[\"nu-complete proxyenv\", proxyenv]\n")
        let variables = "scope variables | get name | where $it =~ 'proxyenv|file|new' | to nuon"
        #expect(try nushell.run(variables).text == "[]\n")
    }

    // MARK: Starts

    @Test func `shells that start together all read the whole file`() throws {
        let nushell = try Nushell(sandbox, config: "$env.LATER = 'ran'\n")
        // All of the first ones make the file; the second ones find it.
        for _ in 1...2 {
            try sandbox.install(
                "many",
                """
                #!/bin/sh
                for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
                    '\(nushell.path)' --login --no-history -c 'print $"($env.LATER) (teller $"a")"' &
                done
                wait

                """)
            let outcome = try Runner(
                arguments: [Array("\(sandbox.home)/bin/many".utf8)],
                environment: sandbox.entries(), limit: 60
            ).run()
            let line = "ran teller office http://127.0.0.1:11 <a>"
            #expect(outcome.lines.filter { $0 == line }.count == 30, "\(outcome.text)")
            #expect(outcome.errorText.isEmpty)
        }
        let left = try nushell.run("ls ~/.config/nushell | get name | path basename | str join ' '")
        #expect(left.text == "config.nu env.nu proxyenv.nu")
    }

    @Test func `a broken file at the start is one error, and the rest of config.nu runs`() throws {
        let nushell = try Nushell(sandbox, config: "$env.LATER = 'ran'\n")
        try sandbox.write("[commands\n", to: ".config/proxyenv/config.toml")
        let outcome = try nushell.run(
            """
            print $env.LATER
            teller a
            try { proxyenv reload }
            """)
        #expect(outcome.text == "ran\nteller plain none <a>\n")
        // At the start, and at `reload`.
        #expect(outcome.errorText.ranges(of: "config.toml:1:").count == 2)
    }

    @Test func `without the program a shell starts, and a wrapper starts the plain command`()
        throws
    {
        let nushell = try Nushell(sandbox, config: "$env.LATER = 'ran'\n")
        let outcome = try nushell.run("teller 1; rm \(sandbox.program); teller 2")
        #expect(
            outcome.text == "teller office http://127.0.0.1:11 <1>\nteller plain none <2>\n")
        let later = try nushell.run("print $env.LATER; teller 3")
        #expect(later.text == "ran\nteller plain none <3>\n")
        #expect(later.errorText.isEmpty)
    }

    @Test
    func `a home with a blank, a letter with an accent and a quote, and a file named on the line`()
        throws
    {
        let home = sandbox.home + "/a b é ' \" $x"
        let folder = home + "/.config/nushell"
        for name in ["", "/.config", "/.config/nushell", "/.config/proxyenv", "/bin"] {
            Files.makeFolder(home + name)
        }
        Files.link("\(home)/bin/proxyenv", to: Binary.path)
        let file = String(home.dropFirst(sandbox.home.count + 1))
        try sandbox.write(HookTests.config, to: "\(file)/.config/proxyenv/config.toml")
        let nushell = try Nushell(sandbox)
        for name in ["env.nu", "config.nu"] {
            try sandbox.write(
                sandbox.text(of: ".config/nushell/\(name)"), to: "\(file)/.config/nushell/\(name)")
        }
        let outcome = try nushell.run(
            "teller 1; proxyenv use home; teller 2; proxyenv off; print $nu.default-config-dir",
            with: ["HOME": home, "PATH": "\(home)/bin:\(sandbox.home)/bin:/usr/bin:/bin"])
        #expect(
            outcome.text
                == "teller office http://127.0.0.1:11 <1>\nteller home http://127.0.0.1:12 <2>\n\(folder)\n"
        )
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `names that would break Nushell, or are its own commands, get no wrapper`() throws {
        let names = [
            "difference", "intersect", "is-redirected", "matrix", "permutations", "union", "xor",
            "null", "main", "http", "7z", "nan", "nu",
        ]
        let rules = names.map { "'\($0)' = true\n" }.joined()
        try sandbox.write(HookTests.config + rules, to: ".config/proxyenv/config.toml")
        let nushell = try Nushell(sandbox, config: "$env.LATER = 'ran'\n")
        let outcome = try nushell.run("teller 1; print $env.LATER; [1 2] | length")
        #expect(outcome.text == "teller office http://127.0.0.1:11 <1>\nran\n2\n")
        #expect(outcome.errorText.isEmpty)
        for name in names {
            #expect(
                sandbox.text(of: nushell.file).contains(
                    "# \(name): nushell cannot wrap a command of this name"))
        }
    }

    @Test(arguments: [
        "config", "ENV_CONVERSIONS", "Path", "FILE_PWD", "CURRENT_FILE", "LAST_EXIT_CODE",
    ])
    func `a profile sets no variable that Nushell keeps for itself`(_ name: String) throws {
        try sandbox.write(
            "[profiles.p]\nurl = 'http://127.0.0.1:9'\nenv = { \(name) = 'x' }\n",
            to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv("use", "p", "--shell", "nushell")
        #expect(outcome.status == 1)
        #expect(outcome.text == "proxyenv: nothing was changed\n")
        #expect(outcome.errorText.contains(name))
    }
}
