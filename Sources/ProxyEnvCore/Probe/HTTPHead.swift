/// The head of an HTTP response (RFC 9112): its status line and its fields.
public struct HTTPHead: Sendable, Equatable {
    /// A field of a head.
    public struct Field: Sendable, Equatable {
        /// Its name, as it was written.
        public let name: [UInt8]
        /// Its value, without the blanks around it.
        public let value: [UInt8]
    }

    /// The status, 100 to 999.
    public let status: Int
    /// The words behind the status.
    public let reason: [UInt8]
    /// The fields, in their order.
    public let fields: [Field]

    /// The head that `lines` are, the status line first, or nil if that is none.
    init?(_ text: some Collection<UInt8>) {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: true).map { line in
            line.last == 0x0D ? Array(line.dropLast()) : Array(line)
        }
        guard !lines.isEmpty else { return nil }
        let first = lines.removeFirst()
        let words = first.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: true)
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), words[1].count == 3,
            words[1].allSatisfy({ $0.isDigit })
        else { return nil }
        status = words[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard status >= 100 else { return nil }
        reason = words.count > 2 ? Array(words[2].trimmingBlanks) : []
        fields = lines.compactMap { line in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
            return Field(
                name: Array(line[..<colon]), value: Array(line[(colon + 1)...].trimmingBlanks))
        }
    }

    /// The value of the first field `name`, in any case, or nil.
    public func value(of name: String) -> [UInt8]? {
        fields.first { $0.name.equalsIgnoringCase(name) }?.value
    }

    /// The schemes by which a proxy wants to be told who is there, as it names them, each once (RFC 9110, section 11.7.1).
    public var proxySchemes: [String] {
        var schemes: [String] = []
        var seen = Set<String>()
        for field in fields where field.name.equalsIgnoringCase("Proxy-Authenticate") {
            for scheme in AuthenticationSchemes.names(in: field.value)
            where seen.insert(scheme).inserted {
                schemes.append(scheme)
            }
        }
        return schemes
    }

    /// Whether a proxy has put a field of its own into it, which no server of the web has.
    public var isOfProxy: Bool {
        fields.contains { field in
            ["Proxy-Authenticate", "Proxy-Agent", "Proxy-Connection", "Proxy-Status"]
                .contains { field.name.equalsIgnoringCase($0) }
        }
    }
}
