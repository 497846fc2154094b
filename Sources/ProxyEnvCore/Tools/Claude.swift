extension Tool {
    /// Anthropic's claude, which speaks no SOCKS.
    static let claude = Tool(
        name: "claude",
        transports: [
            Transport(
                variables: VariableRule(
                    http: ["https_proxy", "http_proxy", "all_proxy"],
                    https: ["https_proxy", "http_proxy", "all_proxy"], spelling: .lowerFirst,
                    empty: .absent),
                values: ValueRule(
                    socks: [], otherSocks: .misunderstood, blanks: .accepted,
                    carriageReturn: .accepted, newline: .accepted),
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: false, splitsAtBlanks: true,
                    takesWildcards: true, takesNetworks: true, takesPorts: true,
                    takesBracketedIPv6: true))
        ],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"],
        dangerOfAllProxy:
            "claude sends its requests, the key in them, unencrypted to a proxy that ALL_PROXY alone names",
        hosts: ["https://api.anthropic.com/v1/models"],
        talksToItself: true,
        settings: .variables(.claudeSettings),
        source: "Claude Code 2.1.330, tried")
}
