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

    /// Variables that name a proxy and that no profile sets by itself: left over from before, they would win for
    /// their tool, so a profile unsets them.
    public static let others = [
        "ftp_proxy", "FTP_PROXY", "ws_proxy", "WS_PROXY", "wss_proxy", "WSS_PROXY",
        "rsync_proxy", "RSYNC_PROXY",
        "npm_config_proxy", "npm_config_http_proxy", "npm_config_https_proxy",
        "npm_config_noproxy", "NPM_CONFIG_PROXY", "NPM_CONFIG_HTTP_PROXY",
        "NPM_CONFIG_HTTPS_PROXY", "NPM_CONFIG_NOPROXY",
        "PIP_PROXY", "CARGO_HTTP_PROXY", "YARN_HTTP_PROXY", "YARN_HTTPS_PROXY",
    ]

    /// Every known proxy variable.
    public static let known = http.names + https.names + all.names + none.names + [node] + others
}
