import Testing

/// What `doctor` makes of a tool's own facts: versions with a fault, and servers that its own settings name.
@Suite struct DoctorToolTests {
    private let sandbox: Sandbox
    private let world: OutsideWorld

    init() throws {
        sandbox = try Sandbox()
        world = try OutsideWorld(in: sandbox)
        try configure()
    }

    private func configure(_ more: String = "") throws {
        try sandbox.write(
            """
            [profiles.clash]
            url = "http://127.0.0.1:\(world.http)"
            ca-file = "\(world.authority)"
            \(more)
            [commands]
            claude = 'clash'
            npm = 'clash'
            pip = 'clash'
            uv = 'clash'
            yarn = 'clash'

            """, to: ".config/proxyenv/config.toml")
    }

    private func install(_ name: String, _ version: String) throws {
        try sandbox.install(name, "#!/bin/sh\necho '\(version)'\n")
    }

    /// What `doctor` says of `name`, as JSON.
    private func doctor(_ name: String, _ variables: [String: String?] = [:]) throws -> Outcome {
        try Runner(
            arguments: ["/bin/sh", "-c", "cd && proxyenv doctor \(name) --json"]
                .map { Array($0.utf8) },
            environment: sandbox.entries(variables)
        ).run()
    }

    @Test func `a pip whose Python has no PySocks speaks no SOCKS, and that is said`() throws {
        let python = sandbox.home + "/bin/python3"
        let text = "#!/bin/sh\ncase $* in *\"find_spec('socks')\"*) cat \"$HOME/has\" ;; esac\n"
        try sandbox.install("python3", text)
        try sandbox.install("pip", "#!\(python)\nprint('pip 23.2.1')\n")
        let socks = "socks5h://127.0.0.1:\(world.socks)"
        let variables: [String: String?] = [
            "https_proxy": socks, "HTTPS_PROXY": socks, "http_proxy": socks, "HTTP_PROXY": socks,
            "PIP_CERT": world.authority, "PROXYENV_BYPASS": "1",
        ]
        try sandbox.write("0\n", to: "has")
        let without = try doctor("pip", variables)
        #expect(without.text.contains("\"tool.scheme\""), "\(without.text)\(without.errorText)")
        #expect(without.text.contains("/bin/python3, which runs pip, has no PySocks"))
        #expect(without.status == 1)
        // What has no proxy of that kind asks no Python.
        let plain = try doctor("pip")
        #expect(!plain.text.contains("PySocks"), "\(plain.text)")
        try sandbox.write("1\n", to: "has")
        let with = try doctor("pip", variables)
        #expect(!with.text.contains("tool.scheme"), "\(with.text)")
        #expect(!with.text.contains("PySocks"))
    }

    @Test(arguments: [
        ("2.1.200", "ignores NO_PROXY in some or all of its requests"),
        ("2.1.30", "ignores NO_PROXY"), ("1.0.90", "does not read NO_PROXY"),
    ])
    func `a claude that ignores NO_PROXY is told of, and gets through`(
        version: String, text: String
    ) throws {
        try install("claude", "\(version) (Claude Code)")
        let outcome = try doctor("claude")
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
        #expect(outcome.text.contains("\"command.version\""), "\(outcome.text)")
        #expect(outcome.text.contains("\"warning\""))
        #expect(outcome.text.contains("claude \(version) \(text)"))
        #expect(outcome.text.contains("fixed in "))
        #expect(outcome.text.contains("claude gets through"))
    }

    @Test(arguments: ["2.1.91", "2.1.292", "2.1.330"])
    func `another one is not`(_ version: String) throws {
        try install("claude", "\(version) (Claude Code)")
        let outcome = try doctor("claude")
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
        #expect(!outcome.text.contains("command.version"), "\(outcome.text)")
        #expect(outcome.text.contains("version \(version)"))
    }

    @Test func `npm 10.1 does not get through`() throws {
        try install("npm", "10.1.0")
        let old = try doctor("npm")
        #expect(old.status == 1, "\(old.text)\(old.errorText)")
        #expect(old.text.contains("npm does not get through: npm 10.1.0 ignores the proxy"))
        #expect(old.text.contains("\"cause\": \"command.version\""), "\(old.text)")
    }

