import ProxyEnvCore

/// The route out of this machine, which only a guest of WSL or a container asks for: it leads to the guest's host.
enum DefaultRoute {
    /// The IPv4 address of the default gateway: not looked for on this system, which is the host.
    static var gateway: String? { nil }

    /// The routes: not looked for on this system.
    static var table: RouteTable? { nil }
}
