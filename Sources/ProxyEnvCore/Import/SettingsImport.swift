/// What the keys of npm's, pip's and curl's own files say of proxies.
public enum SettingsImport {
    /// What `settings` say, the one that counts last.
    ///
    /// - Parameters:
    ///   - settings: The keys, as ``SettingsFile`` names them.
    ///   - program: Whose they are.
    ///   - port: The program's port for a proxy that names none, or nil if it has none.
    /// - Returns: One profile at most.
    public static func findings(
        in settings: [ToolSetting], of program: String, port: UInt16? = nil
    ) -> ImportFindings {
        var findings = ImportFindings()
        var settings = settings
        // curl goes there first, and from there to the proxy that the password is for.
        if let first = settings.last(where: { $0.key == "preproxy" }),
            settings.contains(where: { $0.name == "https_proxy" && $0.key != "preproxy" })
        {
            settings.removeAll { $0.key == "preproxy" }
            findings.remarks.append(
                "\(first.path):\(first.line) (preproxy) is passed over: a profile has no proxy in front of its proxy"
            )
        }
        var seen: [String] = []
        var origins: [String] = []
        let user = settings.last { $0.name == "proxy_user" }.map { PastedURL($0.value + [0x40]) }
        func read(_ name: String) -> ProxyURL? {
            guard let setting = settings.last(where: { $0.name == name }) else { return nil }
            let origin = "\(setting.path):\(setting.line) (\(setting.key))"
            // One key may stand for two kinds.
            let isNew = !seen.contains(origin)
            seen.append(origin)
            if setting.value.isEmpty { return nil }
            if hasPlaceholder(setting.value) {
                if isNew {
                    findings.remarks.append(
                        "\(origin) is passed over: only \(program) can fill in its `${…}`")
                }
                return nil
            }
            let before = findings.remarks
            // pip's may stand on the line below its key.
            let value = setting.value.drop { $0 == 0x0A }
            var url = findings.proxy(value, from: origin, port: port)
            if let plain = url, plain.credentials == nil, let username = user?.username {
                url = findings.proxy(
                    plain, with: .init(username: username, password: user?.password), from: origin)
            }
            if !isNew {
                findings.remarks = before
            } else if url != nil {
                origins.append(origin)
            }
            return url
        }
        let kinds = ProxyKinds(
            http: read("http_proxy"), https: read("https_proxy"), all: read("all_proxy"))
        if kinds.isEmpty { return findings }
        var noProxy: [[UInt8]] = []
        if let hosts = settings.last(where: { $0.name == "no_proxy" }) {
            findings.addNoProxy(hosts.value, from: "\(hosts.path):\(hosts.line)", to: &noProxy)
        }
        var paths: [String] = []
        for setting in settings where !paths.contains(setting.path) { paths.append(setting.path) }
        findings.proposals = [
            Proposal(
                kinds: kinds, noProxy: noProxy,
                description: "from \(program)'s \(paths.joined(separator: ", "))",
                origin: origins.joined(separator: ", "))
        ]
        return findings
    }

    private static func hasPlaceholder(_ value: [UInt8]) -> Bool {
        value.indices.contains { value[$0...].hasPrefix("${") }
    }
}
