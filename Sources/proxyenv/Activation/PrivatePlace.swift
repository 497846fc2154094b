import ProxyEnvCore

/// Whether nobody but root and the user can put something at a path: a look at each folder and each link on the way.
enum PrivatePlace {
    /// Why others can.
    enum Flaw: Error {
        /// A folder or a link on the way, or the place itself, is somebody else's.
        case foreign([UInt8], owner: UInt32)
        /// Others can write a folder.
        case open([UInt8])
        /// The system does not tell, or there is no folder.
        case system(SystemError)
    }

    /// Looks at the way to the folder `path`.
    ///
    /// - Returns: Whether it is there.
    /// - Throws: Who else has a say in what is there.
    static func check(_ path: [UInt8]) throws(Flaw) -> Bool {
        var rest = names(in: path)
        // Without links and detours; empty for `/`.
        var place: [UInt8] = []
        var last = try status(of: [0x2F])
        // Root has another number where a namespace does not know them.
        let root = last.owner
        try check([0x2F], last, root)
        var links = 0
        while let name = rest.popLast() {
            if name.elementsEqual("..".utf8) {
                place.removeSubrange((place.lastIndex(of: 0x2F) ?? 0)...)
                continue
            }
            let next = place + [0x2F] + name
            guard let found = try presentStatus(of: next) else {
                // What is made there is the user's, but for a folder where others may be quicker.
                if last.mode & 0o002 != 0 { throw .open(place) }
                return false
            }
            try check(next, found, root)
            if found.isDirectory {
                (place, last) = (next, found)
            } else if let link = FileSystem.link(at: next) {
                links += 1
                if links > 40 { throw .system(.tooManyLinks) }
                if link.first == 0x2F { place = [] }
                rest += names(in: link)
            } else {
                throw .system(.notADirectory)
            }
        }
        if last.owner != FileSystem.userID { throw .foreign(place, owner: last.owner) }
        if last.mode & 0o022 != 0 { throw .open(place) }
        return true
    }

    private static func check(
        _ path: [UInt8], _ status: FileSystem.Status, _ root: UInt32
    ) throws(Flaw) {
        let user = FileSystem.userID
        guard [user, 0, root].contains(status.owner) else {
            throw .foreign(path, owner: status.owner)
        }
        guard status.isDirectory else { return }
        // In one as `/tmp` nobody takes away what is another's, and what is there is looked at in its turn.
        let isSticky = status.mode & 0o1000 != 0
        // A group with the user's own number is theirs alone, as distributions have it that set a umask of 002.
        let isOwnGroup = status.group == user && user != 0
        if !isSticky, status.mode & (isOwnGroup ? 0o002 : 0o022) != 0 { throw .open(path) }
    }

    private static func status(of path: [UInt8]) throws(Flaw) -> FileSystem.Status {
        do throws(SystemError) {
            return try FileSystem.linkStatus(of: path)
        } catch {
            throw .system(error)
        }
    }

    private static func presentStatus(of path: [UInt8]) throws(Flaw) -> FileSystem.Status? {
        do throws(Flaw) {
            return try status(of: path)
        } catch .system(.notFound) {
            return nil
        }
    }

    /// The names in `path`, the last one first.
    private static func names(in path: [UInt8]) -> [ArraySlice<UInt8>] {
        path.split(separator: 0x2F).filter { !$0.elementsEqual(".".utf8) }.reversed()
    }
}
