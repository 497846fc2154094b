import CSystem

/// What the system itself knows of hosts.
extension LocalMachine {
    /// The content of the file with the addresses of hosts; nothing where it can't be read.
    static var hostsFile: [UInt8] {
        (try? FileSystem.load(Array("/etc/hosts".utf8), limit: 1 << 16))?.content ?? []
    }

    /// The machine's name.
    ///
    /// The corresponding C function is `gethostname`.
    static var ownName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
