import CSystem

/// What writes new files.
extension FileSystem {
    /// Writes a file with the permissions of a new one, less what the umask takes; one that is there stays, or is replaced as a
    /// whole.
    ///
    /// - Parameters:
    ///   - content: What it holds.
    ///   - path: Where it is.
    ///   - isExecutable: Whether it can be started.
    ///   - isPrivate: Whether it is for its owner alone.
    ///   - replacing: Whether a file that is there is replaced.
    /// - Throws: The system's answer, `EEXIST` where a file is there.
    static func write(
        _ content: [UInt8], to path: [UInt8], isExecutable: Bool, isPrivate: Bool, replacing: Bool
    ) throws(SystemError) {
        let mode: mode_t = (isExecutable ? 0o777 : 0o666) & (isPrivate ? 0o700 : 0o777)
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

    /// Writes a new file with what the file `model` has besides its text; without one it is for its owner alone.
    ///
    /// It is for its owner alone until all is written, and on the disk then. The corresponding C functions are `fchmod`, `fsync`
    /// and those of the other operations.
    ///
    /// - Parameters:
    ///   - text: What it holds.
    ///   - path: Where it is; no file is there yet.
    ///   - model: The file whose owner, permissions and attributes it gets.
    ///   - isPrivate: Whether nobody but the owner may do anything with it.
    /// - Returns: What is known of it.
    /// - Throws: The system's answer; the file may be there in part then.
    static func write(
        _ text: [UInt8], toNew path: [UInt8], like model: (path: [UInt8], status: Status)?,
        isPrivate: Bool
    ) throws(SystemError) -> Status {
        let mode = (model?.status.mode ?? 0o600) & (isPrivate ? 0o7700 : 0o7777)
        let written: Status
        // A limit on the length of files is to be an error as any other, and not the end of the process.
        let exceeded = signal(SIGXFSZ, system_ignoring_handler())
        defer { signal(SIGXFSZ, exceeded) }
        let descriptor = try openDescriptor(
            path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        do throws(SystemError) {
            if let model {
                try setOwner(of: descriptor, like: model.status)
                copyAttributes(of: model.path, to: descriptor)
                // The old one's list of who may read it counts for nothing until all is written.
                try retryingOnInterrupt { fchmod(descriptor, 0o600) }
            }
            try Descriptor.write(text, to: descriptor)
            // Also a new file's, of which the umask may have taken what its owner needs.
            try retryingOnInterrupt { fchmod(descriptor, mode_t(mode)) }
            try retryingOnInterrupt { fsync(descriptor) }
            written = try status(of: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        // A full disk or a quota may be told of only here.
        guard close(descriptor) == 0 else { throw SystemError.last }
        return written
    }
}
