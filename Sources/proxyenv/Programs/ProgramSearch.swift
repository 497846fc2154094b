import ProxyEnvCore

/// The programs to which PATH leads; a shim of proxyenv's is none.
struct ProgramSearch {
    private let folders: [[UInt8]]

    /// The search along the PATH of `environment`.
    init(_ environment: Environment) {
        folders = (environment["PATH"] ?? []).split(separator: UInt8(ascii: ":"))
            .map { Array($0) }
    }

    /// Whether there is a program called `name`.
    func has(_ name: [UInt8]) -> Bool {
        folders.contains { folder in
            let file = folder + [UInt8(ascii: "/")] + name
            return FileSystem.isExecutable(file) && !ShimFolder.isShim(file)
        }
    }

    /// The first program of that name, a shim too; a name with a slash is its path.
    func path(of name: [UInt8]) -> [UInt8]? {
        if name.contains(UInt8(ascii: "/")) { return FileSystem.isExecutable(name) ? name : nil }
        return folders.lazy.map { $0 + [UInt8(ascii: "/")] + name }
            .first { FileSystem.isExecutable($0) }
    }

    /// Whether PATH leads to `folder`.
    func leads(to folder: [UInt8]) -> Bool {
        let own = try? FileSystem.status(of: folder)
        return folders.contains { candidate in
            if candidate == folder { return true }
            guard let own, let status = try? FileSystem.status(of: candidate) else { return false }
            return status.isSame(as: own)
        }
    }
}
