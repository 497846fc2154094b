import ProxyEnvCore

/// What puts another proxy in the place of one that leads nowhere, and loses nothing that belongs to it.
struct Replacement {
    /// Where the proxy is named.
    enum Place {
        /// A key of a profile.
        case key(ProfileKey, profile: String)
        /// The rule of a command, as a URL.
        case rule(command: String)
    }

    /// The change of proxyenv's own file, where it is one.
    private(set) var edit: Finding.Edit?
    /// What to do where there is none, and behind it.
    var steps: [String] = []

    /// `other` where `place` has `written`, which is reached as `proxy`.
    init(_ other: ProxyURL, at place: Place, for proxy: ProxyURL, written: ProxyURL) {
        var other = other
        other.credentials = nil
        let isSameHost = other.host == proxy.host
        if isSameHost { other.host = written.host }
        if written.credentials?.password != nil {
            let owner =
                switch place {
                case .key(_, let profile): "profile \(profile)"
                case .rule(let command): "the rule of \(command)"
                }
            steps = [
                "proxyenv edit",
                isSameHost && other.port == proxy.port
                    ? "Let the URL of \(owner) begin with `\(other.scheme.rawValue)://`, and leave the password that is in it."
                    : "Give \(owner) the URL `\(DisplayText.shortened(other.text, to: 300))`; the present one has a password in it, which is yours to throw away.",
            ]
            return
        }
        if isSameHost, other.port == proxy.port { other.credentials = written.credentials }
        switch place {
        case .key(let key, let profile):
            edit = Finding.Edit(profile: profile, key: key, proxy: other)
        case .rule(let command): edit = Finding.Edit(command: command, proxy: other)
        }
    }

    /// `other`, which `profile` has if one has it, where a variable has `present`.
    init(_ other: ProxyURL, ofProfile profile: String?, forVariable present: ProxyURL) {
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
