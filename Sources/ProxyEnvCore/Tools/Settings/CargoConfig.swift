extension SettingsFile {
    /// cargo's own file; cargo asks git where it has nothing of its own.
    static let cargoConfig = SettingsFile(
        "cargoConfig", program: .gitOfUser,
        paths: { places in
            (places.inFolder("CARGO_HOME", else: "/.cargo", "") + places.upwards("/.cargo"))
                .flatMap { folder in
                    // The name without an ending goes before the other (cargo 1.95, tried).
                    places.first(
                        of: ["/config", "/config.toml"].map { folder + Array($0.utf8) })
                }
        },
        fault: { CargoConfigText.fault($0, $1) },
        read: { text, path, _ in CargoConfigText.settings(text, path) })
}

/// The text of cargo's config.toml.
private enum CargoConfigText {
    /// What ends cargo: no TOML, or a proxy that is no string (cargo 1.97, tried).
    static func fault(_ text: [UInt8], _ path: String) -> SettingsFault? {
        let document = ConfigDocument(parsing: text)
        let file = SourceFile(path: path, bytes: text)
        if let fault = SettingsFault.ofTOML(document, file, .tool) { return fault }
        guard let table = document.table("http"),
            let proxy = document.child(of: table, named: "proxy"), document.string(proxy) == nil
        else { return nil }
        let line = file.line(of: document[proxy].valueRange.lowerBound)
        return SettingsFault(line: line, "http.proxy is no string", .tool)
    }

    /// `http.proxy`.
    static func settings(_ text: [UInt8], _ path: String) -> [ToolSetting] {
        let document = ConfigDocument(parsing: text)
        guard document.diagnostics.isEmpty, let table = document.table("http"),
            let proxy = document.child(of: table, named: "proxy"),
            let value = document.string(proxy)
        else { return [] }
        let file = SourceFile(path: path, bytes: text)
        let line = file.line(of: document[proxy].valueRange.lowerBound)
        return ["http_proxy", "https_proxy"].map {
            ToolSetting(name: $0, value: value, path: path, line: line, key: "http.proxy")
        }
    }
}
