extension Tool {
    /// bun, whose websockets read no variable.
    static let bun = nodeProgram(
        "bun", "Bun's documents on fetch and install", hosts: ["https://registry.npmjs.org/"],
        serverVariables: [ServerVariable("BUN_CONFIG_REGISTRY")])
}
