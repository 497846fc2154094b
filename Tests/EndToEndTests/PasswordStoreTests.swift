import Testing

/// Passwords that are typed, and where they are kept.
@Suite struct PasswordStoreTests {
    private static let file = "[profiles.a]\nurl = \"http://h:1\"\nusername = \"bob\"\n"
    private static let secret = "t0p $ecret\"'\\é"

    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    /// A program that keeps what it reads in a file, and tells its arguments in another.
    private func installStore(_ name: String, store: String) throws {
        try sandbox.install(
            name,
            """
            #!/bin/sh
            printf '%s ' "$0" "$@" >>"$HOME/arguments"
            case $1 in \(store)) cat >"$HOME/kept" ;; *) cat "$HOME/kept" ;; esac

            """)
    }

    private func text(_ name: String = "config.toml") -> String {
        String(decoding: sandbox.read(".config/proxyenv/\(name)") ?? [], as: UTF8.self)
    }

    /// The environment without the programs that this machine may have.
    private var alone: [String: String?] {
        ["PATH": "\(sandbox.home)/bin:/nonexistent", "PROXYENV_BYPASS": nil]
    }

    @Test(
        arguments: [
            (
                "secret-tool", "store",
                "[\"secret-tool\", \"lookup\", \"service\", \"proxyenv\", \"profile\", \"a\"]"
            ),
            ("pass", "insert", "[\"pass\", \"show\", \"proxyenv/a\"]"),
        ])
    func `a password goes to the store by its standard input, and comes back`(
        _ program: String, _ verb: String, _ command: String
    ) throws {
        try installStore(program, store: verb)
        try sandbox.install("cat", "#!/bin/sh\nexec /bin/cat \"$@\"\n")
        let outcome = try sandbox.proxyenv(
            "password", "a", with: alone, input: Self.secret + "\n")
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(text() == Self.file + "password-command = \(command)\n")
        let told = String(decoding: sandbox.read("arguments") ?? [], as: UTF8.self)
        #expect(told.contains("\(verb) ") && !told.contains("ecret\"'"))
        let shown = try sandbox.proxyenv(
            "env", "a", "--format", "json",
            with: alone.merging(["PATH": sandbox.environment["PATH"]]) { $1 })
        #expect(
            shown.text.contains("http://bob:t0p%20%24ecret%22%27%5C%C3%A9@h:1"),
            "\(shown.errorText)")
    }

    @Test func `where there is no store it stands in the local file, for the user alone`() throws {
        let outcome = try sandbox.proxyenv(
            "password", "a", with: alone, input: Self.secret + "\n")
        #expect(outcome.status == 0)
        #expect(outcome.errorText.contains("stands in ~/.config/proxyenv/config.local.toml"))
        #expect(text() == Self.file)
        #expect(text("config.local.toml") == "[profiles.a]\npassword = \"t0p $ecret\\\"'\\\\é\"\n")
        let mode = try Runner(
            arguments: [
                "/usr/bin/stat", "-c", "%a", sandbox.home + "/.config/proxyenv/config.local.toml",
            ]
            .map { Array($0.utf8) }, environment: []
        ).run()
        #expect(mode.text == "600\n")
    }

    @Test func `a store that does not give it back is told of, and the file is as it was`() throws {
        try sandbox.install("secret-tool", "#!/bin/sh\nexit 0\n")
        let outcome = try sandbox.proxyenv("password", "a", with: alone, input: "x\n")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("does not give it back"))
        #expect(text() == Self.file)
    }

    @Test(
        arguments: [
            ("", "no password of a is given"), ("a\nb\n", "more than one line"),
            ("a\0b\n", "holds a NUL"),
        ])
    func `what is no password is refused`(_ input: String, _ message: String) throws {
        let outcome = try sandbox.proxyenv("password", "a", with: alone, input: input)
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        #expect(text() == Self.file)
    }

    @Test func `without a user name no password is asked for`() throws {
        try sandbox.write(
            "[profiles.a]\nurl = \"http://h:1\"\n", to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv("password", "a", input: "x\n")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("proxyenv set a username NAME"))
    }

    @Test func `a built-in profile without a user name has no password`() throws {
        #expect(try sandbox.proxyenv("password", "clash", input: "x\n").status == 1)
    }

    @Test func `Ctrl-C at the question gives the terminal back, and nothing is shown`() throws {
        let terminal = try sandbox.terminal(
            .bash, with: alone.merging(["PATH": "\(sandbox.home)/bin:/usr/bin:/bin"]) { $1 })
        let before = try terminal.run("stty -g")
        terminal.send("proxyenv password a; echo \"end $?\"\n")
        try terminal.wait(for: "password of a (not shown): ")
        terminal.send("hush-\u{3}")
        let cancelled = try terminal.wait(for: "end 130")
        #expect(cancelled.contains("cancelled: nothing is changed"))
        #expect(!cancelled.contains("hush"))
        #expect(try Self.words(terminal.run("stty -g")) == Self.words(before))
    }

    @Test func `on a terminal nothing of it is shown, and what was deleted is not kept`() throws {
        let terminal = try sandbox.terminal(
            .bash, with: alone.merging(["PATH": "\(sandbox.home)/bin:/usr/bin:/bin"]) { $1 })
        terminal.send("proxyenv add b http://h:2 --username u --password-prompt; echo \"end $?\"\n")
        try terminal.wait(for: "password of b (not shown): ")
        terminal.send("wrong\u{15}hux\u{7F}sh\n")
        let kept = try terminal.wait(for: "end 0")
        #expect(!kept.contains("hu") && !kept.contains("wrong"))
        #expect(text("config.local.toml") == "[profiles.b]\npassword = \"hush\"\n")
    }

    /// The settings that `stty -g` printed.
    private static func words(_ text: String) -> String? {
        text.split(whereSeparator: { $0.isWhitespace }).first { $0.filter { $0 == ":" }.count > 20 }
            .map { String($0) }
    }

    @Test func `a password is in no argument of anything`() throws {
        let strace = try Binary.require("strace")
        try installStore("secret-tool", store: "store")
        let trace = sandbox.home + "/trace"
        for (words, input) in [
            (["add", "b", "-"], "http://u:hush-1234@h:1\n"), (["password", "a"], "hush-1234\n"),
            (["set", "b", "url", "http://h:2"], ""), (["use", "b", "--shell", "bash"], ""),
            (["show", "a"], ""),
            (["exec", "a", "--", "true"], ""), (["remove", "b", "--dry-run"], ""),
            (["validate"], ""),
            (["list"], ""),
        ] {
            let outcome = try Runner(
                arguments: ([
                    strace, "-f", "-qq", "-s", "4096", "-e", "trace=execve", "-o", trace,
                    sandbox.program,
                ] + words)
                .map { Array($0.utf8) },
                environment: sandbox.entries(), input: Array(input.utf8)
            ).run()
            #expect(outcome.status == 0, "\(words) \(outcome.errorText)")
            let calls = String(decoding: sandbox.read("trace") ?? [], as: UTF8.self)
            #expect(calls.contains("execve(") && !calls.contains("hush-1234"), "\(words)")
            #expect(!outcome.errorText.contains("hush-1234"))
        }
    }
}
