import ProxyEnvCore

/// The locks on the folders of the user's files, which one proxyenv holds at a time.
struct EditLocks {
    private var locks: [FolderLock] = []

    /// The most milliseconds that others are waited for.
    static let patience = 60_000
    /// After so many milliseconds it is said that others are waited for.
    private static let notice = 500

    /// Locks `folders`, those that can be locked, in an order that is the same for everybody.
    ///
    /// - Throws: That another process does not let go of one.
    init(_ folders: [[UInt8]], _ context: Context) throws(Failure) {
        var last: [UInt8]?
        for folder in folders.sorted(by: { $0.lexicographicallyPrecedes($1) }) where folder != last
        {
            last = folder
            do throws(Failure) {
                if let lock = try Self.lock(folder, context) { locks.append(lock) }
            } catch {
                release()
                throw error
            }
        }
    }

    /// Lets go of them.
    func release() {
        for lock in locks { lock.release() }
    }

    /// The lock of `folder`, or nil if there can be none.
    private static func lock(
        _ folder: [UInt8], _ context: Context
    ) throws(Failure) -> FolderLock? {
        let start = Clock.milliseconds
        var isTold = false
        var pause = 1
        while true {
            switch FolderLock.attempt(on: folder) {
            case .locked(let lock): return lock
            case .impossible: return nil
            case .taken: break
            }
            let waited = Clock.milliseconds - start
            if waited > patience {
                throw Failure(
                    "another proxyenv has been changing the files in \(shown(folder, context)) for \(patience / 1000) s",
                    hint: "See whether one hangs: `ps -A | grep proxyenv`.")
            }
            if waited > notice, !isTold {
                context.note(
                    "waiting for another proxyenv to be done with \(shown(folder, context))")
                isTold = true
            }
            Clock.sleep(milliseconds: pause)
            pause = min(pause + 1, 20)
        }
    }

    private static func shown(_ folder: [UInt8], _ context: Context) -> String {
        ConfigurationFiles.displayed(folder, home: context.home)
    }
}
