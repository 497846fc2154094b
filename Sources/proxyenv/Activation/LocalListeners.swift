import ProxyEnvCore

/// Which proxies of this machine are there: all are asked at once, for 50 ms at the most, and no byte is sent.
enum LocalListeners {
    /// The most places that are asked; each takes a descriptor.
    private static let most = 256

    /// Whether each of `proxies` accepts a connection; nil for one that is not on this machine, or is not asked.
    ///
    /// PROXYENV_PROBE=0 turns it off, as it does before something is started.
    static func answers(of proxies: [ProxyURL?], in context: Context) -> [Bool?] {
        if context.environment["PROXYENV_PROBE"]?.equals("0") == true {
            return proxies.map { _ in nil }
        }
        let local = proxies.map { proxy in proxy.flatMap { $0.isLoopback ? $0.endpoint : nil } }
        var places: [(endpoint: String, addresses: [SocketAddress])] = []
        for (proxy, endpoint) in zip(proxies, local) where places.count < most {
            guard let proxy, let endpoint, !places.contains(where: { $0.endpoint == endpoint }),
                let addresses = SocketAddress.literal(proxy.host, port: proxy.port)
            else { continue }
            places.append((endpoint, addresses))
        }
        let owners = places.flatMap { place in place.addresses.map { _ in place.endpoint } }
        let outcomes = Sockets.connect(
            places.flatMap { $0.addresses }, limit: ProxyProbe.loopbackLimit)
        return local.map { endpoint in
            guard let endpoint, places.contains(where: { $0.endpoint == endpoint }) else {
                return nil
            }
            return zip(owners, outcomes).contains { $0 == endpoint && $1 == .accepted }
        }
    }
}
