import ProxyEnvCore

/// One of the profiles among which `auto` or `first-reachable` chooses.
struct ProfileCandidate {
    /// The profile.
    var profile: Profile
    /// Whether its port has to answer as a proxy, and is used by what it speaks; else it is enough that it accepts.
    let speaks: Bool

    /// A candidate of `auto`, if `isLocal`, or of a list of the user's own.
    ///
    /// What listens on the port of a local proxy may be something else. What a list of one's own names is believed, as is a
    /// profile with several proxies, and one inside TLS.
    init(_ profile: Profile, isLocal: Bool) {
        self.profile = profile
        let urls = profile.proxies?.distinct ?? []
        speaks =
            isLocal && urls.count == 1
            && urls.allSatisfy {
                $0.scheme != .https
                    && ($0.isLoopback || HostPlaceholder(Array($0.host.utf8)) == .wslHost)
            }
    }

    /// The proxy that is asked; nil for a route without one.
    var proxy: ProxyURL? { profile.proxies?.https }

    /// The profile with `scheme` for its proxy.
    func speaking(_ scheme: ProxyScheme?) -> Profile {
        guard let scheme, let proxies = profile.proxies else { return profile }
        var profile = profile
        profile.route = .proxies(
            proxies.map { url in
                var url = url
                url.scheme = scheme
                return url
            })
        return profile
    }
}
