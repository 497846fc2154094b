extension Tool {
    /// cursor-agent, whose documents name the variables and say no more.
    static let cursorAgent = nodeProgram(
        "cursor-agent", "Cursor's documents on its command line and on networks",
        hosts: ["https://api2.cursor.sh/"])
}
