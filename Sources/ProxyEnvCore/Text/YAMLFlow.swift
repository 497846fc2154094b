/// A value in YAML, of which braces and brackets are read (YAML 1.2, chapter 7.4).
enum YAMLFlow {
    /// A scalar, without its quotes.
    case scalar([UInt8])
    /// `[one, two]`.
    case list([YAMLFlow])
    /// `{name: value}`.
    case mapping([(key: [UInt8], value: YAMLFlow)])

    /// The text of a scalar, or nil.
    var text: [UInt8]? { if case .scalar(let text) = self { text } else { nil } }

    /// The elements of a list; none where it is none.
    var elements: [YAMLFlow] { if case .list(let nodes) = self { nodes } else { [] } }

    /// Whether there is nothing in it.
    var isNothing: Bool {
        switch self {
        case .scalar(let text): text.isEmpty
        case .list(let nodes): nodes.isEmpty
        case .mapping(let members): members.isEmpty
        }
    }

    /// The members of a mapping, or nil.
    var members: [(key: [UInt8], value: YAMLFlow)]? {
        if case .mapping(let members) = self { members } else { nil }
    }

    /// What stands at the beginning of `text`, which may go over lines; nil where it has no end, or is nested deeper than anybody writes.
    init?(_ text: ArraySlice<UInt8>) {
        guard let first = text.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        else {
            guard let text = YAMLText.unquoted(text) else { return nil }
            self = .scalar(text)
            return
        }
        var rest = text
        guard let value = Self.take(&rest, depth: 0) else { return nil }
        self = value
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, depth: Int) -> YAMLFlow? {
        skipBlanks(&rest)
        guard depth < 8, let first = rest.first else { return nil }
        switch first {
        case UInt8(ascii: "["):
            rest = rest.dropFirst()
            var nodes: [YAMLFlow] = []
            while let isEnd = isAtEnd(&rest, UInt8(ascii: "]")) {
                if isEnd { return .list(nodes) }
                guard let node = take(&rest, depth: depth + 1) else { return nil }
                nodes.append(node)
            }
            return nil
        case UInt8(ascii: "{"):
            rest = rest.dropFirst()
            var members: [(key: [UInt8], value: YAMLFlow)] = []
            while let isEnd = isAtEnd(&rest, UInt8(ascii: "}")) {
                if isEnd { return .mapping(members) }
                guard let key = scalar(&rest) else { return nil }
                skipBlanks(&rest)
                var value = YAMLFlow.scalar([])
                if rest.first == UInt8(ascii: ":") {
                    rest = rest.dropFirst()
                    skipBlanks(&rest)
                    if let next = rest.first, next != UInt8(ascii: ","), next != UInt8(ascii: "}") {
                        guard let node = take(&rest, depth: depth + 1) else { return nil }
                        value = node
                    }
                }
                members.append((key, value))
            }
            return nil
        default: return scalar(&rest).map { .scalar($0) }
        }
    }

    /// Whether the collection ends here with `end`, commas before it passed over; nil where the text does.
    private static func isAtEnd(_ rest: inout ArraySlice<UInt8>, _ end: UInt8) -> Bool? {
        skipBlanks(&rest)
        while rest.first == UInt8(ascii: ",") {
            rest = rest.dropFirst()
            skipBlanks(&rest)
        }
        guard let first = rest.first else { return nil }
        if first == end { rest = rest.dropFirst() }
        return first == end
    }

    /// A scalar, which ends at a comma, a bracket, or a colon with a blank behind it; nil where there is none.
    private static func scalar(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        if let quote = rest.first, quote == 0x22 || quote == 0x27 {
            rest = rest.dropFirst()
            return YAMLText.takeQuoted(&rest, quote)
        }
        let whole = rest
        while let byte = rest.first, !",[]{}\n\r".utf8.contains(byte) {
            if byte == UInt8(ascii: ":") {
                let next = rest.dropFirst().first ?? 0x20
                if next <= 0x20 || ",[]{}".utf8.contains(next) { break }
            }
            rest = rest.dropFirst()
        }
        let text = whole[..<rest.startIndex].trimmingBlanks
        return text.isEmpty ? nil : Array(text)
    }

    private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) {
        while let byte = rest.first {
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                rest = rest.dropFirst()
            } else if byte == UInt8(ascii: "#") {
                rest = rest.drop { $0 != 0x0A }
            } else {
                return
            }
        }
    }
}
