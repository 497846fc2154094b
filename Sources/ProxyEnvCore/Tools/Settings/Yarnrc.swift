extension SettingsFile {
    /// The file of yarn 1.
    static let yarnrc = SettingsFile(
        "yarnrc", paths: { $0.inHome("/.yarnrc") + $0.upwards("/.yarnrc") },
        read: { text, path, _ in SettingsLines.settings(in: text, path, YarnrcText.pairs) })
}

/// The text of a yarnrc.
private enum YarnrcText {
    /// `key "value"`, the quotes where they are wanted (Yarn 1.21, tried).
    static func pairs(_ line: ArraySlice<UInt8>) -> [SettingsLines.Pair] {
        guard line.first != UInt8(ascii: "#") else { return [] }
        let key = SettingsLines.unquoted(line.prefix { $0 != 0x20 })
        let rest = line.drop { $0 != 0x20 }.trimmingBlanks
        switch true {
        case key.equals("proxy"): return [("all_proxy", "proxy", SettingsLines.unquoted(rest))]
        case key.equals("https-proxy"):
            return [("https_proxy", "https-proxy", SettingsLines.unquoted(rest))]
        default: return []
        }
    }
}
