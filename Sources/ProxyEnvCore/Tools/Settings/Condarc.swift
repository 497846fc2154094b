extension SettingsFile {
    /// conda's own file.
    static let condarc = SettingsFile(
        "condarc",
        paths: { places in
            // What conda's documents list under "Searching for .condarc".
            let names = ["/conda/.condarc", "/conda/condarc"]
            let machine =
                places.isWindows
                ? names.flatMap { places.inProgramData($0) }
                : names.map { Array("/etc\($0)".utf8) }
            let user =
                places.inUserConfig("/conda/.condarc") + places.inHome("/.conda/.condarc")
                + places.inHome("/.condarc")
            let prefix = places.named("CONDA_PREFIX") ?? []
            return machine + user + prefix.map { $0 + Array("/.condarc".utf8) }
                + (places.named("CONDARC") ?? [])
        },
        read: { CondarcText.settings($0, $1, $2) })
}

/// The text of a condarc.
private enum CondarcText {
    /// `proxy_servers` in a condarc, for a kind of targets or for one host (conda's documents, ".condarc").
    static func settings(_ text: [UInt8], _ path: String, _ target: Target?) -> [ToolSetting] {
        let leaves = YAMLText.leaves(in: text).filter { leaf in
            leaf.path.count == 2 && leaf.path[0].equals("proxy_servers")
        }
        func settings(_ kind: String, _ name: String) -> [ToolSetting] {
            let host = target.map { Array("\(kind)://".utf8) + $0.host }
            // What names the host goes before what names the kind alone.
            return [Array(kind.utf8), host].flatMap { wanted in
                leaves.filter { $0.path[1] == wanted }.map { leaf in
                    ToolSetting(
                        name: name, value: YAMLSettings.value(of: leaf), path: path,
                        line: leaf.value.line,
                        key: YAMLSettings.keyText(leaf))
                }
            }
        }
        return settings("http", "http_proxy") + settings("https", "https_proxy")
    }
}
