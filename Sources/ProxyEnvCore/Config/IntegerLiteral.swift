/// What the integers of TOML 1.0 mean.
enum IntegerLiteral {
    /// The number that `text` stands for, or nil if it needs more than 64 bits, which TOML wants refused.
    ///
    /// - Precondition: `Scalar` took it for an integer, so its sign, prefix and digits are right.
    static func value(of text: ArraySlice<UInt8>) -> Int64? {
        let isNegative = text.first == UInt8(ascii: "-")
        var rest = text
        if isNegative || text.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let radix = radix(of: rest)
        if radix != 10 { rest = rest.dropFirst(2) }
        var value: Int64 = 0
        for byte in rest where byte != UInt8(ascii: "_") {
            let digit = Int64(byte.hexDigitValue ?? 0)
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: radix)
            // Built from below, as the least number has no positive counterpart.
            let (sum, isPastTheEnd) =
                isNegative
                ? product.subtractingReportingOverflow(digit)
                : product.addingReportingOverflow(digit)
            if isTooLarge || isPastTheEnd { return nil }
            value = sum
        }
        return value
    }

    private static func radix(of text: ArraySlice<UInt8>) -> Int64 {
        if text.hasPrefix("0x") { return 16 }
        if text.hasPrefix("0o") { return 8 }
        return text.hasPrefix("0b") ? 2 : 10
    }
}
