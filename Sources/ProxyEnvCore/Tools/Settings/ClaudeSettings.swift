extension SettingsFile {
    /// The variables in claude's settings.
    static let claudeSettings = SettingsFile(
        "claudeSettings", isReadAtStart: true,
        paths: {
            $0.inHome("/.claude/settings.json") + $0.here("/.claude/settings.json")
        },
        read: { text, path, _ in ClaudeSettingsText.settings(text, path) })
}

/// The text of claude's settings.json.
private enum ClaudeSettingsText {
    /// The strings in `env`.
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let file = SourceFile(path: path, bytes: text)
        return (JSONReader.strings(in: text) ?? []).filter { leaf in
            leaf.path.count == 2 && leaf.path[0].equals("env") && VariableName.isValid(leaf.path[1])
        }.map { leaf in
            let name = String(decoding: leaf.path[1], as: UTF8.self)
            return ToolSetting(
                name: name, value: leaf.text, path: path,
                line: file.line(of: leaf.offset), key: "env.\(name)")
        }
    }
}
