extension SettingsFile {
    /// uv's own files: one of the machine's, the user's, and the project's, in which uv.toml goes before pyproject.toml (uv 0.13).
    static let uvTOML = SettingsFile(
        "uvTOML", isReadAtStart: true,
        paths: { places in
            if places.named("UV_NO_CONFIG") != nil { return [] }
            if let path = places.named("UV_CONFIG_FILE") { return path }
            let machine = places.machineConfig(else: "") + [Array("/etc".utf8)]
            return places.first(of: machine.map { $0 + Array("/uv/uv.toml".utf8) })
                + places.inUserConfig("/uv/uv.toml")
                + places.nearest(["/uv.toml", "/pyproject.toml"])
        },
        read: { text, path, _ in UvTOMLText.settings(text, path) })
}

/// The proxies of a uv.toml, or of `[tool.uv]` in a pyproject.toml, as uv 0.13 takes them.
private enum UvTOMLText {
    private static let keys = [("http-proxy", "http_proxy"), ("https-proxy", "https_proxy")]

    /// What the file says.
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let document = ConfigDocument(parsing: text)
        guard document.diagnostics.isEmpty else { return [] }
        let file = SourceFile(path: path, bytes: text)
        let isProject =
            path.utf8.elementsEqual("pyproject.toml".utf8) || path.hasSuffix("/pyproject.toml")
        let project = document.table("tool").flatMap { document.child(of: $0, named: "uv") }
        let table = isProject ? project : ConfigDocument.root
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
