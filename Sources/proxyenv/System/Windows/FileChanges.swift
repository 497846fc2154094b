import CWindows

/// What changes files and folders.
extension FileSystem {
    /// Gives the file at `path` the name `target`, in place of the file that has it.
    ///
    /// One that another program has open for itself is tried again for half a second. The corresponding function of Windows
    /// is `MoveFileExW`.
    ///
    /// - Throws: The system's answer.
    static func move(_ path: [UInt8], to target: [UInt8]) throws(SystemError) {
        try move(path, to: target, replacing: true)
    }

    private static func move(
        _ path: [UInt8], to target: [UInt8], replacing: Bool
    ) throws(SystemError) {
        try withCString(path) { from throws(SystemError) in
            try withCString(target) { to throws(SystemError) in
                _ = try SystemError.checked(windows_move(from, to, replacing ? 1 : 0))
            }
        }
    }

    /// Gives the files at `path` and `other` each other's names, which this system can't.
    ///
    /// `ReplaceFileW` would give the new file the old one's access list, by which others may read it who shall not any more.
    ///
    /// - Throws: That it can't.
    static func exchange(_ path: [UInt8], _ other: [UInt8]) throws(SystemError) {
        throw .unsupported
    }

    /// Gives the file at `path` the name `target`, which no other file has.
    ///
    /// - Throws: The system's answer; `exists` where there is such a file.
    static func moveNew(_ path: [UInt8], to target: [UInt8]) throws(SystemError) {
        try move(path, to: target, replacing: false)
    }

    /// Takes the file at `path` away, if it is there.
    ///
    /// The corresponding function of Windows is `DeleteFileW`.
    static func remove(_ path: [UInt8]) { _ = withCString(path) { windows_remove($0) } }

    /// Takes the folder at `path` away, if nothing is in it.
    ///
    /// The corresponding function of Windows is `RemoveDirectoryW`.
    static func removeFolder(_ path: [UInt8]) {
        _ = withCString(path) { windows_remove_folder($0) }
    }

    /// The names of the files in `folder` that begin with `prefix`, in no particular order; none if it can't be read.
    ///
    /// The corresponding functions of Windows are `FindFirstFileExW` and `FindNextFileW`.
    static func names(in folder: [UInt8], withPrefix prefix: [UInt8]) -> [[UInt8]] {
        withCString(folder) { folder in CText.list { windows_names(folder, $0) } ?? [] }
            .filter { $0.starts(with: prefix) }
    }

    /// Takes away the files in `folder` whose names begin with `prefix`.
    static func removeFiles(in folder: [UInt8], withPrefix prefix: [UInt8]) {
        for name in names(in: folder, withPrefix: prefix) {
            remove(folder + [PathText.separator] + name)
        }
    }

    /// Waits until the names in `folder` are on the disk: `move` has waited.
    static func synchronizeFolder(_ folder: [UInt8]) {}

    /// Keeps others than the machine from reading the file at `path`, if there is one; a link is left alone.
    ///
    /// The corresponding function of Windows is `SetSecurityInfo`.
    static func makePrivate(_ path: [UInt8]) {
        guard let status = try? linkStatus(of: path), status.isRegular else { return }
        _ = withCString(path) { windows_make_private($0) }
    }
}
