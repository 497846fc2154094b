extension Tool {
    /// ssh, which reads no variable.
    static let ssh = Tool(
        name: "ssh",
        transports: [
            .init(
                variables: VariableRule(
                    http: [], https: [], spelling: .lowerFirst, empty: .absent),
                values: .plain, noProxy: nil)
        ],
        advice: "ssh reads no proxy variable; a ProxyCommand in ~/.ssh/config does",
        source: "ssh reads no proxy variable: ProxyCommand in its own configuration")
}
