import TestSupport
import Testing

/// A secret in whatever is read is in nothing that is shown.
@Suite struct NoSecretTests {
    private let sandbox: Sandbox

    /// A password as a generator makes it, and a token; no rule knows the password but by its place.
    private let (password, token): (String, String)
    private let seed: String
    /// With which of the values each test begins.
    private let offset: Int

    init() throws {
        sandbox = try Sandbox()
        for folder in [
            ".config/pip", ".config/uv", ".codex", ".claude", ".cargo", ".gradle", ".m2", "project",
            "project/.claude", "project/.cargo",
        ] { Files.makeFolder("\(sandbox.home)/\(folder)") }
        for name in ["npm", "codex"] { try sandbox.install(name, "#!/bin/sh\necho 10.8.2\n") }
        try sandbox.install("touching", "#!/bin/sh\necho >>\"$1\"\n")
        var random = SplitMix64(for: "no secret anywhere")
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        func word(_ count: Int) -> String {
            String((0..<count).map { _ in random.pick(letters) })
        }
        password = "Hu" + word(10)
        token = random.pick(["ghp_", "sk-", "glpat-", "github_pat_", "xoxb-"]) + word(30) + "7"
        offset = Int.random(in: 0..<6, using: &random)
        seed = "password \(password), token \(token)"
    }

    /// The texts that hold a secret in a way in which people write one.
    private var values: [String] {
        [
            "http://alice:\(password)@127.0.0.1:9", "alice:\(password)@127.0.0.1:9",
            "http://\(token)@127.0.0.1:9", "http://\(token):x@127.0.0.1:9",
            "http://alice:\(password)", token,
        ]
    }

    /// Two of them, others for each `text`.
    private func some(for text: String) -> [String] {
        let values = values
        let first = (offset + text.utf8.count) % values.count
        return [values[first], values[(first + 1 + offset % 3) % values.count]]
    }

