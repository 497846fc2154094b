/// A proxy's address: scheme, credentials, host and port, each as it is meant, nothing percent-encoded.
public struct ProxyURL: Sendable, Equatable {
    /// The name and password that a proxy is given.
    public struct Credentials: Sendable, Equatable {
        /// The user's name.
        public var username: [UInt8]
        /// The password, or nil if there is none.
        public var password: [UInt8]?

        /// Whether others must not see them: there is a password, or the name does not look like a login.
        public var isSecret: Bool {
            password != nil || !UserName.isLogin(username, hasPassword: false)
        }

        /// Credentials of these parts.
        public init(username: [UInt8], password: [UInt8]? = nil) {
            self.username = username
            self.password = password
        }
    }

    /// The protocol that the proxy speaks.
    public var scheme: ProxyScheme
    /// What the proxy is told when it asks who is there.
    public var credentials: Credentials?
    /// A name, an IPv4 address, an IPv6 address without its brackets, or a placeholder; in lower case.
    public var host: String
    /// The port, 1 to 65535.
    public var port: UInt16

    /// An address of these parts.
    public init(
        scheme: ProxyScheme, credentials: Credentials? = nil, host: String, port: UInt16
    ) {
        self.scheme = scheme
        self.credentials = credentials
        self.host = host
        self.port = port
    }

    /// The HTTP proxy at `port` of this machine.
    public static func local(_ port: UInt16, _ scheme: ProxyScheme = .http) -> ProxyURL {
        ProxyURL(scheme: scheme, host: "127.0.0.1", port: port)
    }

    /// The URL as tools take it: percent-encoded credentials, an explicit port, no final slash.
    public var text: [UInt8] { text(password: credentials?.password.map(PercentEncoding.encode)) }

    /// The URL for people: with `***` for a password, and for a user's name that does not look like one.
    public var masked: String {
        let stars = Array("***".utf8)
        let isShown = credentials.map {
            UserName.isLogin($0.username, hasPassword: $0.password != nil)
        }
        return String(
            decoding: isShown == false
                ? text(user: stars)
                : text(password: credentials?.password.map { _ in stars }), as: UTF8.self)
    }

    /// `host:port`, IPv6 in brackets.
    public var endpoint: String { (host.utf8.contains(0x3A) ? "[\(host)]" : host) + ":\(port)" }

    /// The port as decimal digits.
    private var portText: [UInt8] {
        // Not by `String`, whose way with numbers takes longer than all else that is done to a URL.
        var digits: [UInt8] = []
        var rest = port
        repeat {
            digits.insert(UInt8(ascii: "0") + UInt8(rest % 10), at: 0)
            rest /= 10
        } while rest > 0
        return digits
    }

    /// Whether the host is this machine by its name or a loopback address.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1"
            || host.utf8.hasPrefix("127.") && IPAddress.isIPv4(Array(host.utf8))
    }

    private func text(password: [UInt8]?) -> [UInt8] {
        text(
            user: credentials.map { credentials in
                PercentEncoding.encode(credentials.username)
                    + (password.map { [UInt8(ascii: ":")] + $0 } ?? [])
            })
    }

    private func text(user: [UInt8]?) -> [UInt8] {
        var text: [UInt8] = Array((scheme.rawValue + "://").utf8)
        if let user {
            text += user
            text += "@"
        }
        let isIPv6 = host.utf8.contains(UInt8(ascii: ":"))
        text += isIPv6 ? "[" : ""
        text += host
        text += isIPv6 ? "]:" : ":"
        text += portText
        return text
    }
}
