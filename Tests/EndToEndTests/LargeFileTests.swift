import Testing

/// Files that are larger than anybody writes them, on the way of a command's start and of `doctor`.
@Suite struct LargeFileTests {
    private static let file = """
        [profiles.p]
        url = "http://127.0.0.1:11"
        [commands]
        claude = "p"

        """

    /// claude's settings, which lead elsewhere, with `count` other names.
    private static func settings(_ count: Int) -> String {
        let others = (0..<count).map { ",\"N\($0)\":\"v\"" }.joined()
        let variables = ["HTTPS_PROXY", "https_proxy"].map { "\"\($0)\":\"http://127.0.0.1:1\"" }
        return "{\"env\":{" + variables.joined(separator: ",") + others + "}}"
    }

    @Test func `a tool's file that is longer than 64 KB is not looked at before a start`() throws {
        for (count, isLookedAt) in [(10, true), (70_000, false)] {
            let sandbox = try Sandbox(Self.file)
            try sandbox.install("claude", "#!/bin/sh\necho started\n")
            _ = try sandbox.run("mkdir ~/.claude", in: .bash)
            try sandbox.write(Self.settings(count), to: ".claude/settings.json")
            let outcome = try sandbox.proxyenv("run", "claude")
            #expect(outcome.text == "started\n")
            #expect(outcome.errorText.contains("beats profile p") == isLookedAt)
            #expect(outcome.errorText.isEmpty != isLookedAt, "\(outcome.errorText)")
            // Who asks gets the answer all the same.
            let asked = try sandbox.proxyenv(
                "explain", "claude", "https://example.com", "--profile", "p")
            #expect(asked.text.contains("http://127.0.0.1:1\n"), "\(asked.text)")
        }
    }

    @Test func `values that variables make too long are passed over, and explain says so`() throws {
        let sandbox = try Sandbox()
        let lines = (0..<9).map { _ in "https-proxy=http://${LONG}:1\n" }.joined()
        try sandbox.write(lines, to: ".npmrc")
        let long = String(repeating: "x", count: 60_000)
        let outcome = try sandbox.run(
            "proxyenv explain npm https://example.com", in: .bash, with: ["LONG": long])
        #expect(outcome.errorText.contains("longer than 256 KB with its variables"))
        #expect(outcome.errorText.split(separator: "\n").count == 1, "\(outcome.errorText)")
    }

    @Test func `doctor looks at the profiles that something uses, and at so many others`() throws {
        let profiles = (0..<300).map { "[profiles.p\($0)]\nurl = \"http://127.0.0.1:1\"\n" }
            .joined()
        let sandbox = try Sandbox(
            "default = \"zz\"\n\(profiles)[profiles.zz]\nurl = \"http://127.0.0.1:2\"\n")
        let outcome = try sandbox.proxyenv("doctor", "--timeout", "1")
        #expect(outcome.text.contains("zz: "), "\(outcome.text.prefix(2000))")
        #expect(outcome.text.contains("201 more are not looked at here: proxyenv test PROFILE"))
    }
}
