/// macOS's settings, as `scutil --proxy` prints them.
public enum MacSettings {
    /// The words that make scutil print them.
    public static let command = ["/usr/sbin/scutil", "--proxy"]

    /// What `output` says, or nil if it is not what scutil prints.
    public static func read(_ output: [UInt8]) -> SystemSettings? {
        guard output.hasPrefix("<dictionary> {") else { return nil }
        let keys = keys(in: output)
        func value(_ name: String) -> [UInt8] { keys.first { $0.key.equals(name) }?.value ?? [] }
        var settings = SystemSettings("macOS", .manual)
        func proxy(_ kind: String, _ scheme: ProxyScheme) -> ProxyURL? {
            guard value("\(kind)Enable").equals("1") else { return nil }
            return settings.proxy("\(kind)Proxy") { () throws(ForeignValue.Problem) in
                let url = try ForeignValue.proxy(
                    host: value("\(kind)Proxy"), port: value("\(kind)Port"), scheme: scheme)
                let user = value("\(kind)User")
                if user.isEmpty { return url }
                // Its password is in the keychain, and not printed.
                return try ForeignValue.proxy(url, with: ProxyURL.Credentials(username: user))
            }
        }
        settings.kinds.http = proxy("HTTP", .http)
        settings.kinds.https = proxy("HTTPS", .http)
        settings.kinds.all = proxy("SOCKS", .socks5h)
        let exceptions = keys.filter { $0.isException }.map { $0.value }
        settings.takeNoProxy(
            Array(exceptions.joined(separator: [0x2C])), key: "ExceptionsList")
        if value("ExcludeSimpleHostnames").equals("1") {
            settings.remarks.append(
                "`ExcludeSimpleHostnames` of macOS is passed over: NO_PROXY cannot say it")
        }
        let script = value("ProxyAutoConfigURLString")
        let isAutomatic =
            value("ProxyAutoConfigEnable").equals("1")
            || value("ProxyAutoDiscoveryEnable").equals("1")
        if isAutomatic, settings.kinds.isEmpty {
            settings.mode = .automatic(script: script)
        } else if isAutomatic {
            settings.remarkScript(script)
        }
        if settings.kinds.isEmpty, settings.mode == .manual,
            !["HTTP", "HTTPS", "SOCKS"].contains(where: { value("\($0)Enable").equals("1") })
        {
            settings.mode = .direct
        }
        return settings
    }

    /// A line of the outermost dictionary, or of its list of exceptions.
    private struct Key {
        let key: ArraySlice<UInt8>
        let value: [UInt8]
        let isException: Bool
    }

    /// `key : value`; what is nested deeper is about single interfaces.
    private static func keys(in output: [UInt8]) -> [Key] {
        var keys: [Key] = []
        var open: [ArraySlice<UInt8>] = []
        for line in output.split(separator: 0x0A) {
            let line = line.trimmingBlanks
            if line.equals("}") {
                _ = open.popLast()
                continue
            }
            let end = line.firstIndex(of: 0x20) ?? line.endIndex
            let key = line[..<end]
            if line.last == UInt8(ascii: "{") {
                open.append(key)
                continue
            }
            let value = line[end...].drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }
            let isException = open.count == 2 && open[1].equals("ExceptionsList")
            if open.count == 1 || isException {
                keys.append(Key(key: key, value: Array(value), isException: isException))
            }
        }
        return keys
    }
}
