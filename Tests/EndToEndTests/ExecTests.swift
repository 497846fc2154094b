import Testing

/// `exec`: what the command gets, and what its end looks like.
@Suite struct ExecTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.office]
            url = "http://127.0.0.1:11"
            [profiles.path]
            url = "http://127.0.0.1:11"
            env = { PATH = "/nowhere" }

            """)
    }

    /// Runs `words` as they are.
    private func run(
        _ words: [[UInt8]], environment: [[UInt8]]? = nil, input: [UInt8] = []
    ) throws -> Outcome {
        try Runner(
            arguments: words, environment: environment ?? sandbox.entries(), input: input
        ).run()
    }

    private var start: [[UInt8]] {
        [sandbox.program, "exec", "office", "--"].map { Array($0.utf8) }
    }

    @Test(arguments: [0, 1, 2, 41, 125, 126, 127, 255])
    func `the exit status is the command's own`(_ status: Int32) throws {
        let outcome = try sandbox.proxyenv("exec", "office", "--", "sh", "-c", "exit \(status)")
        #expect(outcome.status == status)
        #expect(outcome.errorText.isEmpty)
    }

    @Test(arguments: ["TERM", "KILL", "INT", "PIPE", "HUP"])
    func `a command that a signal ends looks like that`(_ name: String) throws {
        let numbers: [String: Int32] = ["TERM": 15, "KILL": 9, "INT": 2, "PIPE": 13, "HUP": 1]
        let outcome = try sandbox.proxyenv("exec", "office", "sh", "-c", "kill -\(name) $$")
        #expect(outcome.signal == numbers[name])
    }

    @Test func `a command that is not there is named`() throws {
        let missing = try sandbox.proxyenv("exec", "office", "--", "nowhere-to-be-found")
        #expect(missing.status == 127)
        #expect(
            missing.errorText == "proxyenv: there is no command `nowhere-to-be-found` to start\n")
    }

    /// In paths `~` is the home folder.
    @Test(
        arguments: [
            ("/no/such/file", 127), ("no-interpreter", 127), ("", 127), ("data", 126),
            ("~/bin/data", 126), ("~", 126),
        ] as [(String, Int32)])
    func `a command that is not there is 127, one that can't be started 126`(
        _ command: String, _ status: Int32
    ) throws {
        try sandbox.write("data", to: "bin/data")
        try sandbox.install("no-interpreter", "#!/nowhere/at/all\n")
        let path = command.replacing("~", with: sandbox.home)
        #expect(try sandbox.proxyenv("exec", "office", "--", path).status == status)
    }

    @Test func `everything that fails before the start is 125`() throws {
        let touch = ["--", "touch", sandbox.home + "/canary"]
        for words in [
            ["exec", "ofice"] + touch, ["exec", "--nope", "office"] + touch,
            ["exec", "http://a b:1"] + touch, ["exec", "0"] + touch, ["exec"], ["exec", "office"],
            ["exec", "office", "--"], ["run"], ["run", "--"], ["wrapped"],
            ["--config", "/nowhere", "exec", "office"] + touch,
            ["exec", "http://u:secret@h:1"] + touch,
        ] {
            let outcome = try run(([sandbox.program] + words).map { Array($0.utf8) })
            #expect(outcome.status == 125, "\(words)")
            #expect(outcome.text.isEmpty)
            #expect(outcome.errorText.hasPrefix("proxyenv: "))
            #expect(!outcome.errorText.contains("secret"))
        }
        #expect(!sandbox.has("canary"))
    }

    @Test func `a file that is no program is run by sh, as a shell does it`() throws {
        try sandbox.install("script", "echo \"$0|$1|$https_proxy\"\n")
        let outcome = try sandbox.proxyenv("exec", "office", "script", "a b")
        #expect(outcome.text == "\(sandbox.home)/bin/script|a b|http://127.0.0.1:11\n")
    }

    @Test func `an empty file is run too`() throws {
        try sandbox.install("empty", "")
        #expect(try sandbox.proxyenv("exec", "office", "empty").status == 0)
    }

    @Test(.notForWindows("wine adds folders to PATH"))
    func `the command is looked up in the PATH that it gets`() throws {
        #expect(try sandbox.proxyenv("exec", "path", "true").status == 127)
        let other = try sandbox.proxyenv("exec", "path", "/usr/bin/env")
        #expect(other.lines.contains("PATH=/nowhere"))
    }

    @Test(.notForWindows("wine makes a PATH"))
    func `without PATH the command is looked up in the system's folders`() throws {
        #expect(try sandbox.proxyenv("exec", "office", "true", with: ["PATH": nil]).status == 0)
    }

    @Test func `arguments are passed on as bytes, empty ones too`() throws {
        let print = ["sh", "-c", #"printf '%s\0' "$0" "$@""#].map { Array($0.utf8) }
        let words: [[UInt8]] = [
            [], [0xFF, 0xFE], Array("--".utf8), Array("-q".utf8), Array("--help".utf8), [0x0A],
            Array("a b".utf8), [],
        ]
        let outcome = try run(start + print + words)
        #expect(outcome.output == words.flatMap { $0 + [0] })
        // Without the `--`, what follows the profile is the command's as well.
        let plain = try run(start.dropLast() + print + words)
        #expect(plain.output == outcome.output)
    }

    @Test func `a second pair of dashes is the command's`() throws {
        // Of two, the second is the command's.
        let two = try sandbox.proxyenv("exec", "office", "--", "--", "x")
        #expect(two.status == 127)
    }

    @Test(.notForWindows("names are sorted there, and none stands twice"))
    func `variables are passed on as they were, in their order, twice and broken ones too`()
        throws
    {
        let entries: [[UInt8]] = [
            Array("B=1".utf8), Array("A=2".utf8), Array("A=3".utf8),
            Array("C=".utf8) + [0xFF, 0x80],
            Array("NOEQUALS".utf8), Array("=x".utf8), [0xFE] + Array("=y".utf8),
            Array("https_proxy=old".utf8),
            Array("Z=".utf8), Array("https_proxy=older".utf8), Array("PROXYENV_PROBE=0".utf8),
            Array("HOME=\(sandbox.home)".utf8), Array("LAST=1".utf8),
        ]
        let cat = ["/bin/cat", "/proc/self/environ"].map { Array($0.utf8) }
        let outcome = try run(start + cat, environment: entries)
        let got = outcome.output.split(separator: 0, omittingEmptySubsequences: false).map {
            Array($0)
        }
        var expected = entries
        expected[7] = Array("https_proxy=http://127.0.0.1:11".utf8)
        expected.remove(at: 9)
        #expect(Array(got.prefix(expected.count)) == expected)
        let added = got.dropFirst(expected.count).map { String(decoding: $0, as: UTF8.self) }
        #expect(added.filter { $0.hasPrefix("https_proxy=") }.isEmpty)
        #expect(added.contains("PROXYENV_ACTIVE=office"))
        #expect(!added.contains { $0.hasPrefix("PROXYENV_STATE") })
    }

    @Test func `standard input is the command's`() throws {
        let input = Array(repeating: UInt8(ascii: "x"), count: 300_000)
        let outcome = try run(start + [Array("cat".utf8)], input: input)
        #expect(outcome.output == input)
    }

    @Test
    func `no descriptor, signal mask or ignored signal of proxyenv's own reaches the command`()
        throws
    {
        let listener = try Listener()
        let show =
            "grep -E '^(Sig|Shd)' /proc/self/status | grep -v SigQ; ls /proc/self/fd; umask; pwd; ulimit -a"
        let direct = try run(
            ["sh", "-c", show].enumerated().map { Array(($0 == 0 ? "/bin/sh" : $1).utf8) })
        #expect(!direct.output.isEmpty)
        for profile in ["office", String(listener.port)] {
            let outcome = try sandbox.proxyenv(
                "exec", profile, "/bin/sh", "-c", show, with: ["PROXYENV_PROBE": nil])
            #expect(outcome.output == direct.output)
        }
    }

    @Test func `the command takes the place of proxyenv, with its number`() throws {
        let script = "proxyenv exec office sh -c 'echo $$; echo $PPID' & echo $!; wait; echo $$"
        let lines = try sandbox.run(script, in: .bash).lines
        let numbers = lines.dropLast().map { String($0) }
        #expect(Set(numbers).count == 2)
    }

    @Test func `the active profile is undone before another is applied`() throws {
        try sandbox.write(
            """
            [profiles.one]
            url = "http://127.0.0.1:1"
            env = { ONLY = "one", BOTH = "one" }
            [profiles.two]
            url = "http://127.0.0.1:2"
            env = { BOTH = "two" }

            """, to: ".config/proxyenv/config.toml")
        let script = "eval \"$(proxyenv use one)\"; proxyenv exec two -- env -0"
        let outcome = try sandbox.run(script, in: .bash, with: ["ONLY": "mine"])
        #expect(outcome.variables.text("ONLY") == "mine")
        #expect(outcome.variables.text("BOTH") == "two")
        #expect(outcome.variables.text("PROXYENV_ACTIVE") == "two")
        #expect(outcome.variables["PROXYENV_STATE"] == nil)
    }

    @Test func `the active profile is undone by exec direct`() throws {
        try sandbox.write(
            "[profiles.one]\nurl = \"http://127.0.0.1:1\"\nenv = { ONLY = \"one\", BOTH = \"one\" }\n",
            to: ".config/proxyenv/config.toml")
        let direct = try sandbox.run(
            "eval \"$(proxyenv use one)\"; proxyenv exec direct env -0", in: .bash)
        for name in ["https_proxy", "ALL_PROXY", "no_proxy", "NODE_USE_ENV_PROXY", "BOTH", "ONLY"] {
            #expect(direct.variables[name] == nil)
        }
    }

    @Test func `help of exec is exec's`() throws {
        let own = try sandbox.proxyenv("exec", "--help")
        #expect(own.status == 0)
        #expect(own.text.contains("Usage: proxyenv exec PROFILE"))
    }

    @Test func `help behind the profile is the command's`() throws {
        #expect(
            try sandbox.proxyenv("exec", "office", "sh", "-c", "echo $0", "--help").text
                == "--help\n")
    }
}
