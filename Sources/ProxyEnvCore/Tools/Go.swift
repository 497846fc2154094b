extension Tool {
    /// go, which fetches modules with Go's own client.
    static let go = goProgram(
        "go", "Go's modules reference",
        hosts: ["https://proxy.golang.org/", "https://sum.golang.org/latest"],
        serverVariables: [ServerVariable("GOPROXY", .list)])
}
