import ProxyEnvCore

/// Who owns a file or a folder, and who else can write it.
enum Ownership {
    /// Whether the user is root, as under sudo, whatever HOME is.
    static var isRoot: Bool { FileSystem.userID == 0 }

    /// The number of the user who has called sudo; nil where none has.
    static func sudoCaller(in environment: Environment) -> UInt32? {
        environment.nonEmpty("SUDO_UID")
            .flatMap { UInt32(String(decoding: $0, as: UTF8.self), radix: 10) }
    }

    /// The command that gives the file at `path`, which is shown as `name`, to the user.
    static func taking(_ path: [UInt8], _ name: String) -> String {
        "\(isRoot ? "" : "sudo ")chown \(FileSystem.userID) \(FileRemedy.word(name))"
    }

    /// The command that lets the user write the file at `path`, which is shown as `name`.
    static func unlocking(_ path: [UInt8], _ name: String) -> String {
        "chmod u+w \(FileRemedy.word(name))"
    }

    /// The command that keeps others from writing the file at `path`, which is shown as `name`.
    static func closing(_ path: [UInt8], _ name: String) -> String {
        "chmod go-w \(FileRemedy.word(name))"
    }

    /// The command that keeps others from reading the file at `path`, which is shown as `name`.
    static func hiding(_ path: [UInt8], _ name: String) -> String {
        "chmod 600 \(FileRemedy.word(name))"
    }

    /// Whether `owner` is the user or root; the user is root under sudo, whatever HOME is.
    static func isTrusted(_ owner: UInt32) -> Bool { owner == FileSystem.userID || owner == 0 }

    /// Whether `owner` is the one of `/`: root has another number where a user's namespace does not know them.
    static func isMachine(_ owner: UInt32) -> Bool {
        (try? FileSystem.status(of: [0x2F]))?.owner == owner
    }

    /// Whether anybody but the user and root can write what is at `path`, whoever owns it.
    ///
    /// The user's private group, to which a umask of 002 lets files belong, is the user alone.
    static func isOpen(_ path: [UInt8], _ status: FileSystem.Status) -> Bool {
        if status.mode & 0o002 != 0 { return true }
        guard status.mode & 0o020 != 0 else { return false }
        // The group's bits are those of an access list's other entries too.
        if FileSystem.hasAccessList(path) { return true }
        func content(_ path: String) -> [UInt8] {
            (try? FileSystem.load(Array(path.utf8), limit: 4 << 20))?.content ?? []
        }
        return !PrivateGroup.isPrivate(
            status.group, of: FileSystem.userID,
            users: content("/etc/passwd"), groups: content("/etc/group"))
    }

    /// Whether others can put another file in the place of one in the folder at `path`.
    ///
    /// In a sticky one as `/tmp` others can't take away what is not theirs.
    static func lacksShelter(_ path: [UInt8], _ status: FileSystem.Status) -> Bool {
        status.mode & 0o1000 == 0 && isOpen(path, status)
    }
}
