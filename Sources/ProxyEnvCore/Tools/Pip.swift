extension Tool.Registry {
    /// Where pip, and pipx, which starts it, find the index.
    static let pip = Tool.Registry.keys([("index-url", .pipConf)])
}

extension Tool {
    /// pip, also as pip3, which takes a name in NO_PROXY for the end of any other.
    public static let pip = Tool(
        name: "pip", commands: ["pip3"],
        transports: [
            Transport(
                variables: .requests,
                values: ValueRule(
                    socks: ["socks4", "socks4a", "socks5", "socks5h"], otherSocks: .refused,
                    socksModule: "socks", takesSlashesAlone: true, nameWithoutScheme: .refused,
                    newline: .accepted,
                    endsHostAtBackslash: true),
                noProxy: NoProxyDialect(
                    spelling: .lowerFirst, emptyHides: false, trimsLineEnds: true,
                    takesEndsOfAddresses: true, isPlainSuffix: true, takesNetworks: true,
                    takesIPv6Networks: false, takesPorts: true, comparesNamedPorts: true,
                    asksUrllib: true))
        ],
        certificateVariables: ["PIP_CERT", "REQUESTS_CA_BUNDLE"], trust: .pip,
        ownVariables: [("PIP_PROXY", "http_proxy"), ("PIP_PROXY", "https_proxy")],
        mindsCaseOfOwn: true,
        hosts: packageIndex, serverVariables: [ServerVariable("PIP_INDEX_URL")],
        registry: .pip,
        settings: .proxyKeys([.pipConf, .pipConfOfCommands], .apart),
        source: "pip 23.2.1, tried; hosts: PyPI's documents")

    /// Where Python's packages come from; its first page is meant for browsers.
    static let packageIndex = [
        "https://pypi.org/simple/pip/", "https://files.pythonhosted.org/",
    ]
}
