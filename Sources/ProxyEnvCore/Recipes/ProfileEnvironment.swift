/// A profile with everything looked up that it refers to: what is left is to set variables.
public struct ResolvedProfile: Sendable, Equatable {
    /// The proxies with their credentials, or nil for a direct route.
    public var proxies: Profile.Proxies?
    /// Hosts to be reached without the proxy, besides this machine: the profile's, then those of every profile.
    public var noProxy: [[UInt8]]
    /// Whether the hosts that were in `NO_PROXY` before stay in it.
    public var inheritsNoProxy: Bool
    /// The file that replaces a tool's own roots, or nil to leave them as they are.
    public var certificateBundle: [UInt8]?
    /// The file that adds to Node's own roots.
    public var extraCertificates: [UInt8]?
    /// The proxy through which git's ssh goes, or nil to leave that alone.
    public var sshProxy: ProxyURL?
    /// Variables of the profile's own, and then those of the command's rule.
    public var variables: [Profile.Variable]

    /// A profile with everything looked up.
    public init(
        proxies: Profile.Proxies?, noProxy: [[UInt8]], inheritsNoProxy: Bool,
        certificateBundle: [UInt8]?, extraCertificates: [UInt8]?, sshProxy: ProxyURL? = nil,
        variables: [Profile.Variable]
    ) {
        self.proxies = proxies
        self.noProxy = noProxy
        self.inheritsNoProxy = inheritsNoProxy
        self.certificateBundle = certificateBundle
        self.extraCertificates = extraCertificates
        self.sshProxy = sshProxy
        self.variables = variables
    }
}

/// The variables by which a profile makes itself seen.
public struct ProfileEnvironment: Sendable, Equatable {
    /// The change to the environment that it was made for.
    public let patch: EnvironmentPatch
    /// Entries of the `NO_PROXY` from before that were left out.
    public let leftOut: [[UInt8]]
    /// Whether the profile's own variables would let Node read a value that ends it, and this was left out.
    public let isNodeSwitchLeftOut: Bool

    /// The change that `profile` makes to `baseline`.
    ///
    /// - Parameters:
    ///   - profile: The profile, everything in it looked up.
    ///   - baseline: The environment from before any profile.
    ///   - recipe: What the tool gets besides that it is for, or nil where it is for no tool that is known.
    public init(
        _ profile: ResolvedProfile, in baseline: Environment, recipe: Recipe? = nil
    ) {
        var changes: [EnvironmentPatch.Change] =
            ProxyVariables.present(in: baseline).map { .unset(name: $0) }
        var leftOut: [[UInt8]] = []
        var noProxy = NoProxyList()
        if let proxies = profile.proxies {
            func set(_ pair: ProxyVariables.Pair, _ value: [UInt8]) {
                for name in pair.names { changes.append(.set(name: name, value: value)) }
            }
            set(ProxyVariables.http, proxies.http.text)
            set(ProxyVariables.https, proxies.https.text)
            if let all = proxies.all { set(ProxyVariables.all, all.text) }
            noProxy = Self.noProxy(profile, in: baseline, leftOut: &leftOut)
            set(ProxyVariables.none, noProxy.value)
        }
        if let bundle = profile.certificateBundle {
            for name in CertificateVariables.replacing {
                changes.append(.set(name: name, value: bundle))
            }
        }
        if let extra = profile.extraCertificates {
            changes.append(.set(name: CertificateVariables.adding, value: extra))
        }
        if let recipe { changes += recipe.changes(profile, noProxy: noProxy, in: baseline) }
        let own = profile.variables.map {
            EnvironmentPatch.Change.set(name: $0.name, value: $0.value)
        }
        (changes, isNodeSwitchLeftOut) = Self.switchingNode(changes, own, profile, baseline)
        patch = EnvironmentPatch(changes)
        self.leftOut = leftOut
    }

    /// `changes` and then `own`, with what lets Node read variables, or without it where a value would end Node.
    private static func switchingNode(
        _ changes: [EnvironmentPatch.Change], _ own: [EnvironmentPatch.Change],
        _ profile: ResolvedProfile, _ baseline: Environment
    ) -> ([EnvironmentPatch.Change], isLeftOut: Bool) {
        let all = changes + own
        if NodeSwitch.isFit({ name in all.last { $0.name == name }?.value }) {
            if profile.proxies == nil { return (all, false) }
            let node = EnvironmentPatch.Change.set(
                name: ProxyVariables.node, value: Array("1".utf8))
            return (changes + [node] + own, false)
        }
        var kept =
            changes
            + own.filter {
                $0.name != ProxyVariables.node || $0.value?.equals("1") != true
            }
        let options = own.last { $0.name == NodeSwitch.options }
        let rest = NodeSwitch.withoutOption(
            options?.value ?? baseline[NodeSwitch.options] ?? [])
        if let rest {
            kept.append(.setting(NodeSwitch.options, to: rest.isEmpty ? nil : rest))
        }
        let isLeftOut = kept.count - (rest == nil ? 0 : 1) < all.count
        return (kept, isLeftOut || options != nil && rest != nil)
    }

    private static func noProxy(
        _ profile: ResolvedProfile, in baseline: Environment, leftOut: inout [[UInt8]]
    ) -> NoProxyList {
        var list = NoProxyList()
        // Checked when the file was read; one that is wrong all the same is left out.
        for entry in profile.noProxy { try? list.add(entry) }
        guard profile.inheritsNoProxy else { return list }
        var seen = Set<String>()
        for name in ProxyVariables.none.names {
            for entry in list.addInherited(baseline[name] ?? [])
            where seen.insert(String(decoding: entry, as: UTF8.self)).inserted {
                leftOut.append(entry)
            }
        }
        return list
    }
}
