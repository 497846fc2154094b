import ProxyEnvCore

/// The system that this runs on.
enum Platform {
    /// Whether it is Linux inside Windows.
    static var isWSL: Bool { false }

    /// Whether this is a container; that is not looked for on this system.
    static var isContainer: Bool { false }

    /// What may keep the settings here, what people see of it first.
    ///
    /// A policy may have made the settings the machine's: `ProxySettingsPerUser` is 0 then.
    static func settingsKeepers(in environment: Environment) -> [SettingsKeeper] {
        let key = WindowsSettings.key
        let policy = "Software\\Policies" + key.dropFirst("Software".count)
        let perUser = Registry.value("ProxySettingsPerUser", of: policy, in: .machine)
        let part = perUser?.elementsEqual("0".utf8) == true ? Registry.Part.machine : .user
        let services = Registry.bytes(
            WinHTTPSettings.value, of: WinHTTPSettings.key, in: .machine)
        let settings = WindowsSettings.read(
            entries: Registry.values(of: key, in: part) ?? [],
            services: services.flatMap { WinHTTPSettings($0) })
        return [.told(settings)]
    }

    /// The files in which programs bring root certificates, as the system's own are in no file: those of Git for Windows.
    static let rootCertificates = [
        "C:\\Program Files\\Git\\mingw64\\etc\\ssl\\certs\\ca-bundle.crt",
        "C:\\Program Files\\Git\\usr\\ssl\\certs\\ca-bundle.crt",
    ].map { Array($0.utf8) }

    /// The folders in which systems have the authorities that were added to them: none on this one, which has a store.
    static let addedCertificates: [[UInt8]] = []

    /// Why no variable can have `value`; nil where one can.
    static func refusal(of value: [UInt8]) -> String? {
        let most = 32_766
        if value.count <= most { return nil }
        // In UTF-16 a character has one unit, or two where it has four bytes in UTF-8.
        let units = value.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 < 0xF0 ? 1 : 2) }
        return units > most ? "more than the 32,766 characters that Windows allows" : nil
    }

    /// The shell where none is known: PowerShell, which other programs host under their own names, as ISE does.
    static var shell: Shell { .powershell }

    /// Whether services are started by systemd here.
    static let hasSystemd = false

    /// The editor of who has named none.
    static let editor = "notepad.exe"

    /// The command that sets the clock.
    static var clockSetting: String { "w32tm /resync" }
}
