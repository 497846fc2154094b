/// Lines in a start-up file between two comments, by which they are found again.
///
/// Whatever the file holds: with the block put in and taken out again, it has the same bytes.
public struct StartUpBlock: Sendable, Equatable {
    /// The comment above the lines.
    public static let opening = "# >>> proxyenv >>>"
    /// The same behind a last line that had no end, so that the end which it got is taken away again.
    public static let openingBehindOpenLine = "# >>> proxyenv >>> (the line above had no end)"
    /// The comment below them.
    public static let closing = "# <<< proxyenv <<<"

    /// The lines, with LF between them.
    public let lines: String
    /// Whether they stand at the file's beginning.
    public let isAtStart: Bool
    /// Whether their ends are CR LF where the file's are.
    public let takesCarriageReturns: Bool

    /// A block of `lines`.
    public init(_ lines: String, isAtStart: Bool = false, takesCarriageReturns: Bool = false) {
        self.lines = lines
        self.isAtStart = isAtStart
        self.takesCarriageReturns = takesCarriageReturns
    }

    /// What `file` gets, of which the text of its hook is one of `parts`.
    public init(for file: HookFile, parts: [String]) {
        let lines = parts.indices.contains(file.part) ? parts[file.part] : ""
        self.init(
            file.condition + lines, isAtStart: file.isAtStart,
            takesCarriageReturns: file.takesCarriageReturns)
    }

    /// The whole block, for people.
    public var shown: [String] {
        let lines = Array(lines.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
        return [Self.opening] + lines.map { String(decoding: $0, as: UTF8.self) } + [Self.closing]
    }

    /// `text` with the block, all of whose lines have ends, as somebody may write behind it.
    public func inserted(into text: [UInt8]) -> [UInt8] {
        let end: [UInt8] =
            takesCarriageReturns && Self.hasCarriageReturns(text) ? [0x0D, 0x0A] : [0x0A]
        let isOpen = !isAtStart && !text.isEmpty && text.last != 0x0A
        var block: [UInt8] = isOpen ? end + Self.openingBehindOpenLine.utf8 + end : []
        for line in shown.dropFirst(isOpen ? 1 : 0) { block += line.utf8 + end }
        return isAtStart ? block + text : text + block
    }

    /// `text` without its block, or nil if it has none.
    public static func removed(from text: [UInt8]) -> [UInt8]? {
        guard let found = range(in: text) else { return nil }
        return Array(text[..<found.lowerBound] + text[found.upperBound...])
    }

    /// The lines of the block in `text`, with LF between them, or nil if there is none.
    public static func lines(in text: [UInt8]) -> [UInt8]? {
        guard let found = markers(in: text) else { return nil }
        var lines: [UInt8] = []
        for line in text[found.inner].split(separator: 0x0A) {
            if !lines.isEmpty { lines.append(0x0A) }
            lines += line.last == 0x0D ? line.dropLast() : line
        }
        return lines
    }

    /// What goes out with the block: its lines, and the line end that came with them.
    private static func range(in text: [UInt8]) -> Range<Int>? {
        guard let (whole, inner) = markers(in: text) else { return nil }
        let first = text[whole.lowerBound..<inner.lowerBound]
        // What stands behind it now needs the end that the line above got.
        guard first.starts(with: openingBehindOpenLine.utf8), whole.upperBound == text.count else {
            return whole
        }
        // That end is as those in the block.
        let width = inner.lowerBound >= 2 && text[inner.lowerBound - 2] == 0x0D ? 2 : 1
        return max(0, whole.lowerBound - width)..<whole.upperBound
    }

    /// Where the first block stands, the end of its last line included, and what is between the comments.
    private static func markers(in text: [UInt8]) -> (whole: Range<Int>, inner: Range<Int>)? {
        var start: (line: Int, end: Int)?
        var index = 0
        while index < text.count {
            let newline = text[index...].firstIndex(of: 0x0A)
            let end = newline.map { $0 + 1 } ?? text.count
            var line = text[index..<(newline ?? text.count)]
            if line.last == 0x0D { line = line.dropLast() }
            if line.equals(opening) || line.equals(openingBehindOpenLine) {
                start = (index, end)
            } else if let start, line.equals(closing) {
                return (start.line..<end, start.end..<index)
            }
            index = end
        }
        return nil
    }

    /// Whether the last line that has an end in `text` has one of CR LF.
    private static func hasCarriageReturns(_ text: [UInt8]) -> Bool {
        guard let newline = text.lastIndex(of: 0x0A), newline > 0 else { return false }
        return text[newline - 1] == 0x0D
    }
}
