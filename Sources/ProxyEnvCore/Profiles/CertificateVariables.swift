/// The variables that name a file of certificates.
public enum CertificateVariables {
    /// Those that replace the roots of the program that reads them.
    ///
    /// A literal, as `use` has no time to go through the tools; `ProxyVariablesTests` holds it equal to what they declare.
    static let replacing =
        shared + [
            "PIP_CERT", "GIT_SSL_CAINFO", "CARGO_HTTP_CAINFO", "BUNDLE_SSL_CA_CERT",
            "npm_config_cafile", "CODEX_CA_CERTIFICATE",
        ] + ofOthers

    /// Those of `replacing` that several programs read.
    private static let shared = ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"]

    /// Those of `replacing` that none of the known tools reads.
    static let ofOthers = ["AWS_CA_BUNDLE"]

    /// The one that adds to Node's roots.
    public static let adding = "NODE_EXTRA_CA_CERTS"

    /// Whether several programs read `name`, so that a tool's own file goes before it.
    public static func isShared(_ name: String) -> Bool { name == adding || shared.contains(name) }
}
