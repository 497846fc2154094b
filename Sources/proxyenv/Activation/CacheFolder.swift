import ProxyEnvCore

/// The folders for what can be made anew at any time.
struct CacheFolder {
    /// Its path.
    let path: [UInt8]

    /// One that outlasts the login session, as a terminal multiplexer does whose shells name a file in it; nil without HOME.
    static func lasting(in environment: Environment) -> CacheFolder? {
        if let folder = environment.nonEmpty("XDG_CACHE_HOME"), folder.hasPrefix("/") {
            return CacheFolder(path: folder + Array("/proxyenv".utf8))
        }
        return environment.nonEmpty("HOME").map {
            CacheFolder(path: $0 + Array("/.cache/proxyenv".utf8))
        }
    }

    /// One for what is good for moments: the login session's folder, if it is the user's own, else the lasting one.
    static func passing(in environment: Environment) -> CacheFolder? {
        if let folder = environment.nonEmpty("XDG_RUNTIME_DIR"), folder.hasPrefix("/"),
            isOwn(folder)
        {
            return CacheFolder(path: folder + Array("/proxyenv".utf8))
        }
        return lasting(in: environment)
    }

    /// The content of the file `name`; nil if it is not there, if others may have written it, or if it is longer than `limit`.
    func load(_ name: [UInt8], limit: Int) -> [UInt8]? {
        guard Self.isOwn(path),
            let (status, content) = try? FileSystem.load(path + [0x2F] + name, limit: limit),
            Self.isOwn(status)
        else { return nil }
        return content
    }

    /// Puts `content` into the file `name` in one step, if there is a place where nobody else can put one.
    func store(_ content: [UInt8], as name: [UInt8]) {
        if (try? FileSystem.status(of: path)) == nil {
            guard Self.isOwn(Self.nearest(above: path), others: 0o002) else { return }
            try? FileSystem.makeDirectory(path)
        }
        guard Self.isOwn(path) else { return }
        try? FileSystem.replace(path + [0x2F] + name, with: content)
    }

    /// The folder above `path` that is there.
    private static func nearest(above path: [UInt8]) -> [UInt8] {
        var path = path[...]
        while let slash = path.lastIndex(of: 0x2F), slash > 0 {
            path = path[..<slash]
            if (try? FileSystem.status(of: Array(path))) != nil { return Array(path) }
        }
        return [0x2F]
    }

    /// Whether the folder at `path` is the user's, and nobody else may write in it; where `others` is 2, the user's group may.
    private static func isOwn(_ path: [UInt8], others: UInt32 = 0o022) -> Bool {
        guard let status = try? FileSystem.status(of: path) else { return false }
        return status.isDirectory && isOwn(status, others: others)
    }

    private static func isOwn(_ status: FileSystem.Status, others: UInt32 = 0o022) -> Bool {
        status.owner == FileSystem.userID && status.mode & others == 0
    }
}
