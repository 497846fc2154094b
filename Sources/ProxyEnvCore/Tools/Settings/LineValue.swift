extension SettingsFile {
    /// What `key` has for a value in `content`, whatever section the line is in, for files that have a line for each.
    ///
    /// - Returns: The value, without quotes around it and empty where there is none, and the line, from 1; nil where none has it.
    public func value(of key: String, in content: [UInt8]) -> (text: [UInt8], line: Int)? {
        let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated().reversed() {
            if let value = value(of: key, inLine: line.trimmed) {
                return (Array(Self.unquoted(value)), number + 1)
            }
        }
        return nil
    }

    private func value(of key: String, inLine line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let line = holdsOptions ? line.drop { $0 == UInt8(ascii: "-") } : line
        let name = line.prefix { !separators.utf8.contains($0) }
        guard name.count < line.count || holdsOptions, name.trimmed.equals(key) else { return nil }
        return line.dropFirst(name.count).drop { separators.utf8.contains($0) }.trimmed
    }

    /// The text without the quotes around it.
    private static func unquoted(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.first, first == text.last, text.count >= 2,
            first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        else { return text }
        return text.dropFirst().dropLast()
    }
}
