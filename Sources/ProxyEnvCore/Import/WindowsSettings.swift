/// Windows' settings: the values of its registry, or what `reg query` prints of the key `Internet Settings`.
public enum WindowsSettings {
    /// The key, in the part of the registry that is the user's.
    public static let key = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings"

    /// The words behind the program's name that make `reg.exe` print them.
    public static let arguments = ["query", "HKCU\\" + key]

    /// What `output` says, which Linux in Windows has asked for, or nil if it is not what reg prints.
    public static func read(_ output: [UInt8]) -> SystemSettings? {
        let values = values(in: output)
        if values.isEmpty { return nil }
        var settings = settings(values)
        if settings.mode == .manual, settings.kinds.main?.isLoopback == true {
            settings.remarks.append(
                "127.0.0.1 is Windows' own: where WSL has another, the host is `{wsl-host}`")
        }
        return settings
    }

    /// What the registry says.
    ///
    /// - Parameters:
    ///   - entries: The values of the key, as `NAME=VALUE`, numbers in decimal; none where there is no such key.
    ///   - services: What WinHTTP is set to, or nil where that is not known.
    /// - Returns: The settings, by which there is no proxy where nothing is set.
    public static func read(entries: [[UInt8]], services: WinHTTPSettings?) -> SystemSettings {
        var settings = settings(
            entries.compactMap { entry in
                entry.firstIndex(of: UInt8(ascii: "=")).map {
                    (entry[..<$0], Array(entry[($0 + 1)...]))
                }
            })
        if let remark = services?.remark { settings.remarks.append(remark) }
        return settings
    }

    private static func settings(
        _ values: [(name: ArraySlice<UInt8>, value: [UInt8])]
    ) -> SystemSettings {
        func value(_ name: String) -> [UInt8] {
            values.last { $0.name.equalsIgnoringCase(name) }?.value ?? []
        }
        let script = value("AutoConfigURL")
        let switched = value("ProxyEnable")
        let isOn = !switched.isEmpty && !["0x0", "0"].contains { switched.equals($0) }
        let server = value("ProxyServer")
        guard isOn, !server.isEmpty else {
            return SystemSettings("Windows", script.isEmpty ? .direct : .automatic(script: script))
        }
        var settings = SystemSettings("Windows", .manual)
        take(server, &settings)
        settings.takeNoProxy(value("ProxyOverride"), key: "ProxyOverride")
        if !script.isEmpty { settings.remarkScript(script) }
        return settings
    }

    /// `h:1` for all, or `http=h:1;https=h:2;socks=h:3`.
    private static func take(_ server: [UInt8], _ settings: inout SystemSettings) {
        for piece in server.pieces(separatedBy: { $0 == UInt8(ascii: ";") || $0 == 0x20 }) {
            let equals = piece.firstIndex(of: UInt8(ascii: "="))
            let kind = equals.map { piece[..<$0] } ?? []
            let text = equals.map { piece[($0 + 1)...] } ?? piece
            let isSocks = kind.equalsIgnoringCase("socks")
            if kind.equalsIgnoringCase("ftp") || text.isEmpty { continue }
            let url = settings.proxy("ProxyServer") { () throws(ForeignValue.Problem) in
                try ForeignValue.proxy(text, scheme: isSocks ? .socks5h : .http)
            }
            if isSocks || equals == nil {
                settings.kinds.all = url
            } else if kind.equalsIgnoringCase("http") {
                settings.kinds.http = url
            } else if kind.equalsIgnoringCase("https") {
                settings.kinds.https = url
            }
        }
    }

    /// `    NAME    TYPE    VALUE`.
    private static func values(in output: [UInt8]) -> [(name: ArraySlice<UInt8>, value: [UInt8])] {
        var values: [(name: ArraySlice<UInt8>, value: [UInt8])] = []
        for line in output.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let words = line.pieces { $0 == 0x20 || $0 == 0x09 }
            guard words.count > 1, words[1].hasPrefix("REG_") else { continue }
            values.append((words[0], Array(line[words[1].endIndex...].trimmingBlanks)))
        }
        return values
    }
}
