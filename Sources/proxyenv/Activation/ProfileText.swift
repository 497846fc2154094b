import ProxyEnvCore

/// A profile's parts for people.
enum ProfileText {
    /// The route: a URL without its password, or a few words.
    static func route(_ profile: Profile) -> String {
        switch profile.route {
        case .direct: return "no proxy"
        case .system: return "the system's settings"
        case .firstReachable(let names):
            // `auto` has more candidates than a line holds.
            let shown = names.count > 4 ? names.prefix(3) + ["…"] : names[...]
            return "first of " + shown.joined(separator: ", ")
        case .proxies(let proxies):
            return withUsername(proxies.https, profile).masked
        }
    }

    private static func withUsername(_ url: ProxyURL, _ profile: Profile) -> ProxyURL {
        var url = url
        if url.credentials == nil, let username = profile.username {
            url.credentials = ProxyURL.Credentials(
                username: username, password: profile.password == nil ? nil : [])
        }
        return url
    }
}
