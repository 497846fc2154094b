extension Tool {
    /// kubectl, which is written in Go.
    static let kubectl = goProgram("kubectl", "kubectl 1")
}
