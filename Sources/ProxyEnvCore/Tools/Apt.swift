extension Tool {
    /// apt, also as apt-get, which reads lower case alone; its hosts are those of `sources.list`.
    static let apt = Tool(
        name: "apt", commands: ["apt-get"],
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["http_proxy"], https: ["https_proxy", "http_proxy"],
                    spelling: .lowerOnly, empty: .direct),
                values: ValueRule(
                    socks: ["socks5h"], otherSocks: .refused, portFollowsTarget: true,
                    withoutScheme: .refused,
                    nameWithoutScheme: .refused, hostAlone: .ignored, trailingBlanks: .accepted,
                    carriageReturn: .accepted,
                    newline: .accepted, takesUpperCaseScheme: false, takesRawHash: true),
                noProxy: NoProxyDialect(
                    spelling: .lowerOnly, emptyHides: true, trimsBlanks: false,
                    isPlainSuffix: true, dotMatchesApex: false, star: .never, takesIPv6: false),
                reachesIPv6: false)
        ],
        settings: .proxyKeys([.aptConf]), source: "apt of Debian 12, tried")
}
