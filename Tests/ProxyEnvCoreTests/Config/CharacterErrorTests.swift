import Testing

@testable import ProxyEnvCore

/// Bytes that no TOML document holds, and nesting that none needs.
@Suite struct CharacterErrorTests {
    private static func expect(_ problem: Problem) {
        let document = ConfigDocument(parsing: problem.text.bytes)
        #expect(document.diagnostics.map { Finding($0) } == [Finding(problem)])
    }

    private static let escapeHint = #"Inside `"…"`, write it as an escape such as `\u001b`."#
    private static let textHint = "Save the file as plain UTF-8 text."
    private static let lineHint = "End lines with a line feed, or with both."

    @Test(arguments: [
        Problem("a = \"1️⃣\u{1}2️⃣\"", #"control character `\u{1}`"#, escapeHint),
        Problem("a = '1️⃣\u{1B}2️⃣'", #"control character `\u{1b}`"#, escapeHint),
        Problem("a = \"\"\"\n1️⃣\u{7F}2️⃣\"\"\"", #"control character `\u{7f}`"#, escapeHint),
        Problem("a = '''1️⃣\u{8}2️⃣'''", #"control character `\u{8}`"#, escapeHint),
        Problem("# 1️⃣\u{7}2️⃣", #"control character `\u{7}`"#, escapeHint),
        Problem("1️⃣\u{C}2️⃣", #"control character `\u{c}`"#, escapeHint),
        Problem("a 1️⃣\u{B}2️⃣= 1", #"control character `\u{b}`"#, escapeHint),
        Problem("a = 1️⃣\02️⃣1", #"control character `\u{0}`"#, textHint),
        Problem("a = \"1️⃣\02️⃣\"", #"control character `\u{0}`"#, textHint),
    ])
    func `control characters stand nowhere but as an escape`(problem: Problem) {
        Self.expect(problem)
    }

    @Test(arguments: [
        Problem("a = 11️⃣\r2️⃣", "carriage return without a line feed", lineHint),
        Problem("a = 11️⃣\r2️⃣b = 1\n", "carriage return without a line feed", lineHint),
        Problem("# x1️⃣\r2️⃣y\n", "carriage return without a line feed", lineHint),
        Problem("a = \"1️⃣\r2️⃣\"", "carriage return without a line feed", lineHint),
        Problem("a = '''1️⃣\r2️⃣'''", "carriage return without a line feed", lineHint),
        Problem("a = \"\"\"1️⃣\r2️⃣\r\n\"\"\"", "carriage return without a line feed", lineHint),
        Problem("[a]1️⃣\r2️⃣\r\n", "carriage return without a line feed", lineHint),
    ])
    func `a carriage return stands in front of a line feed only`(problem: Problem) {
        Self.expect(problem)
    }

    /// `a = '1️⃣` and `bytes`, marked.
    private static func invalid(_ bytes: [UInt8], _ length: Int = 1) -> [UInt8] {
        [UInt8]("a = '1️⃣") + bytes.prefix(length) + [UInt8]("2️⃣") + bytes.dropFirst(length)
            + [UInt8]("'")
    }

    @Test(arguments: [
        Problem(invalid([0xFF]), #"byte `\xff` is not UTF-8"#, "Save the file as UTF-8."),
        Problem(
            invalid([0xE9, 0x74]), #"byte `\xe9` is not UTF-8"#, "Save the file as UTF-8."),
        Problem(
            invalid([0xC0, 0xAF]), #"byte `\xc0` is not UTF-8"#, "Save the file as UTF-8."),
        Problem(
            invalid([0xED, 0xA0, 0x80]), #"byte `\xed` is not UTF-8"#, "Save the file as UTF-8."
        ),
        Problem(
            [UInt8]("1️⃣") + [0xFF, 0xFE] + [UInt8]("2️⃣a\0"),
            "this file is UTF-16, expected UTF-8", "Save the file as UTF-8."),
        Problem(
            [UInt8]("1️⃣") + [0xFE, 0xFF] + [UInt8]("2️⃣\0a"),
            "this file is UTF-16, expected UTF-8", "Save the file as UTF-8."),
    ])
    func `a file is UTF-8`(problem: Problem) { Self.expect(problem) }

    @Test(arguments: [
        "yes", "True", "TRUE", "null", "01", "-01", "1_", "_1", "1__0", "0x", "0xg", "0X1",
        "-0x1", "0o8", "0b2", "1.", "1.e1", "1e", "1e1.5", "00.1", "1._0", "Inf", "+-1",
        "1.2.3",
        "127.0.0.1:7890", "2020-02-30", "2021-02-29", "1900-02-29", "2020-13-01", "2020-00-01",
        "2020-01-32", "2020-04-31", "2020-1-1", "0000-01-01", "24:00:00", "07:60:00",
        "07:32:60",
        "07:32", "7:32:00", "07:32:00.", "2020-01-01T", "2020-01-01T07:32",
        "2020-01-01T07:32:00+24:00",
        "2020-01-01T07:32:00-0800", "2020-01-01T07:32:00ZZ", "2020-01-01 7:32:00",
        "2020-01-01T07:32:00+01:60", "07:32:00Z",
    ])
    func `what is no number, date or Boolean is told apart from text without quotes`(text: String) {
        let hint = #"Put text in quotes: `"…"`."#
        Self.expect(Problem("a = 1️⃣\(text)2️⃣\n", "`\(text)` is not a value", hint))
        Self.expect(Problem("a = [1️⃣\(text)2️⃣]", "`\(text)` is not a value", hint))
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "0x8000000000000000",
        "0o1_000_000_000_000_000_000_000", "18446744073709551616",
    ])
    func `an integer that 64 bits can't hold is refused, as TOML wants it`(text: String) {
        Self.expect(
            Problem(
                "a = [1️⃣\(text)2️⃣]", "`\(text)` takes more than 64 bits", "Put it in quotes: `\"…\"`."
            ))
    }

    @Test func `a date and text behind it are two things`() {
        Self.expect(Problem("a = 2020-01-01 1️⃣x2️⃣", "expected the end of the line, found `x`"))
    }

    private static let tooDeep = "nested deeper than 128 levels"

    /// Documents of `depth` levels in each way there is, the place of the deepest marked.
    private static func nested(_ depth: Int) -> [String] {
        let before = depth - 1
        func repeated(_ text: String, _ count: Int) -> String {
            String(repeating: text, count: count)
        }
        return [
            "a = \(repeated("[", before))1️⃣[2️⃣\(repeated("]", depth))",
            "a = \(repeated("{a = ", before))1️⃣{2️⃣\(repeated("}", depth))",
            "1️⃣[\(repeated("a.", before))a]2️⃣",
            "1️⃣[[\(repeated("a.", before))a]]2️⃣",
            "\(repeated("a.", depth))1️⃣a2️⃣ = 1",
            "a = {\(repeated("a.", before))1️⃣a2️⃣ = 1}",
            "[\(repeated("a.", before - 1))a]\nb = 1️⃣[2️⃣]",
            "[\(repeated("a.", before - 2))a]\nb.b = 1️⃣[2️⃣]",
        ]
    }

    @Test func `128 levels are right`() {
        for text in Self.nested(128) {
            #expect(ConfigDocument(parsing: MarkedText(text).bytes).diagnostics == [], "\(text)")
        }
    }

    @Test func `the level behind them is an error at its place`() {
        for text in Self.nested(129) { Self.expect(Problem(text, Self.tooDeep)) }
    }

    @Test(arguments: [129, 10_000])
    func `any number of levels too many is one error`(depth: Int) {
        for text in Self.nested(depth) {
            let diagnostics = ConfigDocument(parsing: MarkedText(text).bytes).diagnostics
            #expect(diagnostics.map { $0.message } == [Self.tooDeep])
        }
    }
}
