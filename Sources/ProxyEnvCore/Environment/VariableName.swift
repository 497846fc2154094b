/// The rule for the names of variables that proxyenv sets: `[A-Za-z_][A-Za-z0-9_]*`.
///
/// Every shell takes such a name unquoted (POSIX.1-2024, XBD 3.216); no other name is ever emitted.
public enum VariableName {
    /// Whether `bytes` are such a name.
    public static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first, !first.isDigit else { return false }
        return bytes.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
    }
}
