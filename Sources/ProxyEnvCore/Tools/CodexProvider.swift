extension SettingsFile {
    /// codex's settings, which name the server of its models.
    static let codexConfig = SettingsFile(
        "codexConfig",
        paths: { places in
            let folder = ToolFolder.codex
            return places.inFolder(folder.variable, else: folder.standard, "/config.toml")
        })
}

/// The server of codex's models, by its config.toml.
enum CodexProvider {
    /// The list of models at the server of the provider that the file chooses; nil where that is codex's own, or the file is wrong.
    ///
    /// A profile's `model_provider` goes before the one at the top. The tables of providers that codex brings itself count for
    /// nothing (codex's documents, "Advanced Configuration"; openai/codex issue 11698).
    static func server(in text: [UInt8]) -> [UInt8]? {
        let document = ConfigDocument(parsing: text)
        guard document.diagnostics.isEmpty else { return nil }
        func member(_ name: String, of table: Int?) -> Int? {
            table.flatMap { document.child(of: $0, named: name) }
        }
        func string(_ name: String, of table: Int?) -> String? {
            member(name, of: table).flatMap { document.string($0) }
                .map { String(decoding: $0, as: UTF8.self) }
        }
        let root = ConfigDocument.root
        let profile = string("profile", of: root).flatMap {
            member($0, of: member("profiles", of: root))
        }
        let provider = string("model_provider", of: profile) ?? string("model_provider", of: root)
        let base: String? =
            switch provider ?? "openai" {
            case "openai": string("openai_base_url", of: root)
            case "ollama": "http://localhost:11434/v1"
            case "lmstudio": "http://localhost:1234/v1"
            case let name:
                string("base_url", of: member(name, of: member("model_providers", of: root)))
            }
        return base.flatMap { ServerVariable("", .url(path: "/models")).url(in: Array($0.utf8)) }
    }
}
