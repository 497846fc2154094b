extension SettingsFile {
    /// The administrator's folder, where it may be.
    ///
    /// On Windows releases of 2025 took the one in ProgramData (an older page of the same documents; neither is tried, and a policy
    /// in the registry is not read).
    private static func administrators(_ places: FilePlaces) -> [String] {
        places.isWindows
            ? ["C:/Program Files/ClaudeCode", "C:/ProgramData/ClaudeCode"]
            : ["/Library/Application Support/ClaudeCode", "/etc/claude-code"]
    }

    /// The variables in claude's settings: its own file, the user's settings, the folder's, those for this machine alone, and those
    /// that the administrator has set (claude 2.1.332, tried; its documents, "Settings files").
    static let claudeSettings = SettingsFile(
        "claudeSettings", isReadAtStart: true,
        paths: { places in
            places.inFolder("CLAUDE_CONFIG_DIR", else: "", "/.claude.json")
                + places.inFolder("CLAUDE_CONFIG_DIR", else: "/.claude", "/settings.json")
                + places.here("/.claude/settings.json")
                + places.here("/.claude/settings.local.json")
                + places.first(
                    of: administrators(places).map { Array("\($0)/managed-settings.json".utf8) })
        },
        fault: { text, _ in
            let isReadable =
                text.allSatisfy { $0 <= 0x20 } || JSONReader.strings(in: text) != nil
            return isReadable
                ? nil : SettingsFault("is not JSON: nothing in it counts", .file)
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
