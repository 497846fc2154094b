/// Tools that were not tried: what is said of them is from their documents and sources.
extension Tools {
    static let documented: [Tool] = [
        go("gh", "gh 2"), go("go", "Go's net/http"),
        go("terraform", "terraform 1"),
        go("kubectl", "kubectl 1"),
        go("docker", "the docker command; the daemon has an environment of its own"),
        Tool(
            name: "uv",
            transports: [.init(variables: .reqwest, values: .reqwest, noProxy: .reqwest)],
            certificateVariables: ["SSL_CERT_FILE"],
            source: "uv's settings reference; reqwest's source"),
        Tool(
            name: "rustup",
            transports: [.init(variables: .reqwest, values: .reqwest, noProxy: .reqwest)],
            certificateVariables: ["SSL_CERT_FILE"], source: "the rustup book; reqwest's source"),
        Tool(
            name: "gemini",
            transports: [
                .init(
                    variables: VariableRule(
                        http: ["https_proxy", "http_proxy"], https: ["https_proxy", "http_proxy"],
                        spelling: .upperFirst, empty: .absent),
                    values: .undici, noProxy: .undici)
            ],
            certificateVariables: ["NODE_EXTRA_CA_CERTS"], source: "gemini-cli's source, config.ts"),
        node("opencode", "opencode's documents: network"),
        node("cursor-agent", "no document; taken for Node's rules"),
        node("pnpm", "pnpm's settings reference"), node("yarn", "yarn's settings reference"),
        node("bun", "Bun's documents: fetch"), node("deno", "Deno's manual"),
        python("pipx", "pip's rules"), python("poetry", "requests' rules"),
        python("conda", "conda's settings reference"),
        python("python", "requests' rules", commands: ["python3"]),
        Tool(
            name: "brew",
            transports: [.init(variables: .libcurl, values: .libcurl, noProxy: .curl)],
            source: "Homebrew's bin/brew, which drops HTTP_PROXY and NO_PROXY; curl"),
        ruby("gem"), ruby("bundle"),
        Tool(
            name: "composer",
            transports: [
                .init(
                    variables: VariableRule(
                        http: ["http_proxy"], https: ["https_proxy", "http_proxy"],
                        spelling: .lowerFirst, empty: .absent),
                    values: .plain,
                    noProxy: NoProxyDialect(
                        spelling: .lowerFirst, emptyHides: false, takesNetworks: true,
                        takesPorts: true))
            ],
            source: "Composer's FAQ on proxies"),
        java("java"), java("mvn"), java("gradle"),
        Tool(
            name: "ssh",
            transports: [
                .init(
                    variables: VariableRule(
                        http: [], https: [], spelling: .lowerFirst, empty: .absent),
                    values: .plain, noProxy: nil)
            ],
            source: "ssh reads no proxy variable: ProxyCommand in its own configuration"),
    ]

    private static func go(_ name: String, _ source: String) -> Tool {
        Tool(
            name: name,
            transports: [.init(variables: .go, values: .go, noProxy: .go)],
            certificateVariables: ["SSL_CERT_FILE"],
            source: "\(source); the source of net/http/httpproxy")
    }

    private static func node(_ name: String, _ source: String) -> Tool {
        Tool(
            name: name, transports: [.init(variables: .undici, values: .undici, noProxy: .undici)],
            certificateVariables: ["NODE_EXTRA_CA_CERTS"], source: source)
    }

    private static func python(_ name: String, _ source: String, commands: [String] = []) -> Tool {
        Tool(
            name: name, commands: commands,
            transports: [.init(variables: .requests, values: .requests, noProxy: .requests)],
            certificateVariables: ["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"], source: source)
    }

    private static func ruby(_ name: String) -> Tool {
        Tool(
            name: name,
            transports: [
                .init(
                    variables: VariableRule(
                        http: ["http_proxy"], https: ["https_proxy"], spelling: .lowerFirst,
                        empty: .absent),
                    values: .plain,
                    noProxy: NoProxyDialect(
                        spelling: .lowerFirst, emptyHides: false, splitsAtBlanks: true,
                        dotMatchesApex: false, takesNetworks: true, takesPorts: true))
            ],
            source: "Ruby's uri/generic.rb")
    }

    private static func java(_ name: String) -> Tool {
        Tool(
            name: name,
            transports: [
                .init(
                    variables: VariableRule(
                        http: [], https: [], spelling: .lowerFirst, empty: .absent),
                    values: .plain, noProxy: nil)
            ],
            source:
                "OpenJDK 17, tried: it reads no proxy variable, but http.proxyHost in JAVA_TOOL_OPTIONS"
        )
    }
}
