import ProxyEnvCore

/// Files of codex's own in which something is said that codex does not hear.
struct CodexFiles {
    private let folder: [UInt8]
    private let context: Context

    /// The files of who has `environment`; nil without a home folder.
    init?(_ environment: Environment, _ context: Context) {
        self.context = context
        if let own = environment.nonEmpty("CODEX_HOME") {
            folder = own
        } else if let home = environment.nonEmpty("HOME") {
            folder = home + Array("/.codex".utf8)
        } else {
            return nil
        }
    }

    /// Adds what was found.
    func look(_ diagnosis: inout Diagnosis) {
        lookAtFeatures(&diagnosis)
        let old = folder + Array("/config.json".utf8)
        if let status = try? FileSystem.status(of: old), status.isRegular {
            let path = shown(old)
            diagnosis.add(
                Finding(
                    "codex.config-json", .warning,
                    "\(path) is not read by codex: the key belongs into auth.json, settings into config.toml",
                    fix: [
                        "Give the key that is in it to `codex login --with-api-key`, which reads one line.",
                        "mv \(FileRemedy.word(path)) \(FileRemedy.word(path + ".bak"))",
                    ]))
        }
    }

    /// A name of a feature that codex does not know counts for nothing, silently (codex issue 39237).
    private func lookAtFeatures(_ diagnosis: inout Diagnosis) {
        let path = folder + Array("/config.toml".utf8)
        guard let file = try? FileSystem.load(path, limit: 1 << 20), file.status.isRegular,
            let content = file.content
        else { return }
        let document = ConfigDocument(parsing: content)
        guard let features = document.table("features") else { return }
        for id in document.children(of: features)
        where document.key(of: id).equals("respect_system_proxies") {
            diagnosis.add(
                Finding(
                    "codex.feature",
                    "\(shown(path)) says `respect_system_proxies`, which codex does not know: the feature is called `respect_system_proxy`",
                    fix: [
                        "sed -i.bak 's/respect_system_proxies/respect_system_proxy/' \(FileRemedy.word(shown(path)))"
                    ],
                    isAside: true))
        }
    }

    private func shown(_ path: [UInt8]) -> String {
        ConfigurationFiles.displayed(path, home: context.home)
    }
}
