extension Tool {
    /// qwen, which takes one proxy for both kinds of targets, and no SOCKS; which server it asks is up to its user.
    static let qwen = Tool(
        name: "qwen", npmPackage: "@qwen-code/qwen-code",
        transports: [
            .init(
                variables: VariableRule(
                    http: ["https_proxy", "http_proxy"], https: ["https_proxy", "http_proxy"],
                    spelling: .upperFirst, empty: .absent),
                values: ValueRule(
                    socks: [], otherSocks: .refused, blanks: .accepted, carriageReturn: .accepted,
                    newline: .accepted, endsHostAtBackslash: true),
                noProxy: .undici)
        ],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .node,
        serverVariables: [ServerVariable("OPENAI_BASE_URL", .url(path: "/models"))],
        // Servers of MCP on this machine.
        talksToItself: true,
        settings: .variables(.qwenSettings, addsOnly: true, fillsEmpty: true),
        source: "qwen-code 0.24.4, tried; servers: its documents")
}
