import Testing

/// The lines for a shell, where a terminal gets them instead: nothing in them does anything to it.
@Suite struct TerminalCodeTests {
    private static let file = """
        [profiles.a]
        url = "http://127.0.0.1:9"
        username = "bob"
        password = "hunter2"
        env = { TITLE = "\\u001b]0;owned\\u0007\\u001b[31m\\u202e", API_KEY = "hunter2", B = "http://u:hunter2@h:1" }
        [profiles.b]
        url = "http://127.0.0.1:9"
        env = { TITLE = "\\u001b]0;owned\\u0007", API_KEY = "hunter2" }
        [profiles.ghp_0123456789abcdef]
        url = "http://127.0.0.1:9"
        """

    @Test(arguments: [
        "use a --shell sh", "use a --shell fish", "use a --shell powershell", "use a --shell nu",
        "env a", "env a --format json", "env a --format dotenv", "env a --format systemd",
        "script true --profile b -o -", "script true --profile b -o - --format bat",
        "show a", "show a --reveal", "show a --json", "show a --reveal --json", "hook bash", "path",
        "use 'ghp_0123456789abcdef'",
    ])
    func `a terminal gets no escape and no secret`(words: String) throws {
        let sandbox = try Sandbox(Self.file)
        let terminal = try Pseudoterminal(
            ["/bin/sh", "-c", "proxyenv \(words); echo end'ed' $?; read line"],
            environment: sandbox.entries(["TERM": "xterm", "NO_COLOR": "1"]))
        let shown = try terminal.wait(for: "ended")
        #expect(!shown.contains("\u{1B}]"), "\(shown)")
        #expect(!shown.contains("\u{1B}[31"), "\(shown)")
        #expect(!shown.contains("\u{202E}"))
        #expect(!shown.contains("hunter2"), "\(shown)")
        #expect(!shown.contains("ghp_0123456789abcdef") || words == "hook bash", "\(shown)")
        if words.contains("use a") { #expect(shown.contains("\\u{1b}]0;owned")) }
    }

    @Test func `a program gets the lines as they are`() throws {
        let sandbox = try Sandbox(Self.file)
        for words in [["use", "a", "--shell", "sh"], ["env", "a", "--format", "json"]] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.text.contains("hunter2"))
        }
        #expect(
            try sandbox.proxyenv("use", "a", "--shell", "sh").text.contains("\u{1B}]0;owned\u{7}"))
    }
}
