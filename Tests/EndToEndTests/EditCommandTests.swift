import Testing

/// The commands that change the files, as people give them.
@Suite struct EditCommandTests {
    private static let file = """
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

    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox(Self.file) }

    private var text: String {
        String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
    }

    /// Gives a command that is to succeed.
    @discardableResult
    private func edit(
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
    private func expected(_ old: String, _ new: String) -> String {
        Self.file.replacing(old, with: new, maxReplacements: 1)
    }

    @Test func `set changes one value, and unset takes one line out`() throws {
        try edit("set", "office", "url", "http://other.corp:3128")
        #expect(text == expected("http://proxy.corp.example:8080", "http://other.corp:3128"))
        try edit("set", "office", "url", "http://proxy.corp.example:8080")
        #expect(text == Self.file)
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
        try edit("unset", "office", "env.A")
        try edit("unset", "office", "env.B")
        #expect(text == Self.file)
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

    @Test func `a profile that is named is not removed, unless those go that name it`() throws {
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

    @Test func `rename changes every mention and nothing else, and back again every byte`() throws {
        try edit("rename", "office", "work")
        #expect(text == Self.file.replacing("office", with: "work"))
        try edit("rename", "work", "office")
        #expect(text == Self.file)
    }

    @Test func `wrap and unwrap come and go without a trace`() throws {
        try edit("wrap", "npm", "aider", "codex", "--profile", "tunnel")
        #expect(
            text
                == expected("codex = true", "codex = \"tunnel\"")
                .replacing("\"2\" } }\n", with: "\"2\" } }\nnpm = \"tunnel\"\naider = \"tunnel\"\n")
        )
        try edit("unwrap", "npm", "aider")
        try edit("unwrap", "codex")
        try edit("wrap", "pip")
        #expect(text == expected("codex = true\n", ""))
        try edit("wrap", "pip", "--profile", "tunnel")
        #expect(text.contains("pip = { profile = \"tunnel\", env ="))
    }

    @Test func `default shows, changes and takes out what is taken where nothing is named`() throws
    {
        #expect(try edit("default").text == "office\n")
        try edit("default", "7890")
        #expect(text == expected("'office'   #", "'http://127.0.0.1:7890'   #"))
        try edit("default", "--unset")
        #expect(text == expected("default = 'office'   # at work\n\n", ""))
        let none = try sandbox.proxyenv("default")
        #expect(none.status == 1 && none.text.isEmpty)
        try edit("default", "tunnel")
        #expect(text == expected("default = 'office'   # at work\n", "default = \"tunnel\"\n"))
    }

    @Test func `a dry run shows the difference without passwords, and changes nothing`() throws {
        try edit("add", "pasted", "-", input: "http://bob:hush-1@proxy.corp:3128\n")
        let before = text
        let outcome = try edit("rename", "pasted", "p2", "--dry-run")
        #expect(text == before)
        #expect(
            outcome.text == """
                --- ~/.config/proxyenv/config.toml
                +++ ~/.config/proxyenv/config.toml
                @@ -15,7 +15,7 @@
                 [profiles.any]
                 first-reachable = ["office", "tunnel"]
                \u{20}
                -[profiles.pasted]
                +[profiles.p2]
                 url = "http://proxy.corp:3128"
                 username = "bob"
                 password = ***

                """)
        #expect(!FileStatus.hasTemporaryFiles(in: sandbox))
    }

    @Test func `what a file would be wrong with is refused`() throws {
        let outcome = try sandbox.proxyenv("set", "tunnel", "url", "socks://127.0.0.1:1080")
        #expect(outcome.status == 2)
        #expect(
            outcome.errorText == """
                proxyenv: `socks` could be any of SOCKS 4, 4a, 5 and 5h, found `socks://127.0.0.1:1080`
                  hint: Write `socks5h://`, or `http://` if the port speaks both, which more tools understand.

