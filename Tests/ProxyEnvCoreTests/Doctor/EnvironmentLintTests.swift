import TestSupport
import Testing

@testable import ProxyEnvCore

/// What is wrong with proxy variables.
@Suite struct EnvironmentLintTests {
    /// The findings as `id severity`, for `tool` with `variables`.
    private func findings(_ tool: Tool?, _ variables: [String]) -> [ProxyEnvCore.Finding] {
        let environment = Environment(entries: variables.map { Array($0.utf8) })
        return EnvironmentLint(tool, environment) { ["use \($0 ?? "it")"] }.findings
    }

    private func ids(_ tool: Tool?, _ variables: [String]) -> [String] {
        findings(tool, variables).map { "\($0.kind.rawValue) \($0.severity.rawValue)" }
    }

    private let local = "no_proxy=localhost,127.0.0.1"
    private let upper = "NO_PROXY=localhost,127.0.0.1"

    private func both(_ value: String) -> [String] {
        ["https_proxy=\(value)", "HTTPS_PROXY=\(value)", local, upper]
    }

    @Test func `nothing is wrong with what a profile sets, for any tool`() throws {
        let profile = ResolvedProfile(
            proxies: .init(everything: .local(7890)), noProxy: [Array("corp.example".utf8)],
            inheritsNoProxy: true, certificateBundle: nil, extraCertificates: nil, variables: [])
        let patch = ProfileEnvironment(profile, in: Environment(entries: [])).patch
        let environment = patch.applied(to: Environment(entries: []))
        for tool in Tools.all {
            let lint = EnvironmentLint(tool, environment) { _ in [] }
            #expect(lint.findings == [], "\(tool.name)")
        }
    }

    @Test func `nothing is wrong with an empty environment`() {
        #expect(EnvironmentLint(nil, Environment(entries: [])) { _ in [] }.findings == [])
    }

    @Test(arguments: [
        ("127.0.0.1:7890", "env.scheme problem"), ("socks://127.0.0.1:1", "env.socks problem"),
        ("http://127.0.0.1:7890\r", "env.blank problem"), (" http://h:1", "env.blank problem"),
        ("\"http://h:1\"", "env.quotes problem"), ("http://h", "env.port warning"),
        ("“http://h:1”", "env.quotes problem"), ("http：//h：1", "env.letters problem"),
        ("$HTTP_PROXY", "env.unexpanded problem"), ("%HTTP_PROXY%", "env.unexpanded problem"),
        ("http//h:1", "env.scheme problem"), ("7890", "env.scheme problem"),
        ("http://u:p#w@h:1", "env.password problem"), ("ftp://h:1", "env.value problem"),
        ("http://h:1/x", ""), ("http://h:1", ""),
    ]) func `a value that codex does not take as meant is a problem`(_ value: String, _ id: String)
    {
        #expect(ids(.codex, both(value)) == (id.isEmpty ? [] : [id]))
    }

    @Test
    func `of two spellings the one that answers is proposed, else the one that the tool takes`() {
        let environment = Environment(
            entries: ["https_proxy=http://h:1", "HTTPS_PROXY=http://h:2"].map { Array($0.utf8) })
        func fix(_ tool: Tool, answering port: UInt16?) -> [String] {
            var lint = EnvironmentLint(tool, environment) { ["use \($0 ?? "it")"] }
            if let port { lint.answers = { $0.port == port } }
            return lint.findings.first { $0.kind == .environmentCase }?.fix ?? []
        }
        #expect(fix(.codex, answering: 1) == ["use http://h:1"])
        #expect(fix(.codex, answering: 2) == ["use http://h:2"])
        #expect(fix(.curl, answering: 2) == ["use http://h:2"])
        #expect(fix(.codex, answering: 3) == ["use http://h:2"])
        #expect(fix(.curl, answering: 3) == ["use http://h:1"])
        #expect(fix(.codex, answering: nil) == ["use http://h:2"])
    }

    @Test func `the fix of what is overruled is what decides`() {
        let good = ["http_proxy=http://h:1", "HTTP_PROXY=http://h:1"] + both("http://h:1")
        for all in ["socks://h:2", "socks5://h", "h"] {
            let found = findings(.pip, good + ["all_proxy=\(all)", "ALL_PROXY=\(all)"])
            #expect(found.first?.fix == ["use http://h:1"], "\(all)")
        }
    }

