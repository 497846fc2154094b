import ProxyEnvCore

/// The system that this runs on.
enum Platform {
    /// Whether it is Linux inside Windows.
    static var isWSL: Bool { false }

    /// Whether this is a container; that is not looked for on this system.
    static var isContainer: Bool { false }

    /// What may keep the settings here, what people see of it first.
    static func settingsKeepers(in environment: Environment) -> [SettingsKeeper] { [.windows] }

    /// The files in which programs bring root certificates, as the system's own are in no file: those of Git for Windows.
    static let rootCertificates = [
        "C:\\Program Files\\Git\\mingw64\\etc\\ssl\\certs\\ca-bundle.crt",
        "C:\\Program Files\\Git\\usr\\ssl\\certs\\ca-bundle.crt",
    ].map { Array($0.utf8) }

    /// The folders in which systems have the authorities that were added to them: none on this one, which has a store.
    static let addedCertificates: [[UInt8]] = []

    /// The editor of who has named none.
    static let editor = "notepad.exe"

    /// The command that sets the clock.
    static var clockSetting: String { "w32tm /resync" }
}
