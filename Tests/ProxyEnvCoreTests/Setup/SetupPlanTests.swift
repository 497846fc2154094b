import Testing

@testable import ProxyEnvCore

/// What `setup` proposes.
@Suite struct SetupPlanTests {
    private typealias Proxy = SetupFindings.Proxy

    private func findings(_ proxies: [Proxy]) -> SetupFindings {
        var findings = SetupFindings()
        findings.proxies = proxies
        findings.installed = ["codex", "npm", "git"]
        findings.ruled = ["npm"]
        return findings
    }

    @Test
    func
        `a profile of the file comes before a built-in one, and that before a port and the system`()
    {
        let all: [Proxy] = [
            Proxy(source: .system, name: "gnome", url: "http://10.0.0.1:1"),
            Proxy(source: .port, name: "local-1", url: "http://127.0.0.1:1"),
            Proxy(source: .builtIn, name: "clash", url: "http://127.0.0.1:7890"),
            Proxy(source: .builtIn, name: "v2rayn", url: "http://127.0.0.1:10808"),
            Proxy(source: .file, name: "office", url: "http://office:1"),
        ]
        #expect(findings(all).proposal.choice == .found(all[4]))
        #expect(findings(Array(all.prefix(4))).proposal.choice == .found(all[2]))
        #expect(findings(Array(all.prefix(2))).proposal.choice == .found(all[1]))
        #expect(findings(Array(all.prefix(1))).proposal.choice == .found(all[0]))
        #expect(findings([]).proposal.choice == .nothing)
    }

    @Test func `what every tool can speak to comes before SOCKS, but for a profile of the file`() {
        let tor = Proxy(source: .builtIn, name: "tor", url: "socks5h://127.0.0.1:9050")
        let mihomo = Proxy(source: .port, name: "local-7893", url: "http://127.0.0.1:7893")
        let own = Proxy(source: .file, name: "tunnel", url: "socks5h://127.0.0.1:1080")
        #expect(findings([tor, mihomo]).proposal.choice == .found(mihomo))
        #expect(findings([tor]).proposal.choice == .found(tor))
        #expect(findings([mihomo, own]).proposal.choice == .found(own))
    }

    @Test func `a default that is set stays`() {
        var findings = findings([Proxy(source: .builtIn, name: "clash", url: "")])
        findings.defaultName = "office"
        #expect(findings.proposal.choice == .kept("office"))
    }

    @Test func `what is installed is wrapped, but for what has a rule`() {
        #expect(findings([]).proposal.commands == ["codex", "git"])
    }

    @Test func `a wrapper makes sense for what asks servers of its own`() {
        let names = SetupFindings.candidates
        for name in [
            "codex", "claude", "gemini", "npm", "npx", "pip", "pip3", "git", "cargo", "aider",
        ] {
            #expect(names.contains(name), "\(name)")
        }
        for name in ["curl", "wget", "ssh", "python3", "node", "docker", "ollama", "java", "apt"] {
            #expect(!names.contains(name), "\(name)")
        }
    }

    @Test(
        arguments: [
            ("", "codex git"), ("git", "git"), ("-git", "codex"), ("curl", "curl"),
            ("+new -codex", "git new"), ("+git", "codex git"), ("git git", "git"), ("none", ""),
            ("codex +new", "codex new"), ("none +new", "new"),
        ])
    func `names alone are all, and signs take a command out or add it`(
        _ typed: String, _ commands: String
    ) throws {
        let words = typed.split(separator: " ").map { Array($0.utf8) }
        let plan = try findings([]).proposal.changed(by: words) { $0 == "curl" }
        #expect(plan.commands.joined(separator: " ") == commands)
    }

    @Test(arguments: ["cd", "a/b", "-", "+", "--", "a b;"])
    func `a word that can't be a command is none`(_ word: String) {
        #expect(throws: SetupPlan.CommandProblem(word: Array(word.utf8), isAbsent: false)) {
            try findings([]).proposal.changed(by: [Array(word.utf8)]) { _ in true }
        }
    }

    @Test(arguments: ["codxe", "-codx", "all"])
    func `a name that is not there may be a slip`(_ word: String) {
        #expect(throws: SetupPlan.CommandProblem(word: Array(word.utf8), isAbsent: true)) {
            try findings([]).proposal.changed(by: [Array(word.utf8)]) { _ in false }
        }
    }
}
