import CSystem

/// A lock on a folder, which one process holds at a time.
///
/// The system lets go of it when the process ends, however it ends: no file is left that could stand in the way.
struct FolderLock {
    private let descriptor: Int32

    /// Locks the folder at `path`, or returns nil while another process holds the lock.
    ///
    /// A file system that knows no locks is taken as locked: what is written there is still checked before it is.
    ///
    /// The corresponding C function is `flock`.
    ///
    /// - Throws: The system's answer.
    static func tried(_ path: [UInt8]) throws(SystemError) -> FolderLock? {
        let descriptor = try FileSystem.openDescriptor(path, O_RDONLY | O_DIRECTORY)
        do throws(SystemError) {
            try retryingOnInterrupt { system_lock(descriptor, LOCK_EX | LOCK_NB) }
        } catch SystemError(code: EWOULDBLOCK) {
            close(descriptor)
            return nil
        } catch {
            let isUnknownThere = [ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL].contains(error.code)
            guard isUnknownThere else {
                close(descriptor)
                throw error
            }
        }
        return FolderLock(descriptor: descriptor)
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// Lets go of it.
    func release() { close(descriptor) }
}
