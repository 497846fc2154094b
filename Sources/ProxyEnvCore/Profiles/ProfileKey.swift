/// The keys of a profile.
public enum ProfileKey: String, CaseIterable, Sendable {
    case url
    case http
    case https
    case all
    case description
    case username
    case password
    case passwordCommand = "password-command"
    case passwordEnv = "password-env"
    case passwordFile = "password-file"
    case caFile = "ca-file"
    case caBundle = "ca-bundle"
    case noProxy = "no-proxy"
    case noProxyInherit = "no-proxy-inherit"
    case ssh
    case env
    case firstReachable = "first-reachable"

    /// All keys, in the order above.
    public static let inOrder = allCases

    /// Their names, in the same order.
    public static let names = inOrder.map { $0.rawValue }

    /// Their names as bytes, in the same order.
    static let spelled = names.map { Array($0.utf8) }
}
