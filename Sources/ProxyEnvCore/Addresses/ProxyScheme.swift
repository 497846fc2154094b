/// The protocols by which a proxy is spoken to.
public enum ProxyScheme: String, Sendable, Equatable, CaseIterable {
    /// HTTP, with `CONNECT` for TLS targets (RFC 9110, section 9.3.6).
    case http
    /// The same inside TLS; few tools speak it.
    case https
    /// SOCKS 5 (RFC 1928), where most tools look up the target's name themselves.
    case socks5
    /// SOCKS 5, where the proxy looks up the target's name.
    case socks5h
    /// SOCKS 4: IPv4 targets.
    case socks4
    /// SOCKS 4a: the proxy looks up the target's name.
    case socks4a

    /// Whether it is SOCKS of any kind.
    var isSOCKS: Bool { self != .http && self != .https }

    /// Whether it is SOCKS 4 of any kind.
    var isSOCKS4: Bool { self == .socks4 || self == .socks4a }

    private static let known = allCases

    /// The scheme written as `text`, in any case, or nil.
    init?(_ text: some Collection<UInt8>) {
        for scheme in Self.known where text.equalsIgnoringCase(scheme.rawValue) {
            self = scheme
            return
        }
        return nil
    }
}
