import Testing

@testable import ProxyEnvCore

/// What git prints of its proxies.
@Suite struct GitImportTests {
    private func findings(_ entries: [(String, String)]) -> ImportFindings {
        let text = entries.map { "\($0.0)\0\($0.1)\0" }.joined()
        return GitImport.findings(in: [UInt8](text)) { "<\($0.text)>" }
    }

    @Test func `a proxy for all, and one for each URL that has another`() {
        let findings = findings([
            ("file:/etc/gitconfig", "http.proxy\nhttp://old:1"),
            ("file:/h/.gitconfig", "http.https://github.com.proxy\nsocks5h://127.0.0.1:1080"),
            ("file:/h/.gitconfig", "http.https://u@x.org:8443/a.proxy\nhttp://h:2"),
            ("file:/h/.gitconfig", "http.https://same.org.proxy\nhttp://u:p@h:1"),
            ("command line:", "http.proxy\nhttp://u:p@h:1"),
        ])
        #expect(
            findings.shown == [
                "- - http://u:p@h:1", "-github.com - - socks5h://127.0.0.1:1080",
                "-x.org - - http://h:2",
            ])
        #expect(findings.remarks.isEmpty)
        #expect(findings.proposals[0].origin == "command line: (http.proxy)")
        #expect(
            findings.proposals[1].description
                == "from git's </h/.gitconfig>, for https://github.com")
    }

    @Test(arguments: ["", "\0", "x", "file:a\0", "file:a\0http.proxy\0", "file:a\0http.proxy\n\0"])
    func `no proxy, no value, or nonsense is nothing`(_ text: String) {
        #expect(GitImport.findings(in: [UInt8](text)) { $0.text }.shown.isEmpty)
    }

    @Test func `a value that is no proxy and a URL with a password show neither`() {
        let findings = findings([
            ("file:a", "http.https://u:hush@x.proxy\nfoo://u:hush@h:1"),
            ("file:a", "http.https://u:hush@y.proxy\nhttp://h:1"),
        ])
        #expect(findings.shown == ["-y - - http://h:1"])
        #expect(findings.remarks.count == 1)
        let texts = findings.remarks + findings.proposals.flatMap { [$0.description, $0.origin] }
        #expect(!texts.contains { $0.contains("hush") }, "\(texts)")
    }

    @Test func `git's default port is curl's`() {
        #expect(findings([("file:a", "http.proxy\nh")]).shown == ["- - http://h:1080"])
    }
}
