/// The part of the parser that reads values: scalars, strings, arrays and inline tables.
extension Parser {
    /// Reads the value that begins at the token into the node `id`, and moves behind it.
    mutating func parseValue(
        into id: ConfigDocument.NodeID, depth: Int
    ) throws(Diagnostic) {
        let start = token.start
        var end = token.end
        switch token.kind {
        case .basicString, .literalString, .multilineBasicString, .multilineLiteralString:
            document.nodes[id].kind = .string
            try advance(.key)
        case .scalar:
            let text = document.source[token.range]
            guard let kind = Scalar.kind(of: text) else {
                throw .syntax(.unknownValue(excerpt(token.range, to: 40)), token.range)
            }
            if kind == .integer, IntegerLiteral.value(of: text) == nil {
                throw .syntax(.integerTooLarge(excerpt(token.range, to: 40)), token.range)
            }
            document.nodes[id].kind = kind
            try advance(.key)
        case .leftBracket:
            try checkDepth(depth + 1, token.range)
            document.nodes[id].kind = .array
            end = try parseArray(into: id, depth: depth + 1)
        case .leftBrace:
            try checkDepth(depth + 1, token.range)
            end = try parseInlineTable(into: id, depth: depth + 1)
        default: throw unexpected("a value")
        }
        document.nodes[id].valueStart = Int32(truncatingIfNeeded: start)
        document.nodes[id].valueEnd = Int32(truncatingIfNeeded: end)
    }

    /// Reads `[1, 2]`, over several lines or one, and returns the offset of its end.
    private mutating func parseArray(
        into id: ConfigDocument.NodeID, depth: Int
    ) throws(Diagnostic) -> Int {
        let open = token.range
        let wasInArray = isInArray
        isInArray = true
        defer { isInArray = wasInArray }
        try advancePastNewlines()
        while token.kind != .rightBracket {
            if token.kind == .endOfFile { throw .syntax(.unclosed(.bracket), open) }
            let element = document.add(ConfigNode(kind: .boolean), to: id, isFindable: false)
            try parseValue(into: element, depth: depth)
            if token.kind == .newline { try advancePastNewlines() }
            if token.kind == .comma {
                try advancePastNewlines()
            } else if token.kind != .rightBracket {
                if token.kind == .endOfFile { throw .syntax(.unclosed(.bracket), open) }
                throw unexpected("`,` or `]`")
            }
        }
        let end = token.end
        try advance(.key)
        return end
    }

    private mutating func advancePastNewlines() throws(Diagnostic) {
        repeat { try advance(.value) } while token.kind == .newline
    }

    /// Reads `{ a = 1, b.c = 2 }`, which stands on one line, and returns the offset of its end.
    private mutating func parseInlineTable(
        into id: ConfigDocument.NodeID, depth: Int
    ) throws(Diagnostic) -> Int {
        let open = token.range
        let outer = section
        // Inside, dotted keys may add to each other, but nothing further on to them.
        section = -Int32(truncatingIfNeeded: id)
        defer { section = outer }
        document.nodes[id].kind = .headerTable
        try advance(.key)
        if token.kind != .rightBrace {
            while true {
                try parseKeyValue("a key", in: id, depth: depth)
                guard token.kind == .comma else { break }
                try advance(.key)
            }
            if token.kind == .endOfFile { throw .syntax(.unclosed(.brace), open) }
            guard token.kind == .rightBrace else { throw unexpected("`,` or `}`") }
        }
        let end = token.end
        document.nodes[id].kind = .inlineTable
        try advance(.key)
        return end
    }
}