    @Test func `npm 10.2 gets through`() throws {
        try install("npm", "10.2.0")
        let new = try doctor("npm")
        #expect(new.status == 0, "\(new.text)\(new.errorText)")
        #expect(!new.text.contains("command.version"), "\(new.text)")
        #expect(world.requests.contains { $0.hasPrefix("registry.npmjs.org GET / ") })
    }

    @Test func `a server that a variable names is asked in the usual one's place`() throws {
        try install("claude", "2.1.330")
        let gateway = try doctor(
            "claude", ["ANTHROPIC_BASE_URL": "https://registry.npmjs.org/gate/"])
        #expect(gateway.status == 0, "\(gateway.text)\(gateway.errorText)")
        #expect(world.requests.contains { $0.hasPrefix("registry.npmjs.org GET /gate/v1/models ") })
        #expect(!world.requests.contains { $0.hasPrefix("api.anthropic.com ") })
    }

    @Test func `an index with a name before it is asked without the name`() throws {
        try install("uv", "uv 0.9.0")
        let index = try doctor("uv", ["UV_DEFAULT_INDEX": "x=https://registry.npmjs.org/simple"])
        #expect(index.status == 0, "\(index.text)\(index.errorText)")
        #expect(world.requests.contains { $0.hasPrefix("registry.npmjs.org GET /simple ") })
    }

    @Test func `where a variable names no server the usual one is asked`() throws {
        try install("claude", "2.1.330")
        let odd = try doctor("claude", ["ANTHROPIC_BASE_URL": "gate"])
        #expect(odd.status == 0, "\(odd.text)\(odd.errorText)")
        #expect(world.requests.contains { $0.hasPrefix("api.anthropic.com GET /v1/models ") })
    }

    @Test func `the key goes to the server that the tool asks, and to no other`() throws {
        try install("claude", "2.1.330")
        let variables = ["ANTHROPIC_API_KEY": "sk-good"]
        let gate = ["ANTHROPIC_BASE_URL": "https://registry.npmjs.org"]
        let outcome = try doctor(
            "claude --with-key", variables.merging(gate) { first, _ in first })
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
        let sent = world.requests.filter { $0.contains("sk-good") }
        #expect(sent == ["registry.npmjs.org GET /v1/models HTTP/1.1 sk-good"])
        #expect(!outcome.text.contains("sk-good"))
    }

    @Test func `so is yarn's registry, as its own file has it`() throws {
        try install("yarn", "4.6.0")
        try sandbox.write(
            "nodeLinker: node-modules\r\nnpmRegistryServer: \"https://registry.npmjs.org/y\"\r\n",
            to: ".yarnrc.yml")
        let outcome = try doctor("yarn")
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
        #expect(world.requests.contains { $0.hasPrefix("registry.npmjs.org GET /y ") })
    }

    @Test func `an index that a file of pip's names, in the order in which pip reads them`() throws
    {
        try install("pip", "pip 25.0")
        for folder in ["/.pip", "/.config/pip"] {
            Files.makeFolder(sandbox.home + folder, mode: 0o700)
        }
        try sandbox.write("[global]\nindex-url = https://no.example/a\n", to: ".pip/pip.conf")
        try sandbox.write(
            "[global]\nindex-url = https://registry.npmjs.org/b\n", to: ".config/pip/pip.conf")
        let outcome = try doctor("pip")
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
        #expect(world.requests.contains { $0.hasPrefix("registry.npmjs.org GET /b ") })
    }

    @Test func `an index in a file of pip's that a variable names`() throws {
        try install("pip", "pip 25.0")
        try sandbox.write("[global]\nindex-url=https://registry.npmjs.org/c\n", to: "c.conf")
        _ = try doctor("pip", ["PIP_CONFIG_FILE": "\(sandbox.home)/c.conf"])
        #expect(world.requests.contains { $0.hasPrefix("registry.npmjs.org GET /c ") })
    }

