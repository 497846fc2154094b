extension Tool {
    /// npm and npx, for which the last of two spellings in the environment counts.
    public static let npm = Tool(
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
                    newline: .accepted, takesRawPercent: false,
                    endsHostAtBackslash: true, slashes: 0...64),
                noProxy: NoProxyDialect(
                    spelling: .last, emptyHides: false, trimsLineEnds: true, comparesLabels: true,
                    star: .never, ignoresCase: false), readsAnyIPv4: true,
                reachesIPv6: false)
        ],
        certificateVariables: ["npm_config_cafile", "NODE_EXTRA_CA_CERTS"], trust: .npm,
        ownVariables: [
            ("npm_config_https_proxy", "https_proxy"), ("npm_config_proxy", "all_proxy"),
            ("npm_config_noproxy", "no_proxy"),
        ],
        noProxyWord: "null",
        hosts: ["https://registry.npmjs.org/"], serverVariables: ServerVariable.npm,
        registry: .npm,
        faults: [
            VersionFault(
                from: [10], before: [10, 2],
                "ignores the proxy, or sends it a request that it refuses",
                source: "npm/cli issues 6760 and 6835; nodejs/node issue 50376")
        ],
        settings: .proxyKeys([.npmrc]),
        source: "npm 10.8.2 with Node 20.20.2, tried; host: its documents")
}

extension Tool.Registry {
    /// Where npm and those that follow it find the registry.
    static let npm = Tool.Registry.keys([("registry", .npmrc)])
}

extension ServerVariable {
    /// What npm and those that follow it call the registry.
    static let npm = [ServerVariable("npm_config_registry"), ServerVariable("NPM_CONFIG_REGISTRY")]
}
