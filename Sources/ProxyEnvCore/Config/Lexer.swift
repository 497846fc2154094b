/// Cuts a TOML 1.0 document into tokens, of which every byte is part of one.
///
/// What `1.5` and `true` are depends on whether a key or a value is wanted, so the parser says which.
struct Lexer {
    /// What the parser is after.
    enum Mode {
        /// A key, the name of a table, or punctuation.
        case key
        /// A value, or punctuation.
        case value
    }

    /// The document.
    let source: [UInt8]
    /// The offset of the next token.
    private(set) var position: Int

    /// A lexer at `position` of `source`.
    init(_ source: [UInt8], from position: Int = 0) {
        self.source = source
        self.position = position
    }

    /// The token at the position, which moves behind it.
    ///
    /// - Throws: What is wrong inside a string or a comment.
    mutating func next(_ mode: Mode) throws(Diagnostic) -> Token {
        let start = position
        guard start < source.count else { return Token(kind: .endOfFile, start: start, end: start) }
        let byte = source[start]
        switch byte {
        case 0x20, 0x09: return skip(to: end(after: start, while: Self.isBlank), as: .blank)
        case 0x0A: return skip(to: start + 1, as: .newline)
        case 0x0D where self[start + 1] == 0x0A: return skip(to: start + 2, as: .newline)
        case UInt8(ascii: "#"): return try comment()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try string(byte)
        case UInt8(ascii: "="): return skip(to: start + 1, as: .equals)
        case UInt8(ascii: ","): return skip(to: start + 1, as: .comma)
        case UInt8(ascii: "["): return skip(to: start + 1, as: .leftBracket)
        case UInt8(ascii: "]"): return skip(to: start + 1, as: .rightBracket)
        case UInt8(ascii: "{"): return skip(to: start + 1, as: .leftBrace)
        case UInt8(ascii: "}"): return skip(to: start + 1, as: .rightBrace)
        case UInt8(ascii: ".") where mode == .key: return skip(to: start + 1, as: .dot)
        default: break
        }
        if mode == .key, Self.isBareKey(byte) {
            return skip(to: end(after: start, while: Self.isBareKey), as: .bareKey)
        }
        if mode == .value, Self.isScalar(byte) { return scalar() }
        return skip(
            to: start + (UTF8Reader.scalar(in: source, at: start)?.length ?? 1), as: .unexpected)
    }

    /// Moves behind blanks, for which there is then no token.
    mutating func skipBlanks() {
        while position < source.count, Self.isBlank(source[position]) { position += 1 }
    }

    /// The byte at `index`, or nil past the end.
    private subscript(_ index: Int) -> UInt8? { index < source.count ? source[index] : nil }

    private mutating func skip(to end: Int, as kind: Token.Kind) -> Token {
        defer { position = end }
        return Token(kind: kind, start: position, end: end)
    }

    private func end(after start: Int, while belongs: (UInt8) -> Bool) -> Int {
        var index = start + 1
        while index < source.count, belongs(source[index]) { index += 1 }
        return index
    }

    private mutating func comment() throws(Diagnostic) -> Token {
        var index = position + 1
        while index < source.count, source[index] != 0x0A {
            if source[index] == 0x0D, self[index + 1] == 0x0A { break }
            try checkControl(at: index)
            index += 1
        }
        return skip(to: index, as: .comment)
    }

    /// A run of what numbers, dates and Booleans consist of; a date may go on after one blank.
    private mutating func scalar() -> Token {
        var end = end(after: position, while: Self.isScalar)
        if end - position == 10, source[position + 4] == UInt8(ascii: "-"), self[end] == 0x20,
            let next = self[end + 1], next.isDigit
        {
            end = self.end(after: end + 1, while: Self.isScalar)
        }
        return skip(to: end, as: .scalar)
    }

    private mutating func string(_ quote: UInt8) throws(Diagnostic) -> Token {
        let isBasic = quote == UInt8(ascii: "\"")
        if self[position + 1] == quote, self[position + 2] == quote {
            let end = try endOfMultiline(quote, isBasic: isBasic)
            return skip(to: end, as: isBasic ? .multilineBasicString : .multilineLiteralString)
        }
        var index = endOfPlain(position + 1, quote)
        while index < source.count, source[index] != quote {
            let byte = source[index]
            if byte == UInt8(ascii: "\\"), isBasic, !isLineEnd(index + 1) {
                index = endOfPlain(
                    try StringLiteral.endOfEscape(in: source, at: index), quote)
                continue
            }
            if byte.isControl {
                if isLineEnd(index) { break }
                try checkControl(at: index)
            }
            index = endOfPlain(index + 1, quote)
        }
        guard self[index] == quote else {
            throw .syntax(.unterminatedString(isMultiline: false), position..<index)
        }
        return skip(to: index + 1, as: isBasic ? .basicString : .literalString)
    }

    /// An offset at or after `start`, up to which nothing in a string on one line needs a look.
    private func endOfPlain(_ start: Int, _ quote: UInt8) -> Int {
        var index = start
        while index + ByteWord.width <= source.count {
            let count = ByteWord(source, at: index).countOfPlain(before: quote, UInt8(ascii: "\\"))
            index += count
            if count < ByteWord.width { break }
        }
        return index
    }

    /// Whether the line, or the file, ends in front of `index`.
    private func isLineEnd(_ index: Int) -> Bool {
        guard let byte = self[index] else { return true }
        return byte == 0x0A || byte == 0x0D && self[index + 1] == 0x0A
    }

    private func endOfMultiline(_ quote: UInt8, isBasic: Bool) throws(Diagnostic) -> Int {
        var index = position + 3
        while true {
            guard let byte = self[index] else {
                throw .syntax(.unterminatedString(isMultiline: true), position..<position + 3)
            }
            if byte == quote, self[index + 1] == quote, self[index + 2] == quote {
                // Up to two more quotes are the string's own, before the three that end it.
                index += 3
                for _ in 0..<2 where self[index] == quote { index += 1 }
                return index
            }
            if byte == UInt8(ascii: "\\"), isBasic, index + 1 < source.count {
                if let end = StringLiteral.endOfLineContinuation(in: source, at: index) {
                    index = end
                } else {
                    index = try StringLiteral.endOfEscape(in: source, at: index)
                }
            } else if byte == 0x0D, self[index + 1] == 0x0A {
                index += 2
            } else {
                if byte != 0x0A { try checkControl(at: index) }
                index += 1
            }
        }
    }

    private func checkControl(at index: Int) throws(Diagnostic) {
        let byte = source[index]
        if byte.isControl, byte != 0x09 {
            throw .syntax(
                byte == 0x0D ? .bareCarriageReturn : .controlCharacter(byte), index..<index + 1)
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isBareKey(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    private static func isScalar(_ byte: UInt8) -> Bool {
        isBareKey(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: ":")
    }
}
