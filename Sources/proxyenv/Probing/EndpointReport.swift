import ProxyEnvCore

/// What a proxy's endpoint was found to be, and how far one gets through it.
struct EndpointReport {
    /// What came of the connections to it.
    enum Connection: Equatable {
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
    struct Protocols: OptionSet {
        /// The bits.
        let rawValue: UInt8

        /// An HTTP proxy.
        static let http = Protocols(rawValue: 1)
        /// A SOCKS 5 proxy.
        static let socks5 = Protocols(rawValue: 2)
        /// A SOCKS 4 proxy.
        static let socks4 = Protocols(rawValue: 4)
        /// TLS, in which may be anything.
        static let tls = Protocols(rawValue: 8)
        /// A server of the web or of an API, which is no proxy.
        static let web = Protocols(rawValue: 16)
        /// Something else.
        static let other = Protocols(rawValue: 32)

        /// Those that are proxies.
        static let proxies: Protocols = [.http, .socks5, .socks4]
    }

    /// What it wants to know about who is there.
    enum Authentication: Equatable {
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
    enum Tunnel: Equatable {
        /// It was not asked.
        case notTried
        /// It does.
        case open
        /// It does not; an HTTP proxy's status, and why.
        case refused(status: Int?, reason: String)
    }

    /// What the target itself answered.
    enum Origin: Equatable {
        /// It was not asked, as there is no way to it.
        case notTried
        /// It was not asked, for this reason.
        case skipped(reason: String)
        /// There is no trust in its certificate, or no TLS.
        case tlsFailure(TLSFailure)
        /// The way broke off before an answer.
        case failed(message: String)
        /// It has answered.
        case answered(OriginAnswer)
    }

    /// How many milliseconds each step took; nil for one that was not taken.
    struct Milliseconds: Equatable {
        /// Until the host's addresses were known.
        var resolve: Int?
        /// Until it accepted a connection.
        var connect: Int?
        /// Until it had shown what it is, and had opened the way to the target.
        var tunnel: Int?
        /// From there until TLS with the target stood.
        var tls: Int?
        /// From there until the target's answer began.
        var answer: Int?
    }

    /// The proxy that was asked, with its password.
    var proxy: ProxyURL
    /// The host's addresses.
    var addresses: [Sockets.Address] = []
    /// What came of the connections to it.
    var connection = Connection.unresolvable
    /// The number of another ordinary user of this machine whose program it is, if it is one's; that one gets no password.
    var otherUser: UInt32?
    /// What it speaks.
    var spoken: Protocols = []
    /// What a server that is no proxy is, in words that are safe to show.
    var serverDescription: String?
    /// Why it showed nothing that is a protocol, in words that are safe to show.
    var muteness: String?
    /// What it wants to know about who is there.
    var authentication = Authentication.unknown
    /// Whether it lets one through to the target.
    var tunnel = Tunnel.notTried
    /// What the target itself answered.
    var origin = Origin.notTried
    /// How long each step took.
    var milliseconds = Milliseconds()

    /// Whether it lets nobody through without a password.
    var asksForPassword: Bool {
        if case .required = authentication { return true }
        return false
    }

    /// Whether it accepts connections and has not said a word that is of a known protocol.
    var isMute: Bool { connection == .connected && spoken.isEmpty }

    /// The proxy by what it was found to speak, the kind first that most tools can; nil where it is none.
    var asSpoken: ProxyURL? {
        let kinds: [(Protocols, ProxyScheme)] = [
            (.http, .http), (.socks5, .socks5h), (.socks4, .socks4a), (.tls, .https),
        ]
        guard let scheme = kinds.first(where: { spoken.contains($0.0) })?.1 else { return nil }
        var other = proxy
        other.scheme = scheme
        return other
    }

    /// Notes that the proxy has refused the way to the target with `status`; with 407 it asks for a password.
    mutating func noteRefusal(_ status: Int) {
        if status == 407 {
            authentication =
                proxy.credentials != nil ? .refused(schemes: []) : .required(schemes: [])
        }
        tunnel = .refused(status: status, reason: "")
    }
}

/// A target's answer to a request of the web.
struct OriginAnswer: Equatable {
    /// The status of HTTP.
    var status: Int
    /// The fields of the head, in their order.
    var headers: [(name: [UInt8], value: [UInt8])]
    /// The beginning of the body, at most `longestBody` bytes.
    var body: [UInt8]
    /// Who has signed the certificate, in words that are safe to show; nil without TLS, or where it can't be told.
    var issuer: String?
    /// Whether the system trusts the certificate without the profile's own; nil without TLS.
    var isPublicCA: Bool?

    /// The most bytes of the body that are kept.
    static let longestBody = 65_536

    /// The value of the first header `name`, in any case.
    func value(of name: String) -> [UInt8]? {
        headers.first { $0.name.equalsIgnoringCase(name) }?.value
    }

    /// Compares all parts.
    static func == (left: OriginAnswer, right: OriginAnswer) -> Bool {
        left.status == right.status && left.body == right.body && left.issuer == right.issuer
            && left.isPublicCA == right.isPublicCA
            && left.headers.elementsEqual(right.headers) {
                $0.name == $1.name && $0.value == $1.value
            }
    }
}
