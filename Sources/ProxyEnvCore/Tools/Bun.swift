extension Tool {
    /// bun, whose websockets read no variable.
    static let bun = nodeProgram("bun", "Bun's documents: fetch")
}
