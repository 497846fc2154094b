import CWindows

/// Symbolic links and junctions, and which file is which.
extension FileSystem {
    /// Where the link at `path` leads, or nil if there is none, or none can be seen.
    static func link(at path: [UInt8]) -> [UInt8]? {
        withCString(path) { CText.taken(windows_link($0)) }
    }

    /// Where the link at `path` leads, or nil if there is none.
    ///
    /// The corresponding function of Windows is `DeviceIoControl` with `FSCTL_GET_REPARSE_POINT`.
    ///
    /// - Throws: That the system does not tell.
    static func readLink(at path: [UInt8]) throws(SystemError) -> [UInt8]? {
        if let found = link(at: path) { return found }
        let error = SystemError.last
        // A file system without links has none.
        if error.isUnsupported || error == .notFound || error == .notADirectory { return nil }
        throw error
    }

    /// Makes a symbolic link to `target` at `path`, in place of what is there.
    ///
    /// The corresponding function of Windows is `CreateSymbolicLinkW`, which wants the developer mode or an administrator.
    ///
    /// - Throws: The system's answer.
    static func makeLink(to target: [UInt8], at path: [UInt8]) throws(SystemError) {
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        let temporary = path + Array(".\(number)".utf8)
        try withCString(target) { to throws(SystemError) in
            try withCString(temporary) { from throws(SystemError) in
                _ = try SystemError.checked(windows_make_link(to, from))
            }
        }
        do throws(SystemError) {
            try move(temporary, to: path)
        } catch {
            remove(temporary)
            throw error
        }
    }

    /// Whether the file at `path`, links followed, is that of this very program.
    static func isOwnProgram(_ path: [UInt8]) -> Bool {
        guard let program = CText.taken(windows_program(windows_process())),
            let own = try? status(of: program)
        else { return false }
        return (try? status(of: path))?.isSame(as: own) == true
    }

    /// The path of the file at `path` without links and detours, or nil where there is none.
    ///
    /// The corresponding function of Windows is `GetFinalPathNameByHandleW`.
    static func realPath(of path: [UInt8]) -> [UInt8]? {
        withCString(path) { CText.taken(windows_real_path($0)) }
    }
}
