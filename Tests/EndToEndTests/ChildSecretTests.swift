import Testing

/// What the programs that proxyenv starts see of secrets: nothing, but for those that are asked for a password.
@Suite struct ChildSecretTests {
    private static let token = "ghp_0a1b2c3d4e5f6071829304a5b6c7d8e9f0a1"
    private let sandbox: Sandbox
    private let recorder: Recorder

    init() throws {
        sandbox = try Sandbox()
        recorder = try Recorder(
            ["git", "curl", "getent", "gsettings", "apt-config", "npm", "tmux", "systemctl"],
            in: sandbox)
        Files.makeFolder("\(sandbox.home)/project")
    }

    /// Runs `line` in the project's folder.
    private func run(_ line: String, _ variables: [String: String?] = [:]) throws -> Outcome {
        try Runner(
            arguments: ["/bin/sh", "-c", "cd ~/project && \(line)"].map { Array($0.utf8) },
            environment: sandbox.entries(variables)
        ).run()
    }

    @Test func `a token in a repository's URL is in no program's arguments and in no output`()
        throws
    {
        _ = try Binary.require("git")
        let url = "https://\(Self.token)@127.0.0.1:9/x.git"
        _ = try run("/usr/bin/env git init -q . && git config remote.origin.url '\(url)'")
        _ = try Runner(
            arguments: ["/bin/sh", "-c", "rm -rf ~/starts/*"].map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        for line in [
            "proxyenv doctor git", "proxyenv doctor git --json", "proxyenv doctor git --report",
            "proxyenv explain git '\(url)'", "proxyenv explain git '\(url)' --json",
            "proxyenv explain cargo '\(url)'", "proxyenv explain --all-tools '\(url)'",
            "proxyenv run git '\(url)' --bogus >&2",
        ] {
            let outcome = try run(line)
            if line.contains("proxyenv run") { continue }
            #expect(!(outcome.text + outcome.errorText).contains(Self.token), "\(line)")
        }
        let starts = try recorder.starts()
        // What the user gives to git is theirs.
        let asked = starts.filter { !$0.arguments.contains("--bogus") }
        #expect(asked.contains { $0.arguments.contains("--get-urlmatch") })
        for start in asked {
            #expect(!start.arguments.contains(Self.token), "\(start.program) \(start.arguments)")
        }
    }

    @Test func `programs that only tell something get no password, no key and no proxy`() throws {
        try sandbox.write(
            """
            [profiles.a]
            url = "http://127.0.0.1:9"
            username = "bob"
            password-env = "OFFICE_PW"
            env = { A = "http://u:Hush77secret@h:1" }
            [profiles.name]
            url = "http://no-such-host.invalid:9"
            [commands]
            npm = "a"
            git = "a"
            """, to: ".config/proxyenv/config.toml")
        let variables: [String: String?] = [
            "OFFICE_PW": "Hush77secret", "OPENAI_API_KEY": "sk-Hush77secret00000",
            "NPM_TOKEN": "Hush77secret", "HTTPS_PROXY": "http://u:Hush77secret@127.0.0.1:9",
            "https_proxy": "http://u:Hush77secret@127.0.0.1:9",
            "XDG_CURRENT_DESKTOP": "GNOME", "TMUX": "/tmp/x,1,0",
        ]
        for line in [
            "proxyenv doctor npm", "proxyenv doctor git", "proxyenv doctor curl",
            "proxyenv explain --all-tools https://example.com", "proxyenv test name",
            "proxyenv detect", "proxyenv import git --dry-run", "proxyenv import system --dry-run",
            "proxyenv import pac http://127.0.0.1:9/x?token=Hush77secret --dry-run",
        ] { _ = try run(line, variables) }
        let starts = try recorder.starts()
        let programs = Set(starts.map { $0.program })
        for program in ["git", "curl", "getent", "npm"] {
            #expect(programs.contains(program), "\(programs)")
        }
        for start in starts {
            #expect(
                !start.arguments.contains("Hush77secret"), "\(start.program) \(start.arguments)")
            // What a profile gives git is among the settings that git is asked for.
            let isAsked = start.program == "git" && start.arguments.hasPrefix("config\n")
            let lines = start.environment.split(separator: "\n").filter {
                !(isAsked && $0.hasPrefix("GIT_CONFIG_VALUE_"))
            }
            #expect(
                !lines.contains { $0.contains("Hush77secret") }, "\(start.program) \(lines)")
            #expect(!start.environment.lowercased().contains("https_proxy="), "\(start.program)")
        }
    }

    /// Checks that no program has got a word that begins with `-x`.
    private func checkStarts() throws {
        for start in try recorder.starts() {
            #expect(!start.arguments.contains("\n-x") && !start.arguments.hasPrefix("-x"))
        }
    }

    @Test func `a host with a dash in front is refused before any program gets it`() throws {
        try sandbox.write(
            "[profiles.a]\nurl = \"http://-x.example:9\"\nssh = true\n",
            to: ".config/proxyenv/config.toml")
        for line in ["use a", "test a", "exec a -- true", "use http://-x:9"] {
            let outcome = try run("proxyenv \(line)")
            #expect(outcome.status != 0)
            #expect(outcome.errorText.contains("cannot be a host"), "\(outcome.errorText)")
        }
        try checkStarts()
    }

    @Test func `a target with a dash in front is given to no program`() throws {
        _ = try run("proxyenv test http://127.0.0.1:9 http://-x.example/")
        try checkStarts()
    }
}
