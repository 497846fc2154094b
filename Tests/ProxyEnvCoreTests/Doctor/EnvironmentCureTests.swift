import Testing

@testable import ProxyEnvCore

/// What is proposed in the place of a value that is wrong.
@Suite struct EnvironmentCureTests {
    @Test func `what would take another tool's route away is proposed for this one alone`() {
        func fix(_ lower: String, _ upper: String, beside other: Tool) -> [String] {
            let entries = ["https_proxy=\(lower)", "HTTPS_PROXY=\(upper)"]
            let environment = Environment(entries: entries.map { Array($0.utf8) })
            var lint = EnvironmentLint(.gh, environment) { ["use \($0 ?? "it")"] }
            lint.others = [(other, other.name)]
            return lint.findings.first { $0.kind == .environmentCase }?.fix ?? []
        }
        let (http, socks) = ("http://h:1", "socks5://h:1080")
        #expect(fix(http, socks, beside: .curl) == ["use socks5://h:1080"])
        #expect(
            fix(http, socks, beside: .claude) == [
                "claude cannot speak to socks5://h:1080: set it for gh alone, by `proxyenv exec socks5://h:1080 -- gh`."
            ])
        // What does not get through now loses nothing.
        #expect(fix("socks5://h:2", socks, beside: .claude) == ["use socks5://h:1080"])
    }
}
