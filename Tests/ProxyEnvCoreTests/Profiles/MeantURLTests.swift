import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct MeantURLTests {
    @Test(arguments: [
        ("http：//127.0.0.1：7890", "http://127.0.0.1:7890"),
        ("http:／／127。0。0。1:7890", "http://127.0.0.1:7890"),
        ("ＨＴＴＰ://ｈ:１", "HTTP://h:1"), ("１２７.0.0.1:7890", "127.0.0.1:7890"),
        ("http：//u：ｐ@h：1", "http://u：ｐ@h:1"), ("http://u:p＠h：1", "http://u:p@h:1"),
    ])
    func `full-width letters are ASCII ones, but in a name and a password`(
        _ text: String, _ meant: String
    ) {
        #expect(MeantURL.narrowed(Array(text.utf8)) == Array(meant.utf8))
    }

    @Test(arguments: ["", "http://h:1", "http://é:1", "公司", "http://u：p@h:1"])
    func `what has none to change is left as it is`(_ text: String) {
        #expect(MeantURL.narrowed(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("http：//127.0.0.1：7890", "http://127.0.0.1:7890"), ("“http://h:1”", "http://h:1"),
        ("‘h:1’", "http://h:1"), ("\"http://h:1\"", "http://h:1"),
        ("http://h:1 ", "http://h:1"), ("http//h:1", "http://h:1"), ("socks5//h:1", "socks5://h:1"),
        ("7890", "http://127.0.0.1:7890"), ("h:1", "http://h:1"), ("socks://h:1", "socks5h://h:1"),
    ])
    func `a value is what it was meant to be`(_ text: String, _ meant: String) {
        #expect(MeantURL.cleaned(Array(text.utf8))?.text == Array(meant.utf8))
    }

    @Test(arguments: ["", "h", "http://u:p@h:1", "$HTTP_PROXY", "http://h", "99999"])
    func `what is secret, or can't be told, is nothing`(_ text: String) {
        #expect(MeantURL.cleaned(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("$HTTP_PROXY", "HTTP_PROXY"), ("${http_proxy}", "http_proxy"),
        ("%HTTP_PROXY%", "HTTP_PROXY"),
        ("$env:HTTP_PROXY", "HTTP_PROXY"), ("\"$HTTP_PROXY\"", "HTTP_PROXY"),
    ])
    func `the name of a variable is one that was not expanded`(_ text: String, _ name: String) {
        #expect(MeantURL.unexpanded(Array(text.utf8)) == name)
    }

    @Test(arguments: ["", "$", "%", "%%", "$1", "http://$HOST:1", "%a b%", "${A", "50%"])
    func `other text is none`(_ text: String) {
        #expect(MeantURL.unexpanded(Array(text.utf8)) == nil)
    }

    @Test func `random bytes are no crash`() {
        var random = SplitMix64(for: "meant URLs")
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : Array("://@$%{}\u{FF1A}\u{3002}\u{201C}1h".utf8).randomElement(using: &random)
                        ?? 0
            }
            if let narrowed = MeantURL.narrowed(text) { #expect(narrowed.count <= text.count) }
            _ = MeantURL.cleaned(text)
            _ = MeantURL.unexpanded(text)
        }
    }
}
