import ProxyEnvCore

/// PATH: the folders in which programs are looked for.
struct SearchPath {
    /// The folders, in their order; an empty one is the working directory.
    let folders: [[UInt8]]

    private static let separator = UInt8(ascii: ":")

    /// The folders in `text`, or where there is none those that `execvp` takes.
    init(_ text: [UInt8]?) {
        folders = (text ?? Array("/bin:/usr/bin".utf8))
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

    /// The paths at which the program `name` may be; a name with a slash is its path.
    func candidates(for name: [UInt8]) -> [[UInt8]] {
        let slash = UInt8(ascii: "/")
        if name.contains(slash) { return [name] }
        return folders.map { $0.isEmpty ? name : $0 + [slash] + name }
    }

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
