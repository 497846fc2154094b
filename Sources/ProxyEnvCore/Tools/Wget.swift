extension Tool {
    /// GNU wget, which reads lower case alone and speaks no SOCKS.
    static let wget = Tool(
        name: "wget",
        transports: [
            Transport(
                variables: .lowerOnly,
                values: ValueRule(
                    socks: [], otherSocks: .refused, https: .refused,
                    httpsForSecureTargets: .misunderstood, oddWithoutScheme: .refused,
                    takesRawAt: false),
                noProxy: NoProxyDialect(
                    spelling: .lowerOnly, emptyHides: true, addsUp: true, dotMatchesApex: false,
                    star: .never)
            )
        ],
        settings: .proxyKeys([.wgetrc]), source: "GNU Wget 1.21.3, tried")
}