    @Test func `a backslash in a user name is a problem for those that end the host there`() throws
    {
        let value = "http://DOMAIN\\me:pw@h:1"
        #expect(ids(.pip, both(value)) == ["env.password problem"])
        #expect(ids(Tools.named([UInt8]("npm")), both(value)).contains("env.password problem"))
        #expect(ids(.curl, both(value)) == ["env.password warning"])
        let fix = try #require(findings(.pip, both(value)).first?.fix.first)
        #expect(fix.contains("DOMAIN%5Cuser"))
        let target = try #require(Target(Array("https://x.com/".utf8)))
        let entries = both(value).map { Array($0.utf8) }
        let routes = Explainer(.pip, Environment(entries: entries), []).routes(to: target)
        #expect(routes.map { $0.decision } == [.proxy("http://DOMAIN:80")])
    }

    @Test(arguments: [Tool.codex, .claude, .pip])
    func `what other variables overrule is a warning`(_ tool: Tool) {
        let good = ["http_proxy=http://h:1", "HTTP_PROXY=http://h:1"] + both("http://h:1")
        for value in ["socks://h:2", "socks5://h", "h"] {
            let all = ["all_proxy=\(value)", "ALL_PROXY=\(value)"]
            #expect(!ids(tool, good + all).contains { $0.hasSuffix("problem") }, "\(value)")
        }
    }

    @Test func `a variable for targets that the tool does not need is a warning`() {
        #expect(ids(.codex, both("http://h:1") + ["http_proxy=h:1"]) == ["env.scheme warning"])
    }

    @Test func `two spellings of one URL are the same`() {
        let pair = ["https_proxy=http://h:1/", "HTTPS_PROXY=http://h:1", local, upper]
        #expect(ids(.codex, pair) == [])
    }

    @Test(
        arguments: [(.curl, "env.scheme warning"), (nil, "env.scheme problem")] as [(Tool?, String)]
    )
    func `what this tool takes, and others do not, is a warning`(_ tool: Tool?, _ id: String) {
        #expect(ids(tool, both("127.0.0.1:7890")) == [id])
    }

