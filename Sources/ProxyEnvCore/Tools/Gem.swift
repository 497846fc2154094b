extension Tool {
    /// gem, which speaks to HTTP proxies alone.
    static let gem = Tool(
        name: "gem",
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["http_proxy"], https: ["https_proxy"], spelling: .lowerFirst,
                    empty: .hidesOtherCase),
                values: ValueRule(
                    socks: [], otherSocks: .refused, https: .misunderstood, takesRawAt: false),
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: true, star: .never))
        ],
        hosts: ["https://rubygems.org/", "https://index.rubygems.org/info/rake"],
        settings: .proxyKeys([.gemrc]),
        source: "RubyGems 3.3.15, tried; hosts: RubyGems' guides")
}
