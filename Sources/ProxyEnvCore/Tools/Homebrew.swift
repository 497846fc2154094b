extension Tool {
    /// brew, which hands a part of the environment to curl.
    static let brew = Tool(
        name: "brew",
        transports: [.init(variables: .libcurl, values: .libcurl, noProxy: .curl)],
        hosts: ["https://formulae.brew.sh/", "https://ghcr.io/v2/"],
        serverVariables: [ServerVariable("HOMEBREW_API_DOMAIN")],
        source:
            "Homebrew's bin/brew, which drops HTTP_PROXY and NO_PROXY; rules: curl 7.88.1, tried")
}
