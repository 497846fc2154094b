/// What the strings of TOML 1.0 mean.
enum StringLiteral {
    /// The bytes that the string literal at `range` of `source`, quotes included, stands for.
    ///
    /// - Precondition: The lexer took it for a string, so its quotes and escapes are right.
    static func value(in source: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let quote = source[range.lowerBound]
        let isBasic = quote == UInt8(ascii: "\"")
        var content = range.lowerBound + 1..<range.upperBound - 1
        // `""` is empty; three quotes open a string over several lines.
        if range.count >= 6, source[range.lowerBound + 1] == quote,
            source[range.lowerBound + 2] == quote
        {
            content = self.content(ofMultiline: range, in: source)
        }
        return isBasic ? unescaped(source, content) : Array(source[content])
    }

    /// The offset after the escape sequence whose backslash is at `index`.
    ///
    /// - Precondition: The backslash is not the last byte.
    /// - Throws: That there is no such escape.
    static func endOfEscape(in source: [UInt8], at index: Int) throws(Diagnostic) -> Int {
        switch source[index + 1] {
        case UInt8(ascii: "u"): return try endOfUnicodeEscape(in: source, at: index, digits: 4)
        case UInt8(ascii: "U"): return try endOfUnicodeEscape(in: source, at: index, digits: 8)
        case let byte where simpleEscapes(byte) != nil: return index + 2
        default:
            let end = index + 1 + (UTF8Reader.scalar(in: source, at: index + 1)?.length ?? 1)
            let text = DisplayText.escaped(source[index..<end])
            throw .syntax(.unknownEscape(text), index..<end)
        }
    }

    /// The offset of the next text after a backslash at the end of a line, or nil if `index` is no such.
    static func endOfLineContinuation(in source: [UInt8], at index: Int) -> Int? {
        var end = index + 1
        var hasNewline = false
        while end < source.count {
            switch source[end] {
            case 0x20, 0x09: end += 1
            case 0x0A:
                hasNewline = true
                end += 1
            case 0x0D where end + 1 < source.count && source[end + 1] == 0x0A: end += 1
            default: return hasNewline ? end : nil
            }
        }
        return hasNewline ? end : nil
    }

    private static func endOfUnicodeEscape(
        in source: [UInt8], at index: Int, digits: Int
    ) throws(Diagnostic) -> Int {
        var end = index + 2
        while end < source.count, end < index + 2 + digits, source[end].hexDigitValue != nil {
            end += 1
        }
        guard end == index + 2 + digits, scalar(source[(index + 2)..<end]) != nil else {
            throw .syntax(.notAUnicodeScalar, index..<end)
        }
        return end
    }

    private static func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        Unicode.Scalar(digits.reduce(UInt32(0)) { $0 << 4 | UInt32($1.hexDigitValue ?? 0) })
    }

    private static func simpleEscapes(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
        default: nil
        }
    }

    /// A newline right after the opening quotes is not part of the string.
    private static func content(ofMultiline range: Range<Int>, in source: [UInt8]) -> Range<Int> {
        var start = range.lowerBound + 3
        if source[start] == 0x0D, source[start + 1] == 0x0A { start += 1 }
        if source[start] == 0x0A { start += 1 }
        return start..<range.upperBound - 3
    }

    private static func unescaped(_ source: [UInt8], _ range: Range<Int>) -> [UInt8] {
        guard source[range].contains(UInt8(ascii: "\\")) else { return Array(source[range]) }
        var result: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard source[index] == UInt8(ascii: "\\") else {
                result.append(source[index])
                index += 1
                continue
            }
            let next = source[index + 1]
            if let byte = simpleEscapes(next) {
                result.append(byte)
                index += 2
            } else if let end = endOfLineContinuation(in: source, at: index) {
                index = min(end, range.upperBound)
            } else {
                let end = index + (next == UInt8(ascii: "u") ? 6 : 10)
                if let scalar = scalar(source[(index + 2)..<end]) {
                    result += Array(String(scalar).utf8)
                }
                index = end
            }
        }
        return result
    }
}
