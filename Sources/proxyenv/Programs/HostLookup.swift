import ProxyEnvCore

/// Finds the addresses of hosts, as the machine itself would, within a time.
enum HostLookup {
    /// The addresses of each of `hosts`, none where nobody knows one in time.
    ///
    /// - Parameters:
    ///   - hosts: Names, literals and ports; all names are looked up at once.
    ///   - environment: The environment of the program that is asked.
    ///   - deadline: The time of `Clock` at which waiting ends.
    /// - Returns: The addresses, in the order of the hosts.
    static func addresses(
        of hosts: [(host: String, port: UInt16)], in environment: Environment, by deadline: Int
    ) -> [[SocketAddress]] {
        var names: [String] = []
        for (host, port) in hosts
        where SocketAddress.literal(host, port: port) == nil && !names.contains(host) {
            names.append(host)
        }
        let lookups = names.map { name -> AddressLookup? in
            // A host with a dash in front would be an option.
            guard !name.utf8.hasPrefix("-") else { return nil }
            return try? AddressLookup(of: name, in: ShimFolder.inquiry(in: environment))
        }
        let answers = lookups.map { $0?.answer(by: deadline) ?? [] }
        return hosts.map { host, port in
            if let literal = SocketAddress.literal(host, port: port) { return literal }
            return names.firstIndex(of: host).map { addresses(in: answers[$0], port: port) } ?? []
        }
    }

    private static func addresses(in output: [UInt8], port: UInt16) -> [SocketAddress] {
        var addresses: [SocketAddress] = []
        for word in output.pieces(separatedBy: { $0 <= 0x20 }) {
            var address: SocketAddress?
            if let bytes = IPAddress.ipv4(word) { address = .ipv4(bytes, port: port) }
            if let bytes = IPAddress.ipv6(word) { address = .ipv6(bytes, port: port) }
            if let address, !addresses.contains(address) { addresses.append(address) }
        }
        return addresses
    }

    /// The host that `placeholder` stands for now, or nil if it can't be told.
    static func host(for placeholder: HostPlaceholder, in environment: Environment) -> String? {
        switch placeholder {
        case .wslHost: DefaultRoute.gateway
        case .dockerHost:
            addresses(
                of: [("host.docker.internal", 1)], in: environment, by: Clock.milliseconds + 1000
            ) == [[]] ? DefaultRoute.gateway : "host.docker.internal"
        }
    }
}
