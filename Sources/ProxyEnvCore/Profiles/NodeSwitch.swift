/// What lets Node read proxy variables, and the values with which it then ends at its start.
///
/// Node 22.21, 24 and newer end with UND_ERR_INVALID_ARG, ERR_INVALID_URL or ERR_PROXY_INVALID_CONFIG before they run a
/// line, whatever NO_PROXY says (Node 24.19.0, tried).
public enum NodeSwitch {
    /// The variable that may hold `--use-env-proxy` too.
    public static let options = "NODE_OPTIONS"

    /// The option that lets it.
    static let option = "--use-env-proxy"

    /// Whether every value that Node takes of what `value` gives for a name is `http://` or `https://` and a URL to Node.
    static func isFit(_ value: (String) -> [UInt8]?) -> Bool {
        taken(value).allSatisfy { _, value in
            ["http://", "https://"].contains { value.hasPrefix($0) } && !ends(with: value)
        }
    }

    /// The variable whose value ends Node at its start in `environment`, or nil if Node starts.
    public static func fatalVariable(in environment: Environment) -> String? {
        guard isOn(in: environment) else { return nil }
        return unfitVariable(in: environment)
    }

    /// The variable whose value would end Node at its start if it read variables in `environment`.
    public static func unfitVariable(in environment: Environment) -> String? {
        taken { environment[$0] }.first { ends(with: $0.value) }?.name
    }

    /// What comes of a value of the variable `name` that ends Node at its start.
    public static func warning(of name: String) -> String {
        "Node 22.21, 24 and newer do not start: they read \(name), and cannot use its value"
    }

    /// Whether the variable of its own lets Node read variables in `environment`.
    static func isOnByVariable(in environment: Environment) -> Bool {
        environment[ProxyVariables.node]?.equals("1") == true
    }

    /// Whether Node reads variables in `environment`: the last option that says so counts, and then the variable.
    public static func isOn(in environment: Environment) -> Bool {
        if let last = words(environment[options] ?? []).last(where: { setting($0) != nil }) {
            return setting(last) == true
        }
        return isOnByVariable(in: environment)
    }

    /// `text`, a value of NODE_OPTIONS, without what lets Node read variables; nil where there is nothing of that.
    static func withoutOption(_ text: [UInt8]) -> [UInt8]? {
        let words = words(text)
        let kept = words.filter { setting($0) != true }
        return kept.count == words.count ? nil : Array(kept.joined(separator: [0x20]))
    }

    // MARK: Which values

    /// The values that Node takes: the lower case before the upper, of which an empty one takes away the other.
    private static func taken(
        _ value: (String) -> [UInt8]?
    ) -> [(name: String, value: [UInt8])] {
        [ProxyVariables.https, ProxyVariables.http].compactMap { pair in
            for name in pair.names {
                if let value = value(name) { return value.isEmpty ? nil : (name, value) }
            }
            return nil
        }
    }

    /// Whether Node ends at its start with `value`.
    private static func ends(with value: [UInt8]) -> Bool {
        let text = value.drop { $0 <= 0x20 }
        let scheme = text.prefix { $0 != UInt8(ascii: ":") }
        let known = ["http", "https", "socks", "socks5"]
        guard scheme.endIndex < text.endIndex,
            known.contains(where: { scheme.equalsIgnoringCase($0) })
        else { return true }
        let rest = text[(scheme.endIndex + 1)...].drop { $0 == UInt8(ascii: "/") }.trimmingBlanks
        let authority = rest.prefix { !"/?#".utf8.contains($0) }
        let path = rest[authority.endIndex...]
        guard path.isEmpty || path.equals("/") else { return true }
        var host = authority
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            guard let user = PercentEncoding.decode(authority[..<at]),
                UTF8Reader.firstInvalidOffset(in: user) == nil
            else { return true }
            host = authority[(at + 1)...]
        }
        let isIPv6 = host.first == UInt8(ascii: "[")
        let name = host.prefix { $0 != UInt8(ascii: isIPv6 ? "]" : ":") }
        let port = host[name.endIndex...].drop { $0 == UInt8(ascii: "]") }.dropFirst()
        return name.isEmpty || port.count > 5 || !port.allSatisfy { $0.isDigit }
            || port.reduce(0) { $0 * 10 + Int($1 - 0x30) } > 65_535
    }

    // MARK: NODE_OPTIONS

    /// What `word` says of reading variables, or nil if it is another option; `_` is `-` to Node.
    private static func setting(_ word: ArraySlice<UInt8>) -> Bool? {
        let plain = word.filter { $0 != 0x22 }.map { $0 == UInt8(ascii: "_") ? 0x2D : $0 }
        if plain.equals(option) || plain.hasPrefix(option + "=") { return true }
        return plain.equals("--no-use-env-proxy") ? false : nil
    }

    /// The words of a value of NODE_OPTIONS: blanks part them outside of double quotes, in which a backslash escapes.
    private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var (words, start): ([ArraySlice<UInt8>], Int?) = ([], nil)
        var (isQuoted, isEscaped) = (false, false)
        for (index, byte) in text.enumerated() {
            if byte == 0x20, !isQuoted {
                if let begin = start { words.append(text[begin..<index]) }
                start = nil
                continue
            }
            start = start ?? index
            if isEscaped {
                isEscaped = false
            } else if byte == 0x22 {
                isQuoted.toggle()
            } else {
                isEscaped = isQuoted && byte == UInt8(ascii: "\\")
            }
        }
        if let start { words.append(text[start...]) }
        return words
    }
}
