/// One part of a key, as `b` in `a.b = 1`, where it stands in the document.
struct KeyPart {
    /// The part as written, quotes included.
    let range: Range<Int>
    /// The offsets of its text, without quotes.
    let text: Range<Int>
    /// Whether the text holds escapes, so that what it means has to be made.
    let isEscaped: Bool
    /// The hash of what it means.
    let hash: UInt32

    /// The part that `token`, a bare key or a string on one line, is in `source`.
    init(_ token: Token, in source: [UInt8]) {
        range = token.range
        text = token.kind == .bareKey ? token.range : token.start + 1..<token.end - 1
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
