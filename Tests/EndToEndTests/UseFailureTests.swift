import Testing

/// What happens when `use` and `off` can't do what was asked, and what they print for shells that are not here.
@Suite struct UseFailureTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.office]
            url = "http://127.0.0.1:11"
            [profiles.quotes]
            url = "http://127.0.0.1:11"
            env = { V = "it's \u{2018}$(x)\u{2019} \u{201A}\u{201B} `n" }
            [profiles.lines]
            url = "http://127.0.0.1:11"
            env = { V = "a\\nb" }
            [profiles.doubled]
            url = "http://127.0.0.1:11"
            env = { V = "a\\"b" }

            """)
    }

    @Test(arguments: RealShell.allCases)
    func `an unknown profile stops what follows`(_ shell: RealShell) throws {
        let and = shell == .fish ? "; and" : " &&"
        let outcome = try sandbox.run("\(shell.evaluating("use ofice"))\(and) echo on", in: shell)
        #expect(outcome.text.isEmpty)
        #expect(outcome.status != 0)
        #expect(outcome.errorText.contains("there is no profile `ofice`"))
        #expect(outcome.errorText.contains("Did you mean `office`?"))
    }

    @Test(arguments: RealShell.allCases)
    func `a change that is made succeeds, also where it only removes`(_ shell: RealShell) throws {
        let and = shell == .fish ? "; and" : " &&"
        for words in ["use office", "use direct", "off"] {
            let outcome = try sandbox.run("\(shell.evaluating(words))\(and) echo on", in: shell)
            #expect(outcome.text == "on\n")
        }
    }

    @Test(
        arguments: [
            ("bash", "false;\n"), ("zsh", "false;\n"), ("sh", "false;\n"), ("fish", "false;\n"),
            ("powershell", "throw 'proxyenv: nothing was changed';\n"), ("cmd", "exit /b 1\n"),
        ],
        [
            (["use", "ofice"], 1), (["use", "office", "more"], 2), (["off", "--jsn"], 2),
            (["use", "--nope"], 2),
        ] as [([String], Int32)])
    func `only the failing statement of the shell is printed`(
        _ shell: (name: String, text: String), _ mistake: (words: [String], status: Int32)
    ) throws {
        // An option that is wrong may hide those behind it.
        let isFirst = mistake.words.last == "--nope"
        let option = ["--shell", shell.name]
        let words = isFirst ? option + mistake.words : mistake.words + option
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.text == shell.text)
        #expect(outcome.status == mistake.status)
    }

    @Test(arguments: [
        "socks://127.0.0.1:1", "127.0.0.1:0", "http://127.0.0.1", "0", "99999",
        "http://a:0",
    ])
    func `what can't be a profile prints the failing statement`(_ name: String) throws {
        let outcome = try sandbox.proxyenv("use", name, "--shell", "bash")
        #expect(outcome.text == "false;\n")
        #expect([1, 2].contains(outcome.status))
        #expect(outcome.errorText.hasPrefix("proxyenv: "))
    }

    @Test(
        arguments: [
            "a\nb", "a'b", "$(touch canary)", "`touch canary`", "-x", "", "http://a b:1",
            "http://a:1/\r",
            "http://a:1/$(touch canary)", "http://$(touch canary):1", "http://a;touch canary:1",
        ])
    func `a name that is no name runs nothing`(_ name: String) throws {
        let script = "cd \(sandbox.home); eval \"$(proxyenv use \"$1\")\" && echo on; env -0"
        let outcome = try sandbox.run(script, in: .bash, arguments: ["bash", name])
        #expect(!outcome.errorText.isEmpty)
        #expect(!outcome.text.hasPrefix("on\n"))
        #expect(!sandbox.has("canary"))
        #expect(outcome.variables["https_proxy"] == nil)
    }

    private static let tampered = [
        "", "1", "1.", "2.-", "x", "1.-.A", "1.-.$(touch canary).-.-", "1.-.A;touch canary.-.-",
        "1.-.PATH.-.JCh0b3VjaCBjYW5hcnkp", "1.-.A.0000000000000000.####",
        "1.JCh0b3VjaCBjYW5hcnkp",
        "1.-.PROXYENV_BYPASS.-.MQ", "1.-.B.-.-.A.-.-", String(repeating: "1", count: 70_000),
        "\u{1B}[31m", "1.-.A.-.AA", "1.\u{27}",
    ]

    /// What `words` leave in `shell` of an environment with `state`.
    private func run(_ words: String, _ state: String, in shell: RealShell) throws -> Outcome {
        try sandbox.run(
            "cd \(sandbox.home)\n\(shell.evaluating(words))\nenv -0", in: shell,
            with: [
                "PROXYENV_STATE": state, "PROXYENV_ACTIVE": "$(touch canary)",
                "HTTPS_PROXY": "http://x:1",
            ])
    }

    @Test(arguments: [RealShell.zsh, .fish])
    func `a state that was tampered with runs nothing, and off ends it`(_ shell: RealShell) throws {
        for state in Self.tampered {
            let off = try run("off", state, in: shell)
            #expect(off.status == 0)
            #expect(off.variables["PROXYENV_STATE"] == nil)
            #expect(off.variables["PROXYENV_ACTIVE"] == nil)
            #expect(off.variables.text("PATH") == sandbox.environment["PATH"])
            #expect(off.variables["PROXYENV_BYPASS"] == nil)
        }
        #expect(!sandbox.has("canary"))
    }

    @Test(arguments: [RealShell.zsh, .fish])
    func `a state that was tampered with does not keep use from its profile`(
        _ shell: RealShell
    ) throws {
        for state in Self.tampered {
            let use = try run("use office", state, in: shell)
            #expect(use.variables.text("https_proxy") == "http://127.0.0.1:11")
        }
        #expect(!sandbox.has("canary"))
    }

    @Test func `off without a state unsets the proxy variables and says so`() throws {
        let outcome = try sandbox.run(
            "eval \"$(proxyenv off)\"; env -0", in: .bash,
            with: ["HTTPS_PROXY": "http://x:1", "no_proxy": "", "npm_config_proxy": "http://x:1"])
        #expect(outcome.variables["HTTPS_PROXY"] == nil)
        #expect(outcome.variables["no_proxy"] == nil)
        #expect(outcome.variables["npm_config_proxy"] == nil)
        #expect(
            outcome.errorText == "proxyenv: no state from a `use`; the proxy variables are unset\n")
    }

    @Test func `off without a state and without a proxy says nothing`() throws {
        let nothing = try sandbox.proxyenv("off", "--shell", "bash")
        #expect(nothing.text.isEmpty)
        #expect(nothing.status == 0)
        #expect(nothing.errorText.isEmpty)
    }

    @Test func `off needs no file, not even a readable one`() throws {
        try sandbox.write("broken", to: "broken.toml")
        let script = """
            eval "$(proxyenv use office)"
            rm -r "$HOME/.config"
            export PROXYENV_CONFIG="$HOME/broken.toml"
            eval "$(proxyenv off)" && echo "[$https_proxy]"
            """
        #expect(try sandbox.run(script, in: .bash).text == "[]\n")
    }

    @Test(
        .notForWindows("there are no signals there"),
        arguments: [["use", "office", "--shell", "bash"], ["list"]])
    func `a reader that has gone ends it silently, as SIGPIPE would`(_ words: [String]) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries(), target: .brokenPipe
        ).run()
        #expect(outcome.signal == 13)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: ["use", "off", "list", "hook", "show"])
    func `a full disk is an error`(_ command: String) throws {
        let operands = ["use": "office", "hook": "zsh", "show": "office"]
        var words = [command] + [operands[command]].compactMap { $0 }
        if command == "use" || command == "off" { words += ["--shell", "bash"] }
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries(["https_proxy": "http://x:1"]), target: .file("/dev/full")
        ).run()
        #expect(outcome.status == 1)
        #expect(
            outcome.errorText.contains("cannot write to standard output: No space left on device"))
    }

    @Test func `PowerShell gets ASCII alone, and a comment where nothing changes`() throws {
        let outcome = try sandbox.proxyenv("use", "quotes", "--shell", "pwsh")
        #expect(
            outcome.lines.contains(
                #"$env:V = ([regex]::Unescape('it''s \u2018$(x)\u2019 \u201a\u201b `n'));"#))
        #expect(outcome.lines.contains("$env:https_proxy = 'http://127.0.0.1:11';"))
    }

    @Test(.notForWindows("names have no case there"))
    func `off for PowerShell removes the variable`() throws {
        let off = try sandbox.proxyenv(
            "off", "--shell", "powershell", with: ["https_proxy": "http://x:1"])
        #expect(off.text == "$env:https_proxy = $null;\n")
        let nothing = try sandbox.proxyenv("off", "--shell", "powershell")
        #expect(nothing.text == "# nothing to change\n")
    }

    @Test(.notForWindows("each name is set once there")) func `cmd gets set lines`() throws {
        let outcome = try sandbox.proxyenv("use", "office", "--shell", "cmd.exe")
        #expect(outcome.lines.contains("set \"HTTPS_PROXY=http://127.0.0.1:11\""))
    }

    @Test(.notForWindows("names have no case there"))
    func `off for cmd sets the variable to nothing`() throws {
        let off = try sandbox.proxyenv("off", "--shell", "cmd", with: ["https_proxy": "http://x:1"])
        #expect(off.text == "set \"https_proxy=\"\n")
    }

    @Test(arguments: ["lines", "doubled"])
    func `cmd gets nothing where it can't hold a value`(_ name: String) throws {
        let refused = try sandbox.proxyenv("use", name, "--shell", "cmd")
        #expect(refused.text == "exit /b 1\n")
        #expect(refused.status == 1)
        #expect(refused.errorText.contains("cmd cannot hold the value of V"))
    }
}
