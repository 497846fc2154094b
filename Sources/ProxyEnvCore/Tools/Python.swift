/// Python's libraries, each as a tool of its own.
extension Tool {
    /// requests.
    static let requests = Tool(
        name: "requests",
        transports: [Transport(variables: .requests, values: .requests, noProxy: .requests)],
        certificateVariables: ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"],
        source: "requests 2.34.2, tried")

    /// httpx.
    static let httpx = Tool(
        name: "httpx",
        transports: [Transport(variables: .requests, values: .httpx, noProxy: .httpx)],
        certificateVariables: ["SSL_CERT_FILE"], source: "httpx 0.28.1 with socksio, tried")

    /// urllib, in Python's own library.
    static let urllib = Tool(
        name: "urllib",
        transports: [
            Transport(
                variables: .urllib,
                values: ValueRule(
                    socks: [], otherSocks: .misunderstood, bareSocks: .misunderstood,
                    socksForPlainTargets: .refused, https: .misunderstood, portFollowsTarget: true,
                    takesSlashesAlone: true, pathWithoutScheme: .refused, blanks: .accepted,
                    carriageReturn: .accepted, newline: .accepted, takesRawHash: true),
                noProxy: .urllib)
        ],
        certificateVariables: ["SSL_CERT_FILE"], source: "CPython 3.11.7, tried")

    /// aiohttp with `trust_env=True`; without it reads nothing.
    static let aiohttp = Tool(
        name: "aiohttp",
        transports: [
            Transport(
                variables: .urllib,
                values: ValueRule(
                    socks: [], otherSocks: .misunderstood, bareSocks: .misunderstood,
                    https: .ignored, otherSchemes: .misunderstood,
                    withoutScheme: .refused, takesSlashesAlone: true,
                    nameWithoutScheme: .refused, blanks: .accepted,
                    carriageReturn: .accepted, newline: .accepted),
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: true, trimsLineEnds: true,
                    takesEndsOfAddresses: true))
        ],
        certificateVariables: ["SSL_CERT_FILE"], source: "aiohttp 3.14.5, tried")

    /// aider, which goes through httpx; its hosts are those of the models one chooses.
    static let aider = Tool(
        name: "aider",
        transports: [Transport(variables: .requests, values: .httpx, noProxy: .httpx)],
        certificateVariables: ["SSL_CERT_FILE"],
        serverVariables: [
            ServerVariable("AIDER_OPENAI_API_BASE", .url(path: "/models")),
            ServerVariable("OPENAI_API_BASE", .url(path: "/models")),
        ],
        settings: .variables(.aiderEnvironment),
        source: "aider 0.86.2, tried in part; the rest: httpx 0.28.1, tried")
}
