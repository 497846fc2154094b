extension SettingsFile {
    /// The variables that systemd gives the service `unit`: its file, from the first folder that has it, and its drop-ins in all of
    /// them by their names (systemd.unit(5), "UNIT FILE LOAD PATH"); for the user's own manager where `isOfUser` says so.
    static func systemd(
        _ unit: String, isOfUser: @escaping @Sendable (Environment) -> Bool = { _ in false }
    ) -> SettingsFile {
        SettingsFile(
            "systemd \(unit)",
            paths: { places in
                if places.isWindows { return [] }
                let folders =
                    isOfUser(places.environment)
                    ? places.inUserConfig("/systemd/user")
                    : ["/etc", "/run", "/usr/local/lib", "/usr/lib"]
                        .map { Array("\($0)/systemd/system".utf8) }
                let name = Array("/\(unit)".utf8)
                var dropIns: [(name: [UInt8], path: [UInt8])] = []
                for folder in folders {
                    let folder = folder + name + Array(".d".utf8)
                    for file in places.names(folder)
                    where file.hasSuffix(".conf") && !dropIns.contains(where: { $0.name == file }) {
                        dropIns.append((file, folder + [UInt8(ascii: "/")] + file))
                    }
                }
                dropIns.sort { $0.name.lexicographicallyPrecedes($1.name) }
                return places.first(of: folders.map { $0 + name }) + dropIns.map { $0.path }
            },
            read: { text, path, _ in SystemdUnitText.settings(text, path) })
    }
}

extension ToolSetting {
    /// What holds of `settings`, which came one after the other, in the end: those that set something.
    public static func merged(_ settings: [ToolSetting]) -> [ToolSetting] {
        let start = settings.lastIndex { $0.effect == .clears }.map { $0 + 1 } ?? 0
        let removed = settings.filter { $0.effect == .removes }.map { $0.name }
        return settings[start...].filter { $0.effect == .sets && !removed.contains($0.name) }
    }
}

/// The text of a unit of systemd, or of a drop-in.
private enum SystemdUnitText {
    /// What `Environment=`, `UnsetEnvironment=` and `EnvironmentFile=` in `[Service]` do (systemd.exec(5); systemd.syntax(7)).
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        var settings: [ToolSetting] = []
        var isService = false
        var logical: [UInt8] = []
        var start = 0
        for (index, raw) in text.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            var line = raw.trimmed
            // Comments may stand within what goes over lines.
            if line.first == UInt8(ascii: "#") || line.first == UInt8(ascii: ";") { continue }
            if logical.isEmpty { start = index + 1 }
            if line.last == UInt8(ascii: "\\") {
                line = line.dropLast()
                // Behind the last line nothing follows.
                if raw.endIndex < text.endIndex {
                    logical += line + [0x20]
                    continue
                }
            }
            let whole = logical + line
            logical = []
            if whole.first == UInt8(ascii: "[") {
                isService = whole.equals("[Service]")
            } else if isService, let (key, value) = SettingsLines.pair(whole[...], "=") {
                let place = (path: path, line: start)
                settings += Self.settings(of: String(decoding: key, as: UTF8.self), value, place)
            }
        }
        return settings
    }

    private static func settings(
        of key: String, _ value: [UInt8], _ place: (path: String, line: Int)
    ) -> [ToolSetting] {
        func other(_ effect: ToolSetting.Effect, name: String, _ value: [UInt8]) -> ToolSetting {
            var setting = ToolSetting(
                name: name, value: value, path: place.path, line: place.line, key: key)
            setting.effect = effect
            return setting
        }
        switch key {
        case "Environment" where value.isEmpty: return [other(.clears, name: key, [])]
        case "Environment": return words(value).compactMap { setting($0, place.path, place.line) }
        case "UnsetEnvironment":
            // With a value it takes away that one alone, which is left to stand here.
            return words(value).filter { VariableName.isValid($0) }
                .map { other(.removes, name: String(decoding: $0, as: UTF8.self), []) }
        case "EnvironmentFile" where !value.isEmpty:
            let isOptional = value.first == UInt8(ascii: "-")
            return [other(.names, name: key, Array(value.dropFirst(isOptional ? 1 : 0)))]
        default: return []
        }
    }

    private static func setting(_ word: [UInt8], _ path: String, _ line: Int) -> ToolSetting? {
        guard let equals = word.firstIndex(of: UInt8(ascii: "=")),
            VariableName.isValid(word[..<equals])
        else { return nil }
        let name = String(decoding: word[..<equals], as: UTF8.self)
        return ToolSetting(
            name: name, value: Array(word[(equals + 1)...]), path: path, line: line, key: name)
    }

    /// The words of `text`, quotes taken away; `%%` is a `%`.
    private static func words(_ text: [UInt8]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8]?
        var quote: UInt8?
        var rest = text[...]
        while let byte = rest.popFirst() {
            switch byte {
            case _ where quote == byte: quote = nil
            case 0x22, 0x27:
                guard quote == nil, word == nil else {
                    word = (word ?? []) + [byte]
                    continue
                }
                quote = byte
                word = []
            case 0x20, 0x09:
                if quote != nil {
                    word = (word ?? []) + [byte]
                } else if let whole = word {
                    words.append(whole)
                    word = nil
                }
            case UInt8(ascii: "\\"): word = (word ?? []) + (rest.popFirst().map { [$0] } ?? [])
            case UInt8(ascii: "%"):
                if rest.first == byte { rest = rest.dropFirst() }
                word = (word ?? []) + [byte]
            default: word = (word ?? []) + [byte]
            }
        }
        if let word { words.append(word) }
        return words
    }
}
