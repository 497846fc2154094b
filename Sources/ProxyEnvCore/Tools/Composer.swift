extension Tool {
    /// composer 2.8 and later; before, `http_proxy` counted for https too.
    static let composer = Tool(
        name: "composer",
        transports: [
            .init(
                variables: VariableRule(
                    http: ["http_proxy"], https: ["https_proxy"],
                    spelling: .lowerFirst, empty: .absent),
                values: ValueRule(
                    socks: [], otherSocks: .refused, trailingBlanks: .accepted,
                    carriageReturn: .accepted),
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: false, star: .anywhere, takesNetworks: true,
                    takesPorts: true))
        ],
        hosts: ["https://repo.packagist.org/packages.json", "https://api.github.com/rate_limit"],
        source: "Composer's changelog up to 2.8; values and NO_PROXY: 2.5.5, tried")
}
