/// What several tools have in common, as they use the same library.
extension VariableRule {
    /// libcurl: `http_proxy` in lower case alone, an empty variable is none.
    static let libcurl = VariableRule(
        http: ["http_proxy", "all_proxy"], https: ["https_proxy", "all_proxy"],
        spelling: .lowerFirstButHTTP, empty: .absent)

    /// Python's urllib: an empty variable in lower case takes the other one away too.
    static let urllib = VariableRule(
        http: ["http_proxy"], https: ["https_proxy"], spelling: .lowerFirst,
        empty: .hidesOtherCase, takesAnyCase: true)

    /// What reads `all_proxy` besides, by way of urllib: requests, httpx.
    static let requests = VariableRule(
        http: ["http_proxy", "all_proxy"], https: ["https_proxy", "all_proxy"],
        spelling: .lowerFirst, empty: .hidesOtherCase, takesAnyCase: true)

    /// reqwest: upper case first, and an empty one hides the other.
    static let reqwest = VariableRule(
        http: ["http_proxy", "all_proxy"], https: ["https_proxy", "all_proxy"],
        spelling: .upperFirst, empty: .hidesOtherCase, isCGIAware: true, hidesAllFromCGI: true)

    /// Go's net/http: upper case first, an empty one is none, no ALL_PROXY.
    static let go = VariableRule(
        http: ["http_proxy"], https: ["https_proxy"], spelling: .upperFirst, empty: .absent,
        isCGIAware: true)

    /// Undici's EnvHttpProxyAgent: an empty variable in lower case hides the other; https falls back to http.
    static let undici = VariableRule(
        http: ["http_proxy"], https: ["https_proxy", "http_proxy"], spelling: .lowerFirst,
        empty: .hidesOtherCase)

    /// What only looks at lower case, and takes an empty value for none at all.
    static let lowerOnly = VariableRule(
        http: ["http_proxy"], https: ["https_proxy"], spelling: .lowerOnly, empty: .direct)
}

extension ValueRule {
    /// libcurl 7.88.
    static let libcurl = ValueRule(
        socks: ["socks4", "socks4a", "socks5", "socks5h"], otherSocks: .refused,
        bareSocks: .spoken, defaultPort: 1080, takesRawAt: false, slashes: 1...3)

    /// requests 2.34 with PySocks.
    static let requests = ValueRule(
        socks: ["socks4", "socks4a", "socks5", "socks5h"], otherSocks: .refused,
        socksModule: "socks", takesSlashesAlone: true, nameWithoutScheme: .refused,
        endsHostAtBackslash: true)

    /// httpx 0.28 with socksio.
    static let httpx = ValueRule(
        socks: ["socks5", "socks5h"], otherSocks: .refused, socksModule: "socksio",
        trailingBlanks: .accepted,
        checksAll: true)

    /// Go's net/http.
    static let go = ValueRule(
        socks: ["socks5", "socks5h"], otherSocks: .refused, blanks: .ignored,
        trailingBlanks: .refused,
        carriageReturn: .ignored, newline: .ignored, garbage: .ignored)

    /// reqwest 0.12 with SOCKS.
    static let reqwest = ValueRule(
        socks: ["socks4", "socks4a", "socks5", "socks5h"], otherSocks: .ignored,
        bareSocks: .ignored, upperCaseSocks: .ignored, socksPort: 80,
        pathWithoutScheme: .ignored, blanks: .ignored, carriageReturn: .ignored,
        newline: .ignored, garbage: .ignored, endsHostAtBackslash: true, takesNonASCII: false)

    /// Undici.
    static let undici = ValueRule(
        socks: [], otherSocks: .refused, withoutScheme: .refused, nameWithoutScheme: .refused,
        endsHostAtBackslash: true)

    /// What speaks to HTTP proxies alone and refuses the rest.
    static let plain = ValueRule(socks: [], otherSocks: .refused)
}

extension NoProxyDialect {
    /// libcurl 7.88.
    static let curl = NoProxyDialect(
        spelling: .lowerFirst, emptyHides: false, splitsAtBlanks: true, dropsTrailingDots: true,
        takesNetworks: true, takesNetworksOfAll: false,
        takesIPv6Networks: false)

    /// Python's urllib 3.11.
    static let urllib = NoProxyDialect(
        spelling: .lowerFirst, emptyHides: true, trimsLineEnds: true, takesEndsOfAddresses: true,
        takesPorts: true, comparesNamedPorts: true, takesIPv6: false, takesBracketedIPv6: true)

    /// requests 2.34.
    static let requests = NoProxyDialect(
        spelling: .lowerFirst, emptyHides: false, trimsLineEnds: true, takesEndsOfAddresses: true,
        takesNetworks: true, takesIPv6Networks: false, takesPorts: true, comparesNamedPorts: true,
        asksUrllib: true)

    /// httpx 0.28.
    static let httpx = NoProxyDialect(
        spelling: .lowerFirst, emptyHides: true, trimsLineEnds: true, dotMatchesApex: false,
        star: .anywhere, takesPorts: true, comparesNamedPorts: true, failsAtOddHosts: true,
        takesURLs: true)

    /// reqwest 0.12, hyper-util.
    static let reqwest = NoProxyDialect(
        spelling: .upperFirst, emptyHides: true, trimsLineEnds: true, star: .names,
        takesNetworks: true, takesAnyIPv6: true)

    /// Go's net/http.
    static let go = NoProxyDialect(
        spelling: .upperFirst, emptyHides: false, dotMatchesApex: false, takesWildcards: true,
        star: .anywhere, takesNetworks: true, takesPorts: true, takesAnyIPv6: true,
        sparesLoopback: true)

    /// Java's http.nonProxyHosts (OpenJDK 17).
    static let java = NoProxyDialect(spelling: .neither, emptyHides: false, isJava: true)

    /// Undici's EnvHttpProxyAgent.
    static let undici = NoProxyDialect(
        spelling: .lowerFirst, emptyHides: true, splitsAtBlanks: true, takesWildcards: true,
        takesPorts: true, takesBracketedIPv6: true)
}
