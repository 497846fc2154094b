import Testing

@testable import ProxyEnvCore

@Suite struct SOCKSConversationTests {
    private let alice = ProxyURL.Credentials(username: bytes("alice"), password: bytes("p:w"))

    private func five(
        _ input: [UInt8], to url: String? = "https://example.com",
        _ credentials: ProxyURL.Credentials? = nil, ends: Bool = true
    ) throws -> (result: SOCKS5Conversation.Result, sent: [UInt8]) {
        let conversation = SOCKS5Conversation(to: try url.map { try target($0) }, credentials)
        let held = hold(.socks5(conversation), input, ends: ends)
        guard case .socks5(let socks) = held.conversation else { return (.pending, []) }
        return (socks.result, held.sent)
    }

    private let reply: [UInt8] = [5, 0, 0, 1, 0, 0, 0, 0, 0, 0]

    @Test func `without a password the name goes to the proxy`() throws {
        let (result, sent) = try five([5, 0] + reply)
        #expect(result == .open)
        #expect(sent == [5, 1, 0, 3, 11] + bytes("example.com") + [1, 0xBB])
    }

    @Test func `the opening offers to go with a password or without`() {
        #expect(SOCKS5Conversation(to: nil).opening == [5, 2, 0, 2])
    }

    @Test func `an address goes to it as an address`() throws {
        #expect(
            try five([5, 0], to: "https://10.0.0.1").sent == [5, 1, 0, 1, 10, 0, 0, 1, 1, 0xBB])
        let six = try five([5, 0], to: "https://[2001:db8::1]:80").sent
        #expect(
            six == [5, 1, 0, 4, 0x20, 1, 0x0D, 0xB8] + Array(repeating: 0, count: 11) + [1, 0, 80])
    }

    @Test func `name and password are told when they are asked for`() throws {
        let (result, sent) = try five([5, 2, 1, 0] + reply, alice)
        #expect(result == .open)
        #expect(sent.starts(with: [1, 5] + bytes("alice") + [3] + bytes("p:w") + [5, 1, 0, 3]))
    }

    // RFC 1929: "If the server returns a failure, it MUST close the connection"; some say nothing at all.
    @Test(arguments: [[5, 2, 1, 1], [5, 2]] as [[UInt8]])
    func `a password is refused by an answer or by the end`(_ input: [UInt8]) throws {
        #expect(try five(input, alice).result == .passwordRefused)
    }

    @Test func `a password is wanted where there is none`() throws {
        #expect(try five([5, 2]).result == .passwordWanted)
    }

    @Test(arguments: [(2, true), (0, false)] as [(UInt8, Bool)])
    func `a greeting alone tells whether a password is wanted`(
        _ method: UInt8, _ wantsPassword: Bool
    ) throws {
        let result = try five([5, method], to: nil, alice).result
        #expect(result == .greeted(wantsPassword: wantsPassword))
    }

    @Test func `a proxy may accept neither way`() throws {
        #expect(try five([5, 0xFF], alice).result == .noMethod)
    }

    @Test func `a password that has no room is not told by half`() throws {
        let long = ProxyURL.Credentials(
            username: bytes("a"), password: Array(repeating: 0x61, count: 256))
        let (result, sent) = try five([5, 2], long)
        #expect(result == .passwordTooLong)
        #expect(sent.isEmpty)
    }

    @Test(arguments: [1, 2, 5, 8, 77, 255] as [UInt8])
    func `a refusal is told with its reply`(_ code: UInt8) throws {
        let input: [UInt8] = [5, 0, 5, code, 0, 3, 2, 0x61, 0x62, 0, 0]
        #expect(try five(input).result == .refused(code))
    }

    @Test func `each reply of the standard has its own words`() {
        let words = (1...8).map { SOCKS5Conversation.meaning(of: $0) }
        #expect(Set(words).count == words.count)
        #expect(!words.contains { $0.contains { $0.isNumber } }, "\(words)")
    }

    @Test func `a reply that the standard lacks is named by its number`() {
        for code in [0, 9, 77, 255] as [UInt8] {
            #expect(SOCKS5Conversation.meaning(of: code).contains("\(code)"))
        }
    }

    @Test func `what is cut off at any byte is no answer, and no failure`() throws {
        let input = [5, 0] + reply
        for count in 0..<input.count {
            let cut = Array(input.prefix(count))
            #expect(try five(cut).result == .closed(afterBytes: count))
            #expect(try five(cut, ends: false).result == .pending)
        }
    }

    @Test func `an answer with a name ends behind its port`() throws {
        let named: [UInt8] = [5, 0, 5, 0, 0, 3, 255] + Array(repeating: 0x61, count: 256)
        #expect(try five(named).result == .closed(afterBytes: named.count))
        #expect(try five(named + [0]).result == .open)
    }

    @Test(
        arguments: [
            bytes("HTTP/1.1 400 Bad Request\r\n\r\n"), [5, 7], [4, 0], [0], [0x15, 3, 1],
            [5, 0, 4, 0, 0, 0, 0, 0],
        ])
    func `what is no SOCKS 5 is told by its first bytes`(_ input: [UInt8]) throws {
        guard case .foreign(let start) = try five(input).result else {
            Issue.record("\(try five(input).result)")
            return
        }
        #expect(start.count <= FirstBytes.count)
    }

    private func four(
        _ input: [UInt8], to url: String = "https://example.com", ends: Bool = true
    ) throws -> (SOCKS4Conversation.Result, [UInt8]) {
        let held = hold(
            .socks4(SOCKS4Conversation(to: try target(url), alice)), input, ends: ends)
        guard case .socks4(let socks) = held.conversation else { return (.pending, []) }
        return (socks.result, socks.opening)
    }

    private let granted: [UInt8] = [0, 90, 1, 0xBB, 0, 0, 0, 0]

    @Test func `SOCKS 4a gets a name`() throws {
        let (result, opening) = try four(granted)
        #expect(result == .open)
        #expect(
            opening == [4, 1, 1, 0xBB, 0, 0, 0, 1] + bytes("alice") + [0] + bytes("example.com")
                + [0])
    }

    @Test func `SOCKS 4 gets an address`() throws {
        #expect(
            try four(granted, to: "http://1.2.3.4").1 == [4, 1, 0, 80, 1, 2, 3, 4]
                + bytes("alice") + [0])
    }

    @Test(
        arguments: [
            ([0, 91, 0, 0, 0, 0, 0, 0], true, .refused(91)),
            ([0, 90, 1, 0xBB, 0, 0, 0], true, .closed(afterBytes: 7)),
            ([0, 90, 1, 0xBB, 0, 0, 0], false, .pending),
            ([5, 0xFF], true, .foreign([5, 0xFF])),
            (bytes("HTTP/1.1 400 Bad"), true, .foreign(bytes("HTTP/1.1 400 Bad"))),
        ] as [([UInt8], Bool, SOCKS4Conversation.Result)])
    func `any other answer to SOCKS 4 opens nothing`(
        _ input: [UInt8], _ ends: Bool, _ result: SOCKS4Conversation.Result
    ) throws {
        #expect(try four(input, ends: ends).0 == result)
    }
}
