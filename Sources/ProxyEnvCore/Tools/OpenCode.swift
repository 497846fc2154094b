extension Tool {
    /// opencode, which talks to a server of its own on this machine.
    static let opencode = nodeProgram("opencode", "opencode's documents: network")
}
