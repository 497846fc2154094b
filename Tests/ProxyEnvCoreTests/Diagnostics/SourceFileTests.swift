import Testing

@testable import ProxyEnvCore

@Suite struct SourceFileTests {
    @Test(arguments: [
        ("1️⃣", 1, 1), ("a1️⃣", 1, 2), ("a\n1️⃣", 2, 1), ("a\n\nb1️⃣c", 3, 2), ("é漢😀1️⃣x", 1, 4),
        ("a1️⃣\r\nb", 1, 2), ("a\r\n1️⃣b", 2, 1), ("\u{FEFF}1️⃣a", 1, 1), ("\u{FEFF}a1️⃣", 1, 2),
        ("\u{FEFF}a\nb1️⃣", 2, 2), ("1️⃣\u{FEFF}a", 1, 1),
    ])
    func `lines and columns are counted from 1, columns in scalars`(
        text: String, line: Int, column: Int
    ) {
        let text = MarkedText(text)
        let file = SourceFile(path: "f", bytes: text.bytes)
        let position = SourceFile.Position(line: line, column: column)
        #expect(file.position(of: text.range.lowerBound) == position)
    }

    @Test(arguments: [
        ("", ""), ("a", "a"), ("a\nb1️⃣c\nd", "bc"), ("a1️⃣\r\nb", "a"), ("a\n1️⃣", ""),
        ("\u{FEFF}a1️⃣b\n", "ab"), ("1️⃣\u{FEFF}a", "a"), ("a\n1️⃣\nb", ""),
    ])
    func `a line is its bytes without its end and without a byte order mark`(
        text: String, line: String
    ) {
        let text = MarkedText(text)
        let file = SourceFile(path: "f", bytes: text.bytes)
        #expect(Array(file.bytes[file.lineRange(around: text.range.lowerBound)]).text == line)
    }

    @Test func `an offset outside of the file is its nearest end`() {
        let file = SourceFile(path: "f", bytes: [UInt8]("a\nb"))
        #expect(file.position(of: -1) == SourceFile.Position(line: 1, column: 1))
        #expect(file.position(of: 99) == SourceFile.Position(line: 2, column: 2))
        #expect(file.lineRange(around: 99) == 2..<3)
    }
}
