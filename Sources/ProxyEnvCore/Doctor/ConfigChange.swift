/// A change of proxyenv's own file that cures something.
public enum ConfigChange: Sendable, Equatable {
    /// The key of a profile gets the values, one but for lists; none takes it away.
    case key(profile: String, ProfileKey, values: [String])
    /// A command gets a rule: always that profile, or where there is none the shell's or the default.
    case wrap(command: String, profile: String?)

    /// The key of a profile gets the URL of `proxy` without its password.
    public init(profile: String, key: ProfileKey, proxy: ProxyURL) {
        self = .key(profile: profile, key, values: [Self.plain(proxy)])
    }

    /// The command `command` always gets `proxy`, without its password.
    public init(command: String, proxy: ProxyURL) {
        self = .wrap(command: command, profile: Self.plain(proxy))
    }

    private static func plain(_ proxy: ProxyURL) -> String {
        var proxy = proxy
        proxy.credentials?.password = nil
        return String(decoding: proxy.text, as: UTF8.self)
    }

    /// The words of the command that does it, `proxyenv` left out.
    public var words: [String] {
        switch self {
        case .key(let profile, let key, let values):
            [values.isEmpty ? "unset" : "set", profile, key.rawValue] + values
        case .wrap(let command, let profile):
            ["wrap", command] + (profile.map { ["--profile", $0] } ?? [])
        }
    }

    /// The command that does it, for any shell of Bourne's family.
    public var command: String { ShellWords.line(["proxyenv"] + words) }

    /// Whether this and `other` give two profiles the same proxy.
    public func givesSameProxy(as other: ConfigChange) -> Bool {
        guard case .key(let profile, let key, let values) = self,
            case .key(let otherProfile, _, let otherValues) = other
        else { return false }
        let keys: [ProfileKey] = [.url, .http, .https, .all]
        return profile != otherProfile && keys.contains(key) && values == otherValues
    }

    /// Whether this and `other` change the same thing.
    public func concernsSame(as other: ConfigChange) -> Bool {
        switch (self, other) {
        case (.key(let profile, let key, _), .key(let otherProfile, let otherKey, _)):
            profile == otherProfile && key == otherKey
        case (.wrap(let command, _), .wrap(let otherCommand, _)): command == otherCommand
        default: false
        }
    }
}
