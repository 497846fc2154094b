import Testing

@testable import ProxyEnvCore

/// What completion offers at the end of a line.
@Suite struct CandidatesTests {
    private let candidates = Candidates(
        commands: .sample,
        configuration: {
            Configuration(
                "[profiles.office]\nurl = 'http://h:1'\n[commands]\nmine = true\ncodex = true\n")
        }, isInstalled: { ["curl", "codex", "npm"].contains($0) })

    private func offer(_ words: [String]) -> Candidates.Offer {
        candidates.offer(for: words.map { [UInt8]($0) })
    }

    /// The words that are offered, or nil where the shell has to look itself.
    private func words(_ words: String...) -> [String]? {
        guard case .words(let offered) = offer(words) else { return nil }
        return offered.map { $0.word }
    }

    @Test func `where a command may stand the ones that help lists are offered`() {
        let known = [
            "use", "hook", "exec", "run", "list", "add", "unset", "unwrap", "env", "script", "help",
        ]
        #expect(words("") == known)
        #expect(words("-q", "us") == known)
        #expect(words("--config", "f", "") == known)
        #expect(words("help", "") == known)
    }

    @Test func `options are the command's own, then those of every command`() {
        let global = ["--config", "--quiet", "--color", "--help"]
        #expect(words("-") == ["--version"] + global)
        #expect(words("use", "--sh") == ["--shell"] + global)
        #expect(words("run", "-") == ["--profile"] + global)
    }

    @Test func `behind two dashes no options are offered`() {
        #expect(words("use", "--", "-") == words("use", ""))
    }

    @Test func `a profile is one of the files or a built-in one`() throws {
        let profiles = try #require(words("use", ""))
        #expect(profiles.contains("office") && profiles.contains("clash"))
        #expect(words("run", "--profile", "") == profiles)
    }

    @Test func `without files that can be read the built-in profiles are left`() {
        let bare = Candidates(
            commands: .sample, configuration: { nil }, isInstalled: { _ in false })
        guard case .words(let offered) = bare.offer(for: ["use", ""].map { [UInt8]($0) }) else {
            Issue.record("no words")
            return
        }
        #expect(offered.contains { $0.word == "clash" })
        #expect(!offered.contains { $0.word == "office" })
    }

    @Test func `an option's value is what it names`() {
        #expect(offer(["--config", ""]) == .files)
        #expect(offer(["script", "x", "-o", ""]) == .files)
        #expect(words("--color", "al") == ["auto", "always", "never"])
        #expect(words("--color", "=", "al") == ["auto", "always", "never"])
        #expect(words("use", "--shell", "") == words("hook", ""))
        #expect(words("add", "x", "--ssh", "") == ["true", "false"])
        #expect(words("add", "--all", "--ssh", "") == [])
    }

    @Test func `env and script have formats of their own`() throws {
        let formats = try #require(words("env", "--format", ""))
        #expect(formats.contains("docker") && formats.contains("zsh"))
        #expect(words("script", "--format", "") == ScriptForms.names)
    }

    @Test func `a last operand that may be repeated is offered again`() {
        #expect(words("unset", "office", "") == words("unset", "office", "url", "env", ""))
        #expect(words("unset", "office", "")?.contains("no-proxy") == true)
        #expect(words("unwrap", "mine", "") == ["codex", "mine"])
    }

    @Test(
        arguments: [
            (["exec", "office", ""], 2), (["exec", "office", "--", ""], 3),
            (["exec", "office", "cat", "x"], 2), (["exec", "office", "--", "cat", "x"], 3),
            (["run", ""], 1), (["run", "--", ""], 2), (["run", "codex", "--"], 1),
            (["wrapped", "-q", "codex", "x"], 2), (["run", "--", "-x"], 2),
        ])
    func `a command to start completes its own words`(_ words: [String], _ number: Int) {
        #expect(offer(words) == .command(at: number))
    }

    @Test func `programs are those with a rule, then known tools that are there`() {
        #expect(words("script", "") == ["codex", "mine", "npm", "curl"])
        #expect(words("script", "cu") == ["curl"])
    }

    @Test func `known tools that are not there are offered where nothing else fits`() {
        #expect(words("script", "wge") == ["wget"])
        #expect(offer(["script", "zzz"]) == .command(at: -1))
    }

    @Test func `nothing is offered where nothing is known`() {
        #expect(words() == [])
        #expect(words("bogus", "") == [])
        #expect(words("list", "") == [])
        #expect(words("use", "office", "") == [])
        #expect(words("add", "x", "--username", "") == [])
    }
}
