/// Splits a command that stands in one argument into its words.
public enum ShellWords {
    /// The words of `text`, or nil if a quote in it has no end.
    ///
    /// Blanks part words, quotes and backslashes keep them together as in POSIX shells (XCU 2.2); nothing is expanded.
    public static func split(_ text: [UInt8]) -> [[UInt8]]? {
        var words: [[UInt8]] = []
        var word: [UInt8]?
        var quote: UInt8?
        var rest = text[...]
        func append(_ byte: UInt8) {
            if word == nil { word = [] }
            word?.append(byte)
        }
        while let byte = rest.popFirst() {
            switch (byte, quote) {
            case (let byte, let open?) where byte == open: quote = nil
            case (0x5C, nil):
                guard let next = rest.popFirst() else { return nil }
                append(next)
            case (0x5C, UInt8(ascii: "\"")):
                let isEscape = rest.first.map { "\"\\$`".utf8.contains($0) } ?? false
                append(isEscape ? rest.popFirst() ?? byte : byte)
            case (UInt8(ascii: "'"), nil), (UInt8(ascii: "\""), nil):
                quote = byte
                word = word ?? []
            case (0x20, nil), (0x09, nil), (0x0A, nil):
                if let complete = word { words.append(complete) }
                word = nil
            default: append(byte)
            }
        }
        guard quote == nil else { return nil }
        if let word { words.append(word) }
        return words
    }
}

extension ShellWords {
    /// `words` as a line to paste into a shell of Bourne's family, in quotes what it would not take as it stands.
    public static func line(_ words: [String]) -> String {
        words.map { String(decoding: PosixQuoting.word(Array($0.utf8)), as: UTF8.self) }
            .joined(separator: " ")
    }
}
