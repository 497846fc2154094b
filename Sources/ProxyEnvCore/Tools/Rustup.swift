extension Tool {
    /// rustup, which uses reqwest.
    static let rustup = Tool(
        name: "rustup",
        transports: [.init(variables: .reqwest, values: .reqwest, noProxy: .reqwest)],
        certificateVariables: ["SSL_CERT_FILE"],
        hosts: ["https://static.rust-lang.org/rustup/release-stable.toml"],
        serverVariables: [ServerVariable("RUSTUP_DIST_SERVER")],
        source: "the rustup book; rules: reqwest's source")
}
