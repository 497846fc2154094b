import ProxyEnvCore

/// What is special about this machine, where the proxy is not found on it.
struct PlatformCheck {
    /// The profile that can be changed, or nil.
    let profile: String?
    /// The key of the profile that holds the proxy.
    let key: ProfileKey
    /// The environment of what is asked.
    let environment: Environment

    /// Why `proxy`, of this machine, may not be there, or nil where nothing is special.
    func finding(for proxy: ProxyURL) -> Finding? {
        guard proxy.isLoopback else { return nil }
        if Platform.isWSL {
            return Finding(
                "platform.wsl",
                "this is WSL: \(proxy.host) is Linux itself, and a proxy of Windows is not on it",
                evidence: [
                    HostLookup.host(for: .wslHost, in: environment).map { "Windows is at \($0)" }
                ]
                .compactMap { $0 },
                fix: [
                    "Let the proxy of Windows take connections from others (\"Allow LAN\"), and Windows' firewall let them in."
                ],
                edit: edit(proxy, host: "{wsl-host}"))
        }
        guard Self.isContainer else { return nil }
        return Finding(
            "platform.container", .warning,
            "this is a container: \(proxy.host) is the container itself, and a proxy of its host is not on it",
            fix: ["Let the proxy take connections from others (\"Allow LAN\")."],
            edit: edit(proxy, host: "{docker-host}"))
    }

    private func edit(_ proxy: ProxyURL, host: String) -> Finding.Edit? {
        profile.map {
            Finding.Edit(
                profile: $0, key: key, value: "\(proxy.scheme.rawValue)://\(host):\(proxy.port)")
        }
    }

    /// Whether this is a container of Docker or Podman.
    static var isContainer: Bool {
        ["/.dockerenv", "/run/.containerenv"].contains {
            (try? FileSystem.status(of: Array($0.utf8))) != nil
        }
    }
}
