/// A proxy as properties of Java's, which reads no variable for it.
///
/// The names are those of the JDK's conf/net.properties; what they do was tried with OpenJDK 17. Names and passwords of
/// users have none that a tunnel through the proxy would take.
struct JavaProperties {
    /// The properties that say something of a proxy; those of somebody else make way.
    private static let names = [
        "http.proxyHost", "http.proxyPort", "https.proxyHost", "https.proxyPort",
        "http.nonProxyHosts", "socksProxyHost", "socksProxyPort", "socksProxyVersion",
        "socksNonProxyHosts",
    ]

    /// The words that set them.
    let words: [[UInt8]]

    /// The hosts that Java reaches directly where nobody says which (OpenJDK 17, DefaultProxySelector).
    static let standardHosts = "localhost|127.*|[::1]"

    /// The variables in which a program that Java runs finds properties, besides `own`, which ends up on its command line;
    /// the last counts (OpenJDK 17, tried).
    static func variables(of own: String) -> [String] {
        ["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"] + (own == "JAVA_TOOL_OPTIONS" ? [] : [own])
            + ["_JAVA_OPTIONS"]
    }

    /// The properties that say something of a proxy in `options`; the last of two counts.
    static func values(in options: [UInt8]) -> [String: [UInt8]] {
        var values: [String: [UInt8]] = [:]
        for word in words(of: options) where isOurs(word) {
            let name = word.dropFirst(2).prefix { $0 != UInt8(ascii: "=") }
            values[String(decoding: name, as: UTF8.self)] = Array(
                word[name.endIndex...].dropFirst())
        }
        return values
    }

    /// What the properties `values` say, as the variables that mean as much, each with the property that says it.
    static func proxies(
        _ values: [String: [UInt8]]
    ) -> [(name: String, value: [UInt8], property: String)] {
        var result: [(name: String, value: [UInt8], property: String)] = []
        let kinds = [
            ("socksProxy", "all_proxy", "socks5://", "1080"),
            ("http.proxy", "http_proxy", "http://", "80"),
            ("https.proxy", "https_proxy", "http://", "443"),
        ]
        for (property, variable, scheme, port) in kinds {
            guard let host = values[property + "Host"] else { continue }
            let end = [UInt8(ascii: ":")] + (values[property + "Port"] ?? Array(port.utf8))
            // An empty host is as good as none, and leaves the other kinds their turn.
            if !host.isEmpty {
                result.append((variable, Array(scheme.utf8) + host + end, property + "Host"))
            }
        }
        if let hosts = values["http.nonProxyHosts"] {
            result.append(("no_proxy", hosts, "http.nonProxyHosts"))
        }
        return result
    }

    /// The properties for `proxies`, or those that beat the files of Java where there are none.
    init(_ proxies: Profile.Proxies?, _ noProxy: NoProxyList) {
        guard let proxies else {
            words = ["http.proxyHost", "https.proxyHost", "socksProxyHost"].map {
                Array("-D\($0)=".utf8)
            }
            return
        }
        var words: [[UInt8]] = []
        func add(_ name: String, _ value: String) { words.append(Array("-D\(name)=\(value)".utf8)) }
        let hosts = Self.hosts(noProxy)
        let socks = proxies.https.scheme.isSOCKS
        if socks {
            add("socksProxyHost", proxies.https.host)
            add("socksProxyPort", "\(proxies.https.port)")
            if proxies.https.scheme.isSOCKS4 { add("socksProxyVersion", "4") }
        } else {
            add("https.proxyHost", proxies.https.host)
            add("https.proxyPort", "\(proxies.https.port)")
        }
        if !proxies.http.scheme.isSOCKS {
            add("http.proxyHost", proxies.http.host)
            add("http.proxyPort", "\(proxies.http.port)")
        }
        add("http.nonProxyHosts", hosts)
        if socks { add("socksNonProxyHosts", hosts) }
        self.words = words
    }

    /// `options` with these properties behind the others: those of the same names are left out.
    func added(to options: [UInt8]) -> [UInt8] {
        let kept = Self.words(of: options).filter { !Self.isOurs($0) }.map { Array($0) }
        return Array((kept + words).joined(separator: [0x20]))
    }

    /// The changes that take these properties out of the variables of `baseline` besides `own`, of which some go before it.
    static func clearing(
        besides own: String, in baseline: Environment
    ) -> [EnvironmentPatch.Change] {
        variables(of: own).compactMap { name in
            guard name != own, let value = baseline[name] else { return nil }
            let words = words(of: value)
            let kept = words.filter { !isOurs($0) }.map { Array($0) }
            if kept.count == words.count { return nil }
            if kept.isEmpty { return .unset(name: name) }
            return .set(name: name, value: Array(kept.joined(separator: [0x20])))
        }
    }

    private static func isOurs(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.hasPrefix("-D") else { return false }
        let name = word.dropFirst(2).prefix { $0 != UInt8(ascii: "=") }
        return isProxy(name)
    }

    /// Whether the property `name` says something of a proxy.
    static func isProxy(_ name: ArraySlice<UInt8>) -> Bool { names.contains { name.equals($0) } }

    /// The words of `options`, apart at blanks outside of quotes, which stay.
    private static func words(of options: [UInt8]) -> [ArraySlice<UInt8>] {
        var words: [ArraySlice<UInt8>] = []
        var start: Int?
        var quote: UInt8?
        for (index, byte) in options.enumerated() {
            if quote == nil, byte == 0x20 || byte == 0x09 || byte == 0x0A {
                if let first = start { words.append(options[first..<index]) }
                start = nil
                continue
            }
            start = start ?? index
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            }
        }
        if let first = start { words.append(options[first...]) }
        return words
    }

    /// The list as Java has it: `|` between, `*` for a beginning or an end, networks of whole bytes as `10.*`.
    private static func hosts(_ noProxy: NoProxyList) -> String {
        var hosts: [String] = []
        var seen = Set<String>()
        for entry in noProxy.entries {
            guard let host = pattern(entry) else { continue }
            if seen.insert(host).inserted { hosts.append(host) }
        }
        return hosts.joined(separator: "|")
    }

    /// `entry` as Java has it, nil for what it can't say: a port, a network that ends inside a byte.
    private static func pattern(_ entry: [UInt8]) -> String? {
        let text = String(decoding: entry, as: UTF8.self)
        if text == "127.0.0.1" { return "127.*" }
        if IPAddress.isIPv4(entry) { return text }
        if IPAddress.isIPv6(entry) { return "[\(text)]" }
        if let slash = entry.firstIndex(of: UInt8(ascii: "/")) {
            guard let address = IPAddress.ipv4(Array(entry[..<slash])) else { return nil }
            let length = entry[(slash + 1)...]
            let bytes =
                length.equals("8") ? 1 : length.equals("16") ? 2 : length.equals("24") ? 3 : 0
            if bytes == 0 { return length.equals("32") ? String(text.prefix(slash)) : nil }
            return address.prefix(bytes).map { "\($0)." }.joined() + "*"
        }
        if entry.contains(UInt8(ascii: ":")) { return nil }
        return entry.first == UInt8(ascii: ".") ? "*" + text : text
    }
}
