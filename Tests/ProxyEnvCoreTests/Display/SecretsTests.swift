import Testing

@testable import ProxyEnvCore

/// No error about a file shows a password that stands on the same line.
@Suite struct SecretsTests {
    private static func render(_ text: String) -> String {
        let configuration = Configuration(text)
        let renderer = DiagnosticRenderer(style: TextStyle(isColored: false))
        return ConfigReader.check(configuration)
            .map { renderer.render($0, in: configuration.file(of: $0)) }.joined()
    }

    @Test func `the password is *** in the line, and the carets stand under that`() {
        #expect(
            Self.render("profiles.a = { url = 'http://bob:hun@ter@h:1', x = 1 }") == """
                error: raw `@` in a user name or password
                 --> 0.toml:1:37
                  |
                1 | profiles.a = { url = 'http://bob:***@h:1', x = 1 }
                  |                                  ^^^
                  = hint: Give them as `username` and `password-command`: proxyenv encodes them.
                error: unknown key `x` in profile `a`
                 --> 0.toml:1:48
                  |
                1 | profiles.a = { url = 'http://bob:***@h:1', x = 1 }
                  |                                            ^

                """)
    }

    @Test(arguments: [
        "password = 'hunter2'", "password = \"hunter2", "password = hunter2",
        "password='hunter2' x",
        "  \"password\"\t=\t'hunter2'", "x = {password = 'hunter2', y = 1",
        "a.password = 'hunter2'",
        "url = 'http://bob:hunter2@h:0'", "url = 'http://bob:a b:hunter2@h:1'",
        "url = 'http://bob:a@hunter2@h:1'", "url = 'http://bob:a/hunter2@h:1'",
        "url = \"http://bob:a\"hunter2@h:1\"", "url = 'http://bob:hunter2@h'",
        "url = 'http://bob:hunter2@h:1", "url = 'socks://bob:hunter2@h:1'",
        "url = http://bob:hunter2@h:1",
        "no-proxy = 'http://bob:hunter2@h:1'", "env = { A = 1, B = 'http://bob:hunter2@h:1' }",
    ])
    func `however the line is wrong, the password isn't shown`(line: String) {
        for text in ["[profiles.a]\n\(line)\n", "[profiles.a]\n\(line)", "\u{FEFF}\(line)\r\n"] {
            let shown = Self.render(text)
            #expect(!shown.isEmpty)
            #expect(!shown.contains("hunter2"), "\(shown)")
        }
    }

    @Test(arguments: [
        "password-env = 1", "password-file = 1", "[profiles.password]", "x = 'alice@corp'",
    ])
    func `nothing is hidden where no password is`(line: String) {
        #expect(Masking.secret(inLine: [UInt8](line)[...]) == nil)
    }
}
