import Testing

/// What would run a command, hang, or go on where it must stop.
@Suite struct HostileTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        try sandbox.installTeller("teller")
    }

    private func configure(_ text: String) throws {
        try sandbox.write(text, to: ".config/proxyenv/config.toml")
    }

    private static let ownVariables = [
        "RANDOM", "SRANDOM", "OPTIND", "HISTCMD", "PROMPT_COMMAND", "IFS", "BASH_ENV", "path",
        "argv", "status", "_proxyenv_status",
    ]

    @Test(arguments: ownVariables)
    func `a variable of a shell's own is refused in the file`(_ name: String) throws {
        try configure(
            "[profiles.p]\nurl = 'http://127.0.0.1:11'\nenv = { \(name) = 'a[$(touch canary)]' }\n")
        let use = try sandbox.run("cd; eval \"$(proxyenv use p)\"", in: .bash)
        #expect(use.errorText.contains("`\(name)` is a variable that shells keep for themselves"))
        #expect(!sandbox.has("canary"))
    }

    @Test(arguments: ownVariables)
    func `a variable of a shell's own is refused in the state`(_ name: String) throws {
        // `a[$(touch canary)]` in base64url.
        let state = "1.-.\(name).-.YVskKHRvdWNoIGNhbmFyeSld"
        let off = try sandbox.run(
            "cd; eval \"$(proxyenv off)\"", in: .bash, with: ["PROXYENV_STATE": state])
        #expect(off.errorText.contains("PROXYENV_STATE cannot be read"))
        #expect(!sandbox.has("canary"))
    }

    @Test func `a profile that is reached on a million ways is walked once`() throws {
        var text = "[profiles.a20]\nurl = 'http://127.0.0.1:1'\n"
        for number in 0..<20 {
            let next = "'a\(number + 1)'"
            text += "[profiles.a\(number)]\nfirst-reachable = [\(next), \(next)]\n"
        }
        try configure(text)
        #expect(try sandbox.proxyenv("use", "a0", "--shell", "bash").status == 1)
    }

    @Test func `a chain of 20,000 profiles is no crash and no wait`() throws {
        var text = "[profiles.p20000]\nurl = 'http://127.0.0.1:1'\n"
        for number in 0..<20_000 {
            text += "[profiles.p\(number)]\nfirst-reachable = ['p\(number + 1)']\n"
        }
        try configure(text)
        #expect(try sandbox.proxyenv("use", "p0", "--shell", "bash").status == 1)
    }

    @Test func `50,000 problems are no crash and no wait`() throws {
        try configure((0..<50_000).map { "c\($0) = 3\n" }.joined())
        let validate = try sandbox.proxyenv("validate")
        #expect(validate.status == 1)
        #expect(validate.errorText.hasSuffix("proxyenv: and 49900 more\n"))
    }

    @Test(
        arguments: [
            ["--bogus", "use", "clash"], ["--color", "bad", "use", "clash"], ["-x", "off"],
        ])
    func `a mistake in front of use stops what follows too`(_ words: [String]) throws {
        let outcome = try sandbox.run(
            "eval \"$(proxyenv \"$@\")\" && teller", in: .bash, arguments: ["bash"] + words)
        #expect(outcome.text == "")
        #expect(outcome.status == 1)
    }

    @Test(
        arguments: [
            "http://u:topsecret@h:1", "--shell=http://u:topsecret@h:1", "--http://u:topsecret@h:1",
        ])
    func `a password in the wrong place of the command line is not repeated`(_ word: String) throws
    {
        for words in [[word], ["use", "clash", word], ["help", word], ["hook", word]] {
            let outcome = try sandbox.run("proxyenv \"$@\"", in: .bash, arguments: ["bash"] + words)
            #expect(outcome.status != 0)
            #expect(!outcome.errorText.contains("topsecret"), "\(outcome.errorText)")
        }
    }

    @Test func `a password command may leave a child behind, and reads no input of the command`()
        throws
    {
        try configure(
            """
            [profiles.p]
            url = 'http://127.0.0.1:11'
            username = 'u'
            password-command = ['sh', '-c', 'sleep 5 & cat >/dev/null; echo pw']
            """)
        let outcome = try sandbox.run(
            "echo data | proxyenv exec p sh -c 'cat; echo $https_proxy'", in: .bash)
        #expect(outcome.text == "data\nhttp://u:pw@127.0.0.1:11\n")
    }

    @Test func `a warning that nobody reads does not keep the command from starting`() throws {
        try configure("[profiles.p]\nurl = 'http://127.0.0.1:1'\n")
        let outcome = try sandbox.run(
            "( sleep 0.2; exec proxyenv exec p touch ~/started ) 2> >(exec true); sleep 0.3",
            in: .bash, with: ["PROXYENV_PROBE": "1"])
        #expect(outcome.status == 0)
        #expect(sandbox.has("started"))
    }

    @Test func `status says what the profile would set otherwise now`() throws {
        try configure("[profiles.p]\nurl = 'http://127.0.0.1:11'\n")
        let script = """
            eval "$(proxyenv use p)"
            echo "no-proxy = ['x.example']" | cat - .config/proxyenv/config.toml >new
            mv new .config/proxyenv/config.toml
            proxyenv status
            """
        let outcome = try sandbox.run("cd; \(script)", in: .bash)
        #expect(outcome.text.contains("p now sets NO_PROXY, no_proxy otherwise"))
    }

    @Test func `in zsh what follows in a substitution gets the profile`() throws {
        try configure("[profiles.p]\nurl = 'http://127.0.0.1:11'\n")
        let outcome = try sandbox.run(
            "eval \"$(proxyenv hook zsh)\"; x=$(proxyenv use p; teller); print -r -- ${x##*$'\\n'}; teller",
            in: .zsh)
        #expect(outcome.text == "teller p http://127.0.0.1:11\nteller plain none\n")
    }
}
