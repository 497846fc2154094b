import ProxyEnvCore

/// What stands in the folder of a tool, and the tool does not read.
struct UnreadSettings {
    private let tool: Tool
    private let folder: [UInt8]
    private let context: Context

    /// What `tool` does not read for who has `environment`; nil where it has no folder.
    init?(_ tool: Tool, _ environment: Environment, _ context: Context) {
        guard let folder = tool.folder?.path(in: environment) else { return nil }
        self.tool = tool
        self.folder = folder
        self.context = context
    }

    /// Adds what was found.
    func look(_ diagnosis: inout Diagnosis) {
        for setting in tool.unread {
            switch setting {
            case .key(let file, let table, let written, let meant):
                lookAtKey(path(file), table, written, meant, &diagnosis)
            case .projectKeys(let file, let keys): lookAtProject(file, keys, &diagnosis)
            case .file(let file, let reason, let fix):
                lookAtFile(path(file), reason, fix, &diagnosis)
            }
        }
    }

    private func lookAtFile(
        _ path: [UInt8], _ reason: String, _ fix: String, _ diagnosis: inout Diagnosis
    ) {
        guard let status = try? FileSystem.status(of: path), status.isRegular else { return }
        let path = shown(path)
        diagnosis.add(
            .unreadFile(
                path, tool.name, reason,
                fix: [fix, "mv \(FileRemedy.word(path)) \(FileRemedy.word(path + ".bak"))"]))
    }

    private func lookAtKey(
        _ path: [UInt8], _ table: String, _ written: String, _ meant: String,
        _ diagnosis: inout Diagnosis
    ) {
        guard let file = try? FileSystem.load(path, limit: 1 << 20), file.status.isRegular,
            let content = file.content
        else { return }
        let document = ConfigDocument(parsing: content)
        guard let found = document.table(table) else { return }
        for id in document.children(of: found) where document.key(of: id).equals(written) {
            diagnosis.add(.unknownKey(written, of: shown(path), tool.name, meant: meant))
        }
    }

    /// Names the keys of a project's file that say in vain which server is asked.
    private func lookAtProject(_ file: String, _ keys: [String], _ diagnosis: inout Diagnosis) {
        let places = FilePlaces(context.environment, home: context.home)
        let name = Array(("/" + file).utf8)
        let own = path(String(file.split(separator: "/").last ?? ""))
        for path in places.folders.map({ $0 + name })
        where path != own && places.isOfProject(path, home: context.home) {
            guard let content = (try? FileSystem.load(path, limit: 1 << 20))?.content else {
                continue
            }
            let document = ConfigDocument(parsing: content)
            let written = document.children(of: ConfigDocument.root)
                .map { String(decoding: document.key(of: $0), as: UTF8.self) }
            guard let key = keys.first(where: { written.contains($0) }) else { continue }
            let shown = shown(path)
            diagnosis.add(
                .unreadFile(
                    "`\(key)` in \(shown)", tool.name, "a project names no server",
                    fix: ["Put it into \(self.shown(own)), if you trust what it names."]))
        }
    }

    private func path(_ file: String) -> [UInt8] { PathText.path(file, in: folder) }

    private func shown(_ path: [UInt8]) -> String {
        ConfigurationFiles.displayed(path, home: context.home)
    }
}
