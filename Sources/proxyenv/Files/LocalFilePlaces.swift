import ProxyEnvCore

extension FilePlaces {
    /// The places of this machine, for a tool that has `environment`.
    init(_ environment: Environment, home: [UInt8]?) {
        self.init(
            environment: environment, home: home.map { PathText.portable($0) },
            workingDirectory: FileSystem.workingDirectory.map { PathText.portable($0) },
            isThere: { (try? FileSystem.status(of: $0)) != nil },
            names: { FileSystem.names(in: $0, withPrefix: []) },
            program: { name in
                ProgramSearch(environment).path(of: Array(name.utf8))
                    .flatMap { FileSystem.realPath(of: $0) }.map { PathText.portable($0) }
            },
            content: { (try? FileSystem.load($0, limit: 1 << 14))?.content })
    }

    /// Whether the file at `path` belongs to the folder in which the command is, or to one above it, and not to the user, whose
    /// home folder is `home`.
    ///
    /// A project may have come from anybody; the user's own files are in the home folder, or where a variable says.
    func isOfProject(_ path: [UInt8], home: [UInt8]?) -> Bool {
        let slash = UInt8(ascii: "/")
        var folder = path[..<(path.lastIndex(of: slash) ?? 0)]
        // Some are in a folder of their own there, as `.claude`.
        let name = folder[(folder.lastIndex(of: slash).map { $0 + 1 } ?? 0)...]
        if name.first == UInt8(ascii: "."), let end = folder.lastIndex(of: slash) {
            folder = folder[..<end]
        }
        let own = [home, home.flatMap { FileSystem.realPath(of: $0) }]
            .map { $0.map { PathText.portable($0) } }
        if own.contains(where: { $0?.elementsEqual(folder) == true }) { return false }
        return folders.contains { $0.elementsEqual(folder) }
    }
}
