import CWindows

/// A lock on a folder, which one process holds at a time.
///
/// It is a file in the folder, for the user and the machine alone, that no other process can open meanwhile. The system takes it
/// away when the process ends, however it ends. All processes find it in the same place, whatever their variables say.
struct FolderLock {
    private let descriptor: Int32

    /// What came of an attempt to lock a folder.
    enum Attempt {
        /// It is locked.
        case locked(FolderLock)
        /// Another process has locked it.
        case taken
        /// There can be no lock: there is no folder, or no file can be made in it.
        ///
        /// What is written there is still checked before and after.
        case impossible
    }

    /// Tries to lock `folder`.
    ///
    /// The corresponding function of Windows is `CreateFileW`, without sharing and with `FILE_FLAG_DELETE_ON_CLOSE`.
    static func attempt(on folder: [UInt8]) -> Attempt {
        let path = folder + Array("\\.proxyenv-lock".utf8)
        // While the system takes the file of another process away, nobody may open it.
        for _ in 0..<10 {
            let descriptor = withCString(path) { windows_lock($0) }
            if descriptor != -1 { return .locked(FolderLock(descriptor: descriptor)) }
            if SystemError.last == .again { return .taken }
            guard SystemError.last == .denied, (try? FileSystem.linkStatus(of: path)) == nil,
                (try? FileSystem.status(of: folder))?.isDirectory == true
            else { return .impossible }
            Clock.sleep(milliseconds: 5)
        }
        return .impossible
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// Lets go of it.
    func release() { windows_close(descriptor) }
}
