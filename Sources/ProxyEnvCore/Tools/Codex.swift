extension Tool {
    /// OpenAI's codex, which connects in two ways that disagree.
    public static let codex = Tool(
        name: "codex",
        transports: [
            Transport(
                name: "websocket",
                variables: VariableRule(
                    http: ["http_proxy", "all_proxy"],
                    https: ["https_proxy", "http_proxy", "all_proxy"], spelling: .upperFirst,
                    empty: .hidesOtherCase),
                values: ValueRule(
                    socks: ["socks5", "socks5h"], otherSocks: .refused, https: .refused,
                    withoutScheme: .refused, nameWithoutScheme: .refused, blanks: .accepted,
                    carriageReturn: .accepted, newline: .accepted, takesNonASCII: false),
                noProxy: NoProxyDialect(
                    spelling: .upperFirst, emptyHides: true, trimsLineEnds: true,
                    star: .aloneInBlanks, takesPorts: true,
                    takesBracketedIPv6: true, ignoresCase: false), readsAnyIPv4: true),
            Transport(
                name: "http", variables: .reqwest,
                values: ValueRule(
                    socks: [], otherSocks: .misunderstood, bareSocks: .ignored,
                    upperCaseSocks: .ignored, socksPort: 80,
                    pathWithoutScheme: .ignored, blanks: .ignored,
                    carriageReturn: .ignored, newline: .ignored, garbage: .ignored,
                    takesNonASCII: false),
                noProxy: .reqwest, readsAnyIPv4: true),
        ],
        certificateVariables: ["CODEX_CA_CERTIFICATE", "SSL_CERT_FILE"],
        hosts: [
            "https://api.openai.com/v1/models", "https://chatgpt.com/backend-api/codex/models",
            "https://auth.openai.com/oauth/token",
        ],
        faults: [
            VersionFault(
                before: [0, 146], concerning: .passwords, "sends no password to a proxy",
                source: "codex's release notes of 0.146")
        ],
        websocket: "https://api.openai.com/v1/responses",
        talksToItself: true,
        settings: .variables(.codexEnvironment),
        source: "codex-cli 0.163.0, tried")
}
