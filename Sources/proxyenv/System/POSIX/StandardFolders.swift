import ProxyEnvCore

/// The user's folders by the XDG Base Directory Specification 0.8, in which a relative path in a variable counts for nothing.
struct StandardFolders {
    /// What names them.
    let environment: Environment

    /// The folders that `environment` names.
    init(_ environment: Environment) { self.environment = environment }

    /// The user's home folder; nil where nobody has said which it is.
    var home: [UInt8]? { environment.home }

    /// The variable that is missing where there is no folder for settings.
    static let settingsVariable = "HOME"
    /// The variable that is missing where there is none for data or for what can be made again.
    static let dataVariable = "HOME"

    /// The one for settings; nil without HOME.
    var settings: [UInt8]? { folder("XDG_CONFIG_HOME", inHome: "/.config") }

    /// The one for what can be made again at any time; nil without HOME.
    var cache: [UInt8]? { folder("XDG_CACHE_HOME", inHome: "/.cache") }

    /// The one for data; nil without HOME.
    var data: [UInt8]? { folder("XDG_DATA_HOME", inHome: "/.local/share") }

    /// The one for what is to be remembered; nil without HOME.
    var state: [UInt8]? { folder("XDG_STATE_HOME", inHome: "/.local/state") }

    /// The one for documents, where programs have their start-up files: there is none on this system.
    var documents: [UInt8]? { nil }

    /// The login session's, or nil.
    var session: [UInt8]? { named("XDG_RUNTIME_DIR") }

    /// The one for the settings of the whole machine.
    static let machineSettings = Array("/etc".utf8)

    /// The one for what can be made again at any time and is root's.
    static let machineCache = Array("/var/cache".utf8)

    private func folder(_ variable: String, inHome place: String) -> [UInt8]? {
        named(variable) ?? home.map { $0 + Array(place.utf8) }
    }

    private func named(_ variable: String) -> [UInt8]? {
        environment.nonEmpty(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
