import Testing

/// A caller that ignores or blocks signals, as some servers, cron and terminals do, changes nothing but what is handed on.
@Suite struct InheritedSignalTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(
            """
            [profiles.asked]
            url = "http://127.0.0.1:11"
            username = "alice"
            password-command = ["ask"]
            [profiles.refused]
            url = "http://127.0.0.1:11"
            username = "alice"
            password-command = ["refuse"]
            [profiles.mask]
            url = "http://127.0.0.1:11"
            username = "alice"
            password-command = ["grep", "^SigBlk", "/proc/self/status"]

            """)
        // dash waits for `sleep` with SIGCHLD alone.
        try sandbox.install("ask", "#!/bin/sh\nsleep 0.01\necho hunter2\n")
        try sandbox.install("refuse", "#!/bin/sh\nsleep 0.01\nexit 3\n")
        try sandbox.write(
            """
            import os, signal, sys
            if sys.argv[1] == "ignored": signal.signal(signal.SIGCHLD, signal.SIG_IGN)
            if sys.argv[1] == "blocked": signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
            os.execvp(sys.argv[2], sys.argv[2:])

            """, to: "inherit.py")
    }

    /// Runs `words` as a caller starts them that has SIGCHLD `ignored`, all signals `blocked`, or neither.
    private func run(
        _ way: String, _ words: String..., with changes: [String: String?] = [:]
    ) throws -> Outcome {
        let start = [try Binary.require("python3"), "\(sandbox.home)/inherit.py", way]
        return try Runner(
            arguments: (start + words).map { Array($0.utf8) },
            environment: sandbox.entries(changes)
        ).run()
    }

    @Test(arguments: ["ignored", "blocked"])
    func `what a program answers is heard`(_ way: String) throws {
        let outcome = try run(way, "proxyenv", "exec", "asked", "env", "-0")
        #expect(
            outcome.variables.text("https_proxy") == "http://alice:hunter2@127.0.0.1:11",
            "\(outcome.errorText)")
    }

    @Test(arguments: ["ignored", "blocked"])
    func `a program's exit status is heard`(_ way: String) throws {
        let refusal = try run(way, "proxyenv", "exec", "refused", "true")
        #expect(refusal.status == 125)
        #expect(refusal.errorText.contains("it ended with status 3"), "\(refusal.errorText)")
    }

    @Test(arguments: ["ignored", "blocked"])
    func `what another program's files say is heard`(_ way: String) throws {
        try sandbox.install("git", "#!/bin/sh\nsleep 0.01\necho http://files.example:8080\n")
        let usual = try sandbox.proxyenv("explain", "git", "https://example.com/")
        try #require(usual.text.contains("files.example:8080"), "\(usual.text)")
        #expect(
            try run(way, "proxyenv", "explain", "git", "https://example.com/").text == usual.text)
    }

    @Test(arguments: ["ignored", "blocked", "usual"])
    func `the command inherits what proxyenv has inherited`(_ way: String) throws {
        let words = ["grep", "-E", "^Sig(Blk|Ign|Cgt)", "/proc/self/status"]
        let plain = try run(way, words[0], words[1], words[2], words[3])
        try #require(plain.lines.count == 4, "\(plain.errorText)")
        // Once where a program was started before, and once where none was.
        for profile in ["asked", "direct"] {
            let outcome = try run(
                way, "proxyenv", "exec", profile, words[0], words[1], words[2], words[3])
            #expect(outcome.text == plain.text, "\(outcome.errorText)")
        }
    }

    @Test func `a program that is asked begins with no signal blocked`() throws {
        let outcome = try run("blocked", "proxyenv", "exec", "mask", "env", "-0")
        #expect(
            outcome.variables.text("https_proxy")
                == "http://alice:SigBlk%3A%090000000000000000@127.0.0.1:11",
            "\(outcome.errorText)")
    }
}
