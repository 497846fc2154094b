import Testing

/// The commands that change the files, as people give them.
@Suite struct EditCommandTests {
    static let file = """
        # My proxies
        default = 'office'   # at work

        [profiles.office]
        url = "http://proxy.corp.example:8080"
        no-proxy = [
            '10.0.0.0/8',    # the lab
            'git.corp',
        ]

        # Seldom
        [profiles.tunnel]
        url="socks5h://127.0.0.1:1080"

        [profiles.any]
        first-reachable = ["office", "tunnel"]

        [commands]
        codex = true
        claude = "office"    # always
        pip = { profile = "office", env = { PIP_RETRIES = "2" } }

        """

    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    var text: String {
        String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
    }

    /// Gives a command that is to succeed.
    @discardableResult
    func edit(
        _ words: String..., input: String = "", sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries(), input: Array(input.utf8)
        ).run()
        #expect(outcome.status == 0, "\(outcome.errorText)", sourceLocation: sourceLocation)
        #expect(outcome.errorText.isEmpty, sourceLocation: sourceLocation)
        return outcome
    }

    /// The file with `old` replaced by `new`, once.
    func expected(_ old: String, _ new: String) -> String {
        Self.file.replacing(old, with: new, maxReplacements: 1)
    }

    @Test func `set changes one value`() throws {
        try edit("set", "office", "url", "http://other.corp:3128")
        #expect(text == expected("http://proxy.corp.example:8080", "http://other.corp:3128"))
        try edit("set", "office", "url", "http://proxy.corp.example:8080")
        #expect(text == Self.file)
    }

    @Test func `unset takes out the line that set has put in`() throws {
        try edit("set", "tunnel", "username", "alice@corp")
        #expect(text == expected("1080\"\n", "1080\"\nusername=\"alice@corp\"\n"))
        try edit("unset", "tunnel", "username")
        #expect(text == Self.file)
    }

    @Test func `a list keeps the comments of the elements that stay`() throws {
        try edit("set", "office", "no-proxy", "10.0.0.0/8", "git.corp,new.corp")
        #expect(text == expected("    'git.corp',\n", "    'git.corp',\n    'new.corp',\n"))
        try edit("set", "office", "no-proxy", "git.corp")
        #expect(text == expected("    '10.0.0.0/8',    # the lab\n", ""))
    }

    @Test func `env takes variables by name and as NAME=VALUE`() throws {
        try edit("set", "office", "env.A", "1 \"2\"")
        try edit("set", "office", "env", "B=x=y", "A=3")
        #expect(
            text
                == expected(
                    "\n]\n\n# Seldom",
                    "\n]\nenv = { A = \"3\", B = \"x=y\" }\n\n# Seldom"))
    }

    @Test func `unset takes variables out one by one`() throws {
        try edit("set", "office", "env", "B=x=y", "A=3")
        try edit("unset", "office", "env.A")
        try edit("unset", "office", "env.B")
        #expect(text == Self.file)
    }

    @Test func `unset takes all variables out`() throws {
        try edit("set", "office", "env", "B=x=y")
        try edit("unset", "office", "env")
        #expect(text == Self.file)
    }

    @Test func `add puts a profile behind the others, and remove gives back every byte`() throws {
        try edit(
            "add", "home", "7890", "--no-proxy", "a,b", "--no-proxy", "c", "--env", "A=1",
            "--all", "socks5://127.0.0.1:7891", "--description", "At home", "--username", "bob",
            "--password-command", "pass show 'my proxy'")
        let added = """
            [profiles.home]
            url = "http://127.0.0.1:7890"
            all = "socks5://127.0.0.1:7891"
            description = "At home"
            username = "bob"
            password-command = ["pass", "show", "my proxy"]
            no-proxy = ["a", "b", "c"]
            env = { A = "1" }

            [commands]
            """
        #expect(text == expected("[commands]", added))
        try edit("remove", "home")
        #expect(text == Self.file)
    }

    @Test func `the first profile makes the file and its folder, for the user alone`() throws {
        let sandbox = try Sandbox()
        let outcome = try sandbox.proxyenv(
            "--config", sandbox.home + "/new/folder/c.toml", "add", "a", "http://h:1")
        #expect(outcome.status == 0, "\(outcome.errorText)")
        #expect(
            sandbox.read("new/folder/c.toml") == Array("[profiles.a]\nurl = \"http://h:1\"\n".utf8))
        let modes = try Runner(
            arguments: [
                "/bin/sh", "-c", "cd \"$HOME\" && stat -c %a new new/folder new/folder/c.toml",
            ].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(modes.text == "700\n700\n600\n")
    }

    @Test func `a URL on standard input is taken apart, and nothing in it has to be encoded`()
        throws
    {
        try edit("add", "pasted", "-", input: "http://corp\\bob:p@ss:#/w%41rd@proxy.corp:3128\n")
        #expect(
            text
                == expected(
                    "[commands]",
                    """
                    [profiles.pasted]
                    url = "http://proxy.corp:3128"
                    username = "corp\\\\bob"
                    password = "p@ss:#/w%41rd"

                    [commands]
                    """))
    }

    @Test func `a password from standard input reaches the command encoded`() throws {
        try edit("add", "pasted", "-", input: "http://corp\\bob:p@ss:#/w%41rd@proxy.corp:3128\n")
        let use = try sandbox.proxyenv("exec", "pasted", "sh", "-c", "echo $https_proxy")
        #expect(use.text == "http://corp%5Cbob:p%40ss%3A%23%2Fw%2541rd@proxy.corp:3128\n")
    }

    @Test(
        arguments: [
            ["add", "x", "http://u:secret-1@h:1"],
            ["set", "office", "url", "http://u:secret-1@h:1"],
            ["set", "office", "password", "secret-1"],
            ["add", "x", "h:1", "--password", "secret-1"],
            ["set", "office", "all", "u:secret-1@h"], ["add", "x", "--http=http://u:secret-1@h:1"],
        ])
    func `a password among the arguments is refused, with the way out`(_ words: [String]) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == 2)
        #expect(outcome.errorText.contains("--password-prompt"))
        #expect(!outcome.errorText.contains("secret-1"))
        #expect(text == Self.file)
    }

    @Test(
        arguments: [
            "hush-1", "bob:hush-1", "http://bob:p@hush-1", "http://hush-1", "hush-1://x:1",
            "http://bob:x@h:hush-1", "http://h:1/hush-1", "bob:x@hush-1:3128",
        ])
    func `what is given on standard input and is no URL is not shown, as it may be a password`(
        _ line: String
    ) throws {
        let outcome = try sandbox.proxyenv("add", "x", "-", input: line + "\n")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("SCHEME://NAME:PASSWORD@HOST:PORT"))
        #expect(!outcome.errorText.contains("hush-1"), "\(outcome.errorText)")
        #expect(text == Self.file)
    }

    @Test func `a profile that is named is not removed`() throws {
        let refused = try sandbox.proxyenv("remove", "office")
        #expect(refused.status == 1)
        #expect(
            refused.errorText == """
                proxyenv: profile `office` is named by `default` (~/.config/proxyenv/config.toml:2), \
                the rule for `claude` (~/.config/proxyenv/config.toml:20), \
                the rule for `pip` (~/.config/proxyenv/config.toml:21), \
                profile `any` (~/.config/proxyenv/config.toml:16)
                  hint: Use --rules to take those out too.

                """)
        #expect(text == Self.file)
    }

    @Test func `with --rules a profile goes with all that name it`() throws {
        try edit("remove", "office", "--rules")
        #expect(
            text == """
                # My proxies

                # Seldom
                [profiles.tunnel]
                url="socks5h://127.0.0.1:1080"

                [profiles.any]
                first-reachable = ["tunnel"]

                [commands]
                codex = true

                """)
    }
}
