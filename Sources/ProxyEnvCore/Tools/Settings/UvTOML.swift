extension SettingsFile {
    /// uv's own files: one of the machine's, the user's, and the project's, in which uv.toml goes before pyproject.toml (uv 0.13).
    static let uvTOML = SettingsFile(
        "uvTOML", isReadAtStart: true,
        paths: { places in
            if places.named("UV_NO_CONFIG") != nil { return [] }
            if let path = places.named("UV_CONFIG_FILE") { return path }
            let near = places.nearest(["/uv.toml", "/pyproject.toml"]) { path in
                places.content(path).map { UvTOMLText.counts($0, path) } ?? true
            }
            // No variable of other systems counts on Windows (uv's documents: storage; read, not tried).
            if places.isWindows {
                return places.inProgramData("/uv/uv.toml") + places.inRoaming("/uv/uv.toml") + near
            }
            let machine = places.machineConfig(else: "") + [Array("/etc".utf8)]
            return places.first(of: machine.map { $0 + Array("/uv/uv.toml".utf8) })
                + places.inUserConfig("/uv/uv.toml") + near
        },
        fault: { UvTOMLText.fault($0, $1) },
        read: { text, path, _ in UvTOMLText.settings(text, path) })
}

/// The proxies of a uv.toml, or of `[tool.uv]` in a pyproject.toml, as uv 0.13 takes them.
private enum UvTOMLText {
    private static let keys = [("http-proxy", "http_proxy"), ("https-proxy", "https_proxy")]

    /// What ends uv in a uv.toml, and makes it pass over a pyproject.toml: no TOML, or a proxy that is no string (uv 0.13.9, tried).
    static func fault(_ text: [UInt8], _ path: String) -> SettingsFault? {
        let document = ConfigDocument(parsing: text)
        let file = SourceFile(path: path, bytes: text)
        let reach: SettingsFault.Reach = isProject(path) ? .file : .tool
        if let fault = SettingsFault.ofTOML(document, file, reach) { return fault }
        guard let table = table(of: document, path) else { return nil }
        for (key, _) in keys {
            guard let id = document.child(of: table, named: key), document.string(id) == nil else {
                continue
            }
            let words =
                reach == .tool ? "\(key) is no string" : "is no string: nothing in the file counts"
            return SettingsFault(
                line: file.line(of: document[id].valueRange.lowerBound), words, reach)
        }
        return strange(document, table, file, isProject: reach == .file)
    }

    /// A key that uv does not know and that was meant for a proxy, or `[tool.uv]` in a file of uv's own.
    ///
    /// At both it ends (uv 0.13.9, tried). Of other keys newer versions may know more.
    private static func strange(
        _ document: ConfigDocument, _ table: ConfigDocument.NodeID, _ file: SourceFile,
        isProject: Bool
    ) -> SettingsFault? {
        let known = keys.map { $0.0 } + ["no-proxy"]
        for id in document.children(of: table) {
            let key = document.key(of: id)
            if known.contains(where: { key.equals($0) }) { continue }
            let isMeant = key.firstOccurrence(of: Array("proxy".utf8)) != nil
            guard isMeant || !isProject && key.equals("tool") else { continue }
            let name = DisplayText.shortened(key)
            return SettingsFault(
                line: file.line(of: document[id].keyRange.lowerBound),
                isProject
                    ? "\(name) is no key of uv's: nothing in the file counts"
                    : "\(name) is no key of uv's", isProject ? .file : .tool)
        }
        return nil
    }

    /// Whether uv looks no further up for another file: a pyproject.toml that is broken or has nothing for uv ends no search (uv
    /// 0.13.9, tried).
    static func counts(_ text: [UInt8], _ path: [UInt8]) -> Bool {
        let path = String(decoding: path, as: UTF8.self)
        guard isProject(path) else { return true }
        return table(of: ConfigDocument(parsing: text), path) != nil && fault(text, path) == nil
    }

    private static func isProject(_ path: String) -> Bool {
        path.utf8.elementsEqual("pyproject.toml".utf8) || path.hasSuffix("/pyproject.toml")
    }

    /// The table in which the file at `path` has uv's keys.
    private static func table(
        of document: ConfigDocument, _ path: String
    ) -> ConfigDocument.NodeID? {
        guard isProject(path) else { return ConfigDocument.root }
        return document.table("tool").flatMap { document.child(of: $0, named: "uv") }
    }

    /// What the file says.
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let document = ConfigDocument(parsing: text)
        guard document.diagnostics.isEmpty else { return [] }
        let file = SourceFile(path: path, bytes: text)
        let isProject = isProject(path)
        let table = table(of: document, path)
        func node(_ key: String) -> ConfigDocument.NodeID? {
            table.flatMap { document.child(of: $0, named: key) }
        }
        func setting(_ name: String, _ key: String, _ id: ConfigDocument.NodeID, _ value: [UInt8])
            -> ToolSetting
        {
            ToolSetting(
                name: name, value: value, path: path,
                line: file.line(of: document[id].valueRange.lowerBound),
                key: isProject ? "tool.uv.\(key)" : key)
        }
        var settings: [ToolSetting] = []
        for (key, name) in keys {
            guard let id = node(key), let value = document.string(id) else { continue }
            settings.append(setting(name, key, id, value))
        }
        if let id = node("no-proxy") {
            let hosts = document.children(of: id).compactMap { document.string($0) }
            let list = Array(hosts.joined(separator: [UInt8(ascii: ",")]))
            settings.append(setting("no_proxy", "no-proxy", id, list))
        }
        return settings
    }
}
