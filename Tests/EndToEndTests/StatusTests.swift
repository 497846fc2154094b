import Testing

/// `status`, `list`, `explain --all-tools` and `proxyenv` alone: how things stand.
@Suite struct StatusTests {
    private static let file = """
        default = "office"
        [profiles.office]
        url = "http://proxy.corp.example:8080"
        [profiles.home]
        url = "http://127.0.0.1:PORT"
        description = "A description that is long enough to reach beyond the edge of a usual terminal"
        [commands]
        teller = "home"
        ghost = true
        pip = { env = { A = "1" } }

        """

    private let sandbox: Sandbox
    private let listener: Listener

    init() throws {
        listener = try Listener()
        sandbox = try Sandbox(Self.file.replacing("PORT", with: "\(listener.port)"))
        try sandbox.installTeller("teller")
        try sandbox.installTeller("pip")
    }

    private func status(_ changes: [String: String?] = [:]) throws -> String {
        let outcome = try sandbox.proxyenv("status", with: changes)
        #expect(outcome.status == 0)
        #expect(outcome.lines.allSatisfy { $0.unicodeScalars.count <= 80 }, "\(outcome.text)")
        return outcome.text
    }

    @Test(arguments: [
        ("nushell", "7z", "7z"), ("powershell", "GET", "get"), ("sh", "ba-r", "foo"),
    ])
    func `status does not propose reload for a command that the shell cannot wrap`(
        _ shell: String, _ name: String, _ other: String
    ) throws {
        try sandbox.write(
            "[commands]\n'\(name)' = 'tor'\n\(name == other ? "" : "'\(other)' = 'tor'\n")"
                + "teller = 'tor'\n", to: ".config/proxyenv/config.toml")
        let shown = try status(["PROXYENV_SHELL_VIEW": "\(shell)/1"])
        #expect(
            shown.contains("\(name): this shell cannot wrap it: write `proxyenv run` before it\n"),
            "\(shown)")
        #expect(
            shown.contains("teller: not wrapped in this shell: proxyenv reload\n"), "\(shown)")
    }

    // MARK: status

    @Test func `status says which profile each command gets, and what gives it`() throws {
        #expect(
            try status() == """
                profile   none is active in this shell
                default   office
                hook      not known, as this was not typed at a prompt
                command   ghost: wrapper unknown, profile office (the default)
                            there is no program ghost in PATH
                command   pip: wrapper unknown, profile office (the default)
                command   teller: wrapper unknown, profile home (its rule)

                """)
    }

    @Test func `status says which commands get the shell's profile`() throws {
        let active = try status(["PROXYENV_ACTIVE": "home"])
        #expect(active.contains("pip: wrapper unknown, profile home (active in this shell)"))
        #expect(active.contains("teller: wrapper unknown, profile home (its rule)"))
    }

    @Test func `status says that PROXYENV_PROFILE goes before a rule`() throws {
        let chosen = try status(["PROXYENV_ACTIVE": "home", "PROXYENV_PROFILE": "tor"])
        #expect(chosen.contains("teller: wrapper unknown, profile tor (PROXYENV_PROFILE)"))
    }

    @Test func `status says that no default is set`() throws {
        try sandbox.write("[commands]\npip = true\n", to: ".config/proxyenv/config.toml")
        let none = try status()
        #expect(none.contains("default   auto, as none is set\n"))
        #expect(none.contains("pip: wrapper unknown, profile auto (no default is set)\n"))
    }

    @Test func `status shows the shims, and that PATH does not lead to them`() throws {
        #expect(try sandbox.proxyenv("shim", "add", "teller", "ghost").status == 0)
        let text = try status()
        #expect(text.contains("shims     ghost, teller\n"), "\(text)")
        #expect(text.contains("their folder is not in PATH: proxyenv help shim\n"))
        // A shim is no program.
        #expect(text.contains("there is no program ghost in PATH\n"))
    }

    @Test func `status says nothing of a folder of shims to which PATH leads`() throws {
        #expect(try sandbox.proxyenv("shim", "add", "teller", "ghost").status == 0)
        let folder = "\(sandbox.home)/.local/share/proxyenv/shims"
        let first = try status(["PATH": "\(folder):\(sandbox.home)/bin"])
        #expect(first.contains("shims     ghost, teller\n"))
        #expect(!first.contains("their folder"))
        #expect(first.contains("there is no program ghost in PATH\n"))
    }

    @Test func `status in JSON has the shims, and each command's profile`() throws {
        #expect(try sandbox.proxyenv("shim", "add", "teller", "ghost").status == 0)
        let json = try sandbox.proxyenv("status", "--json").text.replacing(" ", with: "")
            .replacing("\n", with: "")
        for part in [
            "\"shims\":[\"ghost\",\"teller\"]", "\"defaultProfile\":\"office\"",
            "\"profile\":\"home\",\"by\":\"rule\",\"exists\":true",
            "\"profile\":\"office\",\"by\":\"default\",\"exists\":false",
        ] { #expect(json.contains(part), "\(part) \(json)") }
    }

    // MARK: list

    @Test func `list has one's own profiles first, and the built-in ones that answer`() throws {
        let outcome = try sandbox.proxyenv(
            "list", with: ["PROXYENV_PROBE": nil, "PROXYENV_ACTIVE": "home"])
        #expect(outcome.status == 0)
        let lines = outcome.lines
        #expect(lines.allSatisfy { $0.unicodeScalars.count <= 80 }, "\(outcome.text)")
        #expect(lines[0] == "Your profiles")
        #expect(lines[1].hasPrefix("* home    http://127.0.0.1:\(listener.port)"))
        #expect(lines[1].contains("  answers    A description that"))
        #expect(lines[1].hasSuffix("…"))
        #expect(lines[2].hasPrefix("  office  http://proxy.corp.example:8080"))
        #expect(lines[2].hasSuffix("  (default)"))
        #expect(lines[3] == "" && lines[4] == "Built in")
        #expect(outcome.text.contains(" more do not answer here: proxyenv list --all\n"))
        #expect(outcome.text.contains("  direct  no proxy at all\n"))
        #expect(!outcome.text.contains("  hiddify "))
    }

    @Test func `list begins with the proxy that is active and no profile`() throws {
        let other = try sandbox.proxyenv("list", with: ["PROXYENV_ACTIVE": "http://h:1"])
        #expect(
            other.text.hasPrefix("* http://h:1  active in this shell, and no profile\n\n"),
            "\(other.text)")
    }

    @Test func `list --all has the built-in profiles that do not answer`() throws {
        let all = try sandbox.proxyenv("list", "--all", with: ["PROXYENV_PROBE": nil])
        #expect(all.text.contains("  hiddify      http://127.0.0.1:12334     no answer  Hiddify\n"))
        #expect(all.lines.allSatisfy { $0.unicodeScalars.count <= 80 }, "\(all.text)")
    }

    @Test func `list connects once to each port of this machine, and sends no byte`() throws {
        try sandbox.write(
            """
            [profiles.a]
            url = "http://alice:hunter2@127.0.0.1:\(listener.port)"
            [profiles.b]
            url = "socks5h://localhost:\(listener.port)"
            [profiles.far]
            url = "http://proxy.invalid:1"

            """, to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv("list", "--json", with: ["PROXYENV_PROBE": nil])
        let text = outcome.text.replacing(" ", with: "")
        #expect(text.contains("\"answers\":true"))
        #expect(text.contains("\"answers\":null"))
        #expect(text.contains("\"answers\":false"))
        #expect(!text.contains("hunter2"))
        #expect(listener.takeConnections() == 2)
    }

    // MARK: explain

    @Test func `explain --all-tools is a table of the tools that are installed`() throws {
        for name in ["curl", "npm", "codex"] { try sandbox.installTeller(name) }
        let variables = [
            "https_proxy": "http://127.0.0.1:7890", "PATH": "\(sandbox.home)/bin:/none",
        ]
        let outcome = try sandbox.proxyenv(
            "explain", "--all-tools", "https://x.example", with: variables.mapValues { $0 })
        #expect(outcome.status == 0)
        #expect(outcome.lines.allSatisfy { $0.unicodeScalars.count <= 80 }, "\(outcome.text)")
        let rows = outcome.lines.filter { $0.contains("  http://") }
        let names = rows.map { $0.split(separator: " ").first ?? "" }
        #expect(Set(names) == ["curl", "npm", "codex", "pip", "pip,"], "\(outcome.text)")
        let curl = rows.first { $0.hasPrefix("curl ") } ?? ""
        #expect(curl.split(separator: " ") == ["curl", "http://127.0.0.1:7890", "https_proxy"])
        #expect(outcome.text.contains(" others are not in PATH; --json has them too\n"))
    }

    @Test func `explain --all-tools in JSON has the tools that are not installed too`() throws {
        let json = try sandbox.proxyenv(
            "explain", "--all-tools", "https://x.example", "--json",
            with: ["https_proxy": "http://127.0.0.1:7890", "PATH": "\(sandbox.home)/bin:/none"])
        #expect(json.text.contains("\"installed\""))
        #expect(json.text.contains("\"wget\""))
    }

    @Test func `explain --all-tools tells what is typed from what a script starts`() throws {
        try sandbox.write(
            "[commands]\npip = '7890'\n", to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv(
            "explain", "--all-tools", "https://x.example",
            with: ["PATH": "\(sandbox.home)/bin:/none"])
        #expect(
            outcome.lines.prefix(2).map {
                $0.split(separator: " ").prefix(3).joined(separator: " ")
            }
                == ["pip, typed http://127.0.0.1:7890", "pip direct no"], "\(outcome.text)")
        #expect(outcome.text.contains("typed: through its wrapper; else"))
    }

    // MARK: proxyenv alone

    @Test func `proxyenv alone says how things stand and what to type next`() throws {
        let outcome = try Runner(
            arguments: [Array(sandbox.program.utf8)], environment: sandbox.entries()
        ).run()
        #expect(outcome.status == 0)
        #expect(outcome.errorText.isEmpty)
        #expect(outcome.lines.allSatisfy { $0.unicodeScalars.count <= 80 }, "\(outcome.text)")
        #expect(
            outcome.text.hasPrefix(
                """
                profile   none is active in this shell
                default   office
                commands  ghost, pip, teller
                hook      not known, as this was not typed at a prompt
                file      ~/.config/proxyenv/config.toml


                """), "\(outcome.text)")
        for line in ["proxyenv status  ", "proxyenv help hook  ", "proxyenv help  "] {
            #expect(outcome.text.contains("  \(line)"), "\(outcome.text)")
        }
    }

    @Test func `proxyenv alone does without HOME`() throws {
        let active = try sandbox.run(
            "eval \"$(proxyenv use home)\"; proxyenv; true", in: .bash, with: ["HOME": nil])
        #expect(active.status == 0)
    }

    @Test func `proxyenv alone says which profile is active, and how to switch it off`() throws {
        let shown = try sandbox.run("eval \"$(proxyenv use home)\"; proxyenv; true", in: .bash)
        #expect(shown.text.hasPrefix("profile   home: http://127.0.0.1:\(listener.port)\n"))
        #expect(shown.text.contains("  eval \"$(proxyenv off)\" "), "\(shown.text)")
    }

    @Test(arguments: RealShell.allCases)
    func `proxyenv alone sees the hook, and proposes what works with it`(_ shell: RealShell) throws
    {
        let outcome = try sandbox.run(
            "\(shell.loadingHook)\nproxyenv\nproxyenv use home\nproxyenv", in: shell)
        #expect(outcome.errorText.isEmpty)
        #expect(
            outcome.text.contains("hook      loaded in \(shell.name)\n"), "\(outcome.text)")
        #expect(outcome.text.contains("\n  proxyenv use office  "), "\(outcome.text)")
        #expect(outcome.text.contains("\n  proxyenv off  "), "\(outcome.text)")
        #expect(!outcome.text.contains("proxyenv help hook"))
    }

    @Test(
        arguments: [
            ("clash", "Did you mean `proxyenv use clash`, or `proxyenv exec clash -- COMMAND`?"),
            ("home", "Did you mean `proxyenv use home`"), ("7890", "`proxyenv use 7890`"),
            ("127.0.0.1:7890", "`proxyenv use 127.0.0.1:7890`"),
            ("teller", "Did you mean `proxyenv run teller`, or `proxyenv wrap teller`?"),
            ("codex", "Did you mean `proxyenv run codex`"), ("lisst", "Did you mean `list`?"),
        ])
    func `a profile or a program in the place of a command is told what to type`(
        _ word: String, _ hint: String
    ) throws {
        let outcome = try sandbox.proxyenv(word)
        #expect(outcome.status == 2)
        #expect(outcome.text.isEmpty)
        #expect(outcome.errorText.contains(hint), "\(outcome.errorText)")
    }
}
