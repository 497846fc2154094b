/// The lexer: its tokens are every byte, whatever is asked for and whatever the bytes are.
enum LexerTarget {
    /// Cuts `input` into tokens; its first byte says when a key and when a value is asked for.
    static func run(_ input: [UInt8]) {
        guard let modes = input.first else { return }
        let source = Array(input.dropFirst())
        var lexer = Lexer(source)
        var count = 0
        while true {
            let start = lexer.position
            let mode: Lexer.Mode = modes >> UInt8(count & 7) & 1 == 0 ? .key : .value
            count += 1
            do throws(Diagnostic) {
                let token = try lexer.next(mode)
                require(token.start == start, "a token begins where the one before ends")
                require(token.end == lexer.position, "the lexer moves behind the token")
                if token.kind == .endOfFile {
                    require(start == source.count && token.end == start, "the end is the end")
                    return
                }
                require(token.end > start && token.end <= source.count, "a token has a byte")
                check(token, in: source)
            } catch {
                let isInside =
                    error.range.lowerBound >= start && error.range.upperBound <= source.count
                require(isInside && !error.range.isEmpty, "an error is at bytes of the token")
                require(!error.message.isEmpty, "an error says something")
                return
            }
        }
    }

    /// Checks what a token of its kind may hold.
    private static func check(_ token: Token, in source: [UInt8]) {
        switch token.kind {
        case .bareKey:
            let part = KeyPart(token, in: source)
            require(part.value(in: source) == Array(source[token.range]), "a bare key is its text")
        case .basicString, .literalString:
            let part = KeyPart(token, in: source)
            let value = StringLiteral.value(in: source, token.range)
            require(part.value(in: source) == value, "a key in quotes means what the string does")
            require(part.hash == ByteIndex.hash(value), "equal keys have equal hashes")
        case .multilineBasicString, .multilineLiteralString:
            let value = StringLiteral.value(in: source, token.range)
            require(value.count <= token.range.count - 6, "an escape never stands for more bytes")
        default: break
        }
    }
}
