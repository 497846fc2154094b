import ProxyEnvCore

extension SocketAddress {
    /// The number of the user whose program listens there, on this machine: not looked for on this system.
    var listenerOwner: UInt32? { nil }
}
