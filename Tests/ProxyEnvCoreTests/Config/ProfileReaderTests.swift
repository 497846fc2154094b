import Testing

@testable import ProxyEnvCore

/// Which line of the file a change of a proxy goes to.
@Suite struct ProfileReaderTests {
    @Test(arguments: [
        ("url = 'http://h:1'", "url url url"),
        ("url = 'http://h:1'\nhttps = 'http://h:2'", "url https url"),
        ("url = 'http://h:1'\nhttp = 'http://h:2'", "http url url"),
        ("url = 'http://h:1'\nall = 'socks5h://h:2'", "url url all"),
        ("http = 'http://h:1'\nhttps = 'http://h:2'\nall = 'http://h:3'", "http https all"),
        // The same proxy in two keys: that of TLS, as most targets have it.
        ("url = 'http://h:2'\nhttps = 'http://h:2'\nhttp = 'http://h:2'", "https https https"),
        ("url = 'http://h:1'\nhttps = 'http://h:1'\nusername = 'u'", "https https https"),
    ])
    func `the key that holds a proxy is the one that stands in the file`(
        text: String, expected: String
    ) throws {
        var reader = ConfigReader(Configuration(bytes("[profiles.a]\n\(text)\n")))
        let proxies = try #require(reader.readProfile("a")?.proxies)
        let found = try [proxies.http, proxies.https, #require(proxies.all)].map {
            (proxy: ProxyURL) in
            var proxy = proxy
            proxy.credentials = ProxyURL.Credentials(username: bytes("x"))
            return reader.key(of: proxy, in: proxies, ofProfile: "a").rawValue
        }
        #expect(found.joined(separator: " ") == expected)
    }
}
