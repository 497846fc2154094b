/// How keys and strings are written.
enum TOMLText {
    /// `key`, in quotes if it needs them.
    static func key(_ key: [UInt8]) -> [UInt8] { isBare(key) ? key : string(key) }

    /// Whether `key` can stand without quotes.
    static func isBare(_ key: [UInt8]) -> Bool {
        !key.isEmpty && key.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
    }

    /// `text` as a string on one line.
    ///
    /// Quotes, backslashes and control characters are escaped (TOML 1.0, String), everything else stands for itself.
    static func string(_ text: [UInt8]) -> [UInt8] {
        var literal: [UInt8] = [0x22]
        for byte in text {
            switch byte {
            case 0x22, 0x5C: literal += [0x5C, byte]
            case 0x09: literal += "\\t"
            case 0x0A: literal += "\\n"
            case 0x0D: literal += "\\r"
            case _ where byte.isControl:
                literal += "\\u00"
                literal += byte.hexadecimal
            default: literal.append(byte)
            }
        }
        return literal + [0x22]
    }

    /// `text` in the quotes that `old`, a string's literal, has, where it can stand in them.
    static func string(_ text: [UInt8], inPlaceOf old: ArraySlice<UInt8>) -> [UInt8] {
        let quote = UInt8(ascii: "'")
        let isLiteral = old.first == quote && !(old.count > 5 && old.hasPrefix("'''"))
        let fits = text.allSatisfy { $0 != quote && (!$0.isControl || $0 == 0x09) }
        return isLiteral && fits ? [quote] + text + [quote] : string(text)
    }

    /// `key` in the quotes that `old` has, if those are there without need.
    static func key(_ key: [UInt8], inPlaceOf old: KeyPart, in source: [UInt8]) -> [UInt8] {
        let isQuoted = old.text != old.range
        guard isQuoted, isBare(old.value(in: source)) else { return self.key(key) }
        return string(key, inPlaceOf: source[old.range])
    }
}
