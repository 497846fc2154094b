import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct IPAddressTests {
    @Test(
        arguments: [
            ("0.0.0.0", [0, 0, 0, 0]), ("127.0.0.1", [127, 0, 0, 1]),
            ("255.255.255.255", [255, 255, 255, 255]),
        ] as [(String, [UInt8])])
    func `four decimal numbers are an IPv4 address`(text: String, bytes: [UInt8]) {
        #expect(IPAddress.ipv4(text.utf8) == bytes)
        #expect(!IPAddress.isIPv6(text.utf8))
    }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.04", "1..2.3", ".1.2.3",
        "1.2.3.", "a.b.c.d",
        "1.2.3.-4", "1.2.3.4 ", "1.2.3.1000", "0x7f.0.0.1", "１.2.3.4",
        "1.2.3.99999999999999999999",
    ])
    func `anything else is no IPv4 address`(text: String) { #expect(!IPAddress.isIPv4(text.utf8)) }

    @Test(
        arguments: [
            ("127.1", [127, 0, 0, 1]), ("0", [0, 0, 0, 0]), ("2130706433", [127, 0, 0, 1]),
            ("0x7f000001", [127, 0, 0, 1]), ("0177.0.0.01", [127, 0, 0, 1]),
            ("1.2.3.4", [1, 2, 3, 4]), ("1.65535", [1, 0, 255, 255]),
        ] as [(String, [UInt8])])
    func `inet_aton reads fewer numbers, octal and hexadecimal ones too`(
        text: String, bytes: [UInt8]
    ) {
        #expect(IPAddress.looseIPv4(text.utf8) == bytes)
    }

    @Test(arguments: [
        "", ".", "1.", "a", "1.2.3.4.5", "256.1", "1.2.3.256", "4294967296", "0x", "08", "-1",
        "+1", "0x-1", "1.0x1ffffff", "99999999999999999999999999",
    ])
    func `what it does not read is no address`(text: String) {
        #expect(IPAddress.looseIPv4(text.utf8) == nil, "\(text)")
    }

    @Test(arguments: [
        ("::", "0000000000000000"), ("::1", "0000000000000001"), ("1::", "0100000000000000"),
        ("1:2:3:4:5:6:7:8", "0102030405060708"), ("1::8", "0100000000000008"),
        ("1:2:3:4:5:6:7::", "0102030405060700"), ("::2:3:4:5:6:7:8", "0002030405060708"),
        ("1:2:3::7:8", "0102030000000708"), ("A::a", "0a0000000000000a"),
    ])
    func `an IPv6 address is eight groups, of which :: stands for some`(
        text: String, digits: String
    ) {
        // A digit pair here is a group, as all of them are below 16.
        let low = stride(from: 1, to: 16, by: 2).map { Array(digits.utf8)[$0].hexDigitValue ?? 0 }
        #expect(IPAddress.ipv6(text.utf8) == low.flatMap { [0, $0] })
    }

    @Test func `an IPv6 address may end in an IPv4 one`() {
        #expect(IPAddress.ipv6("::ffff:1.2.3.4".utf8)?.suffix(6) == [255, 255, 1, 2, 3, 4])
        #expect(IPAddress.ipv6("1:2:3:4:5:6:1.2.3.4".utf8)?.suffix(5) == [6, 1, 2, 3, 4])
    }

    @Test func `a group of an IPv6 address has up to four digits`() {
        #expect(IPAddress.ipv6("fe80::abcd".utf8)?.prefix(2) == [0xFE, 0x80])
    }

    @Test(arguments: [
        "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3",
        "1:2:3:4:5:6:7:8::", ":1::", "1::2:",
        ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "12345::", "g::", "::1%eth0", "[::1]", "1.2.3.4::",
        "::1.2.3", " ::1",
        "1:2:3:4:5:6:7:1.2.3.4", "::1:2:3:4:5:6:7:8", "1.2.3.4:1::",
    ])
    func `anything else is no IPv6 address`(text: String) { #expect(!IPAddress.isIPv6(text.utf8)) }

    @Test func `random text is no crash`() {
        var random = SplitMix64(for: "addresses")
        for _ in 0..<10_000 {
            let text = random.bytes(upTo: 24, from: [UInt8]("::::..0129af"))
            #expect(IPAddress.ipv4(text)?.count ?? 4 == 4)
            #expect(IPAddress.ipv6(text)?.count ?? 16 == 16)
        }
    }

    // RFC 5952, section 4.
    @Test(
        arguments: [
            ("::", "::"), ("::1", "::1"), ("1::", "1::"),
            ("2001:0db8:0:0:0:0:2:1", "2001:db8::2:1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
            ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("fe80::", "fe80::"),
        ])
    func `an IPv6 address is written in its shortest form`(_ text: String, _ short: String) throws {
        let bytes = try #require(IPAddress.ipv6(Array(text.utf8)))
        #expect(IPAddress.text(ipv6: bytes) == short)
        #expect(IPAddress.ipv6(Array(short.utf8)) == bytes)
    }

    @Test func `bytes that are no IPv6 address are written as nothing`() {
        #expect(IPAddress.text(ipv6: [1, 2]).isEmpty)
    }
}
