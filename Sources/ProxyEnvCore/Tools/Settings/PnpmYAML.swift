extension SettingsFile {
    /// pnpm's own files in YAML.
    static let pnpmYAML = SettingsFile(
        "pnpmYAML", references: .braces(takesFallback: true), isReadAtStart: true,
        paths: {
            PnpmFolder.path("/config.yaml", $0) + $0.nearest(["/pnpm-workspace.yaml"])
        },
        read: { text, path, _ in PnpmYAMLText.settings(text, path) })
}

/// The text of a pnpm-workspace.yaml or a config.yaml.
private enum PnpmYAMLText {
    /// `httpsProxy`, `httpProxy`, `proxy` and `noProxy` in pnpm's pnpm-workspace.yaml or config.yaml (pnpm 11, "Network Settings").
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let names = [
            ("httpsProxy", "https_proxy"), ("httpProxy", "http_proxy"), ("proxy", "all_proxy"),
            ("noProxy", "no_proxy"),
        ]
        return YAMLText.leaves(in: text).compactMap { leaf in
            guard leaf.path.count == 1, let key = leaf.path.last,
                let name = names.first(where: { key.equals($0.0) })
            else { return nil }
            var value = YAMLSettings.value(of: leaf)
            if value.equals("null") || value.equals("false") { value = [] }
            return ToolSetting(
                name: name.1, value: value, path: path, line: leaf.value.line, key: name.0)
        }
    }
}
