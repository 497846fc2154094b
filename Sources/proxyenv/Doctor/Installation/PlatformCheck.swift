import ProxyEnvCore

/// What is special about this machine, where the proxy is not found on it.
struct PlatformCheck {
    /// What puts another proxy in the place of the one that is not there; nil where something else has to be mended first.
    let replacement: (ProxyURL) -> ProxyReplacement?
    /// The environment of what is asked.
    let environment: Environment

    /// What to do in the proxy program, so that others than its own machine get to it.
    private static let lan = "Let the proxy take connections from others (\"Allow LAN\")"

    /// Why `proxy`, of this machine, may not be there, or nil where nothing is special.
    func finding(for proxy: ProxyURL) -> Finding? {
        guard proxy.isLoopback else { return nil }
        if Platform.isWSL {
            return WSLNetwork.current(in: environment) == .mirrored
                ? .mirrored(proxy.host)
                : host(
                    .wslHost, of: proxy, .windows, called: "Windows",
                    else: "\(Self.lan), and Windows' firewall let them in.")
        }
        guard Platform.isContainer else { return nil }
        return host(
            .dockerHost, of: proxy, .containerHost, called: "the host", else: "\(Self.lan).")
    }

    /// That the proxy may be on the machine that `placeholder` stands for: changed is what is there, and nothing on a guess.
    private func host(
        _ placeholder: HostPlaceholder, of proxy: ProxyURL, _ machine: Finding.OtherMachine,
        called name: String, else fix: String
    ) -> Finding {
        let address = HostLookup.host(for: placeholder, in: environment)
        let evidence = address.map { ["\(name) is at \($0)"] } ?? []
        var other = proxy
        other.credentials = nil
        guard let found = address.flatMap({ answer(of: proxy, at: $0) }) else {
            other.host = placeholder.rawValue
            let cure = replacement(other)
            return .elsewhere(
                machine, proxy.host, isSure: false, evidence: evidence,
                fix: [fix] + (cure?.edit.map { [$0.command] } ?? cure?.steps ?? []), edit: nil)
        }
        other.scheme = found.scheme
        other.host = placeholder.rawValue
        let cure = replacement(other)
        return .elsewhere(
            machine, proxy.host, isSure: true,
            evidence: evidence + ["\(found.endpoint) answers as \(found.scheme.rawValue)"],
            fix: cure?.steps ?? [], edit: cure?.edit)
    }

    /// What answers on the same port at `address`, if it is a proxy.
    private func answer(of proxy: ProxyURL, at address: String) -> ProxyURL? {
        var other = proxy
        other.credentials = nil
        other.host = address
        let reports = EndpointProbe.reports(
            of: [other], url: nil, timeouts: .local, in: environment)
        return reports.first.flatMap { $0.proposedURL }
    }
}
