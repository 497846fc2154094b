import ProxyEnvCore

/// The route out of this machine.
enum DefaultRoute {
    /// The IPv4 address of the default gateway, which for a WSL or container guest is its host; nil if there is none.
    static var gateway: String? { table?.gateway }

    /// The routes; nil where they can't be read.
    static var table: RouteTable? {
        #if os(Linux)
            let path = Array("/proc/net/route".utf8)
            return (try? FileSystem.loadVirtual(path, limit: 65_536)).map { RouteTable($0) }
        #else
            return nil
        #endif
    }
}
