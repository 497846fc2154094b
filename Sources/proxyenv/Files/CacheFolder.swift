import ProxyEnvCore

/// The folders for what can be made anew at any time.
///
/// What is in one is believed only where nobody but root and the user can have put it there: the folder and the file are the
/// user's, others can't write them, and the same holds for each folder on the way. Under sudo HOME may be another user's: root
/// leaves nothing in it, neither what that user could change nor what they could not read.
struct CacheFolder {
    /// Its path.
    let path: [UInt8]

    /// Where root's are if HOME is another user's.
    private static let roots = PathText.path("proxyenv", in: StandardFolders.machineCache)

    /// One that outlasts the login session, as a terminal multiplexer does whose shells name a file in it; nil without HOME.
    static func lasting(in environment: Environment) -> CacheFolder? {
        let usual = usual(in: environment)
        if Ownership.isRoot, usual?.isForeign == true { return CacheFolder(path: roots) }
        return usual
    }

    private static func usual(in environment: Environment) -> CacheFolder? {
        StandardFolders(environment).cache.map {
            CacheFolder(path: PathText.path("proxyenv", in: $0))
        }
    }

    /// One for what is good for moments: the login session's folder, if it is the user's own, else the usual one.
    static func passing(in environment: Environment) -> CacheFolder? {
        if let session = StandardFolders(environment).session,
            (try? PrivatePlace.check(session)) == true
        {
            return CacheFolder(path: PathText.path("proxyenv", in: session))
        }
        return usual(in: environment)
    }

    /// The content of the file `name`; nil if it is not there, if others may have written it, or if it is longer than `limit`.
    func load(_ name: [UInt8], limit: Int) -> [UInt8]? {
        let file = path + [PathText.separator] + name
        guard (try? PrivatePlace.check(path)) == true,
            let entry = try? FileSystem.linkStatus(of: file), entry.isRegular,
            entry.isOwn, !Ownership.isOpen(file, entry),
            let (status, content) = try? FileSystem.load(file, limit: limit),
            status.isSame(as: entry)
        else { return nil }
        return content
    }

    /// Puts `content` into the file `name` in one step.
    ///
    /// - Throws: Why there is no place where nobody else can put one.
    func store(_ content: [UInt8], as name: [UInt8]) throws(PrivatePlace.Flaw) {
        if try !PrivatePlace.check(path) {
            try attempt { () throws(SystemError) in try FileSystem.makeDirectory(path) }
            // Somebody may have been quicker.
            _ = try PrivatePlace.check(path)
        }
        try attempt { () throws(SystemError) in
            try FileSystem.replace(path + [PathText.separator] + name, with: content)
        }
    }

    private func attempt(_ body: () throws(SystemError) -> Void) throws(PrivatePlace.Flaw) {
        do throws(SystemError) { try body() } catch { throw .system(error) }
    }

    private var isForeign: Bool {
        do throws(PrivatePlace.Flaw) {
            _ = try PrivatePlace.check(path)
            return false
        } catch {
            if case .foreign = error { return true }
            return false
        }
    }
}
