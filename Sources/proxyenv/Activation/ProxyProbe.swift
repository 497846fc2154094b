import ProxyEnvCore

/// Looks whether proxies accept connections; no byte is sent.
struct ProxyProbe {
    /// The environment, for the program that looks up names.
    let environment: Environment

    /// The most milliseconds for `auto` and `first-reachable`.
    static let choiceLimit = 300
    /// The most milliseconds for the look at a proxy of this machine before a command starts.
    static let loopbackLimit = 50

    /// The number of the first of `candidates` that accepts a connection, all being asked at once.
    ///
    /// - Parameter candidates: Proxies; nil is a way without one, which is always open.
    /// - Returns: Its number, or nil if none does in time.
    func firstReachable(of candidates: [ProxyURL?]) -> Int? {
        let deadline = Clock.milliseconds + Self.choiceLimit
        let proxies = candidates.indices.filter { candidates[$0] != nil }
        let hosts = candidates.compactMap { $0 }.map { (host: $0.host, port: $0.port) }
        let found = HostLookup.addresses(of: hosts, in: environment, by: deadline)
        let addresses = found.flatMap { $0 }
        let owners = zip(proxies, found).flatMap { owner, own in own.map { _ in owner } }
        func first(_ outcomes: [Sockets.Outcome?], mayWait: Bool) -> Int? {
            for (index, proxy) in candidates.enumerated() {
                let own = owners.indices.filter { owners[$0] == index }.map { outcomes[$0] }
                if proxy == nil || own.contains(.accepted) { return index }
                // One that has not answered yet may still be the first.
                if mayWait, own.contains(nil) { return nil }
            }
            return nil
        }
        let left = max(1, deadline - Clock.milliseconds)
        let outcomes = Sockets.connect(addresses, limit: left) { first($0, mayWait: true) != nil }
        return first(outcomes.map { Optional($0) }, mayWait: false)
    }

    /// Whether `proxy`, on this machine, refuses connections: nothing listens there.
    static func isRefused(_ proxy: ProxyURL) -> Bool {
        guard let addresses = Sockets.Address.literal(proxy.host, port: proxy.port) else {
            return false
        }
        return addresses.allSatisfy { Sockets.isRefused($0, limit: loopbackLimit) }
    }

    /// The first built-in profile whose port on this machine accepts connections, or nil.
    static func listeningProfile() -> BuiltInProfiles.LocalProxy? {
        let proxies = BuiltInProfiles.localProxies
        let addresses = proxies.map { Sockets.Address.ipv4([127, 0, 0, 1], port: $0.port) }
        let outcomes = Sockets.connect(addresses, limit: loopbackLimit)
        return zip(proxies, outcomes).first { $0.1 == .accepted }?.0
    }
}
