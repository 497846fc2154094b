import Testing

/// Settings of claude's and qwen's beside the usual files: on the command line, and with slips in them.
@Suite struct ClaudeSettingsTests {
    private let stage: DoctorStage
    private var sandbox: Sandbox { stage.sandbox }
    private var url: String { "http://127.0.0.1:\(stage.world.http)" }

    init() throws {
        stage = try DoctorStage()
        for folder in [".claude", "project", "project/.qwen", ".qwen"] {
            Files.makeFolder("\(stage.sandbox.home)/\(folder)")
        }
    }

    private func settings(_ name: String, _ value: String) -> String {
        "{\"env\": {\"\(name)\": \"\(value)\"}}"
    }

    @Test func `a file that --settings names goes before the user's`() throws {
        try sandbox.write(settings("https_proxy", "http://127.0.0.1:1"), to: "extra.json")
        try sandbox.write(settings("https_proxy", url), to: ".claude/settings.json")
        for words in [["--settings", "extra.json"], ["--settings=\(sandbox.home)/extra.json"]] {
            let outcome = try sandbox.run(
                "cd && proxyenv doctor --json -- claude -p \(words.joined(separator: " "))",
                in: .bash)
            #expect(outcome.text.contains("extra.json:1 (env.https_proxy) beats profile clash"))
        }
        let plain = try stage.doctor(["claude"])
        #expect(plain.cause == nil, "\(plain.text)")
    }

    @Test func `settings on the command line itself count, and exec says so`() throws {
        let given = settings("https_proxy", "http://127.0.0.1:1")
        let outcome = try sandbox.proxyenv("exec", "clash", "--", "claude", "--settings", given)
        #expect(
            outcome.errorText.contains("--settings:1 (env.https_proxy) beats profile clash"),
            "\(outcome.errorText)")
        let answer = try stage.doctor(["--json", "--", "claude", "--settings", given])
        #expect(answer.cause == "file.overrides", "\(answer.text)")
        // Behind `--` nothing is an option.
        let other = try sandbox.proxyenv("exec", "clash", "--", "claude", "--", "--settings", given)
        #expect(!other.errorText.contains("beats"), "\(other.errorText)")
    }

    @Test(arguments: [
        (
            "{\"env\": [\"HTTPS_PROXY=http://127.0.0.1:1\"]}",
            "`env` is no object: nothing in the file counts"
        ),
        (
            "{\"env\":\n{\"A\": null}}",
            "settings.json:2 `env.A` is no text: assumed that it does not count"
        ),
        (
            "{\"env\": {\"A\": {\"b\": \"c\"}}}",
            "`env.A` is no text: assumed that it does not count"
        ),
    ])
    func `a key of another type is named`(_ text: String, _ said: String) throws {
        try sandbox.write(text, to: ".claude/settings.json")
        let answer = try stage.doctor(["claude"])
        #expect(answer.text.contains(said), "\(answer.text)")
    }

    @Test func `a number in env counts as it is written`() throws {
        try stage.configure(rule: false)
        try sandbox.write("{\"env\": {\"HTTPS_PROXY\": 7890}}", to: ".claude/settings.json")
        let outcome = try sandbox.proxyenv("explain", "claude", "https://example.com")
        #expect(
            outcome.text.contains("~/.claude/settings.json:1 (env.HTTPS_PROXY)"), "\(outcome.text)")
    }

    @Test
    func `qwen reads the nearest file of variables, then the home folder's, for what is empty`()
        throws
    {
        try stage.configure(rule: false)
        let explain = { (variables: [String: String?]) in
            try sandbox.run(
                "cd && cd project && proxyenv explain qwen https://example.com",
                in: .bash, with: variables
            ).text
        }
        try sandbox.write("HTTPS_PROXY=http://127.0.0.1:1\n", to: ".qwen/.env")
        #expect(try explain([:]).contains("~/.qwen/.env:1 (HTTPS_PROXY)"))
        try sandbox.write("HTTPS_PROXY=http://127.0.0.1:2\n", to: "project/.qwen/.env")
        #expect(try explain([:]).contains(".qwen/.env:1 (HTTPS_PROXY)"))
        #expect(try explain(["HTTPS_PROXY": ""]).contains("127.0.0.1:2"))
        #expect(try explain(["HTTPS_PROXY": "http://h:3"]).contains("http://h:3"))
        try sandbox.write(
            "{\"proxy\": \"http://127.0.0.1:4\"} // mine\n", to: ".qwen/settings.json")
        let kept = try explain(["HTTPS_PROXY": "http://h:3"])
        #expect(kept.contains("~/.qwen/settings.json:1 (proxy)"), "\(kept)")
        try sandbox.install("qwen", "#!/bin/sh\n")
        let started = try sandbox.run("cd && cd project && proxyenv exec clash -- qwen", in: .bash)
        #expect(started.errorText.contains("(proxy) beats profile clash"), "\(started.errorText)")
    }
}
