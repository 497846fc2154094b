extension Tool {
    /// gh, GitHub's command line, which is written in Go.
    static let gh = goProgram(
        "gh", "gh 2's manual", hosts: ["https://api.github.com/rate_limit"],
        serverVariables: [ServerVariable("GH_HOST", .host)])
}
