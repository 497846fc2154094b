/// As much of YAML as people write settings in: keys, also below others, scalars, and lists of them.
struct YAMLText {
    /// A scalar as it stands in the file.
    struct Scalar {
        /// Its text, quotes, a comment behind it and all.
        let text: ArraySlice<UInt8>
        /// Its line, from 1.
        let line: Int
    }

    /// A key at the top.
    struct Entry {
        /// Its name.
        let key: [UInt8]
        /// What stands behind it on its line.
        let value: Scalar
        /// The same with all that follows in the file, as a `[` list may go over lines.
        let rest: ArraySlice<UInt8>
        /// The items below it, each behind its `-`.
        var items: [Scalar] = []
        /// The keys of each item that is a mapping, the one behind the `-` among them.
        var mappings: [[(key: [UInt8], value: Scalar)]] = []
    }

    /// The keys at the top, in their order; whatever else is in the file is passed over.
    static func entries(in text: [UInt8]) -> [Entry] {
        var entries: [Entry] = []
        for (number, line) in lines(of: text) {
            let content = line.trimmingBlanks
            guard let first = content.first, first != UInt8(ascii: "#") else { continue }
            let isItem =
                first == UInt8(ascii: "-")
                && (content.count == 1 || content.hasPrefix("- ") || content.hasPrefix("-\t"))
            if isItem {
                let item = Scalar(text: content.dropFirst().trimmingBlanks, line: number)
                if !entries.isEmpty {
                    entries[entries.count - 1].items.append(item)
                    entries[entries.count - 1].mappings.append(
                        pair(item.text, number).map { [$0] } ?? [])
                }
            } else if content.startIndex != line.startIndex, let pair = pair(content, number),
                let last = entries.indices.last, let item = entries[last].mappings.indices.last
            {
                entries[last].mappings[item].append(pair)
            } else if content.startIndex == line.startIndex, let colon = separator(in: content) {
                let key = unquoted(content[..<colon].trimmingBlanks) ?? Array(content[..<colon])
                let value = content[(colon + 1)...].trimmingBlanks
                entries.append(
                    Entry(
                        key: key, value: Scalar(text: value, line: number),
                        rest: text[value.startIndex...]))
            }
        }
        return entries
    }

    /// The key and the value of a line, or nil for one that has none.
    private static func pair(_ line: ArraySlice<UInt8>, _ number: Int) -> (
        key: [UInt8], value: Scalar
    )? {
        guard let colon = keyEnd(of: line) else { return nil }
        let name = line[..<colon].trimmingBlanks
        let value = line[(colon + 1)...].trimmingBlanks
        return (unquoted(name) ?? Array(name), Scalar(text: value, line: number))
    }

    /// A key with a scalar, whatever keys it is below.
    struct Leaf {
        /// The keys from the top to its own.
        let path: [[UInt8]]
        /// What stands behind it on its line.
        let value: Scalar
    }

    /// The keys that have something behind them, in their order; lists and what else is in the file are passed over.
    static func leaves(in text: [UInt8]) -> [Leaf] {
        var leaves: [Leaf] = []
        var path: [(indent: Int, key: [UInt8])] = []
        for (number, line) in lines(of: text) {
            let content = line.trimmingBlanks
            let indent = line.prefix { $0 == 0x20 }.count
            guard let first = content.first, first != UInt8(ascii: "#"),
                let colon = keyEnd(of: content)
            else { continue }
            while let last = path.last, last.indent >= indent { path.removeLast() }
            let name = content[..<colon].trimmingBlanks
            path.append((indent, unquoted(name) ?? Array(name)))
            let value = content[(colon + 1)...].trimmingBlanks
            // Nobody nests settings as deep as this.
            guard !value.isEmpty, value.first != UInt8(ascii: "#"), path.count <= 16 else {
                continue
            }
            leaves.append(
                Leaf(path: path.map { $0.key }, value: Scalar(text: value, line: number)))
        }
        return leaves
    }

