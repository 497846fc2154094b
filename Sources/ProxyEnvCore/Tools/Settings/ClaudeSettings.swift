extension SettingsFile {
    /// The administrator's folder, where it may be; in `managed-settings.d` the file whose name comes last counts most.
    ///
    /// On Windows releases of 2025 took the one in ProgramData (an older page of the same documents; neither is tried, and a policy
    /// in the registry is not read).
    private static func administrators(_ places: FilePlaces) -> [String] {
        places.isWindows
            ? ["C:/Program Files/ClaudeCode", "C:/ProgramData/ClaudeCode"]
            : ["/Library/Application Support/ClaudeCode", "/etc/claude-code"]
    }

    /// The variables in claude's settings: its own file, the user's settings, the folder's, those for this machine alone, and those
    /// that the administrator has set (claude 2.1.332, tried; its documents, "Settings files"); `--settings` goes before all but these.
    static let claudeSettings = SettingsFile(
        "claudeSettings", isReadAtStart: true,
        paths: { places in
            places.inFolder("CLAUDE_CONFIG_DIR", else: "", "/.claude.json")
                + places.inFolder("CLAUDE_CONFIG_DIR", else: "/.claude", "/settings.json")
                + places.here("/.claude/settings.json")
                + places.here("/.claude/settings.local.json") + places.given
                + places.first(
                    of: administrators(places).map { Array("\($0)/managed-settings.json".utf8) })
                + administrators(places).flatMap { folder in
                    let folder = Array("\(folder)/managed-settings.d/".utf8)
                    return places.names(folder.dropLast().map { $0 })
                        .filter { $0.hasSuffix(".json") && $0.first != UInt8(ascii: ".") }
                        .sorted { $0.lexicographicallyPrecedes($1) }.map { folder + $0 }
                }
        },
        option: "--settings",
        fault: { text, path in ClaudeSettingsText.fault(text, path) },
        read: { text, path, _ in ClaudeSettingsText.settings(text, path) })
}

/// The text of claude's settings.json.
private enum ClaudeSettingsText {
    /// What is wrong with the file: a key of another type than it has to be voids all of it (claude 2.1.332, tried with others).
    static func fault(_ text: [UInt8], _ path: String) -> SettingsFault? {
        if text.allSatisfy({ $0 <= 0x20 }) { return nil }
        guard let root = try? JSONReader.tree(of: text) else {
            return SettingsFault("is not JSON: nothing in it counts", .file)
        }
        guard let env = root.member("env") else { return nil }
        let file = SourceFile(path: path, bytes: text)
        guard let members = env.members else {
            return SettingsFault(
                line: file.line(of: env.offset), "`env` is no object: nothing in the file counts",
                .file)
        }
        guard let odd = members.first(where: { value($0.node) == nil }) else { return nil }
        return SettingsFault(
            line: file.line(of: odd.node.offset),
            "`env.\(DisplayText.shortened(odd.name, to: 40))` is no text: assumed that it does not count",
            .line)
    }

    /// The variables in `env`.
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let file = SourceFile(path: path, bytes: text)
        let members = (try? JSONReader.tree(of: text))?.member("env")?.members ?? []
        return members.compactMap { member in
            guard VariableName.isValid(member.name), let value = value(member.node) else {
                return nil
            }
            let name = String(decoding: member.name, as: UTF8.self)
            return ToolSetting(
                name: name, value: value, path: path, line: file.line(of: member.node.offset),
                key: "env.\(name)")
        }
    }

    /// What a member of `env` is as a variable: a number or a word is the text as it is written, as Node makes it (anthropics/claude-code
    /// issue 45494); nil for null and for what has parts.
    private static func value(_ node: JSONNode) -> [UInt8]? {
        switch node.value {
        case .string(let text): text
        case .word(let text) where !text.equals("null"): text
        case .word, .object, .array: nil
        }
    }
}
