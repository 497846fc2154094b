extension Tool {
    /// terraform, which is written in Go.
    static let terraform = goProgram("terraform", "terraform 1")
}
