/// The variables by which programs learn of a proxy, in both cases where programs read both.
public enum ProxyVariables {
    /// One of the variables that every profile sets, in the two cases in which tools read it.
    ///
    /// Both get the same value: codex prefers the upper one, curl and git the lower, npm the one that comes last, and
    /// wget and apt know the lower alone.
    public struct Pair: Sendable, Equatable {
        /// The name in lower case.
        public let lower: String
        /// The name in upper case.
        public let upper: String

        /// Both names.
        public var names: [String] { [lower, upper] }
    }

    /// The proxy for `http://` targets.
    public static let http = Pair(lower: "http_proxy", upper: "HTTP_PROXY")
    /// The proxy for `https://` targets.
    public static let https = Pair(lower: "https_proxy", upper: "HTTPS_PROXY")
    /// The proxy for every target that has none of its own.
    public static let all = Pair(lower: "all_proxy", upper: "ALL_PROXY")
    /// The hosts that are reached without a proxy.
    public static let none = Pair(lower: "no_proxy", upper: "NO_PROXY")

    /// Makes Node's own `fetch` and `http` read the variables (Node 22.21 and 24.0 on), which ends Node at its start where one of
    /// them is neither `http://` nor `https://`: see ``NodeSwitch``.
    public static let node = "NODE_USE_ENV_PROXY"

    /// Variables that known tools read besides, each in the cases in which it is usual: a profile unsets what it finds of them, as
    /// a stale one would win for its tool.
    ///
    /// A literal, as `use` has no time to go through the tools; `ProxyVariablesTests` holds it equal to what they declare.
    static let ofTools = [
        "proxy", "PROXY",
        "npm_config_proxy", "npm_config_https_proxy", "npm_config_noproxy",
        "NPM_CONFIG_PROXY", "NPM_CONFIG_HTTPS_PROXY", "NPM_CONFIG_NOPROXY",
        "pnpm_config_proxy", "pnpm_config_https_proxy", "pnpm_config_noproxy",
        "PNPM_CONFIG_PROXY", "PNPM_CONFIG_HTTPS_PROXY", "PNPM_CONFIG_NOPROXY",
        "YARN_PROXY", "YARN_HTTP_PROXY", "YARN_HTTPS_PROXY", "PIP_PROXY", "CARGO_HTTP_PROXY",
    ]

    /// Variables that name a proxy to programs that are not among the tools, or to other versions of them; they are unset too.
    static let ofOthers = [
        "ftp_proxy", "FTP_PROXY", "ws_proxy", "WS_PROXY", "wss_proxy", "WSS_PROXY",
        "rsync_proxy", "RSYNC_PROXY", "npm_config_http_proxy", "NPM_CONFIG_HTTP_PROXY",
        "pnpm_config_http_proxy", "PNPM_CONFIG_HTTP_PROXY",
    ]

    /// Every known proxy variable.
    public static let known =
        http.names + https.names + all.names + none.names + [node] + ofTools + ofOthers

    /// The names of the proxy variables in `environment`, those of the tools' own in whatever case they are there.
    public static func present(in environment: Environment) -> [String] {
        var names = known.filter { environment[$0] != nil }
        for entry in environment.entries {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")), equals > 0,
                entry[equals - 1].lowercased == UInt8(ascii: "y")
            else { continue }
            let name = entry[..<equals]
            guard ofTools.contains(where: { name.equalsIgnoringCase($0) }),
                !names.contains(where: { name.equals($0) })
            else { continue }
            names.append(String(decoding: name, as: UTF8.self))
        }
        return names
    }
}
