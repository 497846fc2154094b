import ProxyEnvCore

/// Who has a say in a file: its owner, who may write it, and who may put another in its place.
struct FileTrust {
    /// The context.
    private let context: Context

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
        guard let status = try? FileSystem.status(of: path), !Ownership.isTrusted(status.owner)
        else {
            return nil
        }
        return distrust(ofFile: path, status)
    }

    // MARK: The file

    private func distrust(ofFile path: [UInt8], _ status: FileSystem.Status) -> Distrust? {
        let isSystems = path == ConfigurationFiles.system
        if !Ownership.isTrusted(status.owner), !(isSystems && Ownership.isMachine(status.owner)) {
            return Distrust(
                reason: "the file belongs to \(owner(status))",
                cure: ownerCure(path, status), isForeign: true)
        }
        if Ownership.isOpen(path, status) {
            let command = Ownership.closing(path, shown(path))
            return Distrust(
                reason: "others can write the file",
                cure: "Look through it, then run `\(command)`.", command: command)
        }
        return nil
    }

    private func ownerCure(_ path: [UInt8], _ status: FileSystem.Status) -> String {
        if Ownership.isRoot, status.owner == Ownership.sudoCaller(in: context.environment) {
            return
                "Run proxyenv without sudo, or put what root is to use into \(DisplayText.escaped(ConfigurationFiles.system))."
        }
        return "Look through it, then run `\(Ownership.taking(path, shown(path)))`."
    }

    private func owner(_ status: FileSystem.Status) -> String {
        "user \(status.owner), neither root nor you"
    }

    // MARK: Its folders

    /// Why others may put another file at `path`, or nil if they may not: looks at each folder and each link on the way.
    private func distrust(ofPlace path: [UInt8]) -> Distrust? {
        guard let walk = try? PathWalk(path) else {
            return Distrust(
                reason: "its folders cannot be looked at",
                cure: "Move the file into a folder of your own.")
        }
        for step in walk.steps {
            if step.status.isDirectory, let found = distrust(ofFolder: step.path, step.status) {
                return found
            }
            if step.isLink, let found = distrust(ofLink: step.path, step.status) { return found }
        }
        return nil
    }

    private func distrust(ofFolder path: [UInt8], _ status: FileSystem.Status) -> Distrust? {
        guard Ownership.isTrusted(status.owner) || Ownership.isMachine(status.owner) else {
            return Distrust(
                reason: "its folder \(shown(path)) belongs to \(owner(status))",
                cure: "Move the file into a folder of your own.")
        }
        // In one as `/tmp` nobody takes away what is another's, and what is there is looked at in its turn.
        if !Ownership.lacksShelter(path, status) { return nil }
        let name = shown(path)
        let command = Ownership.closing(path, name)
        return Distrust(
            reason: "others can write its folder \(name)",
            cure: "Run `\(command)`, or move the file into a folder of your own.",
            command: command)
    }

    private func distrust(ofLink path: [UInt8], _ status: FileSystem.Status) -> Distrust? {
        if Ownership.isTrusted(status.owner) || Ownership.isMachine(status.owner) { return nil }
        return Distrust(
            reason: "the link \(shown(path)) belongs to \(owner(status))",
            cure: "Make the link again, or name the file that it leads to.", isForeign: true)
    }

    private func shown(_ path: [UInt8]) -> String {
        ConfigurationFiles.displayed(path, home: context.home)
    }
}
