/// One part of a key, as `b` in `a.b = 1`, where it stands in the document.
struct KeyPart {
    private let start: Int32
    private let end: Int32
    private let isQuoted: Bool
    /// Whether the text holds escapes, so that what it means has to be made.
    let isEscaped: Bool
    /// The hash of what it means.
    let hash: UInt32

    /// The part as written, quotes included.
    var range: Range<Int> { Int(start)..<Int(end) }

    /// The offsets of its text, without quotes.
    var text: Range<Int> { isQuoted ? Int(start) + 1..<Int(end) - 1 : range }

    /// The part that `token`, a bare key or a string on one line, is in `source`.
    init(_ token: Token, in source: [UInt8]) {
        start = Int32(truncatingIfNeeded: token.start)
        end = Int32(truncatingIfNeeded: token.end)
        isQuoted = token.kind != .bareKey
        let text = isQuoted ? token.start + 1..<token.end - 1 : token.range
        isEscaped = token.kind == .basicString && source[text].contains(UInt8(ascii: "\\"))
        hash =
            isEscaped
            ? ByteIndex.hash(StringLiteral.value(in: source, token.range))
            : ByteIndex.hash(source[text])
    }

    /// What the part means.
    func value(in source: [UInt8]) -> [UInt8] {
        isEscaped ? StringLiteral.value(in: source, range) : Array(source[text])
    }
}
