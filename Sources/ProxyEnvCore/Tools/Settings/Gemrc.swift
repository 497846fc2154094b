extension SettingsFile {
    /// The files of gem, which bundle reads too: the machine's, the user's, the older place first, and those that a variable names
    /// (RubyGems' source: config_file.rb, and Bundler's: fetcher.rb; read, not tried).
    static let gemrc = SettingsFile(
        "gemrc", isReadAtStart: true, separators: ":",
        paths: { places in
            let user = places.inOwnHome("/.gemrc") + places.inUserConfig("/gem/gemrc")
            let named = places.named("GEMRC")?.first ?? []
            return [Array("/etc/gemrc".utf8)] + places.first(of: user)
                + named.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }.map {
                    Array($0)
                }
        },
        read: { text, path, _ in GemrcText.settings(text, path) })
}

/// The text of a gemrc.
private enum GemrcText {
    /// `http_proxy` for targets of both kinds; `:no_proxy` there is none at all.
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let leaves = YAMLText.leaves(in: text).filter { leaf in
            leaf.path.count == 1 && leaf.path[0].equals("http_proxy")
        }
        return leaves.flatMap { leaf in
            let value = YAMLSettings.value(of: leaf)
            return ["http_proxy", "https_proxy"].map { name in
                ToolSetting(
                    name: name, value: value.equals(":no_proxy") ? [] : value, path: path,
                    line: leaf.value.line, key: "http_proxy")
            }
        }
    }
}
