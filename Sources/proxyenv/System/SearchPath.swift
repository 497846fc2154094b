import ProxyEnvCore

/// PATH: the folders in which programs are looked for.
struct SearchPath {
    /// The folders, in their order; an empty one is the working directory.
    let folders: [[UInt8]]

    /// The folders in `text`, or where there is none the usual ones.
    init(_ text: [UInt8]?) {
        folders = (text ?? Self.usual)
            .split(separator: Self.separator, omittingEmptySubsequences: false).map { Array($0) }
    }

    /// The folders that the PATH of `environment` names; none where there is no PATH.
    init(named environment: Environment) {
        folders = SearchPath(environment["PATH"] ?? []).folders.filter { !$0.isEmpty }
    }

    /// The folders `folders`.
    init(folders: [[UInt8]]) { self.folders = folders }

    /// What PATH is set to.
    var text: [UInt8] { Array(folders.joined(separator: [Self.separator])) }

    /// The number of the first folder that is the one at `path`, however it is called.
    func index(of path: [UInt8]) -> Int? {
        let own = try? FileSystem.status(of: path)
        return folders.firstIndex { folder in
            if folder == path { return true }
            guard let own, let status = try? FileSystem.status(of: folder) else { return false }
            return status.isSame(as: own)
        }
    }
}
