extension Tool {
    /// uv, which uses reqwest.
    static let uv = Tool(
        name: "uv",
        transports: [
            .init(variables: .reqwest, values: .reqwest, noProxy: .reqwest, readsAnyIPv4: true)
        ],
        certificateVariables: ["SSL_CERT_FILE"], trust: .uv,
        hosts: packageIndex,
        serverVariables: [
            ServerVariable("UV_DEFAULT_INDEX", .named), ServerVariable("UV_INDEX_URL"),
        ],
        settings: .proxyKeys([.uvTOML], .alone),
        source: "uv 0.13.9, tried; hosts: its reference of settings")
}
