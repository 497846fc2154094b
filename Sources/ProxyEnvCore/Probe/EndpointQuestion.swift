/// What is to be found out of an endpoint.
public struct EndpointQuestion: Sendable {
    /// The endpoint's number.
    public let number: Int
    /// The proxy as the profile has it.
    public let proxy: ProxyURL
    /// What is to be reached through it, or nil where only its kind is of interest.
    public let target: Target?
    /// How long it may take.
    public let timeouts: ProbeTimeouts

    /// Whether `proxy`, the endpoint `number`, is one, and leads to `target`.
    public init(_ number: Int, _ proxy: ProxyURL, to target: Target?, _ timeouts: ProbeTimeouts) {
        self.number = number
        self.proxy = proxy
        self.target = target
        self.timeouts = timeouts
    }

    /// The conversation that the profile is about.
    public var ownRole: Exchange.Role {
        switch proxy.scheme {
        case .http: .http
        case .https: .tls
        case .socks5, .socks5h: .socks5
        case .socks4, .socks4a: .socks4
        }
    }
}
