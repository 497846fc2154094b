/// Values as gsettings prints them (GVariant Text Format).
enum GVariantText {
    /// The string that `text` is, or nil if it is none.
    static func string(_ text: [UInt8]) -> [UInt8]? {
        var rest = text[...]
        guard let string = takeString(&rest), rest.isEmpty else { return nil }
        return string
    }

    /// The strings of the array that `text` is, or nil if it is none.
    static func strings(_ text: [UInt8]) -> [[UInt8]]? {
        var rest = text[...]
        // An empty array has its type in front of it.
        if rest.hasPrefix("@as ") { rest = rest.dropFirst(4) }
        guard rest.popFirst() == UInt8(ascii: "[") else { return nil }
        var strings: [[UInt8]] = []
        while true {
            rest = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: ",") }
            if rest.first == UInt8(ascii: "]") { return rest.count == 1 ? strings : nil }
            guard let string = takeString(&rest) else { return nil }
            strings.append(string)
        }
    }

    /// The string in quotes of either kind that `text` begins with.
    private static func takeString(_ text: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard let quote = text.popFirst(), quote == 0x22 || quote == 0x27 else { return nil }
        var string: [UInt8] = []
        while let byte = text.popFirst() {
            if byte == quote { return string }
            guard byte == UInt8(ascii: "\\") else {
                string.append(byte)
                continue
            }
            guard let escape = text.popFirst() else { return nil }
            switch escape {
            case UInt8(ascii: "n"): string.append(0x0A)
            case UInt8(ascii: "t"): string.append(0x09)
            case UInt8(ascii: "r"): string.append(0x0D)
            case UInt8(ascii: "b"): string.append(0x08)
            case UInt8(ascii: "f"): string.append(0x0C)
            case UInt8(ascii: "a"): string.append(0x07)
            case UInt8(ascii: "v"): string.append(0x0B)
            case UInt8(ascii: "u"), UInt8(ascii: "U"):
                let digits = text.prefix(escape == UInt8(ascii: "u") ? 4 : 8)
                guard let scalar = UnicodeEscape.text(digits) else { return nil }
                string += scalar
                text = text.dropFirst(digits.count)
            default: string.append(escape)
            }
        }
        return nil
    }
}
