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
