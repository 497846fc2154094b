extension Tool {
    /// git over http and https; over ssh it reads no variable.
    static let git = Tool(
        name: "git",
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["http_proxy", "all_proxy"], https: ["https_proxy", "all_proxy"],
                    spelling: .lowerFirstButHTTP, empty: .direct),
                values: .git,
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: true, splitsAtBlanks: true,
                    dropsTrailingDots: true, takesNetworks: true, takesNetworksOfAll: false,
                    takesIPv6Networks: false),
                readsAnyIPv4: true)
        ],
        certificateVariables: ["GIT_SSL_CAINFO"], trust: .git, means: .gitConfiguration,
        hosts: ["https://github.com/"], registry: .repository,
        settings: .proxyKeys([.gitconfig]), source: "git 2.39.5, tried")
}

extension ValueRule {
    /// libcurl by way of git, which looks at the value first.
    fileprivate static let git = ValueRule(
        socks: ["socks4", "socks4a", "socks5", "socks5h"], otherSocks: .spoken,
        bareSocks: .spoken, upperCaseSocks: .misunderstood,
        upperCaseHTTPS: .misunderstood, otherSchemes: .misunderstood, blanks: .accepted,
        trailingBlanks: .refused, defaultPort: 1080)
}
