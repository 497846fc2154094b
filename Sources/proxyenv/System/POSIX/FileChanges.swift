import CSystem

/// What changes files and folders.
extension FileSystem {
    /// Gives the file at `path` the name `target`, in place of the file that has it.
    ///
    /// The corresponding C function is `rename`.
    ///
    /// - Throws: The system's answer.
    static func move(_ path: [UInt8], to target: [UInt8]) throws(SystemError) {
        try withCString(path) { from throws(SystemError) in
            try withCString(target) { to throws(SystemError) in
                _ = try retryingOnInterrupt { rename(from, to) }
            }
        }
    }

    /// Gives the files at `path` and `other` each other's names.
    ///
    /// The corresponding C function is `renameat2`, on macOS `renamex_np`.
    ///
    /// - Throws: The system's answer; `EINVAL` where the file system has no such thing.
    static func exchange(_ path: [UInt8], _ other: [UInt8]) throws(SystemError) {
        try withCString(path) { first throws(SystemError) in
            try withCString(other) { second throws(SystemError) in
                _ = try retryingOnInterrupt { system_exchange(first, second) }
            }
        }
    }

    /// Gives the file at `path` the name `target`, which no other file has.
    ///
    /// The corresponding C function is `renameat2`, on macOS `renamex_np`.
    ///
    /// - Throws: The system's answer; `EEXIST` where there is such a file, `EINVAL` where the file system can't tell.
    static func moveNew(_ path: [UInt8], to target: [UInt8]) throws(SystemError) {
        try withCString(path) { from throws(SystemError) in
            try withCString(target) { to throws(SystemError) in
                _ = try retryingOnInterrupt { system_rename_new(from, to) }
            }
        }
    }

    /// Takes the file at `path` away, if it is there.
    ///
    /// The corresponding C function is `unlink`.
    static func remove(_ path: [UInt8]) {
        _ = withCString(path) { unlink($0) }
    }

    /// Takes the folder at `path` away, if nothing is in it.
    ///
    /// The corresponding C function is `rmdir`.
    static func removeFolder(_ path: [UInt8]) { _ = withCString(path) { rmdir($0) } }

    /// The names of the files in `folder` that begin with `prefix`, in no particular order; none if it can't be read.
    ///
    /// The corresponding C functions are `opendir` and `readdir`.
    static func names(in folder: [UInt8], withPrefix prefix: [UInt8]) -> [[UInt8]] {
        guard let stream = withCString(folder, { opendir($0) }) else { return [] }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            guard let name = system_entry_name(entry) else { continue }
            let bytes = Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
            if bytes.starts(with: prefix) { names.append(bytes) }
        }
        return names
    }

    /// Takes away the files in `folder` whose names begin with `prefix`.
    static func removeFiles(in folder: [UInt8], withPrefix prefix: [UInt8]) {
        for name in names(in: folder, withPrefix: prefix) {
            remove(folder + [UInt8(ascii: "/")] + name)
        }
    }

    /// Gives the open file the owner and group of `status`, if it has others.
    ///
    /// The corresponding C function is `fchown`.
    ///
    /// - Throws: The system's answer.
    static func setOwner(of descriptor: Int32, like status: Status) throws(SystemError) {
        let known = try self.status(of: descriptor)
        guard known.owner != status.owner || known.group != status.group else { return }
        try retryingOnInterrupt { fchown(descriptor, uid_t(status.owner), gid_t(status.group)) }
    }

    /// Waits until the names in `folder` are on the disk; not every file system has something to wait for.
    ///
    /// The corresponding C function is `fsync`.
    static func synchronizeFolder(_ folder: [UInt8]) {
        guard let descriptor = try? openDescriptor(folder, O_RDONLY | O_DIRECTORY) else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    /// Keeps others from reading the file at `path`, if there is one; a link is left alone.
    ///
    /// The corresponding C function is `fchmod`.
    static func makePrivate(_ path: [UInt8]) {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
        guard let descriptor = try? openDescriptor(path, flags) else { return }
        defer { close(descriptor) }
        _ = fchmod(descriptor, 0o600)
    }
}
