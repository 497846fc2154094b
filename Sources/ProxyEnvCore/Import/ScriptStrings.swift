/// The strings in a script of JavaScript, those in comments left out.
enum ScriptStrings {
    /// A string.
    struct Literal: Equatable {
        /// What stands between its quotes, escapes as they are.
        let text: [UInt8]
        /// The line on which it begins, from 1.
        let line: Int
    }

    /// The strings in `source`.
    ///
    /// Quotes in a regular expression are none, and one that does not end on its line is passed over.
    static func strings(in source: [UInt8]) -> [Literal] {
        var literals: [Literal] = []
        let slash = UInt8(ascii: "/")
        var line = 1
        var index = 0
        // The last byte that was code and no blank: it tells a regular expression from a division.
        var last = UInt8(ascii: ";")
        var word = 0..<0
        // Up to where no string ends that one of these quotes would open: what is there has been looked at.
        var barren: [UInt8: Int] = [:]
        while index < source.count {
            let byte = source[index]
            if byte == 0x0A {
                line += 1
                index += 1
            } else if byte == slash, next(source, index) == slash {
                index = source[index...].firstIndex(of: 0x0A) ?? source.count
            } else if byte == slash, next(source, index) == UInt8(ascii: "*") {
                let end = endOfComment(source, index + 2)
                line += source[index..<end].count { $0 == 0x0A }
                index = end
            } else if "\"'`".utf8.contains(byte), index >= barren[byte, default: 0] {
                let (end, isEnd) = end(of: byte, source, index + 1)
                if !isEnd {
                    barren[byte] = end
                    last = byte
                    index += 1
                    continue
                }
                literals.append(Literal(text: Array(source[(index + 1)..<end]), line: line))
                line += source[index..<end].count { $0 == 0x0A }
                index = end + 1
                last = byte
            } else if byte == slash, "(,=:[!&|?{};".utf8.contains(last) || wants(source[word], last)
            {
                index = endOfExpression(source, index + 1)
                last = byte
            } else {
                if byte > 0x20 { last = byte }
                if isOfWord(byte) {
                    word = (word.upperBound == index ? word.lowerBound : index)..<(index + 1)
                }
                index += 1
            }
        }
        return literals
    }

    private static func next(_ source: [UInt8], _ index: Int) -> UInt8 {
        index + 1 < source.count ? source[index + 1] : 0
    }

    /// The end of a regular expression: of its line at the latest.
    private static func endOfExpression(_ source: [UInt8], _ start: Int) -> Int {
        var index = start
        var isInClass = false
        while index < source.count, source[index] != 0x0A {
            switch source[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass: return index + 1
            default: break
            }
            index += 1
        }
        return min(index, source.count)
    }

    private static func endOfComment(_ source: [UInt8], _ start: Int) -> Int {
        var index = start
        while index + 1 < source.count {
            if source[index] == UInt8(ascii: "*"), source[index + 1] == UInt8(ascii: "/") {
                return index + 2
            }
            index += 1
        }
        return source.count
    }

    /// Where the string that `quote` opened ends, or where it is known that it does not; one in backquotes may have several lines.
    private static func end(
        of quote: UInt8, _ source: [UInt8], _ start: Int
    ) -> (place: Int, isEnd: Bool) {
        var index = start
        while index < source.count {
            switch source[index] {
            case quote: return (index, true)
            case UInt8(ascii: "\\"): index += 2
            case 0x0A where quote != UInt8(ascii: "`"): return (index, false)
            default: index += 1
            }
        }
        return (source.count, false)
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
    }

    /// Whether `word`, if it is the `last` code, is one behind which an expression begins.
    private static func wants(_ word: ArraySlice<UInt8>, _ last: UInt8) -> Bool {
        isOfWord(last)
            && ["return", "case", "typeof", "in", "of", "else", "do", "void", "delete"]
                .contains { word.equals($0) }
    }
}
