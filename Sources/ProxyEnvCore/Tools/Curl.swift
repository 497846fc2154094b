extension Tool {
    /// curl.
    static let curl = Tool(
        name: "curl",
        transports: [Transport(variables: .libcurl, values: .libcurl, noProxy: .curl)],
        certificateVariables: ["CURL_CA_BUNDLE", "SSL_CERT_FILE"],
        settings: .proxyKeys(.curlrc), source: "curl 7.88.1, tried")
}
