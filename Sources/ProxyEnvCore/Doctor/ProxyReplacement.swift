/// What puts another proxy in the place of one that leads nowhere, and loses nothing that belongs to it.
public struct ProxyReplacement {
    /// Where the proxy is named.
    public enum Place {
        /// A key of a profile, which may have a user name or a password beside it.
        case key(ProfileKey, profile: String, hasCredentials: Bool)
        /// The rule of a command, as a URL.
        case rule(command: String)

        /// The place in words.
        fileprivate var owner: String {
            switch self {
            case .key(_, let profile, _): "profile \(profile)"
            case .rule(let command): "the rule of \(command)"
            }
        }

        /// The change that puts `proxy` there.
        fileprivate func change(to proxy: ProxyURL) -> ConfigChange {
            switch self {
            case .key(let key, let profile, _):
                ConfigChange(profile: profile, key: key, proxy: proxy)
            case .rule(let command): ConfigChange(command: command, proxy: proxy)
            }
        }
    }

    /// The change of proxyenv's own file, where it is one that `--fix` may offer.
    public private(set) var edit: ConfigChange?
    /// What to do where there is none, and behind it.
    public var steps: [String] = []

    /// `other` where `place` has `written`, which is reached as `proxy`.
    ///
    /// Only a proxy of this machine that needs no login may become another of the same scheme by `--fix`: all else would send
    /// somebody's traffic, or password, where they did not mean it to go.
    public init(_ other: ProxyURL, at place: Place, for proxy: ProxyURL, written: ProxyURL) {
        var hasCredentials = written.credentials != nil
        if case .key(_, _, true) = place { hasCredentials = true }
        var other = other
        other.credentials = nil
        let isSameHost = other.host == proxy.host
        let isSameProxy =
            (isSameHost && other.port == proxy.port)
            || HostPlaceholder(Array(other.host.utf8)) != nil
        if isSameHost { other.host = written.host }
        if hasCredentials, !isSameProxy {
            steps = [
                "Start the proxy program of \(place.owner): \(other.endpoint) is another proxy, which must not get the login of \(place.owner)."
            ]
            return
        }
        if written.credentials?.password != nil {
            steps = [
                "proxyenv edit",
                isSameHost
                    ? "Let the URL of \(place.owner) begin with `\(other.scheme.rawValue)://`, and leave the password that is in it."
                    : "Give the URL of \(place.owner) the host `\(other.host)`, and leave the password that is in it.",
            ]
            return
        }
        let isSameProtocol =
            EndpointReport.Protocols.needed(by: other.scheme) == .needed(by: written.scheme)
        if isSameProxy {
            other.credentials = written.credentials
        } else if isSameProtocol {
            // Who looks up the target's name stays as it is.
            other.scheme = written.scheme
        }
        if case .key = place, !isSameProxy, !isSameProtocol {
            // A profile for Tor, say, is not made one for Clash.
            steps = [ShellWords.line(["proxyenv", "use", DisplayText.shortened(other.text)])]
            return
        }
        let change = place.change(to: other)
        if isSameProtocol, !hasCredentials, proxy.isLoopback {
            edit = change
        } else {
            steps = [change.command]
        }
    }

    /// `other`, which `profile` has if one has it, where a variable has `present`.
    public init(_ other: ProxyURL, ofProfile profile: String?, forVariable present: ProxyURL) {
        var other = other
        other.credentials = nil
        let url = DisplayText.shortened(other.text, to: 300)
        guard let user = present.credentials, user.password != nil,
            other.endpoint == present.endpoint
        else {
            if other.endpoint == present.endpoint { other.credentials = present.credentials }
            let name = other.credentials == nil ? profile : nil
            steps = [
                ShellWords.line([
                    "proxyenv", "use", name ?? DisplayText.shortened(other.text, to: 300),
                ])
            ]
            return
        }
        let username = DisplayText.shortened(user.username)
        steps = [
            ShellWords.line(["proxyenv", "add", "office", url, "--username", username])
                + " --password-prompt",
            "proxyenv use office",
        ]
    }
}
