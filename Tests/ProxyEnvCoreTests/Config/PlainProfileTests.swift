import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct PlainProfileTests {
    /// The document of one profile, and the profile's node.
    private func profile(_ text: String) -> (document: ConfigDocument, node: Int)? {
        let document = ConfigDocument(parsing: Array(text.utf8))
        guard document.diagnostics.isEmpty, let table = document.table("profiles"),
            let node = document.children(of: table).first(where: { _ in true })
        else { return nil }
        return (document, node)
    }

    @Test func `a URL of host and port, with a description or without, is plain`() throws {
        for text in [
            "[profiles.a]\nurl = 'http://127.0.0.1:7890'\n",
            "[profiles.a-1]\ndescription = \"x\"\nurl = \"http://proxy.corp.example:65535\"\n",
        ] {
            let (document, node) = try #require(profile(text))
            #expect(document.isPlainProfile(node))
        }
    }

    @Test func `nothing is wrong with any profile that is taken for plain`() {
        var random = SplitMix64(for: "plain profiles")
        let names = ["a", "a", "a", "\"b\"", "7890", "-x", "\"a b\"", "\"\\u0061\"", "x.y"]
        let keys = [
            "url", "url", "url", "description", "http", "\"url\"", "\"ur\\u006c\"", "urls", "env.A",
        ]
        let hosts = [
            "127.0.0.1", "h", "h.x", "p-1", "", "a_b", "a b", "u:p@h", "[::1]", "h/", "é",
            "\\u0000",
        ]
        let ports = [
            ":1", ":65535", ":80", ":7890", ":0", ":65536", ":999999", ":", "", ":1/", ":1x",
            ":00001",
        ]
        let schemes = [
            "http://", "http://", "http://", "http://", "https://", "HTTP://", "socks://", "",
            "http:/",
        ]
        var plainCount = 0
        for _ in 0..<5_000 {
            var text = "[profiles.\(names.randomElement(using: &random) ?? "a")]\n"
            for _ in 0...Int.random(in: 0...2, using: &random) {
                let quote = Bool.random(using: &random) ? "\"" : "'"
                text += (keys.randomElement(using: &random) ?? "url") + " = " + quote
                text += schemes.randomElement(using: &random) ?? ""
                text += hosts.randomElement(using: &random) ?? ""
                text += (ports.randomElement(using: &random) ?? "") + quote + "\n"
            }
            guard let (document, node) = profile(text), document.isPlainProfile(node) else {
                continue
            }
            plainCount += 1
            var reader = ConfigReader(Configuration(text))
            let name = String(decoding: document.key(of: node), as: UTF8.self)
            #expect(reader.readProfile(name) != nil, "\(text)")
            #expect(reader.diagnostics.isEmpty, "\(text)")
        }
        #expect(plainCount > 0)
    }
}
