import CWindows

/// Files and folders.
enum FileSystem {
    /// The working directory, or nil if it is gone.
    ///
    /// The corresponding function of Windows is `GetCurrentDirectoryW`.
    static var workingDirectory: [UInt8]? { CText.taken(windows_working_folder()) }

    /// Whether the file at `path` is a program by its ending.
    static func isExecutable(_ path: [UInt8]) -> Bool {
        ProgramName.isProgram(path) && withCString(path) { windows_is_file($0) != 0 }
    }

    private static func open(_ path: [UInt8], _ how: UInt32) throws(SystemError) -> Int32 {
        try withCString(path) { name throws(SystemError) in
            try SystemError.checked(windows_open(name, Int32(how)))
        }
    }

    /// Opens a new file, to be written.
    ///
    /// The corresponding function of Windows is `CreateFileW`.
    ///
    /// - Throws: The system's answer, `exists` where a file is there.
    static func openNew(_ path: [UInt8], isPrivate: Bool) throws(SystemError) -> Int32 {
        try open(path, UInt32(isPrivate ? windows_open_private : windows_open_new))
    }

    /// The status and the content of the file at `path`.
    ///
    /// Nothing but a file is read. One that another program has open for itself is tried again for half a second.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - limit: The most bytes that are read.
    /// - Returns: The status, and the content, which is nil where it is no file or too long.
    /// - Throws: The system's answer.
    static func load(
        _ path: [UInt8], limit: Int
    ) throws(SystemError) -> (status: Status, content: [UInt8]?) {
        let descriptor = try open(path, UInt32(windows_open_reading))
        defer { windows_close(descriptor) }
        let known = try status(of: descriptor)
        guard known.isRegular, known.size <= limit else { return (known, nil) }
        return (known, try Descriptor.readAll(descriptor, limit: limit))
    }

    /// The first `limit` bytes of a file whose length the system does not tell: there are none on this system.
    ///
    /// - Throws: That there is none.
    static func loadVirtual(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] {
        throw .notFound
    }

    /// Makes the folder at `path`, for its owner and the machine alone, and those above it.
    ///
    /// The corresponding function of Windows is `CreateDirectoryW`.
    ///
    /// - Throws: The system's answer.
    static func makeDirectory(_ path: [UInt8]) throws(SystemError) {
        do throws(SystemError) {
            _ = try withCString(path) { name throws(SystemError) in
                try SystemError.checked(windows_make_folder(name))
            }
        } catch .exists {
            guard try status(of: path).isDirectory else { throw .notADirectory }
        } catch .notFound {
            let above = PathText.folder(of: path)
            guard above.count < path.count, PathText.hasFolder(path), !PathText.isRoot(path) else {
                throw .notFound
            }
            try makeDirectory(above)
            _ = try withCString(path) { name throws(SystemError) in
                try SystemError.checked(windows_make_folder(name))
            }
        }
    }

    /// Puts `content` at `path` in one step: whoever reads there finds the old file or all of the new one.
    ///
    /// - Throws: The system's answer.
    static func replace(_ path: [UInt8], with content: [UInt8]) throws(SystemError) {
        try write(content, to: path, isExecutable: false, isPrivate: true, replacing: true)
    }
}
