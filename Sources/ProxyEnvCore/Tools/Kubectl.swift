extension Tool {
    /// kubectl, which is written in Go; its host is the cluster's.
    static let kubectl = goProgram("kubectl", "kubectl 1's reference")
}
