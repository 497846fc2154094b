import ProxyEnvCore

/// Where this program is, for texts and links that start it later.
enum ProgramPath {
    /// The path under which this program was started, made absolute; links are not followed, so that it stays
    /// right when an upgrade lets them lead elsewhere.
    ///
    /// - Throws: That it can't be told.
    static func current(_ context: Context) throws(Failure) -> [UInt8] {
        let name = context.arguments.first ?? []
        if PathText.hasFolder(name) { return try absolute(name) }
        let candidates = SearchPath(named: context.environment).candidates(for: name)
        if let file = candidates.first(where: {
            PathText.isAbsolute($0) && FileSystem.isExecutable($0)
        }) {
            return file
        }
        throw Failure("`\(DisplayText.shortened(name))` is nowhere in PATH")
    }

    /// `path` from the root on.
    ///
    /// - Throws: That there is no working directory for a path that is relative.
    static func absolute(_ path: [UInt8]) throws(Failure) -> [UInt8] {
        let relative = path.hasPrefix("./") ? Array(path.dropFirst(2)) : path
        guard let path = PathText.absolute(relative) else {
            throw Failure("the working directory is gone")
        }
        return path
    }
}
