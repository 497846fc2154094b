import TestSupport
import Testing

@testable import ProxyEnvCore

/// The lines on which git's keys stand.
@Suite struct GitConfigTextTests {
    private let text = """
        [user]
        \tname = A
        [http]
        \tproxy = http://h:1
        [http "https://x.org"] ; mine
        \tsslVerify = true
        \tProxy=http://h:2
        [HTTP]
        \tproxy = http://h:3
        [http "a\\"b"] proxy = http://h:4
        [http "X.org"]\r
        \tproxy\r
        """

    @Test(arguments: [
        ("http.proxy", 9), ("http.https://x.org.proxy", 7), ("http.a\"b.proxy", 10),
        ("http.X.org.proxy", 12), ("http.x.org.proxy", nil), ("http.sslverify", nil),
        ("user.name", 2), ("proxy", nil), ("", nil), (".", nil),
    ]) func `the last line of a key in its own section`(_ key: String, _ line: Int?) {
        #expect(GitConfigText.line(of: [UInt8](key), in: [UInt8](text)) == line)
    }

    @Test func `damage is passed over`() {
        var random = SplitMix64(for: "git's file")
        for _ in 0..<3000 {
            let damaged = random.mutated([UInt8](text), [[0x22], [0x5B], [0x5D], [0x5C], [0x0A]])
            let line = GitConfigText.line(of: [UInt8]("http.proxy"), in: damaged)
            #expect(line.map { (1...40).contains($0) } ?? true)
        }
    }
}