    /// The colon behind a key, which may stand in quotes and have colons of its own there.
    private static func keyEnd(of line: ArraySlice<UInt8>) -> Int? {
        guard let quote = line.first, quote == 0x22 || quote == 0x27 else {
            return separator(in: line)
        }
        guard let end = line.dropFirst().firstIndex(of: quote) else { return nil }
        return separator(in: line[(end + 1)...])
    }

    private static func lines(of text: [UInt8]) -> [(number: Int, line: ArraySlice<UInt8>)] {
        var source = text[...]
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { source = source.dropFirst(3) }
        return source.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map {
            ($0.offset + 1, $0.element.last == 0x0D ? $0.element.dropLast() : $0.element)
        }
    }

    /// What `text` stands for without quotes and a comment, or nil if a quote has no end or more follows it.
    static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let quote = text.first, quote == 0x22 || quote == 0x27 else {
            return Array(withoutComment(text))
        }
        var rest = text.dropFirst()
        guard let value = takeQuoted(&rest, quote) else { return nil }
        rest = withoutComment(rest)
        return rest.isEmpty ? value : nil
    }

    /// The items of the list `[one, two]` that `text` begins with, which may go over lines and have comments there; nil if it is none.
    static func flowItems(_ text: ArraySlice<UInt8>) -> [[UInt8]]? {
        var rest = text
        guard rest.popFirst() == UInt8(ascii: "[") else { return nil }
        var items: [[UInt8]] = []
        while true {
            rest = rest.drop { isFlowBlank($0) || $0 == UInt8(ascii: ",") }
            guard let first = rest.first else { return nil }
            if first == UInt8(ascii: "#") {
                rest = rest.drop { $0 != 0x0A }
                continue
            }
            if first == UInt8(ascii: "]") {
                return withoutComment(rest.dropFirst().prefix { $0 != 0x0A }).isEmpty ? items : nil
            }
            if first == 0x22 || first == 0x27 {
                rest = rest.dropFirst()
                guard let item = takeQuoted(&rest, first) else { return nil }
                items.append(item)
            } else {
                let item = rest.prefix {
                    $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "]") && $0 != 0x0A && $0 != 0x0D
                }
                rest = rest[item.endIndex...]
                items.append(Array(item.trimmingBlanks))
            }
        }
    }

    /// Whether a byte is a blank or the end of a line.
    private static func isFlowBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// The colon that ends a key: a blank or nothing is behind it.
    private static func separator(in line: ArraySlice<UInt8>) -> Int? {
        line.indices.first {
            line[$0] == UInt8(ascii: ":")
                && ($0 + 1 == line.endIndex || line[$0 + 1] == 0x20 || line[$0 + 1] == 0x09)
        }
    }

    private static func withoutComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for index in text.indices where text[index] == UInt8(ascii: "#") {
            let isFirst = index == text.startIndex
            if isFirst || text[index - 1] == 0x20 || text[index - 1] == 0x09 {
                return text[..<index].trimmingBlanks
            }
        }
        return text.trimmingBlanks
    }

    /// The rest of a string in `quote`s: `''` in single ones, escapes in double ones (YAML 1.2, chapter 7.3).
    static func takeQuoted(_ text: inout ArraySlice<UInt8>, _ quote: UInt8) -> [UInt8]? {
        var value: [UInt8] = []
        while let byte = text.popFirst() {
            if byte == quote {
                guard quote == 0x27, text.first == 0x27 else { return value }
                text = text.dropFirst()
                value.append(quote)
            } else if byte == UInt8(ascii: "\\"), quote == 0x22 {
                guard let piece = takeEscape(&text) else { return nil }
                value += piece
            } else {
                value.append(byte)
            }
        }
        return nil
    }

    private static func takeEscape(_ text: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard let byte = text.popFirst() else { return nil }
        let lengths: [(UInt8, Int)] = [
            (UInt8(ascii: "x"), 2), (UInt8(ascii: "u"), 4), (UInt8(ascii: "U"), 8),
        ]
        if let length = lengths.first(where: { $0.0 == byte })?.1 {
            let digits = text.prefix(length)
            guard digits.count == length else { return nil }
            text = text.dropFirst(length)
            return UnicodeEscape.text(digits)
        }
        switch byte {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "0"): return [0]
        default: return [byte]
        }
    }
}
