import CWindows

/// What writes new files.
extension FileSystem {
    /// Writes a file with the access list of a new one; one that is there stays, or is replaced as a whole.
    ///
    /// - Parameters:
    ///   - content: What it holds.
    ///   - path: Where it is.
    ///   - isExecutable: Whether it can be started: on this system its name says so.
    ///   - isPrivate: Whether it is for its owner and the machine alone.
    ///   - replacing: Whether a file that is there is replaced.
    /// - Throws: The system's answer, `exists` where a file is there.
    static func write(
        _ content: [UInt8], to path: [UInt8], isExecutable: Bool, isPrivate: Bool, replacing: Bool
    ) throws(SystemError) {
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        let place = replacing ? path + Array(".\(number)".utf8) : path
        let descriptor = try openNew(place, isPrivate: isPrivate)
        do throws(SystemError) {
            try fill(descriptor, content)
            if replacing { try move(place, to: path) }
        } catch {
            remove(place)
            throw error
        }
    }

    /// Writes `content` and closes the descriptor.
    private static func fill(_ descriptor: Int32, _ content: [UInt8]) throws(SystemError) {
        do throws(SystemError) {
            try Descriptor.write(content, to: descriptor)
        } catch {
            windows_close(descriptor)
            throw error
        }
        // A full disk or a quota may be told of only here.
        try SystemError.checked(windows_close(descriptor))
    }

    /// Makes a file for the user and the machine alone with `content` beside `path`, under a name that no file has.
    ///
    /// - Returns: Its path, which ends with `suffix`.
    /// - Throws: The system's answer.
    static func makeCopy(
        of content: [UInt8], besides path: [UInt8], suffix: String
    ) throws(SystemError) -> [UInt8] {
        let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
        let copy = path + Array(".\(number)\(suffix)".utf8)
        let descriptor = try openNew(copy, isPrivate: true)
        do throws(SystemError) {
            try fill(descriptor, content)
        } catch {
            remove(copy)
            throw error
        }
        return copy
    }

    /// Writes a new file with what the file `model` has besides its text; without one it is for its owner and the machine alone.
    ///
    /// It is for them alone until all is written, and on the disk then. The corresponding functions of Windows are
    /// `FlushFileBuffers` and `SetSecurityInfo`.
    ///
    /// - Parameters:
    ///   - text: What it holds.
    ///   - path: Where it is; no file is there yet.
    ///   - model: The file whose access list and marks it gets.
    ///   - isPrivate: Whether nobody but the owner and the machine may do anything with it.
    /// - Returns: What is known of it.
    /// - Throws: The system's answer; the file may be there in part then.
    static func write(
        _ text: [UInt8], toNew path: [UInt8], like model: (path: [UInt8], status: Status)?,
        isPrivate: Bool
    ) throws(SystemError) -> Status {
        let descriptor = try openNew(path, isPrivate: true)
        do throws(SystemError) {
            try Descriptor.write(text, to: descriptor)
            if let model, !isPrivate {
                try SystemError.checked(
                    withCString(model.path) { windows_copy_access($0, descriptor) })
            }
            try SystemError.checked(windows_synchronize(descriptor))
        } catch {
            windows_close(descriptor)
            throw error
        }
        try SystemError.checked(windows_close(descriptor))
        // The time of the last change is that of the end.
        return try status(of: path)
    }
}
