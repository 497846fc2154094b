import ProxyEnvCore

/// Who owns a file or a folder, and who else can write it, by the access list.
enum Ownership {
    /// Whether the user is one to whom HOME may be another's: none is on this system.
    static var isRoot: Bool { false }

    /// The number of the user who has called sudo: none on this system.
    static func sudoCaller(in environment: Environment) -> UInt32? { nil }

    /// The command that gives the file at `path` to the user.
    static func taking(_ path: [UInt8], _ name: String) -> String { "takeown /f \(word(path))" }

    /// The command that takes the mark of a read-only file away.
    static func unlocking(_ path: [UInt8], _ name: String) -> String { "attrib -r \(word(path))" }

    /// The command that keeps others from writing the file at `path`: its owner, SYSTEM and the administrators may do all with it,
    /// and the users of the machine read it.
    static func closing(_ path: [UInt8], _ name: String) -> String {
        "\(hiding(path, name)) *S-1-5-32-545:RX"
    }

    /// The command that keeps others from reading the file at `path`.
    static func hiding(_ path: [UInt8], _ name: String) -> String {
        "icacls \(word(path)) /inheritance:r /grant:r *S-1-3-4:F *S-1-5-18:F *S-1-5-32-544:F"
    }

    /// `path` as a word of cmd.exe and PowerShell; no path has a quote in it, and a `~` is for no program.
    private static func word(_ path: [UInt8]) -> String { "\"\(DisplayText.escaped(path))\"" }

    /// Whether `owner` is the user or the machine.
    static func isTrusted(_ owner: UInt32) -> Bool { owner == FileSystem.userID || owner == 0 }

    /// Whether `owner` is the machine: SYSTEM, the administrators or TrustedInstaller.
    static func isMachine(_ owner: UInt32) -> Bool { owner == 0 }

    /// Whether anybody but the user and the machine can write what is at `path`, whoever owns it; put files into a folder.
    static func isOpen(_ path: [UInt8], _ status: FileSystem.Status) -> Bool {
        status.isWritableByOthers
    }

    /// Whether others can put another file in the place of one in the folder at `path`.
    ///
    /// Where they may put new ones, as in that of a drive, they can't take away what is not theirs.
    static func lacksShelter(_ path: [UInt8], _ status: FileSystem.Status) -> Bool {
        status.isReplaceableByOthers
    }
}
