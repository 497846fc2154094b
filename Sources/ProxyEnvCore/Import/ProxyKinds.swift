/// A proxy for each kind of target, as far as another program names one.
public struct ProxyKinds: Sendable, Equatable {
    /// For `http://` targets.
    public var http: ProxyURL?
    /// For `https://` targets.
    public var https: ProxyURL?
    /// For every target that has none of its own.
    public var all: ProxyURL?

    /// Proxies for these kinds.
    public init(http: ProxyURL? = nil, https: ProxyURL? = nil, all: ProxyURL? = nil) {
        self.http = http
        self.https = https
        self.all = all
    }

    /// Whether there is no proxy at all.
    public var isEmpty: Bool { https ?? all ?? http == nil }

    /// The one that carries nearly everything.
    public var main: ProxyURL? { https ?? all ?? http }

    /// The proxies of a profile: a kind that has none takes that of all, or the other's.
    public var proxies: Profile.Proxies? {
        guard let main else { return nil }
        let http = self.http ?? all ?? main
        let https = self.https ?? all ?? main
        return Profile.Proxies(http: http, https: https, all: all ?? (http == https ? https : nil))
    }

    /// Those kinds for which `transform` has a proxy.
    func compactMap(_ transform: (String, ProxyURL) -> ProxyURL?) -> ProxyKinds {
        ProxyKinds(
            http: http.flatMap { transform("http", $0) },
            https: https.flatMap { transform("https", $0) },
            all: all.flatMap { transform("all", $0) })
    }
}
