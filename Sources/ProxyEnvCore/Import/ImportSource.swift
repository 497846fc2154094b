/// Where profiles can be imported from.
public enum ImportSource: String, Sendable, CaseIterable {
    case env
    case system
    case git
    case npm
    case pip
    case curl
    case codex
    case clash
    case v2ray
    case pac

    /// All of them, in the order above.
    public static let inOrder = allCases

    /// Their names, in the same order.
    public static let names = inOrder.map { $0.rawValue }

    /// The source called `name`, or nil.
    public static func named(_ name: [UInt8]) -> ImportSource? {
        inOrder.first { name.equals($0.rawValue) }
    }

    /// What is read, for people.
    public var summary: String {
        switch self {
        case .env: "the variables of this shell, as they were before `use`"
        case .system: "the settings of GNOME, KDE, macOS or Windows"
        case .git: "git's http.proxy"
        case .npm: "npm's .npmrc"
        case .pip: "pip's pip.conf"
        case .curl: "curl's .curlrc"
        case .codex: "codex's .env"
        case .clash: "a configuration of Clash or mihomo, FILE"
        case .v2ray: "a configuration of V2Ray, Xray or sing-box, FILE"
        case .pac: "a PAC file, FILE or URL, which is read and not run"
        }
    }

    /// What it needs besides its name, or nil.
    public var operand: String? {
        switch self {
        case .clash, .v2ray: "FILE"
        case .pac: "FILE or URL"
        default: nil
        }
    }
}
