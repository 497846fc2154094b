/// KDE's settings, as the file `kioslaverc` holds them.
public enum KDESettings {
    /// What the file says, or nil if it says nothing of proxies.
    public static func read(_ text: [UInt8]) -> SystemSettings? {
        let keys = keys(in: text)
        func value(_ name: String) -> [UInt8] { keys.last { $0.key.equals(name) }?.value ?? [] }
        let type = value("ProxyType")
        if keys.isEmpty { return nil }
        // The kinds of KProtocolManager::ProxyType.
        switch type {
        case _ where type.equals("1"): break
        case _ where type.equals("2"):
            return SystemSettings("KDE", .automatic(script: value("Proxy Config Script")))
        case _ where type.equals("3"): return SystemSettings("KDE", .automatic(script: []))
        case _ where type.equals("4"): return SystemSettings("KDE", .environment)
        default: return SystemSettings("KDE", .direct)
        }
        var settings = SystemSettings("KDE", .manual)
        settings.kinds.http = proxy("httpProxy", value("httpProxy"), .http, &settings)
        settings.kinds.https = proxy("httpsProxy", value("httpsProxy"), .http, &settings)
        settings.kinds.all = proxy("socksProxy", value("socksProxy"), .socks5h, &settings)
        if value("ReversedException").equalsIgnoringCase("true") {
            settings.remarks.append(
                "`NoProxyFor` of KDE is passed over: it names the hosts that do take the proxy")
        } else {
            settings.takeNoProxy(value("NoProxyFor"), key: "NoProxyFor")
        }
        settings.settle()
        return settings
    }

    /// `http://127.0.0.1 7890`, with a blank or a colon in front of the port.
    private static func proxy(
        _ key: String, _ value: [UInt8], _ scheme: ProxyScheme, _ settings: inout SystemSettings
    ) -> ProxyURL? {
        let words = value.pieces { $0 == 0x20 }
        guard let first = words.first else { return nil }
        return settings.proxy(key) { () throws(ForeignValue.Problem) in
            words.count == 2
                ? try ForeignValue.proxy(
                    host: Array(first.last == UInt8(ascii: "/") ? first.dropLast() : first),
                    port: Array(words[1]), scheme: scheme)
                : try ForeignValue.proxy(value, scheme: scheme)
        }
    }

    /// The keys in `[Proxy Settings]`, without what stands in brackets behind them.
    private static func keys(in text: [UInt8]) -> [(key: ArraySlice<UInt8>, value: [UInt8])] {
        var keys: [(key: ArraySlice<UInt8>, value: [UInt8])] = []
        var isWanted = false
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = line.trimmingBlanks
            if line.first == UInt8(ascii: "[") {
                // `[$i]` behind a name, or alone in front of all, forbids changes.
                let name = line.prefix { $0 != UInt8(ascii: "]") }
                let rest = line[name.endIndex...].dropFirst()
                if name.hasPrefix("[$") { continue }
                isWanted =
                    name.equals("[Proxy Settings") && (rest.isEmpty || rest.hasPrefix("[$"))
            } else if isWanted, line.first != UInt8(ascii: "#"),
                let equals = line.firstIndex(of: UInt8(ascii: "="))
            {
                let key = line[..<equals].prefix { $0 != UInt8(ascii: "[") }.trimmingBlanks
                keys.append((key, unescaped(line[(equals + 1)...].trimmingBlanks)))
            }
        }
        return keys
    }

    /// `\s` is a blank, and any other character stands for itself (KConfig's files).
    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let next = rest.popFirst() {
                result.append(next == UInt8(ascii: "s") ? 0x20 : next)
            } else {
                result.append(byte)
            }
        }
        return result
    }
}
