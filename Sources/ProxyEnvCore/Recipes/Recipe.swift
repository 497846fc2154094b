/// What a known tool gets besides the variables that every program reads.
///
/// With it a stale file of the tool's own loses for this one process, and a tool that knows other means than variables
/// goes through the proxy too. No file is written.
public struct Recipe: Sendable {
    /// The tool.
    let tool: Tool
    /// Whether a file of the tool's own names a proxy.
    ///
    /// It counts for a tool whose own variable takes NO_PROXY away from it, which then gets it only where the file
    /// would do the same.
    let isOverruled: Bool
    /// The keys of git's files that go before `http.proxy`.
    let gitKeys: [[UInt8]]

    /// What `tool` gets.
    public init(_ tool: Tool, isOverruled: Bool = false, gitKeys: [[UInt8]] = []) {
        self.tool = tool
        self.isOverruled = isOverruled
        self.gitKeys = gitKeys
    }

    /// Why a tool can't be started with a profile.
    public enum Refusal: Error, Equatable, Sendable {
        /// It does not speak to such a proxy: the proxy, and the schemes that would do.
        case scheme(proxy: String, spoken: [String])
        /// The password would stand where others can read it.
        case password(variable: String)
    }

    /// The variables of the user's that a recipe adds to, or takes from.
    public static let keptVariables = [
        "GIT_CONFIG_COUNT", GitVariables.parameters, SSHCommand.variable, "JAVA_TOOL_OPTIONS",
        "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "MAVEN_OPTS", "GRADLE_OPTS", NodeSwitch.options,
    ]

    /// What is wrong with the proxies of `profile` for the tool.
    ///
    /// - Returns: A transport that has to do without the proxy, while the others have it; nil where all do.
    /// - Throws: Why the tool can't be started.
    public func check(_ profile: ResolvedProfile) throws(Refusal) -> String? {
        guard let proxies = profile.proxies else { return nil }
        if case .javaProperties(let variable, _) = tool.means {
            if proxies.distinct.contains(where: { $0.credentials?.isSecret == true }) {
                throw .password(variable: variable)
            }
            return nil
        }
        var unusable: String?
        for (index, transport) in tool.transports.enumerated() {
            for (url, isSecure) in [(proxies.https, true), (proxies.http, false)]
            where !transport.speaks(to: url, isSecure: isSecure) {
                // Plain targets are the exception: who has a proxy for the others can work.
                if !isSecure, proxies.http != proxies.https, !transport.values.checksAll {
                    continue
                }
                guard index > 0 else {
                    throw .scheme(proxy: url.masked, spoken: transport.values.schemes)
                }
                unusable = unusable ?? transport.name
            }
        }
        return unusable
    }

    /// The changes that `profile` makes for the tool.
    ///
    /// - Parameters:
    ///   - profile: The profile, everything in it looked up.
    ///   - noProxy: The hosts to be reached without the proxy.
    ///   - baseline: The environment from before any profile, whose own settings of that kind are kept.
    /// - Returns: The changes, which come after those that every program gets.
    func changes(
        _ profile: ResolvedProfile, noProxy: NoProxyList, in baseline: Environment
    ) -> [EnvironmentPatch.Change] {
        var changes = ownVariables(profile, noProxy)
        switch tool.means {
        case .variables: break
        case .gitConfiguration:
            let url = profile.proxies?.https.text ?? []
            let keys = [Array("http.proxy".utf8)] + gitKeys
            changes += GitVariables(baseline).setting(keys, to: url)
            if let change = SSHCommand(baseline).change(to: profile.sshProxy) {
                changes.append(change)
            }
        case .javaProperties(let variable, _):
            let properties = JavaProperties(profile.proxies, noProxy)
            let value = properties.added(to: baseline[variable] ?? [])
            changes.append(.set(name: variable, value: value))
            changes += JavaProperties.clearing(besides: variable, in: baseline)
        }
        if let proxies = profile.proxies, let all = proxies.all,
            tool.transports.contains(where: {
                $0.variables.readsAll
                    && (!$0.speaks(to: all, isSecure: true)
                        || $0.isBetterOff(without: all, proxies))
            })
        {
            changes += ProxyVariables.all.names.map { .unset(name: $0) }
        }
        return changes
    }

    /// The variables that stand for the keys of the tool's own file.
    private func ownVariables(
        _ profile: ResolvedProfile, _ noProxy: NoProxyList
    ) -> [EnvironmentPatch.Change] {
        if tool.needsItsFiles, !isOverruled { return [] }
        return tool.ownVariables.compactMap { name, meaning in
            guard let proxies = profile.proxies else {
                guard let word = tool.noProxyWord, meaning != "no_proxy" else { return nil }
                return .set(name: name, value: Array(word.utf8))
            }
            switch meaning {
            case "no_proxy": return .set(name: name, value: noProxy.value)
            case "https_proxy": return .set(name: name, value: proxies.https.text)
            default: return .set(name: name, value: proxies.http.text)
            }
        }
    }
}

extension Tool.Transport {
    /// Whether a SOCKS proxy for all else can only harm it: what it asks goes through others, and without its module it ends.
    fileprivate func isBetterOff(without all: ProxyURL, _ proxies: Profile.Proxies) -> Bool {
        values.socksModule != nil && all.scheme.isSOCKS && !proxies.https.scheme.isSOCKS
            && !proxies.http.scheme.isSOCKS
    }
}

extension ValueRule {
    /// The schemes that will do.
    fileprivate var schemes: [String] {
        ["http"] + (https == .spoken ? ["https"] : []) + socks.filter { $0 != "socks" }
    }
}

extension VariableRule {
    /// Whether `all_proxy` is among them.
    fileprivate var readsAll: Bool { https.contains("all_proxy") }
}
