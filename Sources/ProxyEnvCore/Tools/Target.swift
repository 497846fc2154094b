/// What a tool wants to reach.
public struct Target: Sendable, Equatable {
    /// Whether it is reached through TLS.
    public let isSecure: Bool
    /// The host in lower case, without brackets.
    public let host: [UInt8]
    /// The port.
    public let port: Int
    /// Whether the URL names the port.
    let namesPort: Bool
    /// The address that the host is, if it is one of IPv4.
    let ipv4: [UInt8]?
    /// The address that the host is, if it is one of IPv6.
    let ipv6: [UInt8]?

    /// Whether the host is this machine by its name or a loopback address.
    var isLoopback: Bool {
        host.equals("localhost") || host.equals("::1") || ipv4?.first == 127
    }

    /// The target of `url`, which may lack its scheme (then it is https), and have a user's name in it, or nil.
    public init?(_ url: [UInt8]) {
        var rest = url[...].trimmingBlanks
        var isSecure = true
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")), rest[colon...].hasPrefix("://") {
            let scheme = rest[..<colon].map { $0.lowercased }
            switch true {
            case scheme.equals("https"), scheme.equals("wss"): isSecure = true
            case scheme.equals("http"), scheme.equals("ws"): isSecure = false
            default: return nil
            }
            rest = rest[(colon + 3)...]
        }
        rest = rest.prefix { !"/?#".utf8.contains($0) }
        if let at = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[(at + 1)...] }
        var host = rest.prefix { $0 != UInt8(ascii: ":") }
        var after = rest[host.endIndex...]
        if rest.first == UInt8(ascii: "[") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = rest[(rest.startIndex + 1)..<end]
            after = rest[(end + 1)...]
        }
        guard !host.isEmpty else { return nil }
        var port = isSecure ? 443 : 80
        if after.count > 1 {
            guard let given = ProxyURLParser.port(after.dropFirst()) else { return nil }
            port = Int(given)
        }
        self.isSecure = isSecure
        self.host = host.map { $0.lowercased }
        self.port = port
        namesPort = after.count > 1
        ipv4 = IPAddress.ipv4(self.host)
        ipv6 = IPAddress.ipv6(self.host)
    }

    /// The target as a URL, without a user's name, a password and a path.
    public var url: [UInt8] {
        var text = Array((isSecure ? "https://" : "http://").utf8)
        text += ipv6 == nil ? host : [UInt8(ascii: "[")] + host + [UInt8(ascii: "]")]
        text += ":\(port)/"
        return text
    }

    /// Whether the address is in the network `text`, as `10.0.0.0/8`; false for a name.
    func isInside(_ text: [UInt8]) -> Bool {
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return false }
        let digits = text[(slash + 1)...]
        guard (1...3).contains(digits.count), digits.allSatisfy({ $0.isDigit }) else {
            return false
        }
        let length = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let base = Array(text[..<slash])
        let pair = (IPAddress.ipv4(base), ipv4)
        if case (let network?, let address?) = pair {
            return length <= 32 && Self.isSame(network, address, bits: length)
        }
        if case (let network?, let address?) = (IPAddress.ipv6(base), ipv6) {
            return length <= 128 && Self.isSame(network, address, bits: length)
        }
        return false
    }

    private static func isSame(_ left: [UInt8], _ right: [UInt8], bits: Int) -> Bool {
        for index in 0..<min(left.count, right.count) {
            let count = min(8, max(0, bits - index * 8))
            let mask = count == 0 ? 0 : UInt8(truncatingIfNeeded: 0xFF << (8 - count))
            if left[index] & mask != right[index] & mask { return false }
        }
        return true
    }
}
