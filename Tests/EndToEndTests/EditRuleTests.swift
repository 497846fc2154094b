import Testing

/// Renaming, rules, the default, the local file, and what is refused.
extension EditCommandTests {
    @Test func `rename changes every mention and nothing else, and back again every byte`() throws {
        try edit("rename", "office", "work")
        #expect(text == Self.file.replacing("office", with: "work"))
        try edit("rename", "work", "office")
        #expect(text == Self.file)
    }

    @Test func `wrap changes a rule and puts new ones behind the others`() throws {
        try edit("wrap", "npm", "aider", "codex", "--profile", "tunnel")
        #expect(
            text
                == expected("codex = true", "codex = \"tunnel\"")
                .replacing("\"2\" } }\n", with: "\"2\" } }\nnpm = \"tunnel\"\naider = \"tunnel\"\n")
        )
    }

    @Test func `unwrap takes rules out without a trace`() throws {
        try edit("wrap", "npm", "aider")
        try edit("unwrap", "npm", "aider")
        try edit("unwrap", "codex")
        #expect(text == expected("codex = true\n", ""))
    }

    @Test func `wrap keeps what else a rule says`() throws {
        try edit("wrap", "pip")
        #expect(text == Self.file)
        try edit("wrap", "pip", "--profile", "tunnel")
        #expect(text.contains("pip = { profile = \"tunnel\", env ="))
    }

    @Test func `default shows what is taken where nothing is named`() throws {
        #expect(try edit("default").text == "office\n")
    }

    @Test func `default changes what is taken where nothing is named`() throws {
        try edit("default", "7890")
        #expect(text == expected("'office'   #", "'http://127.0.0.1:7890'   #"))
    }

    @Test func `default --unset takes it out with its comment`() throws {
        try edit("default", "--unset")
        #expect(text == expected("default = 'office'   # at work\n\n", ""))
        let none = try sandbox.proxyenv("default")
        #expect(none.status == 1 && none.text.isEmpty)
    }

    @Test func `default puts a new one in front of the tables`() throws {
        try edit("default", "--unset")
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
    }

    @Test func `rename and remove change the local file too`() throws {
        try edit("set", "office", "username", "carol", "--local")
        let local = ".config/proxyenv/config.local.toml"
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
    }

    @Test func `a built-in profile without a proxy gets none`() throws {
        #expect(try Sandbox().proxyenv("set", "direct", "url", "7899").status == 1)
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
