extension Tool {
    /// uv, which uses reqwest.
    static let uv = Tool(
        name: "uv",
        transports: [.init(variables: .reqwest, values: .reqwest, noProxy: .reqwest)],
        certificateVariables: ["SSL_CERT_FILE"],
        source: "uv's settings reference; reqwest's source")
}
