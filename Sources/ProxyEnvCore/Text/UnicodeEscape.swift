/// A character that is given by its number.
enum UnicodeEscape {
    /// The UTF-8 of the character whose number is `digits` in hexadecimal, or nil if there is none.
    static func text(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        guard (1...8).contains(digits.count) else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            guard let digit = digit.hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value).map { Array(String($0).utf8) }
    }
}
