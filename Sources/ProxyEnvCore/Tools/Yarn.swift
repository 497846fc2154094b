extension Tool {
    /// yarn since 2, which reads no variable but its own, and has no list of exemptions.
    static let yarn = Tool(
        name: "yarn",
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["http_proxy"], https: ["https_proxy"], spelling: .neither,
                    empty: .absent),
                values: ValueRule(
                    socks: [], otherSocks: .misunderstood, bareSocks: .misunderstood,
                    https: .misunderstood, otherSchemes: .misunderstood, withoutScheme: .refused,
                    nameWithoutScheme: .ignored, takesDotsInSchemes: true, hostAlone: .refused,
                    blanks: .accepted, carriageReturn: .accepted, newline: .accepted,
                    slashes: 0...8, checksAll: true),
                noProxy: nil)
        ],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .yarn,
        ownVariables: [("YARN_HTTP_PROXY", "http_proxy"), ("YARN_HTTPS_PROXY", "https_proxy")],
        noProxyWord: "",
        hosts: ["https://registry.yarnpkg.com/"],
        serverVariables: [ServerVariable("YARN_NPM_REGISTRY_SERVER")],
        registry: .keys([("npmRegistryServer", .yarnrcYAML), ("registry", .npmrc)]),
        settings: .proxyKeys([.yarnrcYAML]),
        source: "Yarn 3.5.0, tried; host: its settings reference")

    /// yarn 1, which is still what many install by that name.
    static let yarnClassic = Tool(
        name: "yarn-classic", commands: ["yarnpkg"],
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["http_proxy"], https: ["https_proxy", "http_proxy"],
                    spelling: .upperFirst, empty: .absent),
                values: ValueRule(
                    socks: [], otherSocks: .misunderstood, bareSocks: .misunderstood,
                    socksForPlainTargets: .refused, withoutScheme: .refused,
                    nameWithoutScheme: .refused, hostAlone: .ignored, blanks: .accepted,
                    carriageReturn: .accepted, newline: .accepted, garbage: .ignored),
                noProxy: NoProxyDialect(
                    spelling: .upperFirst, emptyHides: false, takesPorts: true))
        ],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .npm,
        ownVariables: [
            ("npm_config_https_proxy", "https_proxy"), ("npm_config_proxy", "all_proxy"),
            ("YARN_HTTPS_PROXY", "https_proxy"), ("YARN_PROXY", "all_proxy"),
        ],
        hosts: ["https://registry.yarnpkg.com/"], serverVariables: ServerVariable.npm,
        registry: .npm,
        settings: .proxyKeys([.npmrc, .yarnrc], .apart),
        source: "Yarn 1.21.1, tried; host: its documents")
}
