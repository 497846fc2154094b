extension Tool {
    /// pnpm, which takes npm's variables too.
    static let pnpm = nodeProgram(
        "pnpm", "pnpm 11's settings reference", hosts: ["https://registry.npmjs.org/"],
        serverVariables: ServerVariable.npm,
        ownVariables: [
            ("npm_config_https_proxy", "https_proxy"), ("npm_config_proxy", "all_proxy"),
            ("npm_config_noproxy", "no_proxy"),
        ])
}
