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
        source: "OpenSSH's manual: it reads no proxy variable, but ProxyCommand in its own file")
}
