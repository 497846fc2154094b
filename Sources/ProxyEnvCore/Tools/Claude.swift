extension Tool {
    /// Anthropic's claude, which speaks no SOCKS.
    static let claude = Tool(
        name: "claude", npmPackage: "@anthropic-ai/claude-code",
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
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .claude,
        dangerOfAllProxy:
            "claude sends its requests, the key in them, unencrypted to a proxy that ALL_PROXY alone names",
        // Its documents name claude.ai and platform.claude.com too, which are for signing in.
        hosts: ["https://api.anthropic.com/v1/models"],
        serverVariables: [ServerVariable("ANTHROPIC_BASE_URL", .url(path: "/v1/models"))],
        // Its documents on Amazon Bedrock, Google Vertex AI and Microsoft Foundry, and the SDKs that it brings.
        providers: [
            ServerProvider(
                variable: "CLAUDE_CODE_USE_BEDROCK", server: "ANTHROPIC_BEDROCK_BASE_URL",
                part: "AWS_REGION", usualPart: "us-east-1",
                url: { "https://bedrock-runtime.\($0).amazonaws.com/" }),
            ServerProvider(
                variable: "CLAUDE_CODE_USE_VERTEX", server: "ANTHROPIC_VERTEX_BASE_URL",
                part: "CLOUD_ML_REGION", usualPart: "us-east5",
                url: { region in
                    switch region {
                    case "global": "https://aiplatform.googleapis.com/"
                    case "eu", "us": "https://aiplatform.\(region).rep.googleapis.com/"
                    default: "https://\(region)-aiplatform.googleapis.com/"
                    }
                }),
            ServerProvider(
                variable: "CLAUDE_CODE_USE_FOUNDRY", server: "ANTHROPIC_FOUNDRY_BASE_URL",
                part: "ANTHROPIC_FOUNDRY_RESOURCE", usualPart: "",
                url: { "https://\($0).services.ai.azure.com/" }),
        ],
        faults: [
            VersionFault(
                before: [1, 0, 93], concerning: .exemptions, "does not read NO_PROXY",
                source: "its documents on proxies; anthropics/claude-code issue 8179"),
            VersionFault(
                from: [2, 1, 23], before: [2, 1, 38], concerning: .exemptions,
                "ignores NO_PROXY",
                source: "anthropics/claude-code issues 22752 and 76295"),
            VersionFault(
                from: [2, 1, 92], before: [2, 1, 292], concerning: .exemptions,
                "ignores NO_PROXY in some or all of its requests",
                source: "anthropics/claude-code issue 76295; its changelog of 2.1.292"),
        ],
        talksToItself: true,
        settings: .variables(.claudeSettings),
        key: ToolKey(
            variable: "ANTHROPIC_API_KEY", field: "x-api-key: ",
            otherFields: ["anthropic-version: 2023-06-01"]),
        source: "Claude Code 2.1.330, tried; hosts: its documents")
}
