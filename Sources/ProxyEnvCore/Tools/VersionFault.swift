/// What is wrong with some versions of a tool.
public struct VersionFault: Sendable {
    /// Where it matters.
    public enum Concern: Sendable {
        /// Wherever a variable names a proxy.
        case proxies
        /// Where the proxy wants a password.
        case passwords
        /// Where a password, or the user's name, stands percent-encoded in a variable.
        case encodedPasswords
        /// Where NO_PROXY names hosts besides a proxy.
        case exemptions
        /// Where there is a network in NO_PROXY, as `10.0.0.0/8`, besides a proxy.
        case networks
    }

    /// The versions: from the first on, before the second.
    let range: (from: Version, before: Version)
    /// Where it matters.
    public let concern: Concern
    /// What they do, in words that follow the tool's name and version.
    public let text: String
    /// Where that is from.
    public let source: String

    /// A fault of the versions before `version`.
    init(
        from: [Int] = [0], before version: [Int], concerning concern: Concern = .proxies,
        _ text: String, source: String
    ) {
        range = (Version(from), Version(version))
        self.concern = concern
        self.text = text
        self.source = source
    }

    /// Whether `version` has it.
    public func concerns(_ version: Version) -> Bool {
        !(version < range.from) && version < range.before
    }

    /// The first version that does not have it, for people.
    public var mended: String { range.before.text }

    /// Whether the tool's own route through the proxy is as it should be all the same.
    public var leavesRouteOpen: Bool { concern == .exemptions || concern == .networks }

    /// Whether it matters to a program that gets `environment`; `hasPassword` says whether its proxy wants a password.
    public func matters(in environment: Environment, hasPassword: Bool) -> Bool {
        let pairs = [ProxyVariables.http, ProxyVariables.https, ProxyVariables.all]
        let proxies = pairs.flatMap { $0.names }.compactMap { environment.nonEmpty($0) }
        let exempted = ProxyVariables.none.names.compactMap { environment.nonEmpty($0) }
        switch concern {
        case .proxies: return !proxies.isEmpty
        case .passwords: return hasPassword
        case .encodedPasswords:
            return proxies.contains { value in
                guard let at = value.lastIndex(of: UInt8(ascii: "@")) else { return false }
                return value[..<at].contains(UInt8(ascii: "%"))
            }
        case .exemptions: return !proxies.isEmpty && !exempted.isEmpty
        case .networks:
            return !proxies.isEmpty && exempted.contains { $0.contains(UInt8(ascii: "/")) }
        }
    }
}
