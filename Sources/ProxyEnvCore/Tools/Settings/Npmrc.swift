extension SettingsFile {
    /// npm's own file.
    static let npmrc = SettingsFile(
        "npmrc", references: .braces(takesFallback: false),
        paths: { places in
            // On Windows npm comes with a file that makes `%APPDATA%/npm` its prefix (npm's documents: folders; read, not tried).
            let standard =
                places.isWindows ? places.inRoaming("/npm") : places.prefix(of: "node")
            // The folder above that of the node in PATH is npm's own prefix (npm's documents: folders).
            let machine =
                NpmrcText.variable("globalconfig", in: places)
                ?? (NpmrcText.variable("prefix", in: places) ?? standard)
                .map { $0 + Array("/etc/npmrc".utf8) }
            let user =
                NpmrcText.variable("userconfig", in: places) ?? places.inHome("/.npmrc")
            return machine + user + NpmrcText.root(places)
        },
        fault: { text, _ in NpmrcText.fault(text) },
        read: { text, path, _ in NpmrcText.settings(text, path, NpmrcText.pairs) })
}

/// The text of an npmrc, and what leads npm to it.
enum NpmrcText {
    /// What npm's own variable for `key` holds, in any case.
    fileprivate static func variable(_ key: String, in places: FilePlaces) -> [[UInt8]]? {
        let wanted = "npm_config_\(key)"
        for entry in places.environment.entries {
            let name = entry.prefix { $0 != UInt8(ascii: "=") }
            guard name.equalsIgnoringCase(wanted), entry.count > name.count + 1 else {
                continue
            }
            return [Array(entry.dropFirst(name.count + 1))]
        }
        return nil
    }

    /// The root of the package in which the command is: the nearest folder with a `package.json` or `node_modules`, else the
    /// working directory (npm's documents: folders, "More Information"; npm 10.8.2, tried).
    fileprivate static func root(_ places: FilePlaces) -> [[UInt8]] {
        let marks = ["/package.json", "/node_modules"].map { Array($0.utf8) }
        let root = places.folders.first { folder in
            marks.contains { places.isThere(folder + $0) }
        }
        return root.map { [$0 + Array("/.npmrc".utf8)] } ?? places.here("/.npmrc")
    }

    /// What stands in front of the first `[section]`, whose keys are others, without a byte order mark (npm 10.8, tried).
    private static func top(of text: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = text.starts(with: mark) ? text.dropFirst(3) : text[...]
        for line in text.split(separator: 0x0A) {
            let content = line.trimmed
            if content.first == UInt8(ascii: "["), content.last == UInt8(ascii: "]") {
                return Array(text[..<line.startIndex])
            }
        }
        return Array(text)
    }

    /// The first line that names a proxy in vain: not as `key=value`, or below a `[section]` (npm 10.8, tried).
    fileprivate static func fault(_ text: [UInt8]) -> SettingsFault? {
        let top = top(of: text).count
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard let mark = line.firstOccurrence(of: Array("://".utf8)) else { continue }
            let before = line[..<mark].trimmed
            let key = before.prefix { $0 != UInt8(ascii: "=") }
            guard let first = before.first, !";#[".utf8.contains(first),
                key.firstOccurrence(of: Array("proxy".utf8)) != nil
            else { continue }
            if key.count == before.count {
                return SettingsFault(
                    line: number, "counts for nothing: it is not written as key=value", .line)
            }
            if line.startIndex >= top, !pairs(line.trimmed).isEmpty {
                return SettingsFault(
                    line: number, "counts for nothing: it stands below a [section]", .line)
            }
        }
        return nil
    }

    /// What `read` finds in the lines of a file of this form.
    static func settings(
        _ text: [UInt8], _ path: String, _ read: (ArraySlice<UInt8>) -> [SettingsLines.Pair]
    ) -> [ToolSetting] {
        joined(SettingsLines.settings(in: top(of: text), path, read))
    }

    /// `https-proxy` goes before `proxy`, for both kinds of targets (npm-registry-fetch 18).
    static func pairs(_ line: ArraySlice<UInt8>) -> [SettingsLines.Pair] {
        guard let (key, value) = SettingsLines.pair(line, "="), !";#".utf8.contains(line.first ?? 0)
        else {
            return []
        }
        let given = Self.value(value[...])
        let text = ["null", "false"].contains { given.equals($0) } ? [] : given
        switch true {
        case key.equals("https-proxy"): return [("https_proxy", "https-proxy", text)]
        case key.equals("proxy"): return [("all_proxy", "proxy", text)]
        case key.equals("noproxy"): return [("no_proxy", "noproxy", text)]
        case key.equals("noproxy[]"): return [("no_proxy", "noproxy[]", text)]
        default: return []
        }
    }

    /// `settings` with the lines that are one list put together (npm 10.8, tried).
    private static func joined(_ settings: [ToolSetting]) -> [ToolSetting] {
        let list = settings.filter { $0.key == "noproxy[]" }
        guard list.count > 1, let last = list.last else { return settings }
        let value = Array(list.map { $0.value }.joined(separator: [UInt8(ascii: ",")]))
        return settings.filter { $0.key != "noproxy[]" } + [last.with(value)]
    }

    /// What stands in quotes, or what stands before a `;` or `#` (ini 4.1, as npm 10.8 has it; tried).
    static func value(_ text: ArraySlice<UInt8>) -> [UInt8] {
        if text.first == 0x22 || text.first == 0x27 { return SettingsLines.unquoted(text) }
        return Array(text.prefix { !";#".utf8.contains($0) }.trimmingBlanks)
    }
}
