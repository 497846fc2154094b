/// Node's own clients, which read nothing up to Node 20.
extension Tool {
    private static let switched = Transport(
        variables: VariableRule(
            http: [], https: [], spelling: .lowerFirst, empty: .absent),
        values: .undici, noProxy: .undici)

    /// `fetch` in Node.
    static let nodeFetch = Tool(
        name: "node-fetch", commands: ["node"], transports: [switched],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .node,
        faults: [
            VersionFault(
                before: [22, 21], "reads no proxy variable", source: "Node's documents: http"),
            VersionFault(
                from: [23], before: [24, 0], "reads no proxy variable",
                source: "Node's documents: http"),
        ],
        waitsForSwitch: true,
        source:
            "Node 20.20.2, tried: it reads no variable; from 22.21 and 24 on NODE_USE_ENV_PROXY=1 lets it"
    )

    /// `http.get` and `https.get` in Node.
    static let nodeHTTP = Tool(
        name: "node-http", transports: [switched],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .node,
        faults: [
            VersionFault(
                before: [22, 21], "reads no proxy variable", source: "Node's documents: http"),
            VersionFault(
                from: [23], before: [24, 5], "reads no proxy variable",
                source: "Node's documents: http"),
        ],
        source:
            "Node 20.20.2, tried: it reads no variable; from 22.21 and 24.5 on NODE_USE_ENV_PROXY=1 lets it"
    )

    /// `fetch` in a Node that has been told to read variables.
    private static let nodeTold = Tool(
        name: "node-fetch", commands: ["node"],
        transports: [Transport(variables: .undici, values: .undici, noProxy: .undici)],
        certificateVariables: ["NODE_EXTRA_CA_CERTS"], trust: .node, waitsForSwitch: true,
        source: "Node 24.19.0, tried; rules: taken for undici's")

    /// Whether it reads variables where NODE_USE_ENV_PROXY says so, in its version `version`.
    public func canBeTold(_ version: Version) -> Bool {
        waitsForSwitch && !faults.contains { $0.concerns(version) }
    }

    /// The tool as it is in its version `version` with `environment`.
    public func told(_ version: Version, in environment: Environment) -> Tool {
        let isTold = environment[ProxyVariables.node]?.equals("1") == true
        return isTold && canBeTold(version) ? .nodeTold : self
    }
}

extension NodeSwitch {
    /// Whether Node reads variables in its version `version`, with the switch.
    public static func isKnown(to version: Version) -> Bool { Tool.nodeFetch.canBeTold(version) }
}
