extension Tool {
    /// pnpm, whose files go before the variables, and whose `https_proxy` serves `http://` targets too.
    static let pnpm = Tool(
        name: "pnpm",
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["https_proxy", "http_proxy", "proxy"], https: ["https_proxy"],
                    spelling: .lowerFirst, empty: .absent,
                    httpKeys: ["http_proxy", "https_proxy"]),
                values: ValueRule(
                    socks: ["socks", "socks4", "socks4a", "socks5", "socks5h"],
                    otherSocks: .spoken, bareSocks: .spoken, takesSchemeOfTarget: true,
                    blanks: .accepted, carriageReturn: .accepted, newline: .accepted,
                    takesRawPercent: false),
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: false, star: .never, takesIPv6: false,
                    takesBracketedIPv6: true, ignoresCase: false))
        ],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .npm,
        ownVariables: ["npm_config", "pnpm_config"].flatMap {
            [
                ("\($0)_https_proxy", "https_proxy"), ("\($0)_proxy", "all_proxy"),
                ("\($0)_noproxy", "no_proxy"),
            ]
        },
        hosts: ["https://registry.npmjs.org/"], serverVariables: ServerVariable.npm,
        registry: .npm,
        settings: .proxyKeys([.pnpmrc, .pnpmYAML]),
        source: "the source of pnpm 11, config/reader and network/fetch; host: npm's documents")
}
