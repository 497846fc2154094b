/// The rule for a profile's name: letters, digits, `_`, `.`, `-`; not starting with `-`, not all digits; at most 64 bytes.
///
/// Such a name needs quoting in no shell, is no option, and can't be taken for a port or a URL.
public enum ProfileName {
    /// Whether `bytes` are such a name.
    public static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard (1...64).contains(bytes.count), bytes.first != UInt8(ascii: "-") else { return false }
        var hasOtherThanDigit = false
        for byte in bytes {
            guard byte.isLetter || byte.isDigit || "_.-".utf8.contains(byte) else { return false }
            hasOtherThanDigit = hasOtherThanDigit || !byte.isDigit
        }
        return hasOtherThanDigit
    }
}
