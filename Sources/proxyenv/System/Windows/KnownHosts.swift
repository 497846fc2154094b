import CWindows

/// What the system itself knows of hosts.
extension LocalMachine {
    /// The content of the file with the addresses of hosts; nothing where it can't be read.
    static var hostsFile: [UInt8] {
        guard let folder = CText.taken(windows_system_folder()) else { return [] }
        let path = folder + Array("\\System32\\drivers\\etc\\hosts".utf8)
        return (try? FileSystem.load(path, limit: 1 << 16))?.content ?? []
    }

    /// The machine's name.
    ///
    /// The corresponding function of Windows is `GetComputerNameExW`.
    static var ownName: String {
        CText.taken(windows_machine_name()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
