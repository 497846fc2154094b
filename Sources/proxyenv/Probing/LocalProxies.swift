import ProxyEnvCore

/// The ports of this machine on which proxies are known to listen, and what answers there.
enum LocalProxies {
    /// What answers on the ports of the built-in profiles, each port once.
    static func reports(in environment: Environment) -> [EndpointReport] {
        var ports: [UInt16] = []
        for proxy in BuiltInProfiles.localProxies where !ports.contains(proxy.port) {
            ports.append(proxy.port)
        }
        return reports(on: ports, in: environment)
    }

    /// What answers on `ports`.
    static func reports(on ports: [UInt16], in environment: Environment) -> [EndpointReport] {
        EndpointProbe.reports(
            of: ports.map { .local($0) }, url: nil, limits: .local, in: environment)
    }

    /// The first of `proxies` at whose port a proxy really answers, and the scheme that it speaks.
    ///
    /// - Parameters:
    ///   - proxies: The proxies; no password goes to what is only looked at.
    ///   - limits: How long each step may take.
    ///   - environment: The environment of the programs that are asked for addresses.
    /// - Returns: Its number and its own scheme, or another one if it does not speak that.
    static func first(
        of proxies: [ProxyURL], limits: ProbeLimits, in environment: Environment
    ) -> (index: Int, scheme: ProxyScheme)? {
        let bare = proxies.map { url in
            var url = url
            url.credentials = nil
            return url
        }
        let reports = EndpointProbe(
            limits: limits, environment: environment, wantsFirst: true
        ).reports(of: bare)
        for (index, report) in reports.enumerated() {
            guard let url = url(of: report) else { continue }
            let own = bare[index].scheme
            return (index, report.spoken.contains(ProbeSteps.needed(by: own)) ? own : url.scheme)
        }
        return nil
    }

    /// The URL by which what `report` tells of is used, or nil if it is no proxy.
    static func url(of report: EndpointReport) -> ProxyURL? {
        var url = report.proxy
        url.credentials = nil
        if report.spoken.contains(.http) {
            url.scheme = .http
        } else if report.spoken.contains(.socks5) {
            url.scheme = .socks5h
        } else if report.spoken.contains(.socks4) {
            url.scheme = .socks4a
        } else {
            return nil
        }
        return url
    }
}
