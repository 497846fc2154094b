extension SettingsFile {
    /// wget's own file.
    static let wgetrc = SettingsFile(
        "wgetrc", isReadAtStart: true,
        paths: {
            // On Windows there is no file for the machine.
            ($0.isWindows ? [] : [Array("/etc/wgetrc".utf8)])
                + ($0.named("WGETRC") ?? $0.inOwnHome("/.wgetrc"))
        },
        read: { text, path, _ in WgetrcText.settings(text, path) })
}

/// The text of a wgetrc.
private enum WgetrcText {
    /// What wget's file says; `use_proxy` goes before the other keys wherever it stands, and a word for it that is none of
    /// wget's ends wget (Wget 1.21, tried).
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let settings = SettingsLines.settings(in: text, path, pairs)
        let switches = settings.filter { $0.key == "use_proxy" }
        let words = ["on", "yes", "1"]
        let isOn = switches.last.map { last in words.contains { last.value.equalsIgnoringCase($0) }
        }
        let last = isOn == false ? switches.suffix(2) : []
        return settings.filter { $0.key != "use_proxy" }
            + last.map { setting in
                let isOff = ["off", "no", "0"].contains { setting.value.equalsIgnoringCase($0) }
                return isOff ? setting.with([]) : setting
            }
    }

    /// `key = value`; case, `-` and `_` in a key do not count (GNU Wget manual, "Wgetrc Syntax").
    private static func pairs(_ line: ArraySlice<UInt8>) -> [SettingsLines.Pair] {
        guard let (key, value) = SettingsLines.pair(line, "="), line.first != UInt8(ascii: "#")
        else { return [] }
        let name = key.filter { $0 != 0x2D && $0 != 0x5F }.map { $0.lowercased }
        switch true {
        case name.equals("httpproxy"): return [("http_proxy", "http_proxy", value)]
        case name.equals("httpsproxy"): return [("https_proxy", "https_proxy", value)]
        case name.equals("noproxy"): return [("no_proxy", "no_proxy", value)]
        case name.equals("useproxy"): return SettingsLines.both("use_proxy", value)
        default: return []
        }
    }
}
