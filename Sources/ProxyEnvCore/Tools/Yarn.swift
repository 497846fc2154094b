extension Tool {
    /// yarn, whose variables of its own are those of yarn 2 and later.
    static let yarn = nodeProgram(
        "yarn", "yarn's settings reference", hosts: ["https://registry.yarnpkg.com/"],
        serverVariables: [ServerVariable("YARN_NPM_REGISTRY_SERVER")] + ServerVariable.npm,
        ownVariables: [("YARN_HTTP_PROXY", "http_proxy"), ("YARN_HTTPS_PROXY", "https_proxy")])
}
