extension Tool {
    /// go, which fetches modules with Go's own client.
    static let go = goProgram(
        "go", "go 1.19.8, tried",
        hosts: ["https://proxy.golang.org/", "https://sum.golang.org/latest"],
        serverVariables: [ServerVariable("GOPROXY", .list)])
}
