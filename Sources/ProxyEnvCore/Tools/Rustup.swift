extension Tool {
    /// rustup, which uses reqwest.
    static let rustup = Tool(
        name: "rustup",
        transports: [.init(variables: .reqwest, values: .reqwest, noProxy: .reqwest)],
        certificateVariables: ["SSL_CERT_FILE"], source: "the rustup book; reqwest's source")
}
