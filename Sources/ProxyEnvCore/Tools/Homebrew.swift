extension Tool {
    /// brew, which hands a part of the environment to curl.
    static let brew = Tool(
        name: "brew",
        transports: [.init(variables: .libcurl, values: .libcurl, noProxy: .curl)],
        source: "Homebrew's bin/brew, which drops HTTP_PROXY and NO_PROXY; curl")
}
