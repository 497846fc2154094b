extension Tool {
    /// gh, GitHub's command line, which is written in Go.
    static let gh = goProgram("gh", "gh 2")
}
