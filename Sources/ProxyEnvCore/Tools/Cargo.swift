extension Tool {
    /// cargo, which reads its own configuration first and git's next.
    static let cargo = Tool(
        name: "cargo",
        transports: [
            Transport(
                variables: .libcurl, values: .libcurl,
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: false, endsAtBlanks: true,
                    dropsTrailingDots: true, takesNetworks: true, takesNetworksOfAll: false,
                    takesIPv6Networks: false),
                readsAnyIPv4: true)
        ],
        certificateVariables: ["CARGO_HTTP_CAINFO", "SSL_CERT_FILE"],
        ownVariables: [("CARGO_HTTP_PROXY", "http_proxy"), ("CARGO_HTTP_PROXY", "https_proxy")],
        mindsCaseOfOwn: true,
        noProxyWord: "",
        hosts: [
            "https://index.crates.io/config.json",
            "https://static.crates.io/crates/cfg-if/1.0.0/download",
        ],
        settings: .proxyKeys([.cargoConfig]),
        source: "cargo 1.95.0, tried; hosts: the index's config.json")
}
