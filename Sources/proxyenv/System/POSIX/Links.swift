import CSystem

/// Symbolic links, and which file is which.
extension FileSystem {
    /// Where the symbolic link at `path` leads, or nil if there is none, or none can be seen.
    static func link(at path: [UInt8]) -> [UInt8]? {
        guard let link = try? readLink(at: path) else { return nil }
        return link
    }

    /// Where the symbolic link at `path` leads, or nil if there is none.
    ///
    /// The corresponding C function is `readlink`.
    ///
    /// - Throws: That the system does not tell.
    static func readLink(at path: [UInt8]) throws(SystemError) -> [UInt8]? {
        // Nearly everything that is asked about is no link: a byte is enough to know.
        var first: CChar = 0
        do throws(SystemError) {
            _ = try withCString(path) { name throws(SystemError) in
                try retryingOnInterrupt { readlink(name, &first, 1) }
            }
        } catch {
            guard [EINVAL, ENOENT, ENOTDIR].contains(error.code) else { throw error }
            return nil
        }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = try withCString(path) { name throws(SystemError) in
            try retryingOnInterrupt {
                buffer.withUnsafeMutableBytes { bytes in
                    bytes.baseAddress.map {
                        readlink(name, $0.assumingMemoryBound(to: CChar.self), bytes.count)
                    } ?? 0
                }
            }
        }
        return count > 0 && count < buffer.count ? Array(buffer[..<count]) : nil
    }

    /// What is known of the file at `path`, which may be a link itself.
    ///
    /// The corresponding C function is `lstat`.
    ///
    /// - Throws: The system's answer.
    static func linkStatus(of path: [UInt8]) throws(SystemError) -> Status {
        var status = stat()
        _ = try withCString(path) { pointer throws(SystemError) in
            try retryingOnInterrupt { lstat(pointer, &status) }
        }
        return Status(status)
    }

    /// Makes a symbolic link to `target` at `path`, in place of what is there.
    ///
    /// The corresponding C functions are `symlink` and `rename`.
    ///
    /// - Throws: The system's answer.
    static func makeLink(to target: [UInt8], at path: [UInt8]) throws(SystemError) {
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        let temporary = path + Array(".\(number)".utf8)
        try withCString(target) { to throws(SystemError) in
            try withCString(temporary) { from throws(SystemError) in
                _ = try retryingOnInterrupt { symlink(to, from) }
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
        guard let own = ownProgram else { return false }
        return (try? status(of: path))?.isSame(as: own) == true
    }

    /// What is known of the file of this very program, or nil where the system does not tell.
    ///
    /// The corresponding C function is `_NSGetExecutablePath` on macOS; Linux has a link in `/proc`.
    private static var ownProgram: Status? {
        #if canImport(Darwin)
            var size: UInt32 = 4096
            var buffer = [CChar](repeating: 0, count: 4096)
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            let path = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            return try? status(of: path)
        #else
            return try? status(of: Array("/proc/self/exe".utf8))
        #endif
    }
}
