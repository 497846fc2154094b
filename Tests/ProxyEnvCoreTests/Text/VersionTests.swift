import Testing

@testable import ProxyEnvCore

/// Versions as programs print them.
@Suite struct VersionTests {
    @Test(arguments: [
        ("codex-cli 0.163.0", "0.163.0"), ("v20.20.2\n", "20.20.2"),
        ("2.1.330 (Claude Code)", "2.1.330"),
        ("git version 2.39.5", "2.39.5"), ("1.2.3-beta.1", "1.2.3"), ("no number 5", nil),
        ("", nil),
        ("1..2", nil), ("99999999999.1", nil),
    ]) func `the first is read`(_ text: String, _ version: String?) {
        #expect(Version(in: Array(text.utf8))?.text == version)
    }

    @Test func `they are compared number by number`() {
        #expect(Version([0, 9]) < Version([0, 10]))
        #expect(!(Version([1, 0]) < Version([1])))
    }

    @Test func `a fault concerns the versions from its first to its last`() {
        let fault = VersionFault(from: [23], before: [24, 5], "x", source: "y")
        #expect(!fault.concerns(Version([22, 99])))
        #expect(fault.concerns(Version([24, 4, 9])))
        #expect(!fault.concerns(Version([24, 5])))
    }
}
