import ProxyEnvCore

/// Looks which proxies are there.
struct ProxyProbe {
    /// The environment, for the program that looks up names.
    let environment: Environment

    /// The most milliseconds for `auto` and `first-reachable`.
    static let choiceLimit = 300
    /// The most milliseconds for the look at a proxy of this machine before a command starts.
    static let loopbackLimit = 50

    /// The first of `candidates` that is there: one that speaks has to answer as a proxy, another to accept a connection.
    ///
    /// Neighbours of one kind are asked at once.
    ///
    /// - Parameter candidates: The profiles, their hosts looked up; one without a proxy is always there.
    /// - Returns: Its number and what it speaks, if that was looked at, or nil if none is there.
    func first(of candidates: [ProfileCandidate]) -> (index: Int, scheme: ProxyScheme?)? {
        var start = 0
        var mute: [Int] = []
        while start < candidates.count {
            let kind = Kind(candidates[start])
            let end =
                candidates[start...].firstIndex { Kind($0) != kind } ?? candidates.endIndex
            let proxies = candidates[start..<end].map { $0.proxy }
            if kind == .listed {
                if let number = firstReachable(of: proxies) { return (start + number, nil) }
            } else {
                let look = look(at: proxies, kind == .local ? .choice : .host)
                if let found = look.found { return (start + found.index, found.scheme) }
                if kind == .local { mute += look.mute.map { start + $0 } }
            }
            start = end
        }
        // Without one there is only an error: a machine with too much to do gets more time for its answers.
        guard let found = look(at: mute.map { candidates[$0].proxy }, .lastChance).found else {
            return nil
        }
        return (mute[found.index], found.scheme)
    }

    /// How a candidate is asked.
    private enum Kind {
        case listed
        case local
        case host

        init(_ candidate: ProfileCandidate) {
            let isLocal = candidate.proxy?.isLoopback ?? false
            self = candidate.speaks ? (isLocal ? .local : .host) : .listed
        }
    }

    private func look(at proxies: [ProxyURL?], _ timeouts: ProbeTimeouts) -> LocalProxies.Look {
        LocalProxies.first(of: proxies.compactMap { $0 }, timeouts: timeouts, in: environment)
    }

    /// The number of the first of `candidates` that accepts a connection, no byte being sent, all being asked at once.
    ///
    /// - Parameter candidates: Proxies; nil is a route without one, which is always open.
    /// - Returns: Its number, or nil if none does in time.
    private func firstReachable(of candidates: [ProxyURL?]) -> Int? {
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
    ///
    /// Where the system names a listener there is no connection, which would take longer, and stand in the proxy's log.
    static func isRefused(_ proxy: ProxyURL) -> Bool {
        guard let addresses = SocketAddress.literal(proxy.host, port: proxy.port) else {
            return false
        }
        return addresses.allSatisfy {
            $0.listenerOwner == nil && Sockets.isRefused($0, limit: loopbackLimit)
        }
    }

    /// The first built-in profile whose port on this machine accepts connections, and is no other user's, or nil.
    static func listeningProfile(
        in environment: Environment
    ) -> BuiltInProfiles.LocalProxy? {
        let others = OtherUsers(in: environment)
        let proxies = BuiltInProfiles.localProxies.filter {
            others.listener(at: .local($0.port)) == nil
        }
        let addresses = proxies.map { SocketAddress.ipv4([127, 0, 0, 1], port: $0.port) }
        let outcomes = Sockets.connect(addresses, limit: loopbackLimit)
        return zip(proxies, outcomes).first { $0.1 == .accepted }?.0
    }
}
