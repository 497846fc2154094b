extension Tool {
    /// cursor-agent, of which no document tells.
    static let cursorAgent = nodeProgram("cursor-agent", "no document; taken for Node's rules")
}
