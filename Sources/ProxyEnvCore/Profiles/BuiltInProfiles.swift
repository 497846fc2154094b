/// The profiles that are there without a file: the ports of well-known local proxies, and three that are no port.
public enum BuiltInProfiles {
    /// A local proxy program and where it listens as it comes.
    public struct LocalProxy: Sendable {
        /// The profile's name.
        public let name: String
        /// The port on 127.0.0.1.
        public let port: UInt16
        /// What it speaks there.
        public let scheme: ProxyScheme
        /// The program, for people.
        public let program: String
    }

    /// The local proxies, in the order in which `auto` prefers them.
    ///
    /// The ports are those of the programs' own sources or documents; one that answers may still be another program.
    public static let localProxies: [LocalProxy] = [
        local("clash", 7890, "Clash, mihomo, ClashX, FlClash"),
        local("clash-verge", 7897, "Clash Verge Rev"),
        local("v2rayn", 10808, "v2rayN 7 and later, v2rayNG"),
        local("v2ray", 10809, "V2Ray's HTTP inbound, v2rayN 6 and before"),
        local("v2raya", 20171, "v2rayA"),
        local("nekoray", 2080, "NekoRay, NekoBox"),
        local("sing-box", 2080, "sing-box"),
        local("hiddify", 12334, "Hiddify"),
        local("karing", 3067, "Karing"),
        local("surge", 6152, "Surge"),
        local("shadowsocks", 1080, "Shadowsocks", .socks5h),
        local("privoxy", 8118, "Privoxy"),
        local("px", 3128, "Px, for proxies that want NTLM"),
        local("cntlm", 3128, "CNTLM, for proxies that want NTLM"),
        local("tor", 9050, "Tor", .socks5h),
        local("warp", 40000, "Cloudflare WARP in proxy mode", .socks5h),
    ]

    /// The same ports of the machine that WSL runs on, each once, for `auto` there.
    public static var onHost: [Profile] {
        var ports: [UInt16] = []
        var profiles: [Profile] = []
        for proxy in localProxies where !ports.contains(proxy.port) {
            ports.append(proxy.port)
            let url = ProxyURL(
                scheme: proxy.scheme, host: HostPlaceholder.wslHost.rawValue, port: proxy.port)
            let route = Profile.Route.proxies(Profile.Proxies(everything: url))
            profiles.append(Profile(name: "\(proxy.name) on \(url.host)", route: route))
        }
        return profiles
    }

    /// The profiles that are no port, with their descriptions.
    public static let others: [(name: String, program: String)] = [
        ("auto", "the first of the local proxies that answers"),
        ("direct", "no proxy at all"),
        ("system", "what the operating system is set to"),
    ]

    /// The names of all built-in profiles, sorted.
    public static let names = (localProxies.map { $0.name } + others.map { $0.name }).sorted()

    /// The built-in profile called `name`, or nil.
    public static func named(_ name: String) -> Profile? {
        guard let route = route(of: name) else { return nil }
        var profile = Profile(name: name, route: route)
        profile.description = description(of: name).map { Array($0.utf8) }
        return profile
    }

    private static func route(of name: String) -> Profile.Route? {
        switch name {
        case "direct": .direct
        case "system": .system
        case "auto": .firstReachable(localProxies.map { $0.name })
        default:
            localProxies.first { $0.name == name }.map {
                .proxies(Profile.Proxies(everything: .local($0.port, $0.scheme)))
            }
        }
    }

    private static func description(of name: String) -> String? {
        localProxies.first { $0.name == name }?.program ?? others.first { $0.name == name }?.program
    }

    private static func local(
        _ name: String, _ port: UInt16, _ program: String, _ scheme: ProxyScheme = .http
    ) -> LocalProxy {
        LocalProxy(name: name, port: port, scheme: scheme, program: program)
    }
}
