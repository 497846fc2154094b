import Testing

/// What somebody types in the first hour, and what they are told.
@Suite struct FirstHourTests {
    static let file = """
        default = "office"
        [profiles.office]
        url = "http://127.0.0.1:11"
        username = "alice"
        password = "hunter2"
        [commands]
        codex = "clash"
        npm = true
        pip = { profile = "office" }

        """

    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    var text: String {
        String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
    }

    /// What a person sees on a terminal who types `line`, with the exit status behind it.
    func seen(_ line: String) throws -> String {
        let terminal = try Pseudoterminal(
            ["/bin/sh", "-c", "\(line); echo \"end $?\"; read line"],
            environment: sandbox.entries())
        return try terminal.wait(for: "end ").replacing("\r\n", with: "\n")
    }

    // MARK: wrap

    @Test func `wrap says which command stays with its profile, and how to change that`() throws {
        for name in ["codex", "pip"] {
            let profile = name == "codex" ? "clash" : "office"
            #expect(
                try seen("proxyenv wrap \(name)").hasPrefix(
                    """
                    \(name): already wrapped, always with profile \(profile)
                      for another profile: proxyenv wrap \(name) --profile NAME
                      for that of the shell: proxyenv unwrap \(name) && proxyenv wrap \(name)

                    """))
        }
        #expect(text == Self.file)
    }

    @Test func `wrap says that a command is wrapped already`() throws {
        #expect(try seen("proxyenv wrap npm").hasPrefix("npm: already wrapped\n"))
    }

    @Test(arguments: [
        ("git", "git: wrapped\n"),
        ("codex --profile tor", "codex: wrapped, always with profile tor\n"),
    ])
    func `wrap says in a line what it has done`(_ words: String, _ told: String) throws {
        #expect(try seen("proxyenv wrap \(words)") == told)
    }

    // MARK: Profiles that are built in, and suggestions

    @Test(arguments: [["password", "clash"], ["password", "auto"], ["use", "clash"]])
    func `no suggestion is what was typed`(_ words: [String]) throws {
        let outcome = try sandbox.proxyenv(words[0], words[1], input: "x\n")
        #expect(!outcome.errorText.contains("Did you mean"), "\(outcome.errorText)")
    }

    @Test func `password of a built-in profile says what to type, and works then`() throws {
        let refused = try sandbox.proxyenv("password", "clash", input: "hush\n")
        #expect(refused.status == 1)
        #expect(
            refused.errorText == """
                proxyenv: profile `clash` has no user name that the password could belong to
                  hint: It is built in. Add a user name first: `proxyenv set clash username NAME`.

                """)
        #expect(try sandbox.proxyenv("set", "clash", "username", "bob").status == 0)
        let path = ["PATH": "\(sandbox.home)/bin:/bin"]
        #expect(try sandbox.proxyenv("password", "clash", with: path, input: "hush\n").status == 0)
        let shown = try sandbox.proxyenv("show", "clash", "--reveal").text
        #expect(shown.contains("https_proxy=http://bob:hush@127.0.0.1:7890\n"), "\(shown)")
    }

    @Test func `password of a built-in profile without a proxy is refused`() throws {
        let none = try sandbox.proxyenv("password", "auto", input: "hush\n")
        #expect(none.status == 1)
        #expect(none.errorText.contains("profile `auto` is built in and has no proxy of its own"))
    }

    // MARK: off

    @Test func `the command that off ends with on a terminal is its own`() throws {
        #expect(
            try seen("https_proxy=http://h:1 proxyenv off --shell bash").hasSuffix(
                "proxyenv: these lines are for the shell to read: eval \"$(proxyenv off)\"\n"))
    }

    @Test func `the command that use ends with on a terminal is its own`() throws {
        #expect(
            try seen("proxyenv use 7890 --shell fish").contains(
                "these lines are for the shell to read: proxyenv use 7890 | source\n"))
    }

    @Test func `on a terminal off says that there is nothing to switch off`() throws {
        #expect(
            try seen("proxyenv off --shell bash")
                == "no profile is active in this shell, and no proxy variable is set\n")
    }

    @Test(arguments: RealShell.allCases)
    func `use - after off goes back to what was active, and off still leaves no variable`(
        _ shell: RealShell
    ) throws {
        let tell = "echo \"[$PROXYENV_ACTIVE]\""
        let list = "env | grep -v -e '^_=' -e '^SHLVL=' | sort"
        let script = """
            \(shell.loadingHook)
            \(list) > before
            proxyenv use 7777
            proxyenv use clash
            proxyenv off
            \(list) > after
            cmp before after && echo same
            proxyenv use -
            \(tell)
            proxyenv off
            proxyenv off
            proxyenv use 7777
            proxyenv use -
            \(tell)
            """
        let outcome = try sandbox.run("cd\n\(script)", in: shell)
        #expect(outcome.text == "same\n[clash]\n[clash]\n", "\(outcome.errorText)")
    }

    @Test func `use - where nothing was active says what to do`() throws {
        let plain = try sandbox.proxyenv("use", "-", "--shell", "sh")
        #expect(plain.status == 1)
        #expect(plain.text == "false;\n")
        #expect(
            plain.errorText == """
                proxyenv: no profile was active in this shell before
                  hint: Name a profile. After `off`, `use -` works only with the hook: `proxyenv help hook`.

                """)
    }

    @Test func `use - where nothing was active says with the hook what to name`() throws {
        let hooked = try sandbox.run("\(RealShell.bash.loadingHook)\nproxyenv use -", in: .bash)
        #expect(
            hooked.errorText.contains(
                "hint: Name one: `proxyenv use NAME`; `proxyenv list` shows them.\n"))
    }

    // MARK: A proxy without a scheme

    @Test(
        arguments: [
            (
                ["use", "127.0.0.1:7890", "--shell", "sh"], nil,
                "https_proxy='http://127.0.0.1:7890'"
            ),
            (["show", "127.0.0.1:7890"], nil, "http://127.0.0.1:7890\n"),
            (
                ["exec", "proxy.corp.example:8080", "sh", "-c", "echo =$https_proxy"], nil,
                "=http://proxy.corp.example:8080\n"
            ),
            (["run", "sh", "-c", "echo =$https_proxy"], "[::1]:80", "=http://[::1]:80\n"),
            (["env", "localhost:1", "--format", "json"], nil, "http://localhost:1"),
        ] as [([String], String?, String)])
    func `host and port are enough wherever a profile is asked for`(
        _ words: [String], _ profile: String?, _ part: String
    ) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries(["PROXYENV_PROFILE": profile])
        ).run()
        #expect(outcome.text.contains(part), "\(outcome.text)")
    }

    @Test(arguments: [
        (["default", "127.0.0.1:7890"], "default = \"http://127.0.0.1:7890\"\n"),
        (["wrap", "git", "--profile", "h:1"], "git = \"http://h:1\"\n"),
        (["add", "x", "127.0.0.1:8080"], "[profiles.x]\nurl = \"http://127.0.0.1:8080\"\n"),
        (["set", "office", "all", "h:1080"], "all = \"http://h:1080\"\n"),
        (["add", "y", "-"], "[profiles.y]\nurl = \"http://proxy:3128\"\n"),
    ])
    func `host and port are enough for whatever is written into the file`(
        _ words: [String], _ line: String
    ) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries(), input: Array("proxy:3128\n".utf8)
        ).run()
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(text.contains(line), "\(text)")
    }

    @Test(arguments: ["bob:hunter3@h:1", "bob:hunt@er3@h:1"])
    func `a password in front of host and port is refused and not shown`(_ word: String) throws {
        for words in [["use", word], ["add", "x", word], ["set", "office", "url", word]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.status == 2)
            #expect(!outcome.errorText.contains("er3"), "\(outcome.errorText)")
        }
        #expect(text == Self.file)
    }

    @Test(
        arguments: [
            (["add", "x", "foo"], 2, "this proxy's URL has no scheme, found `foo`"),
            (["set", "office", "url", "socks://h:1"], 2, "`socks` could be any of SOCKS"),
            (["add", "x", "http://h:1", "--https", "ftp://h:1"], 2, "`ftp` is not a protocol"),
            (["wrap", "git", "--profile", "nosuch"], 1, "there is no profile `nosuch`"),
            (["default", "ofice"], 1, "Did you mean `office`?"),
            (["set", "office", "no-proxy", "*"], 1, "`*` in `no-proxy`"),
            (["unset", "office", "url"], 1, "profile `office` says nowhere where its proxy is"),
        ] as [([String], Int32, String)])
    func `the error of a command line quotes no line of a file`(
        _ words: [String], _ status: Int32, _ message: String
    ) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == status)
        #expect(outcome.errorText.hasPrefix("proxyenv: "), "\(outcome.errorText)")
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        #expect(!outcome.errorText.contains("config.toml:"), "\(outcome.errorText)")
        #expect(!outcome.errorText.contains(" | "), "\(outcome.errorText)")
        #expect(text == Self.file)
    }

    @Test func `a name that is no profile is the command line's fault, whatever rule has it too`()
        throws
    {
        try sandbox.write(
            Self.file + "git = \"nosuch\"\n", to: ".config/proxyenv/config.toml")
        for words in [["use", "nosuch", "--shell", "sh"], ["exec", "nosuch", "true"]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(
                outcome.errorText
                    == "proxyenv: there is no profile `nosuch`\n  hint: See `proxyenv list`.\n")
        }
    }

    @Test func `a rule that names no profile is the file's fault`() throws {
        try sandbox.write(
            Self.file + "git = \"nosuch\"\n", to: ".config/proxyenv/config.toml")
        // A rule is the file's.
        try sandbox.installTeller("git")
        let ruled = try sandbox.proxyenv("run", "git")
        #expect(ruled.status == 125)
        #expect(ruled.errorText.contains("git = \"nosuch\""), "\(ruled.errorText)")
    }
}
