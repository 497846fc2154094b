import CSystem

/// A lock on a folder, which one process holds at a time.
///
/// It is a file in the folder, for the user alone, that is there while the folder is locked. The folder itself can be locked by
/// everybody who can open it; this can only be locked by who can open the file. The system lets go of it when the process ends,
/// however it ends: a file that a killed one has left stands in nobody's way, and the next one takes it away. All processes
/// find it in the same place, whatever their HOME and their XDG variables say.
struct FolderLock {
    private let descriptor: Int32
    private let path: [UInt8]

    /// What came of an attempt to lock a folder.
    enum Attempt {
        /// It is locked.
        case locked(FolderLock)
        /// Another process has locked it.
        case taken
        /// There can be no lock: there is no folder, no file can be made in it, or the file system has no locks.
        ///
        /// What is written there is still checked before and after.
        case impossible
    }

    /// Tries to lock `folder`.
    ///
    /// The corresponding C function is `flock`.
    static func attempt(on folder: [UInt8]) -> Attempt {
        let path = folder + Array("/.proxyenv-lock".utf8)
        // More than once only where another takes the file away meanwhile, as the one before does when it lets go.
        for _ in 0..<10 {
            do throws(SystemError) {
                let descriptor = try FileSystem.openDescriptor(
                    path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, mode: 0o600)
                if let attempt = attempt(descriptor, path, folder) { return attempt }
                close(descriptor)
            } catch {
                // Another user's, or a link: who can put one there can write in the folder, and shall not keep others waiting.
                guard [EACCES, ELOOP, EISDIR].contains(error.code), isRemoved(path) else {
                    return .impossible
                }
            }
        }
        return .taken
    }

    /// Tries to lock the open file; nil if it is not the one to lock.
    private static func attempt(
        _ descriptor: Int32, _ path: [UInt8], _ folder: [UInt8]
    ) -> Attempt? {
        guard let opened = try? FileSystem.status(of: descriptor),
            let place = try? FileSystem.status(of: folder)
        else { return nil }
        let user = FileSystem.userID
        guard opened.owner == user || user == 0 && opened.owner == place.owner else {
            if isRemoved(path) { return nil }
            close(descriptor)
            return .impossible
        }
        // The umask may have taken what its owner needs; and what root makes in a user's folder is that user's.
        if opened.mode != 0o600 { fchmod(descriptor, 0o600) }
        if opened.owner != place.owner { try? FileSystem.setOwner(of: descriptor, like: place) }
        do throws(SystemError) {
            try retryingOnInterrupt { system_lock(descriptor, LOCK_EX | LOCK_NB) }
        } catch {
            close(descriptor)
            if error.code == EWOULDBLOCK { return .taken }
            FileSystem.remove(path)
            return .impossible
        }
        // The one before has taken its file away: it may be this one, which others can't find then.
        guard let present = try? FileSystem.linkStatus(of: path), present.isSame(as: opened) else {
            return nil
        }
        return .locked(FolderLock(descriptor: descriptor, path: path))
    }

    private static func isRemoved(_ path: [UInt8]) -> Bool {
        FileSystem.remove(path)
        return (try? FileSystem.linkStatus(of: path)) == nil
    }

    private init(descriptor: Int32, path: [UInt8]) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Lets go of it.
    func release() {
        FileSystem.remove(path)
        close(descriptor)
    }
}
