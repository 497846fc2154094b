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

    /// Writes a file of this mode, less what the umask takes; one that is there stays, or is replaced as a whole.
    ///
    /// - Parameters:
    ///   - content: What it holds.
    ///   - path: Where it is.
    ///   - mode: Its permissions.
    ///   - replacing: Whether a file that is there is replaced.
    /// - Throws: The system's answer, `EEXIST` where a file is there.
    static func write(
        _ content: [UInt8], to path: [UInt8], mode: mode_t, replacing: Bool
    ) throws(SystemError) {
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        let place = replacing ? path + Array(".\(number)".utf8) : path
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        let descriptor = try openDescriptor(place, flags, mode: mode)
        do throws(SystemError) {
            do throws(SystemError) {
                try Descriptor.write(content, to: descriptor)
            } catch {
                close(descriptor)
                throw error
            }
            // A full disk or a quota may be told of only here.
            guard close(descriptor) == 0 else { throw .last }
            if replacing { try move(place, to: path) }
        } catch {
            remove(place)
            throw error
        }
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

    /// Makes a file for the user alone with `content` beside `path`, under a name that no file has.
    ///
    /// - Returns: Its path, which ends with `suffix`.
    /// - Throws: The system's answer.
    static func makeCopy(
        of content: [UInt8], besides path: [UInt8], suffix: String
    ) throws(SystemError) -> [UInt8] {
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        let copy = path + Array(".\(number)\(suffix)".utf8)
        let descriptor = try openDescriptor(
            copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        defer { close(descriptor) }
        do throws(SystemError) {
            // The umask may have taken what its owner needs.
            try retryingOnInterrupt { fchmod(descriptor, 0o600) }
            try Descriptor.write(content, to: descriptor)
        } catch {
            remove(copy)
            throw error
        }
        return copy
    }
}