    @Test(arguments: [.codex, .curl, nil] as [Tool?])
    func `two lists that differ are a warning`(_ tool: Tool?) {
        let variables = ["https_proxy=http://h:1", "HTTPS_PROXY=http://h:1", local]
        #expect(
            ids(tool, variables + [upper + ",corp.example"]) == ["env.no-proxy-case warning"])
    }

    @Test(arguments: [.codex, .curl, nil] as [Tool?])
    func `two lists that are the same are right`(_ tool: Tool?) {
        let variables = ["https_proxy=http://h:1", "HTTPS_PROXY=http://h:1", local]
        #expect(ids(tool, variables + [upper]) == [])
    }

    @Test func `an empty spelling is a problem for whom it hides the other`() {
        for (tool, empty, severity) in [
            (Tool.codex, "HTTPS_PROXY", "problem"), (.codex, "https_proxy", "warning"),
            (.git, "https_proxy", "problem"), (.git, "HTTPS_PROXY", "warning"),
            (.curl, "https_proxy", "warning"), (.npm, "HTTPS_PROXY", "problem"),
        ] {
            let full = empty == "https_proxy" ? "HTTPS_PROXY" : "https_proxy"
            let found = ids(tool, ["\(empty)=", "\(full)=http://h:1", local, upper])
            #expect(found == ["env.empty \(severity)"], "\(tool.name) \(empty)")
        }
    }

    @Test(
        arguments: [
            (Tool.codex, " 127.0.0.1:7890\r", "use http://127.0.0.1:7890"),
            (.curl, "socks://h:1", "use socks5h://h:1"),
        ])
    func `what is proposed is what was meant`(_ tool: Tool, _ value: String, _ fix: String) {
        #expect(findings(tool, both(value)).first?.fix == [fix])
    }

    @Test func `what the tool can't speak is not proposed`() {
        let fix = findings(.codex, both("socks://h:1")).first?.fix.first
        #expect(fix?.hasPrefix("codex cannot speak to socks5h://h:1: turn on the HTTP") == true)
    }

    @Test func `a password is never proposed`() {
        let secret = findings(.codex, both("http://u:ge#heim@h:1"))
        #expect(secret.first?.fix == ["use it"])
        for finding in secret {
            #expect(
                !(finding.evidence + finding.fix + [finding.title]).contains { $0.contains("heim") }
            )
        }
    }

    private var plainAlone: [String] {
        ["http_proxy=http://h:1", "HTTP_PROXY=http://h:1", local, upper]
    }

    @Test(arguments: [Tool.curl, .pip, .git, .npm])
    func `http_proxy alone is none for https, where the tool takes it so`(_ tool: Tool) {
        #expect(ids(tool, plainAlone) == ["env.https-missing problem"])
    }

    @Test(arguments: [Tool.claude, .nodeFetch, .yarn])
    func `http_proxy alone is enough for other tools`(_ tool: Tool) {
        #expect(ids(tool, plainAlone) == [])
    }

    @Test func `codex's websocket takes http_proxy, and its other requests do not`() {
        let codex = findings(.codex, plainAlone)
        #expect(codex.map { $0.kind.rawValue } == ["env.https-missing"])
        #expect(codex.first?.title.hasSuffix("without a proxy, for its http requests") == true)
        #expect(codex.first?.fix == ["use http://h:1"])
    }

    @Test func `with ALL_PROXY nothing is missing for https`() {
        #expect(ids(.curl, plainAlone + ["all_proxy=http://h:1", "ALL_PROXY=http://h:1"]) == [])
    }

    @Test func `without any proxy nothing is missing for https`() {
        #expect(ids(.curl, [local, upper]) == [])
    }

    @Test func `that the proxy for https is empty is told in other words`() {
        let empty = ids(.curl, plainAlone + ["https_proxy=", "HTTPS_PROXY=http://h:1"])
        #expect(empty == ["env.empty warning"])
    }

    private let allAlone = ["all_proxy=http://u:geheim@h:1", "ALL_PROXY=http://u:geheim@h:1"]

    @Test func `ALL_PROXY alone is dangerous for claude`() {
        let found = findings(.claude, allAlone + [local, upper])
        #expect(found.map { $0.kind.rawValue } == ["env.all-proxy"])
        #expect(found.first?.isAside == true)
        for finding in found {
            #expect(!(finding.evidence + finding.fix).contains { $0.contains("geheim") })
        }
    }

    @Test func `beside another proxy ALL_PROXY is not dangerous`() {
        #expect(ids(.claude, allAlone + both("http://h:1")) == [])
    }

    @Test func `ALL_PROXY alone is right for another tool`() {
        #expect(ids(.curl, allAlone + [local, upper]) == [])
    }

    private static let proxies = [
        "https_proxy=http://h:1", "http_proxy=http://h:1", "HTTPS_PROXY=http://h:1",
        "HTTP_PROXY=http://h:1",
    ]

    @Test(
        arguments: [
            (Tool.codex, [], ["env.localhost problem"]), (.codex, ["no_proxy"], []),
            (.wget, ["NO_PROXY"], ["env.localhost problem"]), (.codex, ["NO_PROXY"], []),
            (.curl, ["no_proxy"], []),
        ] as [(Tool, [String], [String])])
    func `this machine has to be on the list, in the spelling that counts`(
        _ tool: Tool, _ names: [String], _ expected: [String]
    ) {
        let lists = names.map { "\($0)=localhost,127.0.0.1" }
        #expect(ids(tool, Self.proxies + lists) == expected)
    }

    @Test func `a machine that is not on the list is the cause where nothing else is`() {
        #expect(findings(.codex, Self.proxies).cause?.kind.rawValue == "env.localhost")
    }

    @Test func `entries that a tool does not understand are named with the way that does not`() {
        let list = "localhost,127.0.0.1,10.0.0.0/8,*.corp.example"
        let found = findings(
            .codex,
            [
                "https_proxy=http://h:1", "HTTPS_PROXY=http://h:1", "NO_PROXY=\(list)",
                "no_proxy=\(list)",
            ])
        #expect(found.map { $0.kind.rawValue } == ["env.no-proxy-ignored"])
        #expect(
            found.first?.title
                == "codex's websocket and http does not understand `10.0.0.0/8`, `*.corp.example` in NO_PROXY"
        )
    }

    @Test func `the cause is the first problem, what is aside from it last`() {
        let aside = ProxyEnvCore.Finding(.fileUnknownKey, "a")
        let warning = ProxyEnvCore.Finding(.toolUnread, "w")
        let problem = ProxyEnvCore.Finding(.proxyRefused, "p")
        #expect([warning, aside, problem].cause == problem)
        #expect([warning, aside].cause == aside)
        #expect([warning].cause == warning)
        #expect(![warning].hasProblem)
    }

    @Test func `hostile values are shown harmless and never trap`() {
        var numbers = SplitMix64(seed: 7)
        var count = 0
        for _ in 0..<2000 {
            let value = (0..<Int.random(in: 0...24, using: &numbers)).map { _ in
                UInt8.random(in: 1...255, using: &numbers)
            }
            let names = ["https_proxy=", "HTTPS_PROXY=", "no_proxy=", "NO_PROXY="]
            let environment = Environment(entries: names.map { Array($0.utf8) + value })
            for finding in EnvironmentLint(.codex, environment, remedy: { [$0 ?? ""] }).findings {
                count += 1
                let text = ([finding.title] + finding.evidence + finding.fix).joined()
                #expect(!text.utf8.contains { $0 < 0x20 || $0 == 0x7F })
            }
        }
        #expect(count > 1000)
    }
}
