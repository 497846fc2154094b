import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct FirstBytesTests {
    @Test(
        arguments: [
            ([5, 0], .socks5), ([5, 2], .socks5), ([5, 0xFF, 9], .socks5), ([0, 90], .socks4),
            ([0, 93, 0], .socks4), (bytes("HTTP/1.1"), .http), ([0x15, 3, 1, 0, 2], .tls),
            ([0x16, 3, 3], .tls), (bytes("SSH-2.0"), .other), ([5, 9], .other), ([0, 0], .other),
            (bytes("HTML"), .other), (bytes("HT"), nil), ([5], nil), ([], nil),
        ] as [([UInt8], FirstBytes?)])
    func `the first bytes tell what speaks`(_ input: [UInt8], _ expected: FirstBytes?) {
        #expect(FirstBytes(input) == expected)
    }

    @Test(
        arguments: [
            ([0x15, 3, 1, 0, 2, 2, 70], true, .spoken), ([0x16, 3], false, .spoken),
            ([], true, .closed(afterBytes: 0)), ([5], false, .pending),
            (bytes("HTTP/1.1 400 Bad"), true, .foreign(bytes("HTTP/1.1 400 Bad"))),
        ] as [([UInt8], Bool, TLSConversation.Result)])
    func `TLS is told by an alert as by a handshake, and closing by itself`(
        _ input: [UInt8], _ ends: Bool, _ result: TLSConversation.Result
    ) throws {
        let held = hold(.tls(TLSConversation(host: "a.example")), input, ends: ends)
        guard case .tls(let tls) = held.conversation else {
            Issue.record("another conversation")
            return
        }
        #expect(tls.result == result)
    }

    @Test(arguments: ["a.example", "127.0.0.1", "::1", "", "a b\r\n"])
    func `the lengths in a hello are right`(_ host: String) {
        let hello = TLSConversation(host: host).opening
        #expect(hello.starts(with: [0x16, 3, 1]))
        #expect(Int(hello[3]) << 8 | Int(hello[4]) == hello.count - 5)
        #expect(Int(hello[7]) << 8 | Int(hello[8]) == hello.count - 9)
        let hasName = hello.indices.contains { hello[$0...].starts(with: Array(host.utf8)) }
        #expect(hasName == (host == "a.example" || host.isEmpty))
    }

    @Test func `nothing that is said breaks a conversation, and its pace is all the same`() throws {
        var random = SplitMix64(seed: 7)
        let starts: [[UInt8]] = [
            [], [5, 0], [5, 2], [5, 2, 1, 0], [5, 0, 5, 0, 0, 3], [0, 90], bytes("HTTP/1.1 200 "),
            bytes("HTTP/1.1 407 x\r\nProxy-Authenticate: "), [0x16, 3], [5, 0, 5, 0, 0, 4],
        ]
        let place = try target("https://example.com:8443")
        let credentials = ProxyURL.Credentials(username: bytes("a"), password: bytes("b"))
        for _ in 0..<2000 {
            let start = starts[Int(random.next() % UInt64(starts.count))]
            let tail = (0..<Int(random.next() % 40)).map { _ in UInt8(random.next() & 0xFF) }
            let input = start + tail + (random.next() % 4 == 0 ? bytes("\r\n\r\nbody") : [])
            for conversation in [
                Conversation.http(HTTPConversation([], bodyLimit: 3)),
                .socks5(SOCKS5Conversation(to: place, credentials)),
                .socks5(SOCKS5Conversation(to: nil)),
                .socks4(SOCKS4Conversation(to: place)), .tls(TLSConversation(host: "h")),
            ] {
                let held = hold(conversation, input)
                #expect(held.conversation.isDone)
            }
        }
    }
}
