import Testing

/// Errors about a password: none of them repeats it.
@Suite struct PasswordErrorTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test(
        arguments: [
            "http://u:topsecret@h:1", "http://u:topsecret@h", "u:topsecret@h:1",
            "socks://u:topsecret@h:1",
            "http://u:top secret@h:1", "http://u:topsecret@h:99999", "http://u:topsec@ret@h:1",
        ])
    func `a password on the command line is refused, and not repeated`(_ url: String) throws {
        let use = try sandbox.proxyenv("use", url, "--shell", "sh")
        #expect(use.status == 2)
        #expect(use.text == "false;\n")
        let exec = try sandbox.proxyenv("exec", url, "true")
        #expect(exec.status == 125)
        let show = try sandbox.proxyenv("show", url)
        #expect(show.status == 2)
        for outcome in [use, exec, show] {
            #expect(!outcome.errorText.contains("sec"))
            #expect(outcome.errorText.contains("a URL with a password"))
        }
    }

    @Test(
        arguments: [
            "password = topsecret", "password = 'topsecret",
            "password = \"topsecret\"\"topsecret\"",
            "password = \"tops\\qsecret\"", "password = 'topsecret' topsecret",
            "password = ['topsecret']",
            "\"password\" = 'topsecret\u{1}'", "pasword = 1\npassword= topsecret",
            "http = 'http://u:topsecret@h'",
            "http = 'http://u:topsecret@h:1' x",
        ])
    func `an error on the line of a password does not show it`(_ line: String) throws {
        try sandbox.write(
            """
            [profiles.office]
            url = "http://127.0.0.1:11"
            username = "alice@corp"
            \(line)
            [profiles.home]
            url = "http://127.0.0.1:12"
            """, to: ".config/proxyenv/config.toml")
        for words in [
            ["use", "office", "--shell", "sh"], ["exec", "office", "true"], ["validate"],
            ["validate", "--json"],
        ] {
            let outcome = try Runner(
                arguments: ([sandbox.program] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.status != 0)
            #expect(!outcome.text.contains("ecret"))
            #expect(!outcome.errorText.contains("ecret"))
        }
    }

    @Test(.notForWindows("the program is a shell of this system"))
    func `a program that gives no password is ended after ten seconds`() throws {
        try sandbox.write(
            """
            [profiles.slow]
            url = "http://127.0.0.1:11"
            username = "u"
            password-command = ["sh", "-c", "exec sleep 60"]

            """, to: ".config/proxyenv/config.toml")
        let start = ContinuousClock.now
        let outcome = try sandbox.proxyenv("use", "slow", "--shell", "bash")
        let seconds = (ContinuousClock.now - start).components.seconds
        #expect(outcome.text == "false;\n")
        #expect(
            outcome.errorText == """
                proxyenv: profile slow: `sh` gave no password within 10 s
                  hint: Mend that, or keep the password with `proxyenv password slow`.

                """)
        #expect((10...15).contains(seconds))
    }
}
