import ProxyEnvCore

/// The names and numbers by which programs reach this very machine.
enum LocalMachine {
    /// The addresses of this machine that `host` stands for; none where it is another machine, or not known without asking.
    ///
    /// - Parameters:
    ///   - host: A name, or a number as `inet_aton` reads it, to which tools hand it.
    ///   - port: The port.
    ///   - asksHosts: Whether the system's file of hosts is read for a name: nothing that starts waits for it without need.
    /// - Returns: The addresses.
    static func addresses(
        of host: String, port: UInt16, askingHosts asksHosts: Bool
    ) -> [SocketAddress] {
        let name = Array(host.utf8).map { $0.lowercased }
        if let bytes = IPAddress.looseIPv4(name) {
            // A connection to no address in particular ends here.
            return own([bytes.allSatisfy { $0 == 0 } ? [127, 0, 0, 1] : bytes], port)
        }
        if let bytes = IPAddress.ipv6(name) {
            let isMapped =
                bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10...11] == [0xFF, 0xFF]
            if isMapped { return own([Array(bytes[12...])], port) }
            return own([bytes.allSatisfy { $0 == 0 } ? loopback6 : bytes], port)
        }
        let plain = name.last == UInt8(ascii: ".") ? Array(name.dropLast()) : name
        if plain.equals("localhost") || plain.hasSuffix(".localhost") { return loopbacks(port) }
        guard asksHosts else { return [] }
        let listed = own(HostsFile.addresses(of: plain, in: hostsFile), port)
        return plain.equalsIgnoringCase(ownName) ? listed + loopbacks(port) : listed
    }

    private static let loopback6 = Array(repeating: UInt8(0), count: 15) + [1]

    private static func loopbacks(_ port: UInt16) -> [SocketAddress] {
        [.ipv4([127, 0, 0, 1], port: port), .ipv6(loopback6, port: port)]
    }

    /// Those of `addresses` that are this machine's.
    private static func own(_ addresses: [[UInt8]], _ port: UInt16) -> [SocketAddress] {
        addresses.map { $0.count == 4 ? .ipv4($0, port: port) : .ipv6($0, port: port) }
            .filter { isLoopback($0) || Sockets.isOwn($0) }
    }

    private static func isLoopback(_ address: SocketAddress) -> Bool {
        switch address {
        case .ipv4(let bytes, _): bytes.first == 127
        case .ipv6(let bytes, _): bytes == loopback6
        }
    }
}
