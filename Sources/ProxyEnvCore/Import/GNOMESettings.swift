/// GNOME's settings, as `gsettings list-recursively org.gnome.system.proxy` prints them.
public enum GNOMESettings {
    /// The words that make gsettings print them.
    public static let command = ["gsettings", "list-recursively", "org.gnome.system.proxy"]

    /// What `output` says, or nil if it is not what gsettings prints.
    public static func read(_ output: [UInt8]) -> SystemSettings? {
        guard let mode = string("mode", in: output) else { return nil }
        switch mode {
        case _ where mode.equals("manual"): return manual(output)
        case _ where mode.equals("auto"):
            let script = string("autoconfig-url", in: output) ?? []
            return SystemSettings("GNOME", .automatic(script: script))
        default: return SystemSettings("GNOME", .direct)
        }
    }

    /// GLib takes the SOCKS proxy for every kind without one, and then the one for HTTP (glib-networking, GProxyResolverGnome).
    private static func manual(_ output: [UInt8]) -> SystemSettings {
        var settings = SystemSettings("GNOME", .manual)
        settings.kinds.http = proxy("http", .http, output, &settings)
        settings.kinds.https = proxy("https", .http, output, &settings)
        settings.kinds.all = proxy("socks", .socks5h, output, &settings)
        if value("http use-authentication", in: output)?.equals("true") == true {
            let credentials = ProxyURL.Credentials(
                username: string("http authentication-user", in: output) ?? [],
                password: string("http authentication-password", in: output))
            let isSame = settings.kinds.https?.endpoint == settings.kinds.http?.endpoint
            settings.kinds.http = settings.kinds.http.flatMap { url in
                settings.proxy("http authentication-user") { () throws(ForeignValue.Problem) in
                    try ForeignValue.proxy(url, with: credentials)
                }
            }
            // The same proxy wants the same of who comes for https.
            if isSame { settings.kinds.https = settings.kinds.http }
        }
        let hosts = value("ignore-hosts", in: output).flatMap { GVariantText.strings($0) } ?? []
        settings.takeNoProxy(Array(hosts.joined(separator: [0x2C])), key: "ignore-hosts")
        settings.settle()
        return settings
    }

    private static func proxy(
        _ kind: String, _ scheme: ProxyScheme, _ output: [UInt8], _ settings: inout SystemSettings
    ) -> ProxyURL? {
        guard let host = string("\(kind) host", in: output), !host.isEmpty else { return nil }
        let port = value("\(kind) port", in: output) ?? []
        return settings.proxy("\(kind) host") { () throws(ForeignValue.Problem) in
            try ForeignValue.proxy(host: host, port: port, scheme: scheme)
        }
    }

    private static func string(_ key: String, in output: [UInt8]) -> [UInt8]? {
        value(key, in: output).flatMap { GVariantText.string($0) }
    }

    /// What follows `key`, which may begin with the name of a part: `http host`.
    private static func value(_ key: String, in output: [UInt8]) -> [UInt8]? {
        let isOfPart = key.utf8.contains(0x20)
        let start = "org.gnome.system.proxy" + (isOfPart ? "." : " ") + key + " "
        for line in output.split(separator: 0x0A) where line.hasPrefix(start) {
            return Array(line.dropFirst(start.utf8.count).trimmingBlanks)
        }
        return nil
    }
}
