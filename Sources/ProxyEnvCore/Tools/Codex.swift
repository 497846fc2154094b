extension Tool {
    /// OpenAI's codex, which connects in two ways that disagree.
    public static let codex = Tool(
        name: "codex", npmPackage: "@openai/codex",
        transports: [
            Transport(
                name: "websocket",
                variables: VariableRule(
                    http: ["http_proxy", "all_proxy"],
                    https: ["https_proxy", "http_proxy", "all_proxy"], spelling: .upperFirst,
                    empty: .hidesOtherCase),
                values: ValueRule(
                    socks: ["socks5", "socks5h"], otherSocks: .refused, https: .refused,
                    withoutScheme: .refused, nameWithoutScheme: .refused, blanks: .accepted,
                    carriageReturn: .accepted, newline: .accepted, takesNonASCII: false),
                noProxy: NoProxyDialect(
                    spelling: .upperFirst, emptyHides: true, trimsLineEnds: true,
                    star: .aloneInBlanks, takesPorts: true,
                    takesBracketedIPv6: true, ignoresCase: false), readsAnyIPv4: true),
            Transport(
                name: "http", variables: .reqwest,
                values: ValueRule(
                    socks: [], otherSocks: .misunderstood, bareSocks: .ignored,
                    upperCaseSocks: .ignored, socksPort: 80,
                    pathWithoutScheme: .ignored, blanks: .ignored,
                    carriageReturn: .ignored, newline: .ignored, garbage: .ignored,
                    takesNonASCII: false),
                noProxy: .reqwest, readsAnyIPv4: true),
        ],
        certificateVariables: ["CODEX_CA_CERTIFICATE", "SSL_CERT_FILE"],
        hosts: [
            "https://api.openai.com/v1/models", "https://chatgpt.com/backend-api/codex/models",
            "https://auth.openai.com/oauth/token",
        ],
        registry: .content(of: .codexConfig, { CodexProvider.server(in: $0) }),
        faults: [
            VersionFault(
                before: [0, 146], concerning: .passwords, "sends no password to a proxy",
                source: "codex's release notes of 0.146")
        ],
        websocket: "https://api.openai.com/v1/responses",
        talksToItself: true,
        settings: .variables(.codexEnvironment),
        folder: .codex,
        unread: [
            // Such a name counts for nothing, silently (codex issue 39237).
            .key(
                file: "config.toml", table: "features", written: "respect_system_proxies",
                meant: "respect_system_proxy"),
            // No project may lead a key elsewhere (codex's source, config/src/loader, PROJECT_LOCAL_CONFIG_DENYLIST).
            .projectKeys(
                file: ".codex/config.toml",
                keys: ["model_provider", "model_providers", "openai_base_url", "profile"]),
            .file(
                "config.json",
                reason: "the key belongs into auth.json, settings into config.toml",
                fix:
                    "Give the key that is in it to `codex login --with-api-key`, which reads one line."
            ),
        ],
        key: ToolKey(
            variable: "CODEX_API_KEY", field: "Authorization: Bearer ",
            mistaken: "OPENAI_API_KEY",
            store: .init(
                file: "auth.json", key: "OPENAI_API_KEY", mode: ("auth_mode", "chatgpt"),
                tokens: "tokens", account: "ChatGPT", login: "codex login")),
        // The terminal interface talks to it; `codex exec` does not (codex-cli 0.163.0).
        daemon: ToolDaemon(
            name: "codex app-server", processFile: "app-server-daemon/daemon.pid",
            argument: "app-server", stop: "codex app-server daemon stop", bypass: "--no-daemon",
            commandsWithout: [
                "exec", "e", "login", "logout", "app-server", "doctor", "mcp", "update",
            ]),
        source: "codex-cli 0.163.0, tried")
}

extension ToolFolder {
    /// codex's.
    static let codex = ToolFolder(variable: "CODEX_HOME", standard: "/.codex")
}
