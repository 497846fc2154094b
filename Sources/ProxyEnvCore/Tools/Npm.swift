extension Tool {
    /// npm and npx, for which the last of two spellings in the environment counts.
    static let npm = Tool(
        name: "npm", commands: ["npx"],
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["https_proxy", "http_proxy", "proxy"], https: ["https_proxy"],
                    spelling: .last, empty: .hidesOtherCase),
                values: ValueRule(
                    socks: ["socks", "socks4", "socks4a", "socks5", "socks5h"],
                    otherSocks: .refused, bareSocks: .spoken, withoutScheme: .refused,
                    nameWithoutScheme: .refused, blanks: .accepted, carriageReturn: .accepted,
                    newline: .accepted, takesRawPercent: false),
                noProxy: NoProxyDialect(
                    spelling: .last, emptyHides: false, star: .never, takesIPv6: false,
                    ignoresCase: false),
                reachesIPv6: false)
        ],
        certificateVariables: ["npm_config_cafile", "NODE_EXTRA_CA_CERTS"],
        ownVariables: [
            ("npm_config_https_proxy", "https_proxy"), ("npm_config_proxy", "all_proxy"),
            ("npm_config_noproxy", "no_proxy"),
        ],
        noProxyWord: "null",
        hosts: ["https://registry.npmjs.org/"],
        settings: .proxyKeys(.npmrc), source: "npm 10.8.2 with Node 20.20.2, tried")
}
