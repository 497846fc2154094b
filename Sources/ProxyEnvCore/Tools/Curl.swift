extension Tool {
    /// curl.
    public static let curl = Tool(
        name: "curl",
        transports: [
            Transport(variables: .libcurl, values: .libcurl, noProxy: .curl, readsAnyIPv4: true)
        ],
        certificateVariables: ["CURL_CA_BUNDLE", "SSL_CERT_FILE"], trust: .curl,
        faults: [
            VersionFault(
                from: [7, 86], before: [7, 87], concerning: .exemptions,
                "overlooks entries of NO_PROXY", source: "curl/curl issues 9813, 9842 and 9981"),
            VersionFault(
                before: [7, 86], concerning: .networks, "knows no networks in NO_PROXY",
                source: "curl's manual of 7.86"),
        ],
        settings: .proxyKeys([.curlrc]), source: "curl 7.88.1, tried")
}
