/// A named route to the network, as a file or the list of built-in profiles describes it.
public struct Profile: Sendable, Equatable {
    /// How traffic gets out.
    public enum Route: Sendable, Equatable {
        /// Through proxies.
        case proxies(Proxies)
        /// Without a proxy: every proxy variable is unset.
        case direct
        /// As the operating system's settings say.
        case system
        /// As the first of these profiles whose proxy accepts a connection.
        case firstReachable([String])
    }

    /// A proxy for each kind of target.
    public struct Proxies: Sendable, Equatable {
        /// For `http://` targets.
        public var http: ProxyURL
        /// For `https://` targets.
        public var https: ProxyURL
        /// For every other target, and for programs that know only `ALL_PROXY`.
        public var all: ProxyURL?

        /// Proxies for each kind of target.
        public init(http: ProxyURL, https: ProxyURL, all: ProxyURL?) {
            self.http = http
            self.https = https
            self.all = all
        }

        /// One proxy for every target.
        public init(everything url: ProxyURL) { self.init(http: url, https: url, all: url) }

        /// The proxies without repetition, that of `https` first, as it carries nearly everything.
        public var distinct: [ProxyURL] {
            var result = [https]
            for url in [http, all] {
                if let url, !result.contains(url) { result.append(url) }
            }
            return result
        }

        /// The different ones, each with the one of `others` that stands in its place.
        public func distinct(with others: Proxies) -> [(proxy: ProxyURL, other: ProxyURL)] {
            var result: [(proxy: ProxyURL, other: ProxyURL)] = []
            let pairs = [(https, others.https), (http, others.http)]
            let all = all.flatMap { all in others.all.map { (all, $0) } }
            for (proxy, other) in pairs + (all.map { [$0] } ?? [])
            where !result.contains(where: { $0.proxy == proxy }) {
                result.append((proxy, other))
            }
            return result
        }

        /// These proxies, each changed by `transform`.
        public func map<E>(_ transform: (ProxyURL) throws(E) -> ProxyURL) throws(E) -> Proxies {
            let all: ProxyURL? = if let all { try transform(all) } else { nil }
            return Proxies(http: try transform(http), https: try transform(https), all: all)
        }
    }

    /// A variable that the profile sets.
    public struct Variable: Sendable, Equatable {
        /// The variable's name.
        public var name: String
        /// The variable's value.
        public var value: [UInt8]

        /// A variable of this name and value.
        public init(name: String, value: [UInt8]) {
            self.name = name
            self.value = value
        }
    }

    /// The certificates that the profile makes its tools trust.
    public enum Certificates: Sendable, Equatable {
        /// The system's, and those of the file at this path.
        case added([UInt8])
        /// Those of the file at this path and no others.
        case replaced([UInt8])
    }

    /// The profile's name; for a profile made from a URL the URL without its password.
    public var name: String
    /// What it is for, in its owner's words.
    public var description: [UInt8]?
    /// How traffic gets out.
    public var route: Route
    /// The user's name for the proxies whose URL has none.
    public var username: [UInt8]?
    /// The password that goes with the user's name.
    public var password: PasswordSource?
    /// Hosts to be reached without the proxy, besides this machine.
    public var noProxy: [[UInt8]] = []
    /// Whether the hosts that were in `NO_PROXY` before the first `use` stay in it.
    public var inheritsNoProxy = true
    /// The certificates to trust.
    public var certificates: Certificates?
    /// Whether git goes through the proxy over ssh too.
    public var takesSSH = false
    /// Variables of its own.
    public var variables: [Variable] = []

    /// A profile that has only a route.
    public init(name: String, route: Route) {
        self.name = name
        self.route = route
    }

    /// Whether it has a user name or a password, beside its URLs or in one of them.
    public var hasCredentials: Bool {
        username != nil || password != nil
            || (proxies?.distinct ?? []).contains { $0.credentials != nil }
    }

    /// The addresses at which it has to be asked which route is open, none for a profile without a proxy.
    public var proxies: Proxies? {
        if case .proxies(let proxies) = route { proxies } else { nil }
    }
}
