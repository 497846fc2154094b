import ProxyEnvCore

/// What is special about this machine, where the proxy is not found on it.
struct PlatformCheck {
    /// The change of proxyenv's own file that puts another proxy in its place, or nil where it can't be one.
    let edit: (ProxyURL) -> Finding.Edit?
    /// The environment of what is asked.
    let environment: Environment

    /// Why `proxy`, of this machine, may not be there, or nil where nothing is special.
    func finding(for proxy: ProxyURL) -> Finding? {
        guard proxy.isLoopback else { return nil }
        if Platform.isWSL { return windows(proxy) }
        guard Platform.isContainer else { return nil }
        return Finding(
            "platform.container", .warning,
            "this is a container: \(proxy.host) is the container itself, and a proxy of its host is not on it",
            fix: ["Let the proxy take connections from others (\"Allow LAN\")."],
            edit: edit(proxy, host: "{docker-host}"))
    }

    private func windows(_ proxy: ProxyURL) -> Finding {
        if Platform.networkOfWSL(in: environment) == .mirrored {
            return Finding(
                "platform.wsl", .warning,
                "this is WSL, whose network is that of Windows: \(proxy.host) is Windows too, and nothing answers there either",
                evidence: ["wslinfo --networking-mode: mirrored"],
                fix: [
                    "Start the proxy program in Windows; if it runs, let Windows' firewall for Hyper-V pass it, or restart WSL: wsl.exe --shutdown"
                ])
        }
        let address = HostLookup.host(for: .wslHost, in: environment)
        let found = address.flatMap { answer(of: proxy, at: $0) }
        return Finding(
            "platform.wsl",
            "this is WSL: \(proxy.host) is Linux itself, and a proxy of Windows is not on it",
            evidence: (address.map { ["Windows is at \($0)"] } ?? [])
                + (found.map { ["\($0.endpoint) answers as \($0.scheme.rawValue)"] } ?? []),
            fix: found != nil
                ? []
                : [
                    "Let the proxy of Windows take connections from others (\"Allow LAN\"), and Windows' firewall let them in."
                ],
            edit: edit(found ?? proxy, host: "{wsl-host}"))
    }

    /// What answers on the same port at `address`, if it is a proxy.
    private func answer(of proxy: ProxyURL, at address: String) -> ProxyURL? {
        var other = proxy
        other.credentials = nil
        other.host = address
        let reports = EndpointProbe.reports(
            of: [other], url: nil, limits: .local, in: environment)
        return reports.first.flatMap { LocalProxies.url(of: $0) }
    }

    private func edit(_ proxy: ProxyURL, host: String) -> Finding.Edit? {
        var other = proxy
        other.host = host
        return edit(other)
    }
}
