/// What the files say of one profile, key by key, before it is a profile.
struct ProfileDraft {
    /// Where it stands in the last file that has it.
    var place: ConfigReader.Place
    var url: ConfigReader.Located<ProxyURL>?
    var http: ConfigReader.Located<ProxyURL>?
    var https: ConfigReader.Located<ProxyURL>?
    var all: ConfigReader.Located<ProxyURL>?
    var firstReachable: ConfigReader.Located<[String]>?
    var description: [UInt8]?
    var username: ConfigReader.Located<[UInt8]>?
    var password: ConfigReader.Located<PasswordSource>?
    var certificates: ConfigReader.Located<Profile.Certificates>?
    var noProxy: [[UInt8]] = []
    var inheritsNoProxy: Bool?
    var takesSSH: Bool?
    var variables: [Profile.Variable] = []
    /// Whether a key of the route was there, even if it was wrong: then none is reported as missing.
    var hasRoute = false

    /// A draft that says nothing yet.
    init(at place: ConfigReader.Place) { self.place = place }

    /// Whether there is a URL, though perhaps not all that are needed.
    var hasURL: Bool { url != nil || http != nil || https != nil || all != nil }

    /// Whether a URL names a user.
    var hasURLWithUsername: Bool {
        [url, http, https, all].contains { $0?.value.credentials != nil }
    }

    /// Whether there is all that a route needs.
    var isComplete: Bool {
        firstReachable != nil && !hasURL || candidates != nil
            || (http != nil || url != nil) && (https != nil || url != nil)
    }

    /// The URLs, and the keys by which they are given.
    var urls: [(key: ProfileKey, url: ConfigReader.Located<ProxyURL>)] {
        let urls: [(ProfileKey, ConfigReader.Located<ProxyURL>?)] = [
            (.url, url), (.http, http), (.https, https), (.all, all),
        ]
        return urls.compactMap { key, url in url.map { (key, $0) } }
    }

    /// The key of a URL that stands in the same file as `first-reachable`, where only one can be meant.
    var urlBesidesCandidates: ProfileKey? {
        guard let layer = firstReachable?.place.layer else { return nil }
        return urls.first { $0.url.place.layer == layer }?.key
    }

    /// The names in `first-reachable`, unless a higher file has replaced them by a URL.
    var candidates: [String]? {
        guard let firstReachable else { return nil }
        let layer = firstReachable.place.layer
        return urls.contains { $0.url.place.layer > layer } ? nil : firstReachable.value
    }

    /// The proxies, unless one is missing.
    var proxies: Profile.Proxies? {
        guard let http = http ?? url, let https = https ?? url else { return nil }
        return Profile.Proxies(http: http.value, https: https.value, all: (all ?? url)?.value)
    }

    /// The route, unless it is missing.
    var route: Profile.Route? {
        candidates.map { .firstReachable($0) } ?? proxies.map { .proxies($0) }
    }
}
