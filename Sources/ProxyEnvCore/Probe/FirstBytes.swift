/// What speaks, by the first bytes that it says.
public enum FirstBytes: Sendable, Equatable {
    case socks5
    case socks4
    case http
    case tls
    /// Something else, as `SSH-2.0-…`.
    case other

    /// How many bytes are enough to tell.
    public static let count = 16

    /// What begins with `bytes`, or nil if they are too few to tell.
    public init?(_ bytes: some Collection<UInt8>) {
        let start = Array(bytes.prefix(5))
        guard start.count >= 2 else { return nil }
        switch (start[0], start[1]) {
        // The method that was chosen, which is one of those offered, or none (RFC 1928, section 3).
        case (0x05, 0x00), (0x05, 0x02), (0x05, 0xFF): self = .socks5
        case (0x00, 0x5A...0x5D): self = .socks4
        // A record of TLS: an alert or a handshake, of version 3 (RFC 8446, section 5.1).
        case (0x15, 0x03), (0x16, 0x03): self = .tls
        default:
            let isHTTP = zip(start, "HTTP/".utf8).allSatisfy { $0 == $1 }
            if isHTTP, start.count < 5 { return nil }
            self = isHTTP ? .http : .other
        }
    }
}
