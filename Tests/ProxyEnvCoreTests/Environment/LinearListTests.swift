import TestSupport
import Testing

@testable import ProxyEnvCore

/// Long lists and large environments: sixteen times as much takes sixteen times the work.
@Suite(.serialized) struct LinearListTests {
    private static func check(_ one: LinearCase, _ sizes: Work.Sizes = .worst) {
        one.check(sizes)
    }

    private static let dialects: [NoProxyDialect] = [
        .curl, .urllib, .requests, .httpx, .reqwest, .go, .java, .undici,
    ]

    @Test func `a long NO_PROXY is compared in linear time`() {
        let hosts: [@Sendable (Int) -> String] = [
            { "h\($0).example," }, { _ in "*," }, { "10.0.\($0 % 256).0/24," }, { _ in "[::1]:1 " },
            { _ in "a.example.com," }, { _ in "." }, { _ in " " }, { _ in "*" }, { _ in "|" },
        ]
        for (number, host) in hosts.enumerated() {
            Self.check(
                LinearCase(name: "NO_PROXY \(number)", piece: host) { list in
                    guard let target = Target(Array("https://a.example.com/".utf8)) else { return }
                    for dialect in Self.dialects {
                        _ = dialect.match(target, in: list)
                        _ = dialect.missed(target, in: list)
                        _ = dialect.fails(at: list)
                    }
                }, .sweep)
        }
    }

    @Test(arguments: [", ", ""]) func `an environment is looked at in linear time`(_ blank: String)
    {
        let lists: [@Sendable (Int) -> String] = [
            { "*.h\($0).example,\(blank)" }, { "h\($0)..x,\(blank)" }, { "a\($0 % 3)," },
        ]
        for (number, list) in lists.enumerated() {
            Self.check(
                LinearCase(name: "list \(number)", piece: list) { value in
                    let environment = Environment(entries: [
                        [UInt8]("https_proxy=http://h:1"), [UInt8]("no_proxy=") + value,
                        [UInt8]("NO_PROXY=") + value,
                    ])
                    for tool in [nil, Tool.codex, .curl] {
                        _ = EnvironmentLint(tool, environment) { _ in [] }.findings
                    }
                    _ = EnvironmentImport.findings(in: environment)
                    let profile = ResolvedProfile(
                        proxies: .init(everything: .local(1)), noProxy: [], inheritsNoProxy: true,
                        certificateBundle: nil, extraCertificates: nil, variables: [])
                    _ = ProfileEnvironment(
                        profile, in: environment,
                        recipe: Recipe(Tools.named([UInt8]("mvn")) ?? .curl))
                }, .sweep)
        }
    }

    @Test func `many variables are looked at in linear time`() {
        Self.check(
            LinearCase(name: "many variables", piece: { "N\($0)=v\n" }) { text in
                let entries = text.split(separator: 0x0A).map { Array($0) }
                let records = entries.prefix(2000).map { entry in
                    SavedState.Record(
                        name: String(decoding: entry.prefix { $0 != 0x3D }, as: UTF8.self),
                        given: nil,
                        before: nil)
                }.sorted { $0.name < $1.name }
                let state = SavedState(previous: nil, records: records).text
                let environment = Environment(
                    entries: entries + [[UInt8]("PROXYENV_STATE=") + state])
                let change = ShellSwitch(environment)
                _ = change.use("p", change.off)
                _ = GitVariables(
                    Environment(entries: entries + [[UInt8]("GIT_CONFIG_COUNT=1000")]))
            }, .sweep)
    }

    @Test func `two texts are compared in linear time`() {
        Self.check(
            LinearCase(name: "different lines", piece: { "line \($0)\n" }) { text in
                let other = Array(text.map { $0 == 0x6C ? 0x4C : $0 })
                _ = LineDiff.unified(text, other) { _, _ in "" }
            }, .sweep)
        Self.check(
            LinearCase(
                name: "long lines", piece: { String(repeating: "a", count: 499) + "\($0 % 2)\n" }
            ) {
                _ = LineDiff.unified($0, Array($0.reversed())) { _, _ in "" }
            }, .sweep)
    }

    @Test func `the processes that another has started are found in linear time`() {
        let ratio = Work.ratio(
            of: { size in
                (0..<Int32(size / 16)).map { (process: $0 + 2, parent: $0 % 5 == 0 ? 1 : $0) }
            }, { _ = ProcessPairs.descendants(of: 1, in: $0) })
        #expect(ratio <= Work.mostRatio, "\(ratio)")
    }

    @Test func `processes that started each other are found once`() {
        let circle: [(process: Int32, parent: Int32)] = [(2, 1), (3, 2), (1, 3), (9, 8)]
        #expect(ProcessPairs.descendants(of: 1, in: circle) == [2, 3])
    }
}
