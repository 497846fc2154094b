extension Tool {
    /// pnpm, which takes npm's variables too.
    static let pnpm = nodeProgram(
        "pnpm", "pnpm's settings reference",
        ownVariables: [
            ("npm_config_https_proxy", "https_proxy"), ("npm_config_proxy", "all_proxy"),
            ("npm_config_noproxy", "no_proxy"),
        ])
}
