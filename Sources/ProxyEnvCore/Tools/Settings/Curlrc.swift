extension SettingsFile {
    /// curl's own file.
    static let curlrc = SettingsFile(
        "curlrc", isReadAtStart: true, separators: " \t=:", holdsOptions: true,
        paths: { places in
            // The first that is there (curl 7.88, tried).
            let folders = ["CURL_HOME", "XDG_CONFIG_HOME"].flatMap { places.named($0) ?? [] }
            let isNamed = places.named("XDG_CONFIG_HOME") != nil
            let own =
                folders.map { $0 + Array("/.curlrc".utf8) } + places.inOwnHome("/.curlrc")
                + (places.isWindows ? places.inHome("/.curlrc") + places.inRoaming("/.curlrc") : [])
            // There a name may begin with `_` as well (curl's manual: --config; read, not tried).
            let both = own.flatMap { path in
                places.isWindows ? [path, path.dropLast(7) + Array("_curlrc".utf8)] : [path]
            }
            return places.first(
                of: both + (isNamed ? [] : places.inOwnHome("/.config/curlrc")))
        },
        read: { text, path, _ in CurlrcText.settings(text, path) })
}

/// The text of a curlrc.
private enum CurlrcText {
    /// What curl's file says; `preproxy`, which is reached first, goes before the others (curl 7.88, tried).
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let settings = SettingsLines.settings(in: text, path, pairs)
        return settings.filter { $0.key != "preproxy" } + settings.filter { $0.key == "preproxy" }
    }

    /// `key = value`, `key: value`, `key value`, `--key value`, `-x value`, `-xvalue`: `=` and `:` part nothing behind a dash,
    /// and the case of a long name does not count (curl 7.88, tried).
    private static func pairs(_ line: ArraySlice<UInt8>) -> [SettingsLines.Pair] {
        guard let first = line.first, !"#/*".utf8.contains(first) else { return [] }
        let isDashed = first == UInt8(ascii: "-")
        let separators = isDashed ? " \t" : " \t=:"
        var key = line.prefix { !separators.utf8.contains($0) }
        var value = line[key.endIndex...].drop { separators.utf8.contains($0) }
        if isDashed, key.hasPrefix("-x"), key.count > 2 {
            (value, key) = (key.dropFirst(2), key.prefix(2))
        }
        guard !value.isEmpty else { return [] }
        let text = unescaped(value)
        switch true {
        case key.equals("-x"): return SettingsLines.both("proxy", text)
        case key.equals("-U"): return [("proxy_user", "proxy-user", text)]
        default: break
        }
        if isDashed, !key.hasPrefix("--") { return [] }
        key = isDashed ? key.dropFirst(2) : key
        let name = String(decoding: key.map { $0.lowercased }, as: UTF8.self)
        switch name {
        case "proxy-user": return [("proxy_user", name, text)]
        case "proxy", "proxy1.0", "preproxy": return SettingsLines.both(name, text)
        case "noproxy": return [("no_proxy", name, text)]
        case "socks4", "socks4a", "socks5":
            return SettingsLines.both(name, Array("\(name)://".utf8) + text)
        case "socks5-hostname": return SettingsLines.both(name, Array("socks5h://".utf8) + text)
        default: return []
        }
    }

    /// A value ends at a blank, or stands in double quotes, in which a backslash escapes (curl 7.88, "Config file").
    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.first == 0x22 else { return Array(text.prefix { $0 != 0x20 && $0 != 0x09 }) }
        var value: [UInt8] = []
        var rest = text.dropFirst()
        while let byte = rest.popFirst(), byte != 0x22 {
            guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                value.append(byte)
                continue
            }
            switch escape {
            case UInt8(ascii: "t"): value.append(0x09)
            case UInt8(ascii: "n"): value.append(0x0A)
            case UInt8(ascii: "r"): value.append(0x0D)
            case UInt8(ascii: "v"): value.append(0x0B)
            default: value.append(escape)
            }
        }
        return value
    }
}
