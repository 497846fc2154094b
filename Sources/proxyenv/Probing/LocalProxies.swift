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

    /// The URLs of the proxies that answer on the ports of the built-in profiles, and are no other user's.
    static func urls(in environment: Environment) -> [ProxyURL] {
        reports(in: environment).compactMap { $0.proposedURL }
    }

    /// The profile that leads to `url`: one of the files whose scheme `fits`, or a built-in one.
    static func profile(
        of url: ProxyURL, in reader: ConfigReader, fits: (ProxyScheme) -> Bool
    ) -> String? {
        var reader = reader
        for name in reader.knownProfileNames where reader.hasProfile(name) {
            guard let proxy = reader.readProfile(name)?.proxies?.https, fits(proxy.scheme) else {
                continue
            }
            let isThere = proxy.host == url.host || proxy.isLoopback && url.isLoopback
            if isThere, proxy.port == url.port { return name }
        }
        let known = BuiltInProfiles.localProxies.first {
            url.isLoopback && $0.port == url.port && $0.scheme == url.scheme
        }
        return known.flatMap { reader.hasProfile($0.name) ? nil : $0.name }
    }

    /// What answers on `ports`.
    static func reports(on ports: [UInt16], in environment: Environment) -> [EndpointReport] {
        EndpointProbe.reports(
            of: ports.map { .local($0) }, url: nil, timeouts: .local, in: environment)
    }

    /// What was found where one proxy is wanted.
    struct Look {
        /// The number of the first that answers as a proxy, and its own scheme, or another one if it does not speak that.
        var found: (index: Int, scheme: ProxyScheme)?
        /// The numbers of those that accept connections and have not said a word of a protocol.
        var mute: [Int] = []
    }

    /// Looks for the first of `proxies` at whose port a proxy really answers.
    ///
    /// - Parameters:
    ///   - proxies: The proxies; no password goes to what is only looked at.
    ///   - timeouts: How long each step may take.
    ///   - environment: The environment of the programs that are asked for addresses.
    /// - Returns: What was found.
    static func first(
        of proxies: [ProxyURL], timeouts: ProbeTimeouts, in environment: Environment
    ) -> Look {
        var bare: [ProxyURL] = []
        // Programs share ports.
        let places = proxies.map { url -> Int in
            var url = url
            url.credentials = nil
            if let place = bare.firstIndex(of: url) { return place }
            bare.append(url)
            return bare.count - 1
        }
        let reports = EndpointProbe(
            timeouts: timeouts, environment: environment, wantsFirst: true
        ).reports(of: bare)
        var look = Look()
        for (index, place) in places.enumerated() {
            let report = reports[place]
            if let url = report.proposedURL {
                let own = bare[place].scheme
                let isOwn = report.spoken.contains(.needed(by: own))
                look.found = (index, isOwn ? own : url.scheme)
                return look
            }
            if report.isMute { look.mute.append(index) }
        }
        return look
    }
}
