extension Tool {
    /// composer.
    static let composer = Tool(
        name: "composer",
        transports: [
            .init(
                variables: VariableRule(
                    http: ["http_proxy"], https: ["https_proxy", "http_proxy"],
                    spelling: .lowerFirst, empty: .absent),
                values: .plain,
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: false, takesNetworks: true,
                    takesPorts: true))
        ],
        source: "Composer's FAQ on proxies")
}
