import ProxyEnvCore

/// A file that is replaced as a whole or not at all, whatever happens meanwhile.
struct SafeFile {
    /// Where the file is, symbolic links resolved.
    let path: [UInt8]
    /// What was known of the file when it was read, or nil if it was not there.
    private(set) var status: FileSystem.Status?
    /// What it held then.
    private(set) var content: [UInt8]?

    /// Why a file can't be read or written.
    enum Problem: Error {
        /// The system refuses.
        case system(SystemError, doing: String)
        /// It is a link to a file that is not there.
        case danglingLink(to: [UInt8])
        /// It is a folder, a pipe or a device.
        case noFile
        /// It is longer than may be read.
        case tooLong
        /// Its owner may not write it.
        case readOnly(permissions: String)
        /// Somebody has changed it since it was read.
        case changedMeanwhile
        /// It does not hold what was written.
        case notWritten
    }

    /// Finds the file at `path`, through symbolic links.
    ///
    /// - Throws: That the links lead nowhere.
    init(at path: [UInt8]) throws(Problem) {
        var target = path
        for _ in 0..<40 {
            // A link that is taken for a file because the system does not tell would be replaced by one.
            var found: [UInt8]?
            try Self.attempt("look for") { () throws(SystemError) in
                found = try FileSystem.readLink(at: target)
            }
            guard let link = found else {
                self.path = target
                if target != path, (try? FileSystem.status(of: target)) == nil {
                    throw .danglingLink(to: target)
                }
                return
            }
            target =
                PathText.isAbsolute(link)
                ? link : PathText.folder(of: target) + [PathText.separator] + link
        }
        throw .system(.tooManyLinks, doing: "follow the links")
    }

    /// The file at `path`, of which nothing is looked at.
    init(unseenAt path: [UInt8]) { self.path = path }

    /// The folder that the file is in.
    var folder: [UInt8] { PathText.folder(of: path) }

    /// Reads the file, if it is there.
    ///
    /// - Parameter limit: The most bytes that are read.
    /// - Throws: Why it can't be read, or is no file.
    mutating func load(limit: Int) throws(Problem) {
        (status, content) = (nil, nil)
        do throws(SystemError) {
            let loaded = try FileSystem.load(path, limit: limit)
            (status, content) = (loaded.status, loaded.content)
        } catch .notFound {
            return
        } catch {
            throw .system(error, doing: "read")
        }
        guard let status, status.isRegular else { throw .noFile }
        guard content != nil else { throw .tooLong }
    }

    /// Makes the file hold `text`: a reader finds the old file or the new one, also if this process or the machine stops.
    ///
    /// The new file is written beside the old one, for its owner alone until it is complete; it gets the old one's mode,
    /// owner and attributes and takes its place. What a writer that was killed has left behind is taken away first, so this wants the
    /// lock of the folder.
    ///
    /// - Parameters:
    ///   - text: The new text.
    ///   - isPrivate: Whether nobody but the owner may read it any more.
    /// - Throws: Why it was not written; the old file is whole then.
    func replace(with text: [UInt8], isPrivate: Bool = false) throws(Problem) {
        if let status, status.isReadOnly { throw .readOnly(permissions: status.permissions) }
        let prefix =
            [UInt8(ascii: ".")] + PathText.name(of: path) + Array(".proxyenv-".utf8)
        FileSystem.removeFiles(in: folder, withPrefix: prefix)
        let suffix = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        let temporary = folder + [PathText.separator] + prefix + Array(suffix.utf8)
        let written: FileSystem.Status
        do throws(Problem) {
            written = try write(text, to: temporary, isPrivate)
            try checkUnchanged()
            if try !putInPlace(temporary, written) {
                // The file system can't tell whether somebody is quicker by these few microseconds.
                try Self.attempt("replace") { () throws(SystemError) in
                    try FileSystem.move(temporary, to: path)
                }
            }
        } catch {
            FileSystem.remove(temporary)
            throw error
        }
        FileSystem.synchronizeFolder(folder)
        try check(text, written)
    }

    /// Gives the new file its name, if nobody else has given that to another file.
    ///
    /// - Returns: Whether it was done; false where the file system has no way to.
    /// - Throws: Why it was not done; that somebody has changed the file.
    private func putInPlace(
        _ temporary: [UInt8], _ written: FileSystem.Status
    ) throws(Problem) -> Bool {
        do throws(SystemError) {
            if status == nil {
                try FileSystem.moveNew(temporary, to: path)
                return true
            }
            try FileSystem.exchange(temporary, path)
        } catch {
            if error == .exists || error == .notFound { throw .changedMeanwhile }
            if error.isUnsupported { return false }
            throw .system(error, doing: "replace")
        }
        if Self.holds(temporary, status) {
            FileSystem.remove(temporary)
            return true
        }
        // What others wrote gets its name back; once more if they have written again.
        for _ in 0..<2 where !Self.holds(temporary, written) {
            try Self.attempt("replace") { () throws(SystemError) in
                try FileSystem.exchange(temporary, path)
            }
        }
        throw .changedMeanwhile
    }

    /// Whether the file at `path` is the one of `status`, with the same text.
    private static func holds(_ path: [UInt8], _ status: FileSystem.Status?) -> Bool {
        guard let status, let now = try? FileSystem.status(of: path) else { return false }
        return now.isSameText(as: status)
    }

    /// Reads the file again, unless others have changed it since.
    private func check(_ text: [UInt8], _ written: FileSystem.Status) throws(Problem) {
        let now: (status: FileSystem.Status, content: [UInt8]?)
        do throws(SystemError) {
            now = try FileSystem.load(path, limit: text.count + 1)
        } catch .notFound {
            return
        } catch {
            throw .system(error, doing: "read again what was written to")
        }
        if now.status.isSameText(as: written), now.content?.isIdentical(to: text) != true {
            throw .notWritten
        }
    }

    /// Writes a new file.
    ///
    /// - Returns: What is known of it.
    private func write(
        _ text: [UInt8], to temporary: [UInt8], _ isPrivate: Bool
    ) throws(Problem) -> FileSystem.Status {
        do throws(SystemError) {
            let model = status.map { (path: path, status: $0) }
            return try FileSystem.write(text, toNew: temporary, like: model, isPrivate: isPrivate)
        } catch {
            throw .system(error, doing: "write")
        }
    }

    private func checkUnchanged() throws(Problem) {
        let now = try? FileSystem.status(of: path)
        guard now?.identity == status?.identity else { throw .changedMeanwhile }
    }

    private static func attempt(
        _ doing: String, _ body: () throws(SystemError) -> Void
    ) throws(Problem) {
        do throws(SystemError) { try body() } catch { throw .system(error, doing: doing) }
    }
}
