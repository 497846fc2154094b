import CSystem

/// Files and folders.
enum FileSystem {
    /// What is known of a file without reading it.
    struct Status: Equatable {
        /// Whether it is a file, and no folder, pipe or device.
        let isRegular: Bool
        /// Whether it is a folder.
        let isDirectory: Bool
        /// The owner's number.
        let owner: UInt32
        /// The group's number.
        let group: UInt32
        /// The permission bits.
        let mode: UInt32
        /// The length in bytes.
        let size: Int
        /// Device, inode, length and times, which together change whenever the file does.
        let identity: [Int]

        /// Whether this is the same file as `other`, under whatever path.
        func isSame(as other: Status) -> Bool { identity[..<2] == other.identity[..<2] }

        /// Whether this is the same file as `other`, and neither was written to since; a name it may have been given.
        func isSameText(as other: Status) -> Bool { identity[..<5] == other.identity[..<5] }

        /// Whether it is the user's.
        var isOwn: Bool { owner == FileSystem.userID }

        /// Whether others than its owner may read it, or do more.
        var isOpenToOthers: Bool { mode & 0o077 != 0 }

        /// Whether everybody may write it.
        var isWritableByAll: Bool { mode & 0o002 != 0 }

        /// Whether its owner may not write it.
        var isReadOnly: Bool { mode & 0o200 == 0 }

        /// Who may do what with it, for people.
        var permissions: String { "mode \(String(mode, radix: 8))" }

        init(_ status: stat) {
            let format = Int32(status.st_mode) & S_IFMT
            isRegular = format == S_IFREG
            isDirectory = format == S_IFDIR
            owner = UInt32(status.st_uid)
            group = UInt32(status.st_gid)
            mode = UInt32(status.st_mode) & 0o7777
            size = Int(status.st_size)
            #if canImport(Darwin)
                let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
            #else
                let (modified, changed) = (status.st_mtim, status.st_ctim)
            #endif
            identity = [
                Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino),
                size,
                Int(modified.tv_sec), Int(modified.tv_nsec), Int(changed.tv_sec),
                Int(changed.tv_nsec),
            ]
        }
    }

    /// The user's number.
    ///
    /// The corresponding C function is `geteuid`.
    static var userID: UInt32 { UInt32(geteuid()) }

    /// The working directory, or nil if it is gone.
    ///
    /// The corresponding C function is `getcwd`.
    static var workingDirectory: [UInt8]? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return Array(UnsafeRawBufferPointer(start: path, count: strlen(path)))
    }

    /// What is known of the file at `path`, links followed.
    ///
    /// The corresponding C function is `stat`.
    ///
    /// - Throws: The system's answer.
    static func status(of path: [UInt8]) throws(SystemError) -> Status {
        var status = stat()
        _ = try withCString(path) { pointer throws(SystemError) in
            try retryingOnInterrupt { stat(pointer, &status) }
        }
        return Status(status)
    }

    /// What is known of the open file.
    ///
    /// The corresponding C function is `fstat`.
    ///
    /// - Throws: The system's answer.
    static func status(of descriptor: Int32) throws(SystemError) -> Status {
        var status = stat()
        try retryingOnInterrupt { fstat(descriptor, &status) }
        return Status(status)
    }

    /// Whether the user may start the file at `path`.
    ///
    /// The corresponding C function is `access`.
    static func isExecutable(_ path: [UInt8]) -> Bool {
        guard let status = try? status(of: path), status.isRegular else { return false }
        return withCString(path) { access($0, X_OK) == 0 }
    }

    /// Opens the file at `path`; the descriptor is closed in other programs.
    ///
    /// The corresponding C function is `open`.
    ///
    /// - Throws: The system's answer.
    static func openDescriptor(
        _ path: [UInt8], _ flags: Int32, mode: mode_t = 0
    ) throws(SystemError) -> Int32 {
        try withCString(path) { pointer throws(SystemError) in
            try retryingOnInterrupt {
                system_open(pointer, flags | O_CLOEXEC, mode)
            }
        }
    }

    /// The status and the content of the file at `path`.
    ///
    /// A pipe is opened without waiting for its writer, and nothing but a file is read.
    ///
    /// - Parameters:
    ///   - path: The file's path.
    ///   - limit: The most bytes that are read; a longer file's content is nil.
    /// - Returns: The status, and the content of a file that is not too long.
    /// - Throws: The system's answer.
    static func load(
        _ path: [UInt8], limit: Int
    ) throws(SystemError) -> (status: Status, content: [UInt8]?) {
        let descriptor = try openDescriptor(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        defer { close(descriptor) }
        let known = try status(of: descriptor)
        guard known.isRegular, known.size <= limit else { return (known, nil) }
        return (known, try readAll(descriptor, expecting: known.size, limit: limit))
    }

    /// The first `limit` bytes of a file whose length the system does not tell, as those in `/proc`.
    ///
    /// - Throws: The system's answer.
    static func loadVirtual(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] {
        let descriptor = try openDescriptor(path, O_RDONLY)
        defer { close(descriptor) }
        var content: [UInt8] = []
        while content.count < limit,
            try Descriptor.read(
                descriptor, into: &content, count: min(4096, limit - content.count)) > 0
        {}
        return content
    }

    /// What can be read from `descriptor`, or nil if it is more than `limit` bytes.
    private static func readAll(
        _ descriptor: Int32, expecting size: Int, limit: Int
    ) throws(SystemError) -> [UInt8]? {
        var content: [UInt8] = []
        content.reserveCapacity(size + 1)
        var count = size + 1
        while content.count <= limit {
            let isAtEnd = try Descriptor.read(descriptor, into: &content, count: count) == 0
            // The length is right but for a file that grows, and for those in `/proc`, whose length is 0.
            if isAtEnd || (content.count == size && size > 0) { return content }
            count = 65_536
        }
        return nil
    }

    /// Makes the folder at `path`, for its owner alone, and those above it.
    ///
    /// The corresponding C functions are `mkdir` and `chmod`.
    ///
    /// - Throws: The system's answer.
    static func makeDirectory(_ path: [UInt8]) throws(SystemError) {
        do {
            _ = try withCString(path) { pointer throws(SystemError) in
                try retryingOnInterrupt { mkdir(pointer, 0o700) }
                // The umask may have taken what its owner needs.
                return try retryingOnInterrupt { chmod(pointer, 0o700) }
            }
        } catch SystemError(code: EEXIST) {
            guard try status(of: path).isDirectory else { throw .notADirectory }
        } catch .notFound {
            guard let slash = path.lastIndex(of: UInt8(ascii: "/")), slash > 0 else {
                throw .notFound
            }
            try makeDirectory(Array(path[..<slash]))
            try makeDirectory(path)
        }
    }

    /// Puts `content` at `path` in one step: whoever reads there finds the old file or all of the new one.
    ///
    /// - Throws: The system's answer.
    static func replace(_ path: [UInt8], with content: [UInt8]) throws(SystemError) {
        let suffix = Array(".\(getpid()).\(UInt32.random(in: 0...UInt32.max))".utf8)
        let temporary = path + suffix
        let descriptor = try openDescriptor(
            temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        do {
            defer { close(descriptor) }
            try Descriptor.write(content, to: descriptor)
            _ = try withCString(temporary) { from throws(SystemError) in
                try withCString(path) { to throws(SystemError) in
                    try retryingOnInterrupt { rename(from, to) }
                }
            }
        } catch {
            _ = withCString(temporary) { unlink($0) }
            throw error
        }
    }
}
