extension Tool {
    /// go, which fetches modules with Go's own client.
    static let go = goProgram("go", "Go's net/http")
}
