import Testing

@testable import ProxyEnvCore

/// Whole outputs, as people see them.
@Suite struct DiagnosticRendererTests {
    /// All that is shown of the file `text`, with `¶` for a final newline that would else be invisible.
    private static func render(_ text: String, isColored: Bool = false) -> String {
        let configuration = Configuration(
            layers: [
                .init(
                    path: "/c.toml", document: ConfigDocument(parsing: [UInt8](text)), distrust: nil
                )
            ])
        let renderer = DiagnosticRenderer(style: TextStyle(isColored: isColored))
        return ConfigReader.check(configuration)
            .map { renderer.render($0, in: configuration.file(of: $0)) }.joined()
    }

    @Test func `an error is its message, place, line, carets and hint`() {
        #expect(
            Self.render("# mine\n[profiles.a]\nurl = \"socks://127.0.0.1:7890\" # x\n") == """
                error: `socks` could be any of SOCKS 4, 4a, 5 and 5h
                 --> /c.toml:3:8
                  |
                3 | url = "socks://127.0.0.1:7890" # x
                  |        ^^^^^
                  = hint: Write `socks5h://`, or `http://` if the port speaks both, which more tools understand.

                """)
    }

    @Test
    func `the margin is as wide as the line's number, and what stands twice names both places`() {
        #expect(
            Self.render("a = 1\n\n\n\n\n\n\n\n\n\n\"a\" = 2") == """
                error: `a` stands here a second time
                  --> /c.toml:11:1
                   |
                11 | "a" = 2
                   | ^^^
                   = note: it stands first on line 1
                   = hint: Keep one of the two.

                """)
    }

    @Test func `a tab is four columns, and a caret stands under what it means`() {
        #expect(
            Self.render("\ta\t= 01") == """
                error: `01` is not a value
                 --> /c.toml:1:6
                  |
                1 |     a    = 01
                  |            ^^
                  = hint: Put text in quotes: `"…"`.

                """)
    }

    @Test func `wide characters are two columns, combining marks none`() {
        #expect(
            Self.render("\"代理e\u{301}😀\" = 無") == """
                error: expected a value, found `無`
                 --> /c.toml:1:11
                  |
                1 | "代理e\u{301}😀" = 無
                  |             ^^

                """)
    }

    @Test func `the end of the file is a caret behind its last character`() {
        #expect(
            Self.render("a =") == """
                error: expected a value, found the end of the file
                 --> /c.toml:1:4
                  |
                1 | a =
                  |    ^

                """)
    }

    @Test func `the end of a file behind its last newline is an empty line`() {
        let diagnostic = Diagnostic.syntax(.unclosed(.bracket), 6..<6)
        let file = SourceFile(path: "c", bytes: [UInt8]("a = [\n"))
        #expect(
            DiagnosticRenderer(style: TextStyle(isColored: false)).render(
                diagnostic, in: file, as: .warning)
                    == """
                    warning: this `[` is never closed
                     --> c:2:1
                      |
                    2 |
                      | ^
                      = hint: Add a `]`.

                    """)
    }

    @Test func `neither a byte order mark nor CR LF moves a caret or shows`() {
        #expect(
            Self.render("\u{FEFF}a b\r\nc = 1\r\n") == """
                error: expected `=` or `.` after the key, found `b`
                 --> /c.toml:1:3
                  |
                1 | a b
                  |   ^

                """)
    }

    @Test func `the end of a line with CR LF is a caret behind its last character`() {
        #expect(
            Self.render("a =\r\n") == """
                error: expected a value, found the end of the line
                 --> /c.toml:1:4
                  |
                1 | a =
                  |    ^

                """)
    }

    @Test func `of a very long line the part around the place is shown`() {
        let long = String(repeating: "x", count: 500)
        #expect(
            Self.render("a = '\(long)' = '\(long)'") == """
                error: expected the end of the line, found `=`
                 --> /c.toml:1:508
                  |
                1 | …\(long.prefix(48))' = '\(long.prefix(46))…
                  | \(String(repeating: " ", count: 51))^

                """)
    }

    @Test func `of a very long value the beginning is marked`() {
        let long = String(repeating: "x", count: 500)
        #expect(
            Self.render("a = \(long)") == """
                error: `\(long.prefix(40))…` is not a value
                 --> /c.toml:1:5
                  |
                1 | a = \(long.prefix(96))…
                  |     \(String(repeating: "^", count: 96))
                  = hint: Put text in quotes: `"…"`.

                """)
    }

    @Test func `a value over several lines is marked on its first`() {
        #expect(
            Self.render("default = [\n1,\n2]") == """
                error: `default` is a string, found an array
                 --> /c.toml:1:11
                  |
                1 | default = [
                  |           ^
                  = hint: Write it in quotes: `"…"`.

                """)
    }

    @Test func `what a terminal would obey is spelt out, and the caret stands under it`() {
        #expect(
            Self.render("a = '\u{202E}\u{1B}[2J'") == """
                error: control character `\\u{1b}`
                 --> /c.toml:1:7
                  |
                1 | a = '\\u{202e}\\u{1b}[2J'
                  |              ^^^^^^
                  = hint: Inside `"…"`, write it as an escape such as `\\u001b`.

                """)
    }

    @Test func `colours are for the heading, the margin and the carets`() {
        #expect(
            Self.render("x = 1", isColored: true).replacing("\u{1B}[", with: "<") == """
                <1;31merror<0m<1m: unknown key `x` in the file<0m
                 <1;34m--><0m /c.toml:1:1
                <1;34m  |<0m
                <1;34m1 |<0m x = 1
                <1;34m  |<0m <1;31m^<0m

                """)
    }

    @Test func `two errors are two blocks`() {
        #expect(Self.render("x = 1\ny = 2").split(separator: "\n").count == 10)
    }
}
