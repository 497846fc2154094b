extension Tool {
    /// opencode, which talks to a server of its own on this machine; its other hosts are those of the models one chooses.
    static let opencode: Tool = {
        var tool = nodeProgram(
            "opencode", "opencode's documents on networks", npmPackage: "opencode-ai")
        tool.talksToItself = true
        return tool
    }()
}
