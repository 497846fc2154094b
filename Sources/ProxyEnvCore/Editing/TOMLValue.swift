/// A value as it is written into a document.
public enum TOMLValue: Sendable, Equatable {
    case boolean(Bool)
    /// A string, which is UTF-8.
    case string([UInt8])
    /// An array of strings, which are UTF-8.
    case strings([[UInt8]])
    /// An inline table.
    case table([(key: [UInt8], value: TOMLValue)])

    /// Compares values, members in order.
    public static func == (left: TOMLValue, right: TOMLValue) -> Bool {
        left.literal == right.literal
    }

    /// The value as TOML 1.0.
    public var literal: [UInt8] {
        switch self {
        case .boolean(let value): Array((value ? "true" : "false").utf8)
        case .string(let text): TOMLText.string(text)
        case .strings(let texts): Self.list(texts.map { TOMLText.string($0) }, "[", "]")
        case .table(let members):
            Self.list(members.map { TOMLText.pair($0.key, $0.value) }, "{ ", " }")
        }
    }

    private static func list(_ items: [[UInt8]], _ open: String, _ close: String) -> [UInt8] {
        var text = Array(open.utf8)
        for (index, item) in items.enumerated() {
            if index > 0 { text += ", " }
            text += item
        }
        text += close
        return text
    }
}

extension TOMLText {
    /// `key = value`.
    static func pair(_ key: [UInt8], _ value: TOMLValue) -> [UInt8] {
        self.key(key) + Array(" = ".utf8) + value.literal
    }
}
