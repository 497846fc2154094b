/// A proposal as the keys of a profile.
public struct ProposalKeys: Sendable {
    /// The keys and their values, in the order in which files have them; a password is not among them.
    public let members: [(key: ProfileKey, value: TOMLValue)]
    /// The proxies, without credentials.
    public let proxies: Profile.Proxies
    /// The user's name, or nil if there is none.
    public let username: [UInt8]?
    /// The password that belongs to the name, or nil if there is none.
    public let password: [UInt8]?
    /// What of the proposal is left out, for people.
    public let remarks: [String]

    /// The keys for `proposal`, or nil if it has no proxy.
    ///
    /// A profile sends one name and password to all its proxies. So a proxy that has others, or none and another address, is
    /// left out: nobody's password goes to a proxy that it was not meant for.
    public init?(_ proposal: Proposal) {
        let kinds = proposal.kinds
        guard let main = kinds.main else { return nil }
        let credentials =
            main.credentials
            ?? [kinds.http, kinds.all].lazy.compactMap { $0 }
            .first { $0.isAt(main) && $0.credentials != nil }?.credentials
        var remarks: [String] = []
        let kept = kinds.compactMap { kind, url in
            let isFitting =
                url.credentials == credentials || url.credentials == nil && url.isAt(main)
            guard isFitting else {
                remarks.append(
                    "\(proposal.origin): the \(kind) proxy \(url.endpoint) goes with another user name or none and is left out"
                )
                return nil
            }
            var url = url
            url.credentials = nil
            return url
        }
        guard let proxies = kept.proxies else { return nil }
        self.proxies = proxies
        self.remarks = remarks
        username = credentials?.username
        password = credentials?.password.flatMap { $0.isEmpty ? nil : $0 }
        members = Self.members(proxies, proposal, username: credentials?.username)
    }

    private static func members(
        _ proxies: Profile.Proxies, _ proposal: Proposal, username: [UInt8]?
    ) -> [(key: ProfileKey, value: TOMLValue)] {
        var members: [(key: ProfileKey, value: TOMLValue)] = []
        func add(_ key: ProfileKey, _ url: ProxyURL) { members.append((key, .string(url.text))) }
        if let all = proxies.all {
            add(.url, proxies.https)
            if proxies.http != proxies.https { add(.http, proxies.http) }
            if all != proxies.https { add(.all, all) }
        } else {
            add(.http, proxies.http)
            add(.https, proxies.https)
        }
        members.append((.description, .string(Array(proposal.description.utf8))))
        if let username { members.append((.username, .string(username))) }
        if !proposal.noProxy.isEmpty { members.append((.noProxy, .strings(proposal.noProxy))) }
        return members
    }

    /// Whether a profile that has `proxies` and the user's name `username` has the same route.
    public func isSame(as profile: Profile) -> Bool {
        guard let others = profile.proxies else { return false }
        let names = others.distinct.map { $0.credentials?.username ?? profile.username }
        let plain = others.map { url in
            var url = url
            url.credentials = nil
            return url
        }
        return plain == proxies && names.allSatisfy { $0 == username }
    }
}

extension ProxyURL {
    /// Whether this is the same proxy as `other`, whoever asks.
    fileprivate func isAt(_ other: ProxyURL) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }
}
