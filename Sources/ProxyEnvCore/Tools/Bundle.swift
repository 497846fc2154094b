extension Tool {
    /// bundle, for which `http_proxy` counts alone, for https too.
    static let bundle = Tool(
        name: "bundle",
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["http_proxy"], https: ["http_proxy"], spelling: .lowerFirst,
                    empty: .direct),
                values: ValueRule(
                    socks: [], otherSocks: .refused, https: .misunderstood,
                    takesUpperCaseScheme: false, takesRawAt: false),
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: true, isPlainSuffix: true,
                    dotMatchesApex: false, takesPorts: true))
        ],
        certificateVariables: ["BUNDLE_SSL_CA_CERT", "SSL_CERT_FILE"],
        hosts: ["https://index.rubygems.org/info/rake", "https://rubygems.org/"],
        settings: .proxyKeys([.gemrc]),
        source: "Bundler 2.3.27, tried; hosts: RubyGems' guides")
}
