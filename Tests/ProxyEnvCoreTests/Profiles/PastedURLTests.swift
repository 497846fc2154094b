import Testing

@testable import ProxyEnvCore

/// A URL that somebody was given is taken apart as it stands.
@Suite struct PastedURLTests {
    @Test(
        arguments: [
            ("http://h:1", "http://h:1", nil, nil), ("h:1", "h:1", nil, nil), ("", "", nil, nil),
            ("http://u@h:1/", "http://h:1/", "u", nil), ("http://u:@h:1", "http://h:1", "u", ""),
            ("http://u:p@ss@h:1", "http://h:1", "u", "p@ss"),
            ("http://u:p:/#?%40@h:1", "http://h:1", "u", "p:/#?%40"),
            ("u:p@h:1", "h:1", "u", "p"), ("http://:p@h", "http://h", "", "p"),
            ("http://d\\u:p://x@h:1", "http://h:1", "d\\u", "p://x"),
        ] as [(String, String, String?, String?)])
    func `the username and the password are taken out of it`(
        text: String, url: String, username: String?, password: String?
    ) {
        let pasted = PastedURL([UInt8](text))
        #expect(pasted.url.text == url)
        #expect(pasted.username?.text == username)
        #expect(pasted.password?.text == password)
    }
}
