/// What a proxy's endpoint was found to be, and how far one gets through it.
public struct EndpointReport: Sendable {
    /// What came of the connections to it.
    public enum Connection: Sendable, Equatable {
        /// It accepts them.
        case connected
        /// Nothing listens there.
        case refused
        /// Nobody answers.
        case silent
        /// Nobody knows the host's address.
        case unresolvable
        /// The system's words for what went wrong.
        case failed(message: String)
    }

    /// What it speaks, as far as it has shown it: several on a port that is for all of them.
    public struct Protocols: Sendable, OptionSet {
        /// The bits.
        public let rawValue: UInt8

        /// The set of these bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// An HTTP proxy.
        public static let http = Protocols(rawValue: 1)
        /// A SOCKS 5 proxy.
        public static let socks5 = Protocols(rawValue: 2)
        /// A SOCKS 4 proxy.
        public static let socks4 = Protocols(rawValue: 4)
        /// TLS, in which may be anything.
        public static let tls = Protocols(rawValue: 8)
        /// A server of the web or of an API, which is no proxy.
        public static let web = Protocols(rawValue: 16)
        /// Something else.
        public static let other = Protocols(rawValue: 32)

        /// Those that are proxies.
        public static let proxies: Protocols = [.http, .socks5, .socks4]

        /// What a proxy of `scheme` has to speak.
        public static func needed(by scheme: ProxyScheme) -> Protocols {
            switch scheme {
            case .http: .http
            case .https: .tls
            case .socks5, .socks5h: .socks5
            case .socks4, .socks4a: .socks4
            }
        }

        /// Each with its name for people and the one that programs know.
        private static let named: [(protocol: Protocols, name: String, word: String)] = [
            (.http, "HTTP", "http"), (.socks5, "SOCKS 5", "socks5"), (.socks4, "SOCKS 4", "socks4"),
            (.tls, "TLS", "tls"), (.web, "HTTP, but as a server", "web"),
            (.other, "something else", "other"),
        ]

        /// The protocols for people.
        public var names: String {
            Self.named.filter { contains($0.protocol) }.map { $0.name }.joined(separator: " and ")
        }

        /// The protocols for programs.
        public var words: [String] {
            Self.named.filter { contains($0.protocol) }.map { $0.word }
        }
    }

    /// What it wants to know about who is there.
    public enum Authentication: Sendable, Equatable {
        /// Nothing.
        case notAsked
        /// A name and a password, and ours will do.
        case accepted
        /// A name and a password, and it did not take ours; the schemes by which it may be told.
        case refused(schemes: [String])
        /// A name and a password, and there is none; the schemes by which it may be told.
        case required(schemes: [String])
        /// It was not seen, as it did not get so far.
        case unknown
    }

    /// Whether it lets one through to the target.
    public enum Tunnel: Sendable, Equatable {
        /// It was not asked.
        case notTried
        /// It does.
        case open
        /// It does not; an HTTP proxy's status, and why.
        case refused(status: Int?, reason: String)
    }

    /// What the target itself answered.
    public enum Origin: Sendable, Equatable {
        /// It was not asked, as there is no route to it.
        case notTried
        /// It was not asked, for this reason.
        case skipped(reason: String)
        /// There is no trust in its certificate, or no TLS.
        case tlsFailure(TLSFailure)
        /// The connection broke off before an answer.
        case failed(message: String)
        /// It has answered.
        case answered(OriginAnswer)
    }

    /// How many milliseconds each step took; nil for one that was not taken.
    public struct Milliseconds: Sendable, Equatable {
        /// None yet.
        public init() {}

        /// Until the host's addresses were known.
        public var resolve: Int?
        /// Until it accepted a connection.
        public var connect: Int?
        /// Until it had shown what it is, and had opened the route to the target.
        public var tunnel: Int?
        /// From there until TLS with the target stood.
        public var tls: Int?
        /// From there until the target's answer began.
        public var answer: Int?
    }

    /// The proxy that was asked, with its password.
    public var proxy: ProxyURL
    /// The host's addresses.
    public var addresses: [SocketAddress] = []
    /// What came of the connections to it.
    public var connection = Connection.unresolvable
    /// The number of another ordinary user of this machine whose program it is, if it is one's; that one gets no password.
    public var otherUser: UInt32?
    /// What it speaks.
    public var spoken: Protocols = []
    /// What a server that is no proxy is, in words that are safe to show.
    public var serverDescription: String?
    /// Why it showed nothing that is a protocol, in words that are safe to show.
    public var muteness: String?
    /// What it wants to know about who is there.
    public var authentication = Authentication.unknown
    /// Whether it lets one through to the target.
    public var tunnel = Tunnel.notTried
    /// Whether its own rules are why it lets no one through, by what SOCKS 5 says of that.
    public var isDenied = false
    /// Whether there is no TLS with it that can be trusted.
    public var isTLSBroken = false
    /// What the target itself answered.
    public var origin = Origin.notTried
    /// How long each step took.
    public var milliseconds = Milliseconds()

    /// The report of `proxy`, of which nothing is known yet.
    public init(proxy: ProxyURL) { self.proxy = proxy }

    /// Whether it lets nobody through without a password.
    public var asksForPassword: Bool {
        if case .required = authentication { return true }
        return false
    }

    /// Whether it accepts connections and has not said a word that is of a known protocol.
    public var isMute: Bool { connection == .connected && spoken.isEmpty }

    /// The URL of the proxy without a password, by what most tools speak to it; nil where it is none.
    public var spokenURL: ProxyURL? {
        guard !spoken.isDisjoint(with: .proxies), var url = asSpoken else { return nil }
        url.credentials = nil
        return url
    }

    /// The URL by which it can be proposed; nil where it is no proxy, or another user's.
    public var proposedURL: ProxyURL? { otherUser == nil ? spokenURL : nil }

    /// The proxy by what it was found to speak, the kind first that most tools can; nil where it is none.
    public var asSpoken: ProxyURL? {
        let kinds: [(Protocols, ProxyScheme)] = [
            (.http, .http), (.socks5, .socks5h), (.socks4, .socks4a), (.tls, .https),
        ]
        guard let scheme = kinds.first(where: { spoken.contains($0.0) })?.1 else { return nil }
        var other = proxy
        other.scheme = scheme
        return other
    }

    /// Notes that the proxy denied the connection to the target with `status`; with 407 it asks for a password.
    public mutating func noteRefusal(_ status: Int) {
        if status == 407 {
            authentication =
                proxy.credentials != nil ? .refused(schemes: []) : .required(schemes: [])
        }
        tunnel = .refused(status: status, reason: "")
    }
}
