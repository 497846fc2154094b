import Testing

/// What the command line means, and how it is refused.
@Suite struct CommandLineTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            default = "office"
            [profiles.office]
            description = "The office\\u001b[31m\\u202e"
            url = "http://127.0.0.1:11"
            [commands]
            teller = true

            """)
    }

    private func run(_ words: [String], with changes: [String: String?] = [:]) throws -> Outcome {
        try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries(changes)
        ).run()
    }

    @Test(
        arguments: [
            (["lisst"], "there is no command `lisst`", "Did you mean `list`?"),
            (["xyzzy"], "there is no command `xyzzy`", "See `proxyenv help`."),
            (["--json"], "no command given", "See `proxyenv help`."),
            (["--"], "no command given", ""),
            (["list", "--jsn"], "there is no option `--jsn`", "Did you mean `--json`?"),
            (["list", "--reveal"], "`list` takes no `--reveal`", ""),
            (["list", "more"], "`list` takes no further `more`", "Write `proxyenv list"),
            (["hook"], "`hook` needs more", "Write `proxyenv hook SHELL`."),
            (["list", "--config"], "`--config` needs FILE", ""),
            (["list", "--config="], "`--config` needs FILE", ""),
            (["list", "--color", "red"], "`--color` is auto, always or never, found `red`", ""),
            (["list", "--json=1"], "`--json` takes no value", ""),
            (["list", "-x"], "there is no option `-x`", ""),
            (["help", "lisst"], "there is no command `lisst`", "Did you mean `list`?"),
            (["a\u{1B}[31mb"], "`a\\u{1b}[31mb`", ""),
            (["show", "a\nb"], "`a\\u{a}b` cannot be a profile", ""),
            (["show", "99999"], "`99999` is not a port", ""),
            (["show", ""], "cannot be a profile", ""),
        ] as [([String], String, String)])
    func `a command line that is wrong is 2, and says what is right`(
        _ words: [String], _ message: String, _ hint: String
    ) throws {
        let outcome = try run(words)
        #expect(outcome.status == 2)
        #expect(outcome.text.isEmpty)
        #expect(outcome.errorText.hasPrefix("proxyenv: "))
        #expect(outcome.errorText.contains(message))
        #expect(outcome.errorText.contains(hint))
        #expect(!outcome.errors.contains(0x1B))
    }

    @Test(arguments: [
        ["help"], ["--help"], ["-h"], ["help", "use"], ["list", "--help"], ["--help", "list"],
    ])
    func `help is on standard output, with 0`(_ words: [String]) throws {
        let outcome = try run(words)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("Usage: proxyenv "))
        #expect(outcome.errorText.isEmpty)
        #expect(!outcome.text.contains("wrapped"))
        #expect(outcome.lines.allSatisfy { $0.unicodeScalars.count <= 120 })
    }

    @Test(arguments: ["use", "off", "hook"])
    func `help of what prints code is on standard error`(_ command: String) throws {
        for words in [
            [command, "--help"], ["--help", command], [command, "-h", "--shell", "zsh"],
        ] {
            let outcome = try run(words)
            #expect(outcome.text.isEmpty)
            #expect(outcome.errorText.contains("Usage: proxyenv \(command)"))
            #expect(outcome.status == 0)
        }
    }

    @Test func `the version is asked for with or without a command`() throws {
        for words in [["--version"], ["-V"], ["list", "--version"]] {
            #expect(try run(words).text == Binary.versionLine)
        }
    }

    @Test func `options may stand before and after the command`() throws {
        let text = "[profiles.elsewhere]\nurl = 'http://127.0.0.1:11'\n"
        try sandbox.write(text, to: "other.toml")
        let other = sandbox.home + "/other.toml"
        for words in [
            ["--config", other, "list", "-q"], ["list", "--config=\(other)", "-q"],
            ["-q", "list", "--config", other],
        ] {
            #expect(try run(words).lines.contains("elsewhere"))
        }
    }

    @Test(.notForWindows("`echo` is no program there"))
    func `options behind the command that is started are its own`() throws {
        try sandbox.write("[profiles.elsewhere]\nurl = 'http://127.0.0.1:11'\n", to: "other.toml")
        let other = sandbox.home + "/other.toml"
        let exec = ["exec", "--config", other, "elsewhere", "echo", "--config", "x"]
        #expect(try run(exec).text == "--config x\n")
    }

    @Test(
        arguments: [
            (["list"], ["profiles"]),
            (
                ["show", "office"],
                ["description", "name", "noProxy", "route", "sources", "variables"]
            ),
            (
                ["show", "auto"],
                ["description", "name", "noProxy", "route", "sources", "variables"]
            ),
            (
                ["status"],
                [
                    "active", "changed", "commands", "default", "defaultProfile", "hook",
                    "previous",
                    "proxy", "shims", "sources", "stale",
                ]
            ),
            (["validate"], ["files", "problems", "valid"]),
        ])
    func `JSON can be read by others, and has the documented keys`(
        _ words: [String], _ keys: [String]
    ) throws {
        let python = try Binary.require("python3")
        let outcome = try run(
            words + ["--json"],
            with: ["PROXYENV_ACTIVE": "office", "https_proxy": "http://é\u{1}:1"])
        #expect(outcome.status == 0)
        #expect(outcome.output.last == 0x0A)
        let print = "import json, sys; print(*sorted(json.load(sys.stdin)))"
        let read = try Runner(
            arguments: [python, "-c", print].map { Array($0.utf8) }, environment: sandbox.entries(),
            input: outcome.output
        ).run()
        #expect(read.text == keys.joined(separator: " ") + "\n")
        #expect(read.errorText.isEmpty)
    }

    @Test func `validate in JSON names file, line, column, message and hint`() throws {
        try sandbox.write("[profiles.p]\nurl = 'socks://h:1'\n", to: ".config/proxyenv/config.toml")
        let outcome = try run(["validate", "--json"])
        #expect(outcome.status == 1)
        for part in [
            "\"line\": 2", "\"column\": 8", "\"file\": \"~/.config/proxyenv/config.toml\"",
            "\"hint\": ",
        ] {
            #expect(
                outcome.text.replacing("\":", with: "\": ").replacing(":  ", with: ": ").contains(
                    part))
        }
    }

    private static let coloured: [([String], [String: String?], Bool)] = [
        ([], [:], false), (["--color", "always"], [:], true),
        (["--color=never"], ["CLICOLOR_FORCE": "1"], false),
        ([], ["CLICOLOR_FORCE": "1"], true), ([], ["CLICOLOR_FORCE": "0"], false),
        ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
        (["--color", "always"], ["NO_COLOR": "1"], true),
        ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
    ]

    @Test(arguments: coloured)
    func `colours come only where they are wanted`(
        _ words: [String], _ changes: [String: String?], _ isColored: Bool
    ) throws {
        let list = try run(["list"] + words, with: changes)
        #expect(list.output.contains(0x1B) == isColored)
    }

    @Test(arguments: coloured)
    func `colours come in an error only where they are wanted`(
        _ words: [String], _ changes: [String: String?], _ isColored: Bool
    ) throws {
        try sandbox.write("x", to: ".config/proxyenv/config.toml")
        let error = try run(["list"] + words, with: changes)
        #expect(error.errors.contains(0x1B) == isColored)
    }

    @Test(arguments: coloured.map { ($0.0, $0.1) })
    func `code for a shell has no colours`(_ words: [String], _ changes: [String: String?]) throws {
        let code = try run(["use", "clash", "--shell", "sh"] + words, with: changes)
        #expect(!code.text.isEmpty)
        #expect(!code.output.contains(0x1B))
    }

    @Test func `what comes from the file is shown without control characters`() throws {
        for words in [["list"], ["show", "office"]] {
            let outcome = try run(words)
            #expect(!outcome.output.contains(0x1B))
            #expect(outcome.text.contains("\\u{1b}[31m\\u{202e}"))
        }
    }

    @Test func `list -q is the names alone, sorted`() throws {
        let outcome = try run(["list", "-q"])
        let names = outcome.lines.dropLast()
        #expect(names.contains("office"))
        #expect(names.contains("clash"))
        #expect(names.contains("direct"))
        #expect(Array(names) == names.sorted())
    }

    @Test func `status tells that no profile is active`() throws {
        #expect(try run(["status"]).lines.first == "profile   none is active in this shell")
    }

    @Test func `status tells what is active, stale, changed and before`() throws {
        let script = """
            eval "$(proxyenv use clash)"
            eval "$(proxyenv use office)"
            proxyenv status
            sed -i s/127.0.0.1:11/127.0.0.1:99/ "$HOME/.config/proxyenv/config.toml"
            export HTTP_PROXY=http://mine:1
            proxyenv status
            """
        let outcome = try sandbox.run(script, in: .bash)
        #expect(
            outcome.text == """
                profile   office
                proxy     http://127.0.0.1:11
                before    clash
                default   office
                hook      not known, as this was not typed at a prompt
                command   teller: wrapper unknown, profile office (active in this shell)
                            there is no program teller in PATH
                profile   office
                proxy     http://127.0.0.1:11
                stale     office is now http://127.0.0.1:99
                before    clash
                changed   HTTP_PROXY (modified since `use`)
                default   office
                hook      not known, as this was not typed at a prompt
                command   teller: wrapper unknown, profile office (active in this shell)
                            there is no program teller in PATH

                """)
    }
}
