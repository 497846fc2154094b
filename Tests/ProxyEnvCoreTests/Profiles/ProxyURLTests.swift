import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct ProxyURLTests {
    @Test(arguments: [
        ("http://127.0.0.1:7890", "http://127.0.0.1:7890"),
        ("HTTP://H.Example:1/", "http://h.example:1"),
        ("https://proxy:443", "https://proxy:443"), ("socks5://h:1", "socks5://h:1"),
        ("SOCKS5h://h:1", "socks5h://h:1"), ("socks4://h:1", "socks4://h:1"),
        ("socks4a://h:1", "socks4a://h:1"),
        ("http://[::1]:80", "http://[::1]:80"),
        ("http://[FE80::1]:65535", "http://[fe80::1]:65535"),
        ("http://{wsl-host}:7890", "http://{wsl-host}:7890"), ("http://h:007", "http://h:7"),
        ("http://u@h:1", "http://u@h:1"), ("http://u:@h:1", "http://u:@h:1"),
        ("http://@h:1", "http://@h:1"),
        ("http://a%40b:c%3Ad%2f@h:1", "http://a%40b:c%3Ad%2F@h:1"),
        ("http://a:b:c@h:1", "http://a:b%3Ac@h:1"),
        ("http://a!b:c$@h:1", "http://a%21b:c%24@h:1"),
        ("http://é:ü@h:1", "http://%C3%A9:%C3%BC@h:1"),
        ("http://a-b.c_d~:%7E@h:1", "http://a-b.c_d~:~@h:1"),
    ])
    func `a URL is read as it is meant and written as tools take it`(text: String, written: String)
        throws
    {
        #expect(try ProxyURLParser.parse([UInt8](text)).text.text == written)
    }

    @Test func `credentials are what they stand for`() throws {
        let url = try ProxyURLParser.parse([UInt8]("http://alice%40corp:p%3A%2F%20%0a@h:1"))
        #expect(url.credentials?.username == [UInt8]("alice@corp"))
        #expect(url.credentials?.password == [UInt8]("p:/ \n"))
    }

    @Test func `what is not in the URL is absent`() throws {
        #expect(try ProxyURLParser.parse([UInt8]("http://h:1")).credentials == nil)
        #expect(try ProxyURLParser.parse([UInt8]("http://u@h:1")).credentials?.password == nil)
    }

    @Test(arguments: [
        ("http://h:1", "http://h:1"), ("http://u@h:1", "http://u@h:1"),
        ("http://u:p@h:1", "http://u:***@h:1"),
        ("http://u:@h:1", "http://u:***@h:1"), ("http://:p@[::1]:1", "http://:***@[::1]:1"),
    ])
    func `the masked form shows no password and all else`(text: String, masked: String) throws {
        #expect(try ProxyURLParser.parse([UInt8](text)).masked == masked)
    }

    @Test func `loopback is this machine's name or an address of its own`() {
        func isLoopback(_ host: String) -> Bool {
            ProxyURL(scheme: .http, host: host, port: 1).isLoopback
        }
        for host in ["localhost", "127.0.0.1", "127.255.0.9", "::1"] { #expect(isLoopback(host)) }
        for host in ["127.0.0.1.example", "10.0.0.1", "localhost.example", "127.1", "::2", "h"] {
            #expect(!isLoopback(host))
        }
    }

    @Test func `random text never gets through that would not be read again as the same`() {
        var random = SplitMix64(for: "proxy URLs")
        let letters = [UInt8]("http://[]:@%41.socks5{wsl-host}/?# \u{1B}")
        let corpus = ["http://u:p%40@h:1", "socks5h://[::1]:80/", "http://{wsl-host}:7890"].map {
            [UInt8]($0)
        }
        for round in 0..<10_000 {
            let text =
                round % 2 == 0
                ? random.mutated(random.pick(corpus), [letters])
                : random.bytes(upTo: 40, from: letters)
            do throws(ProxyURLParser.Problem) {
                let url = try ProxyURLParser.parse(text)
                #expect((try? ProxyURLParser.parse(url.text)) == url, "\(text.shown)")
                #expect(url.text.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            } catch {
                #expect(
                    error.range.lowerBound >= 0 && error.range.upperBound <= text.count,
                    "\(text.shown)")
                #expect(!error.kind.message.contains("\u{1B}"))
            }
        }
    }
}
