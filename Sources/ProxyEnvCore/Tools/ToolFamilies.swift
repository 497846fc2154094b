/// Programs that were not tried one by one: what is said of them is from their documents, and from their libraries' sources.
extension Tool {
    /// A program that uses Go's net/http.
    static func goProgram(
        _ name: String, _ source: String, hosts: [String] = [],
        serverVariables: [ServerVariable] = []
    ) -> Tool {
        Tool(
            name: name,
            transports: [.init(variables: .go, values: .go, noProxy: .go)],
            certificateVariables: ["SSL_CERT_FILE"], hosts: hosts,
            serverVariables: serverVariables,
            source: "\(source); rules: the source of Go's net/http/httpproxy")
    }

    /// A program that follows undici's rules.
    static func nodeProgram(
        _ name: String, _ source: String, npmPackage: String? = nil, hosts: [String] = [],
        serverVariables: [ServerVariable] = [], faults: [VersionFault] = [],
        ownVariables: [(name: String, meaning: String)] = []
    ) -> Tool {
        Tool(
            name: name, npmPackage: npmPackage,
            transports: [.init(variables: .undici, values: .undici, noProxy: .undici)],
            certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .node, ownVariables: ownVariables,
            hosts: hosts, serverVariables: serverVariables, faults: faults,
            source: "\(source); rules: taken for undici's")
    }

    /// A program that uses requests.
    static func pythonProgram(
        _ name: String, _ source: String, commands: [String] = [], hosts: [String] = [],
        serverVariables: [ServerVariable] = [], registry: Registry = .none,
        settings: Settings = .none
    ) -> Tool {
        Tool(
            name: name, commands: commands,
            transports: [.init(variables: .requests, values: .requests, noProxy: .requests)],
            certificateVariables: ["REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"], hosts: hosts,
            serverVariables: serverVariables, registry: registry, settings: settings,
            source: "\(source); rules: requests 2.34.2, tried")
    }

    /// A program that runs in Java, whose properties stand in a variable.
    static func javaProgram(
        _ name: String, _ means: Tool.Means, hosts: [String] = [], settings: Settings = .none,
        source: String
    ) -> Tool {
        Tool(
            name: name,
            transports: [
                .init(
                    variables: VariableRule(
                        http: ["http_proxy"], https: ["https_proxy"], spelling: .neither,
                        empty: .absent),
                    values: ValueRule(socks: ["socks5"], otherSocks: .refused),
                    noProxy: .java)
            ],
            means: means, hosts: hosts, settings: settings, source: source)
    }
}
