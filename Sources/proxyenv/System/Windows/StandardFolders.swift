import CWindows
import ProxyEnvCore

/// The user's folders, as Windows names them in variables; those of the XDG Base Directory Specification 0.8 come first, as
/// shells from other systems set them.
struct StandardFolders {
    /// What names them.
    let environment: Environment

    /// The folders that `environment` names.
    init(_ environment: Environment) { self.environment = environment }

    /// The user's home folder: HOME, where a shell has set it, else USERPROFILE; nil where nobody has said which it is.
    var home: [UInt8]? { environment.home }

    /// The variable that is missing where there is no folder for settings.
    static let settingsVariable = "APPDATA"
    /// The variable that is missing where there is none for data or for what can be made again.
    static let dataVariable = "LOCALAPPDATA"

    /// The one for settings; nil without a home folder.
    var settings: [UInt8]? { folder("XDG_CONFIG_HOME", "APPDATA", inHome: "\\AppData\\Roaming") }

    /// The one for what can be made again at any time; nil without a home folder.
    var cache: [UInt8]? { folder("XDG_CACHE_HOME", "LOCALAPPDATA", inHome: "\\AppData\\Local") }

    /// The one for data; nil without a home folder.
    var data: [UInt8]? { folder("XDG_DATA_HOME", "LOCALAPPDATA", inHome: "\\AppData\\Local") }

    /// The one for what is to be remembered; nil without a home folder.
    var state: [UInt8]? { folder("XDG_STATE_HOME", "LOCALAPPDATA", inHome: "\\AppData\\Local") }

    /// The one for documents, which may have been moved; nil without a home folder.
    var documents: [UInt8]? {
        let key = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders"
        let listed = Registry.value("Personal", of: key, in: .user) ?? []
        if PathText.isAbsolute(listed) { return listed }
        return home.map { $0 + Array("\\Documents".utf8) }
    }

    /// The login session's: there is none on this system.
    var session: [UInt8]? { nil }

    /// The one for the settings of the whole machine.
    ///
    /// No variable is asked, which anybody may have set.
    static let machineSettings: [UInt8] = {
        let key = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList"
        let windows = CText.taken(windows_system_folder()) ?? Array("C:\\Windows".utf8)
        let drive = Array(windows.prefix(2))
        let variable = Array("%SystemDrive%".utf8)
        let listed = Registry.value("ProgramData", of: key, in: .machine) ?? []
        if listed.hasPrefix("%SystemDrive%\\") { return drive + listed.dropFirst(variable.count) }
        return PathText.isAbsolute(listed) ? listed : drive + Array("\\ProgramData".utf8)
    }()

    /// The one for what can be made again at any time and is the machine's.
    static let machineCache = machineSettings

    private func folder(_ first: String, _ second: String, inHome place: String) -> [UInt8]? {
        named(first) ?? named(second) ?? home.map { $0 + Array(place.utf8) }
    }

    private func named(_ variable: String) -> [UInt8]? {
        environment.nonEmpty(variable).flatMap { PathText.isAbsolute($0) ? $0 : nil }
    }
}
