extension Tool {
    /// Google's gemini, which takes one proxy for both kinds of targets.
    static let gemini = Tool(
        name: "gemini", npmPackage: "@google/gemini-cli",
        transports: [
            .init(
                variables: VariableRule(
                    http: ["https_proxy", "http_proxy"], https: ["https_proxy", "http_proxy"],
                    spelling: .upperFirst, empty: .absent),
                values: .undici, noProxy: .undici)
        ],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .node,
        // The first for who signs in with Google, the second for who has a key.
        hosts: [
            "https://cloudcode-pa.googleapis.com/", "https://generativelanguage.googleapis.com/",
        ],
        faults: [
            VersionFault(
                from: [0, 36], before: [0, 44],
                "may end with `HttpsProxyAgent is not a constructor` where a variable names a proxy",
                source:
                    "google-gemini/gemini-cli issues 24471, 24497 and 26533; its release notes of 0.44"
            ),
            VersionFault(
                before: [0, 44], concerning: .exemptions, "ignores NO_PROXY",
                source: "google-gemini/gemini-cli issue 3340; its release notes of 0.44"),
        ],
        // Servers of MCP on this machine (gemini-cli 0.61, tried).
        talksToItself: true,
        settings: .variables(.geminiEnvironment, addsOnly: true),
        source: "gemini-cli's source: config.ts, fetch.ts; hosts: its issues")
}
