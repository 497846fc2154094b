import ProxyEnvCore

/// Who has a say in a file: its owner, who may write it, and who may put another in its place.
struct FileTrust {
    /// The world.
    private let context: Context
    /// The number of the user, which is root's under sudo, whatever HOME is.
    private let user = FileSystem.userID

    /// The looks at files in `context`.
    init(_ context: Context) { self.context = context }

    /// Why the file at `path` is not the user's or the machine's alone, or nil if it is.
    ///
    /// - Parameters:
    ///   - path: The path by which it was opened, or will be.
    ///   - status: What is known of it, links followed; nil where it is not there yet.
    /// - Returns: Why, and what to do about it.
    func distrust(of path: [UInt8], _ status: FileSystem.Status?) -> Distrust? {
        if let status, let found = distrust(ofFile: path, status) { return found }
        return distrust(ofPlace: path)
    }

    /// Why the file at `path` is somebody else's own, or nil if it is not, or not there; it is not opened.
    func foreignness(of path: [UInt8]) -> Distrust? {
        guard let entry = try? FileSystem.linkStatus(of: path) else { return nil }
        if !entry.isRegular, !entry.isDirectory, let found = distrust(ofLink: path, entry) {
            return found
        }
        guard let status = try? FileSystem.status(of: path), !isKnown(status.owner) else {
            return nil
        }
        return distrust(ofFile: path, status)
    }

    // MARK: The file

    private func distrust(ofFile path: [UInt8], _ status: FileSystem.Status) -> Distrust? {
        let name = shown(path)
        let isSystems = path == ConfigurationFiles.system
        if !isKnown(status.owner), !(isSystems && isMachine(status.owner)) {
            return Distrust(
                reason: "the file belongs to \(owner(status))",
                cure: ownerCure(status, name), isForeign: true)
        }
        if mayBeWrittenByOthers(path, status) {
            let command = "chmod go-w \(FileRemedy.word(name))"
            return Distrust(
                reason: "others can write the file",
                cure: "Look through it, then run `\(command)`.", command: command)
        }
        return nil
    }

    private func ownerCure(_ status: FileSystem.Status, _ name: String) -> String {
        let caller = context.environment["SUDO_UID"]
            .flatMap { UInt32(String(decoding: $0, as: UTF8.self), radix: 10) }
        if user == 0, status.owner == caller {
            return
                "Run proxyenv without sudo, or put what root is to use into \(DisplayText.escaped(ConfigurationFiles.system))."
        }
        let command = "chown \(user) \(FileRemedy.word(name))"
        return "Look through it, then run `\(user == 0 ? "" : "sudo ")\(command)`."
    }

    /// Whether the user or root has the number `owner`.
    private func isKnown(_ owner: UInt32) -> Bool { owner == user || owner == 0 }

    /// Whether `owner` is the one of `/`: root has another number where a user's namespace does not know them.
    private func isMachine(_ owner: UInt32) -> Bool {
        (try? FileSystem.status(of: [0x2F]))?.owner == owner
    }

    private func owner(_ status: FileSystem.Status) -> String {
        "user \(status.owner), neither root nor you"
    }

    private func mayBeWrittenByOthers(_ path: [UInt8], _ status: FileSystem.Status) -> Bool {
        if status.mode & 0o002 != 0 { return true }
        guard status.mode & 0o020 != 0 else { return false }
        // The group's bits are those of an access list's other entries too.
        if FileSystem.hasAccessList(path) { return true }
        func content(_ path: String) -> [UInt8] {
            (try? FileSystem.load(Array(path.utf8), limit: 4 << 20))?.content ?? []
        }
        return !PrivateGroup.isPrivate(
            status.group, of: user, users: content("/etc/passwd"), groups: content("/etc/group"))
    }

    // MARK: Its folders

    /// Why others may put another file at `path`, or nil if they may not: looks at each folder and each link on the way.
    private func distrust(ofPlace path: [UInt8]) -> Distrust? {
        guard let start = absolute(path) else { return Self.unseen }
        var rest = Self.names(in: start)
        // Without links and detours; empty for `/`.
        var place: [UInt8] = []
        var links = 0
        if let found = distrust(ofFolder: [0x2F]) { return found }
        while let name = rest.popLast() {
            if name.elementsEqual("..".utf8) {
                place.removeSubrange((place.lastIndex(of: 0x2F) ?? 0)...)
                continue
            }
            let next = place + [0x2F] + name
            let status: FileSystem.Status
            do throws(SystemError) {
                status = try FileSystem.linkStatus(of: next)
            } catch {
                // What is not there yet is made by the user.
                return error == .notFound ? nil : Self.unseen
            }
            if status.isDirectory {
                if let found = distrust(ofFolder: next, status) { return found }
                place = next
            } else if !status.isRegular, let link = FileSystem.link(at: next) {
                if let found = distrust(ofLink: next, status) { return found }
                links += 1
                if links > 40 { return Self.unseen }
                if link.first == 0x2F { place = [] }
                rest += Self.names(in: link)
            }
        }
        return nil
    }

    private func distrust(ofFolder path: [UInt8]) -> Distrust? {
        guard let status = try? FileSystem.status(of: path) else { return Self.unseen }
        return distrust(ofFolder: path, status)
    }

    private func distrust(ofFolder path: [UInt8], _ status: FileSystem.Status) -> Distrust? {
        let name = shown(path)
        guard isKnown(status.owner) || isMachine(status.owner) else {
            return Distrust(
                reason: "its folder \(name) belongs to \(owner(status))",
                cure: "Move the file into a folder of your own.")
        }
        // In one as `/tmp` nobody takes away what is another's, and what is there is looked at in its turn.
        if status.mode & 0o1000 != 0 || !mayBeWrittenByOthers(path, status) { return nil }
        let command = "chmod go-w \(FileRemedy.word(name))"
        return Distrust(
            reason: "others can write its folder \(name)",
            cure: "Run `\(command)`, or move the file into a folder of your own.",
            command: command)
    }

    private func distrust(ofLink path: [UInt8], _ status: FileSystem.Status) -> Distrust? {
        if isKnown(status.owner) || isMachine(status.owner) { return nil }
        return Distrust(
            reason: "the link \(shown(path)) belongs to \(owner(status))",
            cure: "Make the link anew, or name the file that it leads to.", isForeign: true)
    }

    private static let unseen = Distrust(
        reason: "its folders can't be looked at",
        cure: "Move the file into a folder of your own.")

    private func absolute(_ path: [UInt8]) -> [UInt8]? {
        if path.first == 0x2F { return path }
        return FileSystem.workingDirectory.map { $0 + [0x2F] + path }
    }

    /// The names in `path`, the last one first.
    private static func names(in path: [UInt8]) -> [ArraySlice<UInt8>] {
        path.split(separator: 0x2F).filter { !$0.elementsEqual(".".utf8) }.reversed()
    }

    private func shown(_ path: [UInt8]) -> String {
        ConfigurationFiles.displayed(path, home: context.home)
    }
}
