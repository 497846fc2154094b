/// Tells the numbers, dates and Booleans of TOML 1.0 apart, and from what is none.
///
/// No key of proxyenv takes a number or a date, but a file that holds one is correct TOML all the same.
enum Scalar {
    /// What `text` is, or nil if it is nothing that TOML knows.
    static func kind(of text: ArraySlice<UInt8>) -> ConfigNode.Kind? {
        if text.equals("true") || text.equals("false") { return .boolean }
        if isInteger(text) { return .integer }
        if isFloat(text) { return .float }
        if isDateTime(text) { return .dateTime }
        return nil
    }

    private static func unsigned(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    }

    private static func isInteger(_ text: ArraySlice<UInt8>) -> Bool {
        for (prefix, isDigit) in radixes where text.hasPrefix(prefix) {
            return isDigits(text.dropFirst(2), isDigit)
        }
        return isDecimal(unsigned(text))
    }

    private static let radixes: [(String, @Sendable (UInt8) -> Bool)] = [
        ("0x", { $0.hexDigitValue != nil }),
        ("0o", { (0x30...0x37).contains($0) }),
        ("0b", { (0x30...0x31).contains($0) }),
    ]

    /// Decimal digits without a leading zero.
    private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
        isDigits(text) { $0.isDigit } && (text.count == 1 || text.first != UInt8(ascii: "0"))
    }

    /// Digits, with single underscores between them.
    private static func isDigits(_ text: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool) -> Bool {
        var wasDigit = false
        for byte in text {
            if byte == UInt8(ascii: "_") {
                guard wasDigit else { return false }
                wasDigit = false
            } else {
                guard isDigit(byte) else { return false }
                wasDigit = true
            }
        }
        return wasDigit
    }

    private static func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
        let text = unsigned(text)
        if text.equals("inf") || text.equals("nan") { return true }
        var mantissa = text
        if let e = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
            guard isDigits(unsigned(text[(e + 1)...]), { $0.isDigit }) else { return false }
            mantissa = text[..<e]
        }
        guard let dot = mantissa.firstIndex(of: UInt8(ascii: ".")) else {
            return mantissa.endIndex < text.endIndex && isDecimal(mantissa)
        }
        return isDecimal(mantissa[..<dot]) && isDigits(mantissa[(dot + 1)...]) { $0.isDigit }
    }

    /// A date, a time, or both with an offset or without (RFC 3339).
    ///
    /// The year 0 and the leap second 60 are none: RFC 3339 has them, but most calendars don't, other parsers, Python's
    /// among them, refuse them, and toml-test, the suite for TOML 1.0, asks for neither.
    private static func isDateTime(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        guard takeDate(&rest) else { return takeTime(&rest) && rest.isEmpty }
        if rest.isEmpty { return true }
        guard let separator = rest.popFirst(), [0x54, 0x74, 0x20].contains(separator),
            takeTime(&rest)
        else { return false }
        if rest.isEmpty || rest.equals("Z") || rest.equals("z") { return true }
        guard let sign = rest.popFirst(), sign == 0x2B || sign == 0x2D,
            take(2, 0...23, &rest) != nil, rest.popFirst() == 0x3A, take(2, 0...59, &rest) != nil
        else { return false }
        return rest.isEmpty
    }

    private static func takeDate(_ rest: inout ArraySlice<UInt8>) -> Bool {
        var text = rest
        guard let year = take(4, 1...9999, &text), text.popFirst() == 0x2D,
            let month = take(2, 1...12, &text), text.popFirst() == 0x2D,
            take(2, 1...days(in: month, of: year), &text) != nil
        else { return false }
        rest = text
        return true
    }

    private static func takeTime(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard take(2, 0...23, &rest) != nil, rest.popFirst() == 0x3A,
            take(2, 0...59, &rest) != nil, rest.popFirst() == 0x3A,
            take(2, 0...59, &rest) != nil
        else { return false }
        guard rest.first == UInt8(ascii: ".") else { return true }
        let digits = rest.dropFirst().prefix { $0.isDigit }
        rest = rest.dropFirst(1 + digits.count)
        return !digits.isEmpty
    }

    private static func take(
        _ count: Int, _ limits: ClosedRange<Int>, _ rest: inout ArraySlice<UInt8>
    ) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ $0.isDigit }) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard limits.contains(value) else { return nil }
        rest = rest.dropFirst(count)
        return value
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
