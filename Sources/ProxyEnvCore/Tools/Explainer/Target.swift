/// What a tool wants to reach.
public struct Target: Sendable, Equatable {
    /// Whether it is reached through TLS.
    public let isSecure: Bool
    /// The host in lower case, without brackets.
    public private(set) var host: [UInt8]
    /// The port.
    public let port: Int
    /// Whether the URL names the port.
    let namesPort: Bool
    /// The address that the host is, if it is one of IPv4.
    private(set) var ipv4: [UInt8]?
    /// The path behind the host, as the URL has it.
    private let path: [UInt8]
    /// The address that the host is, if it is one of IPv6.
    let ipv6: [UInt8]?

    /// Whether the host is this machine by its name or a loopback address.
    public var isLoopback: Bool {
        host.equals("localhost") || host.equals("::1") || ipv4?.first == 127
    }

    /// Its host and port, for people.
    public var endpoint: String {
        let host = DisplayText.shortened(host)
        return host.utf8.contains(0x3A) ? "[\(host)]:\(port)" : "\(host):\(port)"
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
        let whole = rest
        rest = rest.prefix { !"/?#".utf8.contains($0) }
        path = Array(whole[rest.endIndex...].prefix { !"?#".utf8.contains($0) })
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

    /// The target as a URL with the path, as git compares them; without a user's name, which may be a token, and without a path
    /// that holds one.
    public var comparedURL: [UInt8] {
        path.isEmpty || Secrets.hidden(in: path) != path ? url : url.dropLast() + path
    }

    /// The target as somebody writes it, with a port where the URL names one; else as `comparedURL`.
    public var writtenURL: [UInt8] {
        if namesPort { return comparedURL }
        let (url, port) = (comparedURL, ":\(self.port)")
        guard let start = url.firstOccurrence(of: Array((port + "/").utf8)) else { return url }
        return Array(url[..<start]) + url[(start + port.utf8.count)...]
    }

    /// Whether this repository is `target`, or is below it, with `.git` at the end or without.
    public func isInside(_ target: Target) -> Bool {
        func bare(_ url: [UInt8]) -> ArraySlice<UInt8> {
            let url = url.last == UInt8(ascii: "/") ? url.dropLast() : url[...]
            return url.hasSuffix(".git") ? url.dropLast(4) : url
        }
        let (own, other) = (bare(comparedURL), bare(target.comparedURL))
        return own.starts(with: other)
            && (own.count == other.count || own[own.startIndex + other.count] == 0x2F)
    }

    /// This target, its host as an address in the usual form where it is one in another (WHATWG URL, "IPv4 parser").
    var withPlainAddress: Target {
        var target = self
        if let ipv6 { target.host = Array(IPAddress.text(ipv6: ipv6).utf8) }
        guard ipv4 == nil, ipv6 == nil, let bytes = Self.plainIPv4(host) else { return target }
        target.ipv4 = bytes
        target.host = Array(bytes.map { "\($0)" }.joined(separator: ".").utf8)
        return target
    }

    private static func plainIPv4(_ host: [UInt8]) -> [UInt8]? {
        let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            guard let number = number(part) else { return nil }
            let count = index == parts.count - 1 ? 4 - index : 1
            guard number >> (8 * UInt64(count)) == 0 else { return nil }
            for place in (0..<count).reversed() {
                bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(place))))
            }
        }
        return bytes
    }

    /// A number in the way of C: `0x` for 16, `0` for 8, else 10 as its base.
    private static func number(_ text: ArraySlice<UInt8>) -> UInt64? {
        guard let first = text.first, first.isDigit, text.count <= 18 else { return nil }
        var (digits, base) = (text, UInt64(10))
        if text.prefix(2).equalsIgnoringCase("0x") {
            (digits, base) = (text.dropFirst(2), 16)
        } else if first == UInt8(ascii: "0"), text.count > 1 {
            (digits, base) = (text.dropFirst(), 8)
        }
        var number: UInt64 = 0
        for digit in digits {
            guard let value = digit.hexDigitValue, value < base, number >> 40 == 0 else {
                return nil
            }
            number = number * base + UInt64(value)
        }
        return number
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
