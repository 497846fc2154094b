extension Tool {
    /// cursor-agent, whose documents name the variables and say no more.
    static let cursorAgent: Tool = {
        var tool = nodeProgram(
            "cursor-agent", "Cursor's documents on its command line and on networks",
            hosts: ["https://api2.cursor.sh/"])
        // Its servers of MCP (the same documents).
        tool.talksToItself = true
        return tool
    }()
}
