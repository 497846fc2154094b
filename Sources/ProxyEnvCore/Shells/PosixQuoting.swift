/// Quoting for the shells that descend from the Bourne shell.
enum PosixQuoting {
    /// `text` in single quotes, in which every character stands for itself but `'`, written as `'\''`.
    ///
    /// POSIX.1-2024, XCU 2.2.2. zsh with RC_QUOTES reads the same, as no two quotes stand next to each other inside.
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [UInt8(ascii: "'")]
        for byte in text {
            if byte == UInt8(ascii: "'") {
                result += #"'\''"#
            } else {
                result.append(byte)
            }
        }
        result.append(UInt8(ascii: "'"))
        return result
    }
}

extension PosixQuoting {
    /// `text` as one word, in quotes only where it needs them.
    ///
    /// Left bare is what no shell does anything to, and no assignment.
    static func word(_ text: [UInt8]) -> [UInt8] {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isDigit || "_./:@%,+-".utf8.contains($0) }
        return isPlain && !text.isEmpty ? text : quoted(text)
    }
}