    private func check(
        _ words: [String], _ variables: [String: String?] = [:], _ what: String,
        input: String = ""
    ) throws {
        let line = "cd ~/project && exec \"$@\""
        let outcome = try Runner(
            arguments: (["/bin/sh", "-c", line, "sh", sandbox.program] + words).map {
                Array($0.utf8)
            }, environment: sandbox.entries(variables), input: Array(input.utf8)
        ).run()
        let shown = outcome.text + outcome.errorText
        for secret in [password, token] {
            #expect(
                !shown.contains(secret),
                "\(seed): \(words.joined(separator: " ")), \(what)\n\(shown)")
        }
    }

    // MARK: The file

    /// Lines of a file in which VALUE stands for the secret.
    private static let documents = [
        "default = 'VALUE'", "default = ['VALUE']", "no-proxy = ['VALUE']", "no-proxy = 'VALUE'",
        "'VALUE' = 1", "['VALUE']\nx = 1", "[x.'VALUE']\ny = 1", "[profiles.'VALUE']\nurl = 'x'",
        "profiles.a = 'VALUE'", "a = 'VALUE' x", "a = \"VALUE", "a = VALUE", "a = 1\na = 'VALUE'",
        "commands.npm = 'VALUE'", "commands.'VALUE' = true", "commands.npm = { profile = 'VALUE' }",
        "commands.npm = { env = { A = 'VALUE', B = 1 } }",
        "commands.npm = { env = { 'VALUE' = 'x' } }",
        "profiles.a.url = 'VALUE'", "profiles.a.url = 'VALUE", "profiles.a.url = ['VALUE']",
        "profiles.a.http = 'VALUE'", "profiles.a.https = 'VALUE/x'", "profiles.a.all = '#VALUE'",
        "profiles.a = { url = 'http://h:1', username = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', username = 'VALUE', password = 'x' }",
        "profiles.a = { url = 'http://h:1', username = 'u', password = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', username = 'u', password = ['VALUE'] }",
        "profiles.a = { url = 'http://h:1', password = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', username = 'u', pasword = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', username = 'u', password-command = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', username = 'u', password-command = ['x', 'VALUE'], y = 1 }",
        "profiles.a = { url = 'http://h:1', username = 'u', password-env = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', username = 'u', password-file = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', ca-file = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', ca-bundle = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', description = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', no-proxy = ['VALUE'] }",
        "profiles.a = { url = 'http://h:1', ssh = 'VALUE' }",
        "profiles.a = { url = 'http://h:1', env = { A = 'VALUE' } }",
        "profiles.a = { url = 'http://h:1', env = { A_TOKEN = 'PASSWORD' } }",
        "profiles.a = { url = 'http://h:1', env = { 'VALUE' = 'x' } }",
        "profiles.a = { url = 'http://h:1', env = { A = ['VALUE'] } }",
        "profiles.a = { url = 'http://h:1', token = 'PASSWORD' }",
        "profiles.a.first-reachable = ['VALUE', 'direct']", "profiles.a.first-reachable = 'VALUE'",
        "profiles.a = { url = 'http://h:1', 'VALUE' = 1 }",
    ]

    @Test func `a secret in any field of the file is in no output`() throws {
        for document in Self.documents {
            for value in some(for: document) {
                let text =
                    document.replacing("VALUE", with: value)
                    .replacing("PASSWORD", with: password) + "\n"
                try sandbox.write(text, to: ".config/proxyenv/config.toml")
                for words in [["validate"], ["validate", "--json"], ["show", "a", "--json"]] {
                    try check(words, text)
                }
            }
            let value = some(for: document)[0]
            let text =
                document.replacing("VALUE", with: value)
                .replacing("PASSWORD", with: password) + "\n"
            try sandbox.write(text, to: ".config/proxyenv/config.toml")
            for words in [
                ["list"], ["list", "--json"], ["show", "a"], ["status"], ["status", "--json"],
                ["default"], ["set", "a", "ssh", "true", "--dry-run"],
                ["remove", "a", "--dry-run"],
                ["explain", "npm", "https://example.com", "--profile", "a"],
                ["exec", "a", "--", "true"], ["run", "npm"], ["script", "npm", "--profile", "a"],
            ] { try check(words, text) }
            try check(["edit"], ["EDITOR": "touching"], text, input: "n\n")
            // A hook defines the commands by their names.
            if !document.hasPrefix("commands.'VALUE'") { try check(["hook", "sh"], text) }
        }
    }

    private func check(_ words: [String], _ what: String) throws { try check(words, [:], what) }

    @Test func `a secret in any field of the file is on no terminal`() throws {
        let commands = [
            "use a --shell sh", "use a --shell fish", "env a", "env a --format json",
            "script true --profile a -o -", "show a --reveal", "list",
        ]
        let line = commands.map { "proxyenv \($0); " }.joined() + "echo end'ed'; read line"
        for document in Self.documents {
            let text =
                document.replacing("VALUE", with: some(for: document)[0])
                .replacing("PASSWORD", with: password) + "\n"
            try sandbox.write(text, to: ".config/proxyenv/config.toml")
            let terminal = try Pseudoterminal(
                ["/bin/sh", "-c", line],
                environment: sandbox.entries(["TERM": "xterm", "EDITOR": "touching"]))
            let shown = try terminal.wait(for: "ended")
            for secret in [password, token] {
                #expect(!shown.contains(secret), "\(seed): \(text)\n\(shown)")
            }
        }
    }

    @Test func `a secret in the file is in nothing that looks at the network`() throws {
        for document in Self.documents where document.isDue(of: Self.documents) {
            let text =
                document.replacing("VALUE", with: values[0])
                .replacing("PASSWORD", with: password) + "\n"
            try sandbox.write(text, to: ".config/proxyenv/config.toml")
            for words in [
                ["test", "a", "http://127.0.0.1:9/", "--timeout", "1"],
                ["test", "a", "http://127.0.0.1:9/", "--timeout", "1", "--json"],
                ["doctor", "npm", "--timeout", "1"], ["doctor", "npm", "--timeout", "1", "--json"],
                ["doctor", "npm", "--timeout", "1", "--report"], ["doctor", "--timeout", "1"],
            ] { try check(words, text) }
        }
    }

    // MARK: The command line

    @Test func `a secret on the command line is not repeated`() throws {
        try sandbox.write(
            "[profiles.a]\nurl = 'http://h:1'\nusername = 'u'\n", to: ".config/proxyenv/config.toml"
        )
        for words in [
            ["password", "a", password], ["password", password],
            ["password", "a", "--\(password)"],
            ["add", "b", "http://h:1", password],
        ] { try check(words, "") }
        for value in values {
            for words in [
                [value], ["use", value], ["exec", value, "--", "true"], ["test", value],
                ["test", "a", value], ["show", value], ["env", value],
                ["add", value, "http://h:1"],
                ["add", "b", value, "x"], ["set", "a", "no-proxy", value],
                ["set", "a", value, "x"],
                ["set", value, "url", "x"], ["default", value], ["wrap", value],
                ["wrap", "npm", "--profile", value], ["explain", value, "https://x"],
                ["explain", "npm", value], ["doctor", value], ["import", value],
                ["import", "pac", value, "--dry-run"], ["--\(value)"], ["use", "--shell", value],
                ["env", "a", "--format", value], ["list", value], ["--color", value, "list"],
                ["test", "a", "--timeout", value], ["--config", value, "list"], ["help", value],
                ["shim", value], ["script", value], ["remove", value], ["rename", value, "x"],
                ["validate", value], ["completions", value], ["hook", value],
            ] { try check(words, value) }
        }
    }

    // MARK: The environment and the files of tools

    private static let variables = [
        "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
        "no_proxy", "NO_PROXY", "ftp_proxy", "npm_config_https_proxy", "npm_config_noproxy",
        "PIP_PROXY", "CARGO_HTTP_PROXY", "YARN_HTTPS_PROXY", "PROXYENV_ACTIVE", "PROXYENV_STATE",
        "PROXYENV_PROFILE", "PROXYENV_SHELL", "NODE_USE_ENV_PROXY", "NODE_EXTRA_CA_CERTS",
        "SSL_CERT_FILE", "OPENAI_BASE_URL", "npm_config_registry", "PIP_INDEX_URL",
        "GIT_SSH_COMMAND",
        "JAVA_TOOL_OPTIONS", "MAVEN_OPTS",
    ]

    @Test(arguments: variables)
    func `a secret in a variable is in no output`(variable: String) throws {
        for value in some(for: variable) {
            for words in [
                ["status"], ["status", "--json"], ["import", "env", "--dry-run"],
                ["import", "env", "--dry-run", "--json"], ["exec", "tor", "--", "true"],
                ["explain", "npm", "https://example.com"],
                ["explain", "--all-tools", "https://example.com", "--json"],
            ] {
                try check(words, [variable: value], "\(variable)=\(value)")
            }
        }
        for words in [
            ["doctor", "npm", "--timeout", "1"], ["doctor", "npm", "--timeout", "1", "--report"],
            ["doctor", "codex", "--timeout", "1", "--json"], ["import", "system", "--dry-run"],
            ["detect"], ["detect", "--json"],
        ] { try check(words, [variable: values[0]], "\(variable)=\(values[0])") }
    }

    private static let files: [(path: String, text: String)] = [
        (".npmrc", "https-proxy=VALUE\nnoproxy=VALUE\n"),
        ("project/.npmrc", "https-proxy=VALUE\nproxy=VALUE\nregistry=VALUE\n"),
        (".curlrc", "proxy = \"VALUE\"\nproxy-user = \"alice:PASSWORD\"\nnoproxy = \"VALUE\"\n"),
        (".gitconfig", "[http]\n\tproxy = VALUE\n[http \"VALUE\"]\n\tproxy = VALUE\n"),
        (".config/pip/pip.conf", "[global]\nproxy = VALUE\nindex-url = VALUE\n"),
        (".codex/.env", "HTTPS_PROXY=VALUE\nNO_PROXY=VALUE\n"),
        (".codex/config.toml", "model = 'VALUE'\n[x]\nbase_url = 'VALUE'\n"),
        (
            ".claude/settings.json",
            "{\"env\": {\"HTTPS_PROXY\": \"VALUE\", \"NO_PROXY\": \"VALUE\"}}\n"
        ),
        ("project/.claude/settings.json", "{\"env\": {\"HTTPS_PROXY\": \"VALUE\"}}\n"),
        (".wgetrc", "https_proxy = VALUE\nproxy_user = alice\nproxy_password = PASSWORD\n"),
        (".condarc", "proxy_servers:\n  https: VALUE\n  http: VALUE\n"),
        (".yarnrc", "https-proxy \"VALUE\"\n"),
        (".yarnrc.yml", "httpsProxy: \"VALUE\"\nhttpProxy: \"VALUE\"\n"),
        ("project/.yarnrc.yml", "httpsProxy: \"VALUE\"\n"),
        (
            ".gradle/gradle.properties",
            "systemProp.https.proxyHost=VALUE\nsystemProp.https.proxyPort=1\nsystemProp.https.proxyPassword=PASSWORD\n"
        ),
        (
            ".m2/settings.xml",
            "<settings><proxies><proxy><active>true</active><protocol>https</protocol><host>VALUE</host><port>1</port><username>alice</username><password>PASSWORD</password></proxy></proxies></settings>\n"
        ),
        (".cargo/config.toml", "[http]\nproxy = 'VALUE'\n"),
        ("project/uv.toml", "https-proxy = 'VALUE'\n"),
    ]

    @Test(arguments: files.map { $0.path })
    func `a secret in a tool's file is in no output`(path: String) throws {
        let text = try #require(Self.files.first { $0.path == path }).text
        for value in some(for: path) {
            try sandbox.write(
                text.replacing("VALUE", with: value).replacing("PASSWORD", with: password), to: path
            )
            for words in [
                ["explain", "--all-tools", "https://example.com"],
                ["explain", "--all-tools", "http://example.com", "--json"],
                ["import", "npm", "--dry-run"], ["import", "git", "--dry-run"],
                ["import", "curl", "--dry-run"], ["import", "pip", "--dry-run"],
                ["import", "codex", "--dry-run", "--json"], ["run", "npm"], ["status"],
            ] { try check(words, "\(path) \(value)") }
        }
        try sandbox.write(
            text.replacing("VALUE", with: values[0]).replacing("PASSWORD", with: password), to: path
        )
        for tool in ["npm", "codex", "curl", "git"] {
            try check(["doctor", tool, "--timeout", "1", "--json"], path)
        }
    }
}

extension String {
    /// Whether this is one of every fifth of `all`: the network takes its time.
    fileprivate func isDue(of all: [String]) -> Bool {
        (all.firstIndex(of: self) ?? 0) % 5 == 0
    }
}