                """)
        #expect(text == Self.file)
    }

    @Test func `what was wrong before is told and is in nobody's way`() throws {
        try sandbox.write(Self.file + "typo = 5\n", to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv("wrap", "npm")
        #expect(outcome.status == 0)
        #expect(
            outcome.errorText
                == "proxyenv: warning: ~/.config/proxyenv/config.toml:22:8: `typo` is `true`, a profile's name or a table, found an integer\n"
        )
        #expect(text == Self.file + "typo = 5\nnpm = true\n")
    }

    @Test func `a file that is no TOML is not touched`() throws {
        try sandbox.write("[profiles.a\n", to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv("wrap", "npm")
        #expect(outcome.status == 1)
        #expect(outcome.errorText.contains("config.toml:1:12"))
        #expect(text == "[profiles.a\n")
    }

    @Test func `what is local goes to the local file, and stays there`() throws {
        try edit("set", "office", "username", "bob", "--local")
        let local = ".config/proxyenv/config.local.toml"
        #expect(sandbox.read(local) == Array("[profiles.office]\nusername = \"bob\"\n".utf8))
        try edit("set", "office", "username", "carol")
        #expect(sandbox.read(local) == Array("[profiles.office]\nusername = \"carol\"\n".utf8))
        #expect(text == Self.file)
        try edit("rename", "office", "work")
        #expect(sandbox.read(local) == Array("[profiles.work]\nusername = \"carol\"\n".utf8))
        try edit("remove", "work", "--rules")
        #expect(sandbox.read(local) == [])
    }

    @Test func `a built-in profile is written into the file before it is changed`() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.proxyenv("set", "clash", "url", "7899").status == 0)
        #expect(
            String(decoding: sandbox.read(".config/proxyenv/config.toml") ?? [], as: UTF8.self)
                == """
                [profiles.clash]
                description = "Clash, mihomo, ClashX, FlClash"
                url = "http://127.0.0.1:7899"

                """)
        #expect(try sandbox.proxyenv("set", "direct", "url", "7899").status == 1)
    }

    @Test(
        arguments: [
            (["add", "office", "h:1"], 1, "there is a profile `office` already"),
            (["add", "7890", "http://h:1"], 2, "`7890` cannot be a profile's name"),
            (["add", "x"], 1, "says nowhere where its proxy is"),
            (["set", "ofice", "url", "1"], 1, "Did you mean `office`?"),
            (["set", "office", "ulr", "1"], 2, "Did you mean `url`?"),
            (["set", "office", "url"], 2, "`set` needs more"),
            (["set", "office", "username", "a", "b"], 2, "`username` takes one value, found 2"),
            (["set", "office", "no-proxy-inherit", "yes"], 2, "is true or false, found `yes`"),
            (["set", "office", "env", "A"], 2, "`env` takes NAME=VALUE, found `A`"),
            (["set", "office", "env.PATH ", "x"], 1, "cannot be a variable's name"),
            (["unset", "office", "username"], 1, "profile `office` has no `username`"),
            (["unset", "clash", "url"], 1, "is built in"),
            (["unset", "office", "url"], 1, "says nowhere"),
            (["remove", "clash"], 1, "is built in"),
            (["remove", "nope"], 1, "there is no profile"),
            (["rename", "office", "tunnel"], 1, "there is a profile `tunnel` already"),
            (["rename", "clash", "x"], 1, "is built in"),
            (["rename", "office", "office"], 2, "both names"),
            (["default", "nope"], 1, "there is no profile `nope`"),
            (["wrap", "/usr/bin/npm"], 2, "Write `npm`."),
            (["wrap", "cd"], 2, "cannot be wrapped"),
            (["wrap", "npm", "--profile", "nope"], 1, "there is no profile `nope`"),
            (["unwrap", "codx"], 1, "Did you mean `codex`?"), (["wrap"], 2, "`wrap` needs more"),
        ])
    func `what is wrong on the command line is said, and nothing is changed`(
        _ words: [String], _ status: Int32, _ message: String
    ) throws {
        let outcome = try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == status, "\(outcome.errorText)")
        #expect(outcome.errorText.contains(message), "\(outcome.errorText)")
        #expect(text == Self.file)
    }
}

/// What is in a folder besides the files that are meant to be.
enum FileStatus {
    /// Whether a writer has left something behind.
    static func hasTemporaryFiles(in sandbox: Sandbox) -> Bool {
        let list = try? Runner(
            arguments: ["/bin/ls", "-A", sandbox.home + "/.config/proxyenv"].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        return list?.lines.contains { $0.contains("proxyenv-") } ?? true
    }
}
