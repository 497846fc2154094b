extension SettingsFile {
    /// Maven's own files: that of its installation, and the user's, which goes before it, or those that the project's folder puts in
    /// their place (Maven's documents: "Settings Reference"; Maven 3.8.7, tried).
    static let mavenSettings = SettingsFile(
        "mavenSettings", isReadAtStart: true,
        paths: { places in
            (MavenFolder.settingsFile(places, isGlobal: true)
                ?? places.prefix(of: "mvn").map { $0 + Array("/conf/settings.xml".utf8) })
                + (MavenFolder.settingsFile(places, isGlobal: false)
                    ?? places.inHome("/.m2/settings.xml"))
        },
        read: { MavenSettingsText.settings($0, $1, $2) })
}

/// The proxies of Maven's settings.xml, as Maven 3.8 takes them.
private enum MavenSettingsText {
    /// A `proxy` of the file.
    private struct Entry {
        var line = 1
        var values: [String: [UInt8]] = [:]

        /// The value of `name` where it is not empty.
        func value(_ name: String) -> [UInt8]? {
            values[name].flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// What the file says for `target`: the first active proxy of its kind, or of `http` for `https://` targets.
    ///
    /// A proxy whose `nonProxyHosts` exempt the target counts for nothing, and properties of Java's have their turn.
    static func settings(_ text: [UInt8], _ path: String, _ target: Target?) -> [ToolSetting] {
        let entries = entries(in: text).filter { $0.value("active")?.equals("false") != true }
        func entry(_ kind: String) -> Entry? {
            entries.first { ($0.value("protocol") ?? Array("http".utf8)).equalsIgnoringCase(kind) }
        }
        let plain = entry("http")
        return [("http_proxy", plain), ("https_proxy", entry("https") ?? plain)].compactMap {
            name, entry in
            guard let entry, let host = entry.value("host"), !exempts(entry, target) else {
                return nil
            }
            let port = entry.value("port") ?? Array("8080".utf8)
            return ToolSetting(
                name: name, value: Array("http://".utf8) + host + [UInt8(ascii: ":")] + port,
                path: path, line: entry.line, key: "proxies.proxy")
        }
    }

    private static func exempts(_ entry: Entry, _ target: Target?) -> Bool {
        guard let target, let hosts = entry.value("nonProxyHosts") else { return false }
        return NoProxyDialect.java.match(target, in: hosts) != nil
    }

    /// The elements `settings/proxies/proxy`.
    private static func entries(in text: [UInt8]) -> [Entry] {
        var entries: [Entry] = []
        var path: [[UInt8]] = []
        for event in XMLText.events(in: text) {
            switch event {
            case .start(let name, let line):
                path.append(name)
                if isProxy(path) { entries.append(Entry(line: line)) }
            case .end: _ = path.popLast()
            case .text(let value):
                guard let name = path.last, isProxy(path.dropLast()), !entries.isEmpty else {
                    continue
                }
                entries[entries.count - 1].values[String(decoding: name, as: UTF8.self)] = value
            }
        }
        return entries
    }

    private static func isProxy(_ path: some Collection<[UInt8]>) -> Bool {
        path.elementsEqual(["settings", "proxies", "proxy"]) { $0.equals($1) }
    }
}
