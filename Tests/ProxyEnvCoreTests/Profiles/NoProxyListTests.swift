import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct NoProxyListTests {
    private static let own = "localhost,127.0.0.1,::1"

    @Test func `this machine is always on the list`() {
        #expect(NoProxyList().value.text == Self.own)
    }

    @Test(arguments: [
        ("example.com", ["example.com", ".example.com"]),
        (".example.com", ["example.com", ".example.com"]),
        ("*.Example.COM", ["example.com", ".example.com"]), ("git", ["git", ".git"]),
        ("localhost", ["localhost"]), (".localhost", ["localhost"]), ("10.0.0.1", ["10.0.0.1"]),
        ("10.0.0.0/8", ["10.0.0.0/8"]), ("0.0.0.0/0", ["0.0.0.0/0"]), ("FE80::1", ["fe80::1"]),
        ("[::1]", ["::1"]), ("fe80::/10", ["fe80::/10"]), ("::/128", ["::/128"]),
        ("example.com:8443", ["example.com:8443"]),
        (".example.com:8443", [".example.com:8443"]),
        ("*.example.com:8443", [".example.com:8443"]), ("10.0.0.1:80", ["10.0.0.1:80"]),
        ("[::1]:80", ["[::1]:80"]), ("a_b-c.d", ["a_b-c.d", ".a_b-c.d"]),
        ("::1:8080", ["::1:8080"]),
    ])
    func `an entry is written in the forms that the tools understand`(
        entry: String, forms: [String]
    ) throws {
        #expect(try NoProxyList.forms(of: [UInt8](entry)).map { $0.text } == forms)
    }

    @Test(
        arguments: [
            ("", .empty), ("*", .everything), ("a,b", .separator), ("a b", .separator),
            (" ", .separator),
            (".", .invalid(".")), ("..a", .invalid("..a")), ("*.*", .invalid("*.*")),
            ("*a", .invalid("*a")),
            ("http://a", .invalid("http://a")), ("a/24", .invalid("a/24")),
            ("10.0.0.0/33", .invalid("10.0.0.0/33")),
            ("10.0.0/8", .invalid("10.0.0/8")), ("::/129", .invalid("::/129")),
            ("[a]", .invalid("[a]")),
            ("[::1", .invalid("[::1")), ("a:0", .invalid("a:0")), ("a:99999", .invalid("a:99999")),
            ("a:", .invalid("a:")), ("é", .invalid("é")), ("a\n", .invalid("a\\u{a}")),
            ("a\t", .invalid("a\\u{9}")),
            ("'$(x)'", .invalid("'$(x)'")), ("[]", .invalid("[]")), ("[", .invalid("[")),
            ("/8", .invalid("/8")),
        ] as [(String, NoProxyList.Problem)])
    func `an entry that no tool could use is an error`(entry: String, problem: NoProxyList.Problem)
    {
        #expect(throws: problem) { try NoProxyList.forms(of: [UInt8](entry)) }
    }

    @Test func `nothing stands twice, and the order is that of adding`() throws {
        var list = NoProxyList()
        for entry in ["b", "A", "a", ".b", "127.0.0.1", "LOCALHOST", "[::1]", "a:1"] {
            try list.add([UInt8](entry))
        }
        #expect(list.value.text == Self.own + ",b,.b,a,.a,a:1")
    }

    @Test func `what was in NO_PROXY is taken over, and what no tool can use is told`() {
        var list = NoProxyList()
        let leftOut = list.addInherited([UInt8](" a, ,b\t*,\n,,c/x, 10.0.0.0/8 "))
        #expect(list.value.text == Self.own + ",a,.a,b,.b,10.0.0.0/8")
        #expect(leftOut.map { $0.text } == ["*", "\n", "c/x"])
    }

    @Test func `ten thousand entries are no matter`() throws {
        var list = NoProxyList()
        for number in 0..<10_000 { try list.add([UInt8]("h\(number % 5000).example")) }
        #expect(list.entries.count == 10_003)
    }

    @Test func `random text gives only entries that stand for themselves in every shell and list`()
    {
        var random = SplitMix64(for: "no-proxy")
        for _ in 0..<5000 {
            let text = random.bytes(upTo: 12, from: [UInt8]("a.*:[]/1280,F "))
            var list = NoProxyList()
            let leftOut = list.addInherited(text)
            #expect(list.entries.allSatisfy { !$0.isEmpty && !$0.contains(UInt8(ascii: "*")) })
            #expect(
                list.value.allSatisfy { $0.isLetter || $0.isDigit || ".-_:,/[]".utf8.contains($0) })
            #expect(leftOut.allSatisfy { !$0.isEmpty })
            var again = NoProxyList()
            #expect(again.addInherited(list.value) == [])
            #expect(again == list, "\(text.shown)")
        }
    }
}
