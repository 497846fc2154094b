extension Tool {
    /// Google's gemini, which takes one proxy for both kinds of targets.
    static let gemini = Tool(
        name: "gemini",
        transports: [
            .init(
                variables: VariableRule(
                    http: ["https_proxy", "http_proxy"], https: ["https_proxy", "http_proxy"],
                    spelling: .upperFirst, empty: .absent),
                values: .undici, noProxy: .undici)
        ],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], source: "gemini-cli's source, config.ts")
}
