import Testing

/// What a tool's own files say besides its proxy: servers, exemptions and certificates, which count as if they were set.
@Suite struct DoctorServerTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var world: OutsideWorld { stage.world }

    init() throws {
        stage = try DoctorStage()
        for folder in [".claude", "other", "project", "project/.claude"] {
            Files.makeFolder("\(stage.sandbox.home)/\(folder)")
        }
    }

    /// Writes `variables` into the file of claude's at `path`.
    private func set(_ variables: [String: String], in path: String) throws {
        let members = variables.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ")
        try sandbox.write("{\"env\": {\(members)}}\n", to: path)
    }

    /// The hosts that are asked by `doctor` for `words` with `variables`.
    private func hosts(
        _ words: [String], _ variables: [String: String?] = [:]
    ) throws -> (hosts: [String], answer: DoctorStage.Answer) {
        let before = world.requests.count
        let answer = try stage.doctor(words, variables)
        let names = world.requests.dropFirst(before).compactMap { $0.split(separator: " ").first }
        return (names.map { String($0) }, answer)
    }

    @Test(arguments: [".claude/settings.json", ".claude.json"])
    func `the server that claude's settings name is asked`(_ path: String) throws {
        try set(["ANTHROPIC_BASE_URL": "https://api.openai.com"], in: path)
        let (hosts, answer) = try hosts(["claude"])
        #expect(hosts == ["api.openai.com"], "\(answer.text)")
        #expect(answer.cause == nil, "\(answer.text)")
    }

    @Test func `of claude's files the later counts, and CLAUDE_CONFIG_DIR moves the user's`() throws
    {
        try set(["ANTHROPIC_BASE_URL": "https://chatgpt.com"], in: ".claude.json")
        try set(["ANTHROPIC_BASE_URL": "https://api.openai.com"], in: ".claude/settings.json")
        #expect(try hosts(["claude"]).hosts == ["api.openai.com"])
        try set(["ANTHROPIC_BASE_URL": "https://auth.openai.com"], in: "other/settings.json")
        let moved = try hosts(["claude"], ["CLAUDE_CONFIG_DIR": "\(sandbox.home)/other"])
        #expect(moved.hosts == ["auth.openai.com"], "\(moved.answer.text)")
    }

    @Test func `the server that a project names is asked only where the project is trusted`() throws
    {
        try set(["ANTHROPIC_BASE_URL": "https://chatgpt.com"], in: "project/.claude/settings.json")
        let words = ["cd project && proxyenv doctor claude --json", "--trust-project"]
        for (more, host) in [("", "api.anthropic.com"), (words[1], "chatgpt.com")] {
            let before = world.requests.count
            let outcome = try sandbox.run("cd && \(words[0]) \(more)", in: .bash)
            #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
            let asked = world.requests.dropFirst(before)
            #expect(asked.allSatisfy { $0.hasPrefix(host) } && !asked.isEmpty, "\(asked)")
        }
    }

    @Test func `an exemption in claude's settings counts, wherever it stands`() throws {
        for path in [".claude.json", ".claude/settings.json"] {
            try set(["no_proxy": "api.anthropic.com"], in: path)
            let answer = try stage.doctor(["claude", "--timeout", "1"])
            #expect(answer.text.contains("\(path):1 (env.no_proxy)"), "\(answer.text)")
            try sandbox.write("{}", to: path)
        }
    }

    @Test func `certificates that claude's settings name and that are not there are told of`()
        throws
    {
        try set(["NODE_EXTRA_CA_CERTS": "/nowhere/ca.pem"], in: ".claude/settings.json")
        let answer = try stage.doctor(["claude"])
        #expect(answer.ids.contains("env.certificates"), "\(answer.text)")
        #expect(
            answer.text.contains("~/.claude/settings.json:1 (env.NODE_EXTRA_CA_CERTS)"),
            "\(answer.text)")
    }

    @Test(arguments: [
        "model_provider = 'corp'", "profile = 'p'\n[profiles.p]\nmodel_provider = 'corp'",
    ])
    func `the provider that codex's settings choose is asked`(_ choice: String) throws {
        try sandbox.write(
            choice + "\n[model_providers.corp]\nbase_url = 'https://api.anthropic.com/v1'\n",
            to: ".codex/config.toml")
        let (hosts, answer) = try hosts(["codex"])
        #expect(hosts.contains("api.anthropic.com"), "\(answer.text)")
        #expect(!hosts.contains("api.openai.com"), "\(answer.text)")
    }

    @Test func `the key goes to its own server, and to no provider`() throws {
        try sandbox.write(
            "model_provider = 'corp'\n[model_providers.corp]\nbase_url = 'https://api.anthropic.com/v1'\n",
            to: ".codex/config.toml")
        let answer = try stage.doctor(["codex", "--with-key"], ["CODEX_API_KEY": "sk-geheim"])
        #expect(
            answer.text.contains(
                "api.anthropic.com, which the settings of codex name, gets none here")
        )
        #expect(!world.requests.contains { $0.contains("sk-") })
    }

    @Test func `a provider on this machine is reached directly, and needs no proxy`() throws {
        let server = try FileServer(in: sandbox)
        try stage.configure(rule: false)
        try sandbox.write(
            "model_provider = 'mine'\n[model_providers.mine]\nbase_url = 'http://127.0.0.1:\(server.port)/v1'\n",
            to: ".codex/config.toml")
        let answer = try stage.doctor(["codex"])
        #expect(answer.cause == nil, "\(answer.text)")
        #expect(world.requests.isEmpty)
    }

    @Test func `a file of variables adds to gemini's environment, the first that is there alone`()
        throws
    {
        try sandbox.install("gemini", "#!/bin/sh\necho 0.61.0\n")
        try stage.configure(rule: false)
        Files.makeFolder("\(sandbox.home)/project/.gemini")
        let explain = { (variables: [String: String?]) in
            try sandbox.run(
                "cd && cd project && proxyenv explain gemini https://example.com",
                in: .bash, with: variables
            ).text
        }
        try sandbox.write("HTTPS_PROXY='http://127.0.0.1:1'\n", to: "project/.env")
        #expect(try explain([:]).contains(".env:1 (HTTPS_PROXY)"))
        try sandbox.write("# none\n", to: "project/.gemini/.env")
        #expect(try !explain([:]).contains(".env:1"))
        try sandbox.write("HTTPS_PROXY=http://127.0.0.1:1\n", to: "project/.gemini/.env")
        #expect(try explain(["HTTPS_PROXY": "http://h:2"]).contains("http://h:2"))
        #expect(try !explain(["HTTPS_PROXY": "", "https_proxy": ""]).contains("127.0.0.1:1"))
        let started = try sandbox.run(
            "cd && cd project && proxyenv exec direct -- gemini", in: .bash)
        #expect(started.errorText.contains(".gemini/.env:1 (HTTPS_PROXY) beats profile direct"))
    }

    @Test
    func `a server on this machine that is not there is to be started, and no proxy is proposed`()
        throws
    {
        try sandbox.write("model_provider = 'ollama'\n", to: ".codex/config.toml")
        try stage.configure(rule: false)
        let answer = try stage.doctor(["codex", "--timeout", "1"])
        #expect(answer.cause == "route.direct", "\(answer.text)")
        #expect(answer.text.contains("a server on this machine"), "\(answer.text)")
        #expect(!answer.text.contains("proxyenv wrap"), "\(answer.text)")
    }

    @Test func `settings of claude's that are no JSON are named`() throws {
        try sandbox.write("{broken", to: ".claude/settings.json")
        let answer = try stage.doctor(["claude"])
        #expect(
            answer.text.contains("~/.claude/settings.json is not JSON: nothing in it counts"),
            "\(answer.text)")
    }

    @Test func `what a project's own file sets and is not followed is said`() throws {
        try set(["ANTHROPIC_BASE_URL": "https://chatgpt.com"], in: "project/.claude/settings.json")
        let outcome = try sandbox.run("cd && cd project && proxyenv doctor claude", in: .bash)
        #expect(
            outcome.text.contains(
                "(env.ANTHROPIC_BASE_URL) is this folder's own and was not followed"),
            "\(outcome.text)")
    }
}
