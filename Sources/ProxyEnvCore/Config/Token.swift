/// A piece of a TOML document; all tokens together are every byte of it.
public struct Token: Sendable, Equatable {
    /// What a token is.
    public enum Kind: Sendable, Equatable {
        /// Spaces and tabs.
        case blank
        /// LF or CR LF.
        case newline
        /// From `#` to before the end of the line.
        case comment
        /// A key without quotes.
        case bareKey
        /// A number, a date or a Boolean, as it stands; what it is, `Scalar` tells.
        case scalar
        /// `"…"`
        case basicString
        /// `'…'`
        case literalString
        /// `"""…"""`
        case multilineBasicString
        /// `'''…'''`
        case multilineLiteralString
        case dot
        case equals
        case comma
        case leftBracket
        case rightBracket
        case leftBrace
        case rightBrace
        /// A byte that begins no token.
        case unexpected
        /// The end, which is no byte.
        case endOfFile
    }

    /// What the token is.
    public let kind: Kind
    /// The offset of its first byte.
    public let start: Int
    /// The offset after its last byte.
    public let end: Int

    /// The token's bytes in the document.
    public var range: Range<Int> { start..<end }
}
