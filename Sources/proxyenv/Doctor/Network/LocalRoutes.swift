import ProxyEnvCore

/// The proxies of this machine by which a command could go.
struct LocalRoutes {
    /// What is known of the command.
    let tool: Tool
    /// The hosts that it needs.
    let targets: [Target]
    /// The environment of what is asked.
    let environment: Environment
    /// proxyenv's own file, or nil where it cannot be read.
    let configuration: Configuration?

    /// Those that answer on the ports of the user's profiles and on the known ones, and to which the command can speak.
    var proxies: [ProxyURL] {
        let ports = profilePorts
        let own =
            ports.isEmpty
            ? [] : LocalProxies.reports(on: ports, in: environment).compactMap { $0.proposedURL }
        let known = LocalProxies.urls(in: environment).filter { !ports.contains($0.port) }
        return (own + known).filter { isSpoken($0) }
    }

    /// The ports of this machine to which the profiles of the files lead.
    private var profilePorts: [UInt16] {
        guard let configuration else { return [] }
        var reader = ConfigReader(configuration)
        var ports: [UInt16] = []
        for name in configuration.profileNames {
            for proxy in reader.readProfile(name)?.proxies?.distinct ?? []
            where proxy.isLoopback && !ports.contains(proxy.port) {
                ports.append(proxy.port)
            }
        }
        return ports
    }

    /// The same with their profiles.
    var routes: [LocalRoute] {
        proxies.map {
            LocalRoute(proxy: $0, profile: name(of: $0) ?? String(decoding: $0.text, as: UTF8.self))
        }
    }

    /// The profile that has `proxy`, or nil if none has.
    func name(of proxy: ProxyURL) -> String? {
        guard let configuration else { return nil }
        return LocalProxies.profile(of: proxy, in: ConfigReader(configuration)) {
            $0 == proxy.scheme
        }
    }

    /// Whether the command can speak to `proxy`, on its way to each of its hosts.
    func isSpoken(_ proxy: ProxyURL) -> Bool {
        targets.allSatisfy { tool.speaks(to: proxy, isSecure: $0.isSecure) }
    }
}
