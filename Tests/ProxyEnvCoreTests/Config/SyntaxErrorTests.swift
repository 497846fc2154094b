import Testing

@testable import ProxyEnvCore

/// Every class of TOML 1.0 error: its message, its place and its hint.
@Suite struct SyntaxErrorTests {
    private static func expect(_ problem: Problem) {
        let document = ConfigDocument(parsing: problem.text.bytes)
        #expect(document.diagnostics.map { Finding($0) } == [Finding(problem)])
    }

    @Test(arguments: [
        Problem("1️⃣=2️⃣ 1", "expected a key or a table, found `=`"),
        Problem("a 1️⃣12️⃣", "expected `=` or `.` after the key, found `1`"),
        Problem("a1️⃣", "expected `=` or `.` after the key, found the end of the file"),
        Problem("a1️⃣\n2️⃣= 1", "expected `=` or `.` after the key, found the end of the line"),
        Problem("a1️⃣\r\n2️⃣", "expected `=` or `.` after the key, found the end of the line"),
        Problem("a =1️⃣", "expected a value, found the end of the file"),
        Problem("a = # none1️⃣\n2️⃣", "expected a value, found the end of the line"),
        Problem("a = 1️⃣=2️⃣ 1", "expected a value, found `=`"),
        Problem("a = 1️⃣,2️⃣", "expected a value, found `,`"),
        Problem("a = 1️⃣@2️⃣", "expected a value, found `@`"),
        Problem("a.1️⃣=2️⃣ 1", "expected a key after the `.`, found `=`"),
        Problem("a.1️⃣.2️⃣b = 1", "expected a key after the `.`, found `.`"),
        Problem("1️⃣.2️⃣a = 1", "expected a key or a table, found `.`"),
        Problem("1️⃣é2️⃣ = 1", "expected a key or a table, found `é`"),
        Problem("1️⃣+2️⃣a = 1", "expected a key or a table, found `+`"),
        Problem("1️⃣\u{2028}2️⃣a = 1", #"expected a key or a table, found `\u{2028}`"#),
        Problem("1️⃣\"\"\"a\"\"\"2️⃣ = 1", #"expected a key or a table, found `"""a"""`"#),
        Problem("1️⃣'''a'''2️⃣ = 1", "expected a key or a table, found `'''a'''`"),
    ])
    func `a key must be a key, and be followed by a value`(problem: Problem) {
        Self.expect(problem)
    }

    @Test(arguments: [
        Problem("a = 1 1️⃣b2️⃣ = 2", "expected the end of the line, found `b`"),
        Problem("a = 11️⃣,2️⃣", "expected the end of the line, found `,`"),
        Problem("a = \"x\"1️⃣\"y\"2️⃣", #"expected the end of the line, found `"y"`"#),
        Problem("a = [1]1️⃣]2️⃣", "expected the end of the line, found `]`"),
        Problem("a = {}1️⃣}2️⃣", "expected the end of the line, found `}`"),
        Problem("[a] 1️⃣b2️⃣ = 1", "expected the end of the line, found `b`"),
        Problem("[[a]]1️⃣]2️⃣", "expected the end of the line, found `]`"),
        Problem("a = \"\"\"x\"\"\"\"\"1️⃣\"\"2️⃣", #"expected the end of the line, found `""`"#),
    ])
    func `a statement has its line to itself`(problem: Problem) { Self.expect(problem) }

    @Test(arguments: [
        Problem("[1️⃣]2️⃣", "expected a table's name, found `]`"),
        Problem("[[1️⃣]2️⃣]", "expected a table's name, found `]`"),
        Problem("[ 1️⃣[2️⃣a]]", "expected a table's name, found `[`"),
        Problem("[1️⃣\n2️⃣a]", "expected a table's name, found the end of the line"),
        Problem("[a1️⃣", "expected `]`, found the end of the file"),
        Problem("[a 1️⃣b2️⃣]", "expected `]`, found `b`"),
        Problem("[a.1️⃣]2️⃣", "expected a key after the `.`, found `]`"),
        Problem("[a 1️⃣=2️⃣ 1]", "expected `]`, found `=`"),
        Problem("[[a]1️⃣\n2️⃣", "expected `]]`, found the end of the line"),
        Problem("[[a] 1️⃣]2️⃣", "expected `]]`, found `]`"),
    ])
    func `a header has a name, and as many brackets behind it as in front`(problem: Problem) {
        Self.expect(problem)
    }

    @Test(arguments: [
        Problem("a = 1️⃣[2️⃣", "this `[` is never closed", "Add a `]`."),
        Problem("a = [1, 1️⃣[2️⃣2,\n", "this `[` is never closed", "Add a `]`."),
        Problem("a = 1️⃣[2️⃣1 # ]", "this `[` is never closed", "Add a `]`."),
        Problem("a = [1 1️⃣22️⃣]", "expected `,` or `]`, found `2`"),
        Problem("a = [1\n1️⃣22️⃣]", "expected `,` or `]`, found `2`"),
        Problem("a = [11️⃣}2️⃣", "expected `,` or `]`, found `}`"),
        Problem("a = [1️⃣,2️⃣1]", "expected a value, found `,`"),
        Problem("a = [1,1️⃣,2️⃣]", "expected a value, found `,`"),
    ])
    func `an array's values stand between commas, and its bracket is closed`(problem: Problem) {
        Self.expect(problem)
    }

    @Test(arguments: [
        Problem("a = {1️⃣", "expected a key, found the end of the file"),
        Problem("a = {1️⃣\n2️⃣b = 1}", "expected a key, found the end of the line"),
        Problem("a = {1️⃣,2️⃣}", "expected a key, found `,`"),
        Problem("a = {b = 1, 1️⃣}2️⃣", "expected a key, found `}`"),
        Problem(
            "a = 1️⃣{2️⃣b = 1", "this `{` is never closed", "Add a `}`, on the same line."),
        Problem("a = {b = 11️⃣\n2️⃣}", "expected `,` or `}`, found the end of the line"),
        Problem("a = {b = 1 1️⃣c2️⃣ = 2}", "expected `,` or `}`, found `c`"),
        Problem("a = {b1️⃣}2️⃣", "expected `=` or `.` after the key, found `}`"),
        Problem("a = {b = 1️⃣}2️⃣", "expected a value, found `}`"),
        Problem("a = {b = 11️⃣]2️⃣", "expected `,` or `}`, found `]`"),
    ])
    func `an inline table's keys stand between commas, on one line`(problem: Problem) {
        Self.expect(problem)
    }

    private static let quoteHint = "End it with the quote that it began with, on the same line."
    private static let escapeHint =
        #"Write `\\` for a backslash, or put the text in single quotes."#
    private static let unicodeHint = #"Write `\u` and 4 hexadecimal digits, or `\U` and 8."#

    @Test(arguments: [
        Problem("a = 1️⃣\"x2️⃣", "this string has no end", quoteHint),
        Problem("a = 1️⃣\"x2️⃣\nb = \"\"", "this string has no end", quoteHint),
        Problem("a = 1️⃣\"x2️⃣\r\n", "this string has no end", quoteHint),
        Problem("a = 1️⃣'x2️⃣\n'", "this string has no end", quoteHint),
        Problem("1️⃣\"a2️⃣\n\" = 1", "this string has no end", quoteHint),
        Problem("a = 1️⃣\"x\\2️⃣", "this string has no end", quoteHint),
        Problem("a = 1️⃣\"x\\2️⃣\nb = 1", "this string has no end", quoteHint),
        Problem("a = 1️⃣\"x\\2️⃣\r\n", "this string has no end", quoteHint),
        Problem("a = 1️⃣\"\"\"2️⃣x\n\"\"", "this string has no end", multilineHint),
        Problem("a = 1️⃣'''2️⃣x\n''", "this string has no end", multilineHint),
        Problem("a = 1️⃣\"\"\"2️⃣x\\", "this string has no end", multilineHint),
        Problem("a = 1️⃣\"\"\"2️⃣x\\ \n ", "this string has no end", multilineHint),
    ])
    func `a string ends, and on its own line unless it has three quotes`(problem: Problem) {
        Self.expect(problem)
    }

    private static let multilineHint = "End it with the three quotes that it began with."

    @Test(arguments: [
        Problem("a = \"C:1️⃣\\d2️⃣ir\"", #"`\d` is not an escape that TOML knows"#, escapeHint),
        Problem("a = \"1️⃣\\x2️⃣41\"", #"`\x` is not an escape that TOML knows"#, escapeHint),
        Problem("a = \"1️⃣\\e2️⃣\"", #"`\e` is not an escape that TOML knows"#, escapeHint),
        Problem("a = \"1️⃣\\é2️⃣\"", #"`\é` is not an escape that TOML knows"#, escapeHint),
        Problem("\"1️⃣\\a2️⃣\" = 1", #"`\a` is not an escape that TOML knows"#, escapeHint),
        Problem("a = \"\"\"x1️⃣\\ 2️⃣y\"\"\"", #"`\ ` is not an escape that TOML knows"#, escapeHint),
        Problem("a = \"1️⃣\\u12️⃣\"", "this escape is not a Unicode character", unicodeHint),
        Problem("a = \"1️⃣\\u00e2️⃣g\"", "this escape is not a Unicode character", unicodeHint),
        Problem("a = \"1️⃣\\U000000e2️⃣\"", "this escape is not a Unicode character", unicodeHint),
        Problem("a = \"1️⃣\\uD8002️⃣\"", "this escape is not a Unicode character", unicodeHint),
        Problem("a = \"1️⃣\\U001100002️⃣\"", "this escape is not a Unicode character", unicodeHint),
        Problem("a = \"1️⃣\\uFFF2️⃣", "this escape is not a Unicode character", unicodeHint),
    ])
    func `an escape is one that TOML knows`(problem: Problem) { Self.expect(problem) }
}