    @Test func `a server of one's own that NO_PROXY exempts is meant to be reached directly`()
        throws
    {
        try install("claude", "2.1.330")
        try configure("no-proxy = ['gate.example']")
        let outcome = try doctor("claude", ["ANTHROPIC_BASE_URL": "https://gate.example"])
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
        #expect(!outcome.text.contains("env.no-proxy-host"), "\(outcome.text)")
        #expect(outcome.text.contains("no server was asked"))
        #expect(world.requests.isEmpty)
    }

    @Test func `the usual server that NO_PROXY exempts is not meant to be`() throws {
        try install("claude", "2.1.330")
        try configure("no-proxy = ['anthropic.com']")
        #expect(try doctor("claude").text.contains("env.no-proxy-host"))
    }

    @Test(arguments: [
        ("/lib/node_modules/npm/bin", "proxyenv run npm install -g npm@latest"),
        ("/homebrew/Cellar/npm/10/bin", "proxyenv run brew upgrade npm"),
        ("/lib/site-packages/npm", "proxyenv run pip install --upgrade npm"),
        ("/opt/npm", "Install a newer npm, as you have installed this one."),
    ]) func `the way in which it was installed decides how it is brought up to date`(
        _ folder: String, _ fix: String
    ) throws {
        var path = sandbox.home
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            Files.makeFolder(path, mode: 0o700)
        }
        try sandbox.write(
            Array("#!/bin/sh\necho 10.1.0\n".utf8), to: "\(folder.dropFirst())/npm", mode: 0o700)
        Files.link(sandbox.home + "/bin/npm", to: path + "/npm")
        let outcome = try doctor("npm")
        #expect(outcome.text.contains("\"cause\": \"command.version\""), "\(outcome.text)")
        #expect(outcome.text.contains("\"\(fix)\""), "\(outcome.text)")
    }

    @Test func `a package that has another name than its command`() throws {
        let folder = "lib/node_modules/@anthropic-ai/claude-code"
        for part in ["lib", "lib/node_modules", "lib/node_modules/@anthropic-ai", folder] {
            Files.makeFolder(sandbox.home + "/" + part, mode: 0o700)
        }
        try sandbox.write(
            Array("#!/bin/sh\necho 2.1.200\n".utf8), to: folder + "/cli.js", mode: 0o700)
        Files.link(sandbox.home + "/bin/claude", to: "\(sandbox.home)/\(folder)/cli.js")
        let fix = "proxyenv run npm install -g @anthropic-ai/claude-code@latest"
        #expect(try doctor("claude").text.contains("\"\(fix)\""))
    }

    @Test(arguments: [
        ("/.local/share/mise/shims", "mise"), ("/.asdf/shims", "asdf"), ("/.volta/bin", "Volta"),
    ]) func `the shim of another manager is named`(_ folder: String, _ manager: String) throws {
        var path = sandbox.home
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            Files.makeFolder(path, mode: 0o700)
        }
        try sandbox.write(
            Array("#!/bin/sh\necho 10.8.2\n".utf8), to: "\(folder.dropFirst())/npm", mode: 0o700)
        let outcome = try doctor("npm", ["PATH": "\(path):\(sandbox.home)/bin:/usr/bin:/bin"])
        #expect(outcome.text.contains("version 10.8.2, a shim of \(manager)"), "\(outcome.text)")
    }

    @Test func `the lines that export a variable at every start are named`() throws {
        try install("claude", "2.1.330")
        try sandbox.write("# mine\nexport HTTPS_PROXY=http://u:geheim@127.0.0.1:1\n", to: ".zshrc")
        try configure()
        let url = "http://127.0.0.1:\(world.http)"
        let variables: [String: String?] = [
            "HTTPS_PROXY": "http://u:geheim@127.0.0.1:1", "https_proxy": url, "http_proxy": url,
            "no_proxy": DoctorStage.noProxy, "NO_PROXY": DoctorStage.noProxy,
            "PROXYENV_BYPASS": "1", "NODE_EXTRA_CA_CERTS": world.authority,
        ]
        let outcome = try doctor("claude", variables)
        #expect(outcome.text.contains("\"env.case\""), "\(outcome.text)")
        #expect(outcome.text.contains("~/.zshrc:2 sets HTTPS_PROXY"), "\(outcome.text)")
        #expect(!outcome.text.contains("geheim"))
    }
}
