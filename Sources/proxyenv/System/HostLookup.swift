import ProxyEnvCore

/// Finds the addresses of hosts.
///
/// Not by `getaddrinfo`: in a static program it would load libraries of the running system, and it can block for
/// a minute. The machine's own program is asked, and ended when it takes too long.
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
    ) -> [[Sockets.Address]] {
        let lookups = hosts.map { host, port -> ChildProcess? in
            guard Sockets.Address.literal(host, port: port) == nil else { return nil }
            return try? ChildProcess(
                starting: words(for: host), ShimFolder.left(out: environment))
        }
        return zip(hosts, lookups).map { host, lookup in
            if let literal = Sockets.Address.literal(host.host, port: host.port) { return literal }
            return lookup.map { addresses(in: $0.finish(by: deadline).output, port: host.port) }
                ?? []
        }
    }

    private static func words(for host: String) -> [[UInt8]] {
        #if canImport(Darwin)
            let words = ["/usr/bin/dscacheutil", "-q", "host", "-a", "name", host]
        #else
            let words = ["getent", "ahosts", host]
        #endif
        return words.map { Array($0.utf8) }
    }

    private static func addresses(in output: [UInt8], port: UInt16) -> [Sockets.Address] {
        var addresses: [Sockets.Address] = []
        for word in output.pieces(separatedBy: { $0 <= 0x20 }) {
            var address: Sockets.Address?
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

/// The way out of this machine.
enum DefaultRoute {
    /// The IPv4 address of the default gateway, which for a WSL or container guest is its host; nil if there is none.
    static var gateway: String? {
        #if canImport(Darwin)
            return nil
        #else
            guard
                let table = try? FileSystem.loadVirtual(
                    Array("/proc/net/route".utf8), limit: 65_536)
            else { return nil }
            // Interface, destination, gateway …, the addresses as hexadecimal in the machine's byte order.
            for line in table.split(separator: 0x0A).dropFirst() {
                let fields = line.pieces { $0 == 0x09 || $0 == 0x20 }
                guard fields.count > 2, fields[1].equals("00000000"),
                    let value = UInt32(String(decoding: fields[2], as: UTF8.self), radix: 16),
                    value != 0
                else { continue }
                let bytes = withUnsafeBytes(of: value) { Array($0) }
                return bytes.map { String($0) }.joined(separator: ".")
            }
            return nil
        #endif
    }
}
