extension SettingsFile {
    /// pip's own files, `[global]` in them.
    static let pipConf = pip("pipConf", hasSite: true, ["global"])

    /// What the same files say for a command alone: it goes before `[global]` of any of them (pip 23.2.1, tried).
    static let pipConfOfCommands = pip("pipConfOfCommands", hasSite: true, ["install", "download"])

    /// The same two for the pip that pipx has in a folder of its own.
    static let pipConfsOfPipx = [
        pip("pipConfOfPipx", hasSite: false, ["global"]),
        pip("pipConfOfCommandsOfPipx", hasSite: false, ["install", "download"]),
    ]

    private static func pip(_ name: String, hasSite: Bool, _ sections: [String]) -> SettingsFile {
        SettingsFile(
            name, isReadAtStart: true,
            paths: { PipConfText.paths($0, hasSite: hasSite) },
            fault: { text, _ in PipConfForm.fault(text) },
            read: { text, path, _ in PipConfText.settings(text, path, of: sections) })
    }
}

/// The text of a pip.conf.
private enum PipConfText {
    /// The files, the one that counts last; without `hasSite` without that of the interpreter's folder.
    static func paths(_ places: FilePlaces, hasSite: Bool) -> [[UInt8]] {
        let named = places.named("PIP_CONFIG_FILE") ?? []
        // What is there besides counts too, but not if it names no file on purpose (pip 23.2, tried).
        if named.first?.equals("/dev/null") == true { return [] }
        if places.isWindows { return pathsOnWindows(places, named, hasSite: hasSite) }
        let machine = places.machineConfig(else: "/etc/xdg").map {
            $0 + Array("/pip/pip.conf".utf8)
        }
        // A file that is named takes the place of the user's own, and goes before that of the interpreter's folder, which is
        // a virtual environment's only if pip is its pip (pip's documents: configuration; pip 23.2, tried).
        let user =
            named.contains(where: places.isThere)
            ? [] : places.inHome("/.pip/pip.conf") + places.inUserConfig("/pip/pip.conf")
        let activated = places.named("VIRTUAL_ENV")?.filter {
            places.isThere($0 + Array("/bin/pip".utf8))
        }
        let prefix = activated?.isEmpty == false ? activated : places.prefix(of: "pip")
        return machine + [Array("/etc/pip.conf".utf8)] + user
            + (hasSite ? prefix ?? [] : []).map { $0 + Array("/pip.conf".utf8) } + named
    }

    /// The same on Windows, where the file is called `pip.ini`: the machine's, the user's, the older one first, and that of the
    /// interpreter's folder (pip's documents: configuration; read, not tried).
    private static func pathsOnWindows(
        _ places: FilePlaces, _ named: [[UInt8]], hasSite: Bool
    ) -> [[UInt8]] {
        if named.first?.equalsIgnoringCase("nul") == true { return [] }
        let user =
            named.contains(where: places.isThere)
            ? [] : places.inHome("/pip/pip.ini") + places.inRoaming("/pip/pip.ini")
        let activated = places.named("VIRTUAL_ENV")?.filter {
            places.isThere($0 + Array("/Scripts/pip.exe".utf8))
        }
        let prefix = activated?.isEmpty == false ? activated : places.prefix(of: "pip")
        return places.inProgramData("/pip/pip.ini") + user
            + (hasSite ? prefix ?? [] : []).map { $0 + Array("/pip.ini".utf8) } + named
    }

    /// `proxy` in `sections`, the last of which counts most.
    ///
    /// `--proxy` and any case mean the same, `:` parts too, an empty value is none, and a line that is indented more continues the
    /// one before. What stands in `[DEFAULT]` stands in each section of the file that has none of its own (pip 23.2, tried).
    static func settings(
        _ text: [UInt8], _ path: String, of sections: [String]
    ) -> [ToolSetting] {
        var seen: [String] = []
        var found: [(section: String, setting: ToolSetting)] = []
        var section = ""
        var option: (indent: Int, isWanted: Bool)?
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let content = line.trimmed
            guard let first = content.first, !";#".utf8.contains(first) else { continue }
            let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
            if let known = option, indent > known.indent {
                if known.isWanted, !found.isEmpty {
                    found[found.count - 1].setting.value.append(0x0A)
                    found[found.count - 1].setting.value += content
                }
                continue
            }
            if first == UInt8(ascii: "["), let end = content.lastIndex(of: UInt8(ascii: "]")) {
                let name = content[(content.startIndex + 1)..<end]
                section = (sections + ["DEFAULT"]).first { name.equals($0) } ?? ""
                option = nil
                if !seen.contains(section) { seen.append(section) }
                continue
            }
            let mark = content.firstIndex { "=:".utf8.contains($0) } ?? content.endIndex
            var key = content[..<mark].trimmed.map { $0.lowercased }[...]
            if key.hasPrefix("--") { key = key.dropFirst(2) }
            let isWanted = key.equals("proxy") && mark < content.endIndex && !section.isEmpty
            option = (indent, isWanted)
            guard isWanted else { continue }
            found.append(
                (
                    section: section,
                    setting: ToolSetting(
                        name: "proxy", value: Array(content[(mark + 1)...].trimmed), path: path,
                        line: number, key: "proxy")
                ))
        }
        return sections.filter { seen.contains($0) }.flatMap { name in
            let setting =
                found.last { $0.section == name } ?? found.last { $0.section == "DEFAULT" }
            return setting.map { pair($0.setting) } ?? []
        }
    }

    /// What `setting` says of targets of both kinds; an empty value is none.
    private static func pair(_ setting: ToolSetting) -> [ToolSetting] {
        if setting.value.isEmpty { return [] }
        return ["http_proxy", "https_proxy"].map { name in
            ToolSetting(
                name: name, value: setting.value, path: setting.path, line: setting.line,
                key: "proxy")
        }
    }
}
