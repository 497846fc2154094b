import Testing

@testable import ProxyEnvCore

/// A proxy as other programs have it.
@Suite struct ForeignValueTests {
    @Test(
        arguments: [
            ("http://h:1", "http://h:1"), (" h:1\t", "http://h:1"), ("HTTP://H:1/", "http://h:1"),
            ("socks://h:1", "socks5h://h:1"), ("socks5://h:1", "socks5://h:1"),
            ("[::1]:1", "http://[::1]:1"), ("u@h:1", "http://u@h:1"),
            ("u:p@h:1", "http://u:p@h:1"), ("http://u:p%40s@h:1", "http://u:p%40s@h:1"),
            ("http://u:p@s@h:1", "http://u:p%40s@h:1"),
            ("http://a%40b:p@s@h:1", "http://a%40b:p%40s@h:1"),
            ("http://u:100%@h:1", "http://u:100%25@h:1"), ("http://:@h:1", "http://h:1"),
            ("http://u:p#/?@h:1", "http://u:p%23%2F%3F@h:1"),
        ])
    func `a scheme may be missing, and a password may be raw`(_ text: String, _ url: String) throws
    {
        #expect(try ForeignValue.proxy([UInt8](text)).text.text == url)
    }

    @Test(arguments: [
        ("h", "http://h:1080"), ("http://u:p@h", "http://u:p@h:1080"), ("h/", "http://h:1080"),
        ("http://u:p@s@h", "http://u:p%40s@h:1080"), ("[::1]", "http://[::1]:1080"),
        ("https://h", "https://h:443"), ("HTTPS://u@h/", "https://u@h:443"),
        ("socks5://h", "socks5://h:1080"),
    ])
    func `a program's own port is taken where none is named`(_ text: String, _ url: String) throws {
        #expect(try ForeignValue.proxy([UInt8](text), port: 1080).text.text == url)
    }

    @Test(arguments: [
        "", " ", "h", "http://h", "http://", "h:99999", "h:0", "ftp://h:1", "h:1/x", "a b:1",
        "http://u:hush@", "http://u:hush-1", "u:hush-1@x:y", "http://u:hu\u{7}sh@h:1",
        "http://u:hush%00@h:1", "http://h:1\r\nx", "${HTTP}", "foo://u:hush@h:1", "socks://", "://",
        "http://u:hush%0A@h:1", "http://u:p@hush@", "http://:hush@h:1", ":hu@sh@h:1",
    ])
    func `what names no proxy is an error without a word of a password`(_ text: String) {
        let error = #expect(throws: ForeignValue.Problem.self) {
            try ForeignValue.proxy([UInt8](text))
        }
        #expect(error?.message.isEmpty == false)
        #expect(error?.message.contains("hush") == false)
    }

    @Test func `credentials that are not UTF-8 are refused`() {
        #expect(throws: ForeignValue.Problem.self) {
            try ForeignValue.proxy([UInt8]("http://u:%FF@h:1"))
        }
    }

    @Test(
        arguments: [
            ("a, .b;*.c d", ["a", ".b", "*.c", "d"], []), ("localhost,127.0.0.1,[::1]", [], []),
            ("A,a", ["a"], []), ("10.*;192.168.*", ["10.0.0.0/8", "192.168.0.0/16"], []),
            ("192.168.1.*,10.*.*.*", ["192.168.1.0/24", "10.0.0.0/8"], []),
            ("169.254/16,10/8", ["169.254.0.0/16", "10.0.0.0/8"], []),
            ("10.0.0.0/8,[fe80::1],h:80", ["10.0.0.0/8", "fe80::1", "h:80"], []),
            ("<local>;*foo.com,*,a/b,300.*", [], ["<local>", "*foo.com", "*", "a/b", "300.*"]),
            ("", [], []), (",; |", [], []),
        ])
    func `hosts are written as every tool reads them, and the rest is told`(
        _ text: String, _ entries: [String], _ leftOut: [String]
    ) {
        var list: [[UInt8]] = []
        #expect(ForeignNoProxy.add([UInt8](text), to: &list) == leftOut)
        #expect(list.map { $0.text } == entries)
    }
}
