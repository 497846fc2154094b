import ProxyEnvCore

/// The proxies of this machine by which a command could go.
struct LocalWays {
    /// Such a proxy.
    struct Way {
        /// The proxy.
        let proxy: ProxyURL
        /// The profile that has it, or its URL.
        let profile: String
    }

    /// What is known of the command.
    let tool: Tool
    /// The hosts that it needs.
    let targets: [Target]
    /// The environment of what is asked.
    let environment: Environment
    /// The world.
    let context: Context

    /// Those that answer on the known ports, and to which the command can speak.
    var proxies: [ProxyURL] { LocalProxies.urls(in: environment).filter { isSpoken($0) } }

    /// The same with their profiles.
    var ways: [Way] {
        proxies.map {
            Way(proxy: $0, profile: name(of: $0) ?? String(decoding: $0.text, as: UTF8.self))
        }
    }

    /// The profile that has `proxy`, or nil if none has.
    func name(of proxy: ProxyURL) -> String? {
        guard let configuration = try? ConfigurationFiles.load(in: context) else { return nil }
        return LocalProxies.profile(of: proxy, in: ConfigReader(configuration)) {
            $0 == proxy.scheme
        }
    }

    /// Whether the command can speak to `proxy`, in each of its ways to each of its hosts.
    func isSpoken(_ proxy: ProxyURL) -> Bool {
        let entries = ["http_proxy=", "https_proxy="].map { Array($0.utf8) + proxy.text }
        let explainer = Explainer(tool, Environment(entries: entries), [])
        return targets.allSatisfy { explainer.routes(to: $0).allSatisfy { $0.isUsable } }
    }
}
