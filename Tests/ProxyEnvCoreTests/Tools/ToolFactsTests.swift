import Testing

@testable import ProxyEnvCore

/// What every tool says of itself besides its rules: its hosts, its faults, and where that is from.
@Suite struct ToolFactsTests {
    @Test func `every tool says where its facts are from, in at most two clauses`() {
        for tool in Tools.all {
            #expect(!tool.source.isEmpty, "\(tool.name)")
            let clauses = tool.source.split(separator: ";")
            #expect(clauses.count <= 2, "\(tool.name): \(tool.source)")
            #expect(tool.source.utf8.count <= 100, "\(tool.name): \(tool.source)")
            #expect(!tool.source.hasSuffix("."), "\(tool.name): \(tool.source)")
        }
    }

    @Test func `agents with servers on this machine have to reach it without a proxy`() {
        let names = Tools.all.filter { $0.talksToItself }.map { $0.name }
        #expect(Set(names) == ["codex", "claude", "gemini", "qwen", "opencode", "cursor-agent"])
    }

    @Test func `what was tried has its version`() {
        let clauses = Tools.all.map { $0.source.split(separator: ";") }.joined()
        let tried = clauses.filter { $0.contains("tried") }
        #expect(!tried.isEmpty)
        for clause in tried {
            #expect(clause.contains { (letter: Character) in letter.isNumber }, "\(clause)")
        }
    }

    @Test func `every host is a URL with TLS and a path, and is there once`() throws {
        for tool in Tools.all {
            for host in tool.hosts {
                let target = try #require(Target([UInt8](host)), "\(tool.name): \(host)")
                #expect(target.isSecure, "\(host)")
                #expect(target.port == 443, "\(host)")
                #expect(target.ipv4 == nil && target.ipv6 == nil, "\(host)")
                #expect(ServerVariable.checked(host.utf8) != nil, "\(host)")
                #expect(host.dropFirst("https://".count).contains("/"), "\(host)")
            }
            let names = tool.hosts.compactMap { Target([UInt8]($0))?.host }
            #expect(Set(names).count == tool.hosts.count, "\(tool.name): \(tool.hosts)")
        }
    }

    @Test func `every fault has a first and a last version, words and a source`() {
        for tool in Tools.all {
            for fault in tool.faults {
                let name = "\(tool.name) before \(fault.mended)"
                #expect(fault.range.from < fault.range.before, "\(name)")
                #expect(fault.concerns(fault.range.from), "\(name)")
                #expect(!fault.concerns(fault.range.before), "\(name)")
                #expect(!fault.concerns(Version(fault.range.before.numbers + [1])), "\(name)")
                #expect(!fault.text.isEmpty && !fault.text.hasSuffix("."), "\(name)")
                #expect(!fault.source.isEmpty, "\(name)")
                #expect(Version(in: [UInt8](fault.mended)) != nil, "\(name)")
            }
        }
    }

    @Test(arguments: [
        ("claude", "1.0.92 (Claude Code)", true), ("claude", "1.0.93 (Claude Code)", false),
        ("claude", "2.1.22 (Claude Code)", false), ("claude", "2.1.23 (Claude Code)", true),
        ("claude", "2.1.37 (Claude Code)", true), ("claude", "2.1.38 (Claude Code)", false),
        ("claude", "2.1.91 (Claude Code)", false), ("claude", "2.1.92 (Claude Code)", true),
        ("claude", "2.1.291 (Claude Code)", true), ("claude", "2.1.292 (Claude Code)", false),
        ("claude", "2.1.330 (Claude Code)", false),
        ("codex", "codex-cli 0.145.9", true), ("codex", "codex-cli 0.146.0", false),
        ("npm", "9.9.9\n", false), ("npm", "10.0.0\n", true), ("npm", "10.1.0\n", true),
        ("npm", "10.2.0\n", false), ("npm", "10.8.2\n", false),
        ("curl", "curl 7.86.0 (x86_64-alpine-linux-musl)", true),
        ("curl", "curl 7.87.0 (x86_64-pc-linux-gnu)", false),
        ("curl", "curl 7.88.1 (x86_64-pc-linux-gnu)", false),
        ("gemini", "0.44.0\n", false), ("gemini", "0.43.9\n", true),
        ("deno", "deno 1.45.2 (release)", false), ("deno", "deno 1.45.3 (release)", true),
        ("deno", "deno 1.46.1 (stable, release)", true),
        ("deno", "deno 1.46.2 (stable, release)", false),
        ("node", "v22.20.9\n", true), ("node", "v22.21.0\n", false),
        ("node", "v23.11.0\n", true), ("node", "v24.0.0\n", false),
    ])
    func `versions with a fault, as they are printed, and the next ones without`(
        tool: String, printed: String, isFaulty: Bool
    ) throws {
        let known = try #require(Tools.named([UInt8](tool)))
        let version = try #require(Version(in: [UInt8](printed)))
        #expect(known.faults.contains { $0.concerns(version) } == isFaulty)
    }
}

/// Faults matter only to those whom they concern.
@Suite struct VersionFaultTests {
    private static let proxy = "HTTPS_PROXY=http://127.0.0.1:7890"

    @Test(arguments: [
        (VersionFault.Concern.proxies, [String](), false), (.proxies, [proxy], true),
        (.proxies, ["all_proxy=socks5://127.0.0.1:1"], true),
        (.proxies, ["HTTPS_PROXY=", "NO_PROXY=a"], false),
        (.exemptions, [proxy], false), (.exemptions, ["no_proxy=localhost"], false),
        (.exemptions, [proxy, "no_proxy="], false),
        (.exemptions, [proxy, "no_proxy=localhost"], true),
        (.exemptions, [proxy, "NO_PROXY=localhost"], true),
        (.networks, [proxy, "NO_PROXY=localhost"], false),
        (.networks, [proxy, "NO_PROXY=localhost,10.0.0.0/8"], true),
        (.networks, ["NO_PROXY=10.0.0.0/8"], false),
        (.encodedPasswords, [proxy], false),
        (.encodedPasswords, ["http_proxy=http://a:b@h:1/%20"], false),
        (.encodedPasswords, ["http_proxy=http://a:b%40@h:1"], true),
    ])
    func `where a fault matters`(concern: VersionFault.Concern, variables: [String], expected: Bool)
    {
        let fault = VersionFault(before: [1], concerning: concern, "x", source: "y")
        let environment = Environment(entries: variables.map { [UInt8]($0) })
        #expect(fault.matters(in: environment, hasPassword: false) == expected)
        #expect(fault.matters(in: environment, hasPassword: true) == expected)
    }

    @Test func `one that concerns passwords matters where the proxy wants one`() {
        let fault = VersionFault(before: [1], concerning: .passwords, "x", source: "y")
        let nothing = Environment(entries: [])
        #expect(fault.matters(in: nothing, hasPassword: true))
        #expect(!fault.matters(in: nothing, hasPassword: false))
    }

    @Test func `what only NO_PROXY suffers from leaves the way open`() {
        for (concern, isOpen) in [
            (VersionFault.Concern.proxies, false), (.passwords, false), (.encodedPasswords, false),
            (.exemptions, true), (.networks, true),
        ] {
            let fault = VersionFault(before: [1], concerning: concern, "x", source: "y")
            #expect(fault.leavesRouteOpen == isOpen)
        }
    }
}
