import Testing

@testable import ProxyEnvCore

@Suite struct BytesTests {
    @Test func `letters, digits and control characters are those of ASCII`() {
        let all = Array(UInt8.min...UInt8.max)
        #expect(
            all.filter { $0.isLetter }.text
                == "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        #expect(all.filter { $0.isDigit }.text == "0123456789")
        #expect(all.filter { $0.isControl } == Array(0..<0x20) + [0x7F])
    }

    @Test func `hexadecimal digits are known in both cases`() {
        let all = Array(UInt8.min...UInt8.max)
        #expect(all.filter { $0.hexDigitValue != nil }.text == "0123456789ABCDEFabcdef")
        #expect([UInt8]("09afAF").map { $0.hexDigitValue } == [0, 9, 10, 15, 10, 15])
    }

    @Test func `changing case leaves every byte that is no letter alone`() {
        #expect([UInt8]("aZ[@`{é9").map { $0.lowercased }.text == "az[@`{é9")
        #expect([UInt8]("aZ[@`{é9").map { $0.uppercased }.text == "AZ[@`{é9")
    }

    @Test(arguments: [
        ("", []), (",", []), ("a", ["a"]), (",a,,b,", ["a", "b"]), ("a b", ["a b"]),
    ])
    func `the pieces between separators are never empty`(text: String, expected: [String]) {
        let pieces = [UInt8](text).pieces { $0 == UInt8(ascii: ",") }
        #expect(pieces.map { Array($0).text } == expected)
    }

    @Test(arguments: [("", ""), (" \t ", ""), (" a b\t", "a b"), ("\na\n", "\na\n")])
    func `blanks are trimmed at both ends and nothing else is`(text: String, expected: String) {
        #expect(Array([UInt8](text).trimmingBlanks).text == expected)
    }

    @Test func `beginnings and ends are compared as bytes`() {
        #expect([UInt8]("bash.exe").hasSuffix(".exe"))
        #expect(![UInt8]("exe").hasSuffix(".exe"))
        #expect([UInt8]("LD_PRELOAD").hasPrefix("LD_"))
        #expect(![UInt8]("L").hasPrefix("LD_"))
    }

    @Test func `letters are compared without their case, those of ASCII alone`() {
        #expect([UInt8]("SoCKS5").equalsIgnoringCase("socks5"))
        // U+212A, the Kelvin sign, is no `k`.
        #expect(![UInt8]("soc\u{212A}s5").equalsIgnoringCase("socks5"))
    }

    @Test func `bytes are identical if all of them are, wherever one differs`() {
        for count in [0, 1, 7, 8, 9, 16, 23] {
            let bytes = (0..<count).map { UInt8($0) }
            #expect(bytes.isIdentical(to: bytes.map { $0 }))
            #expect(!bytes.isIdentical(to: bytes + [0]))
            for index in bytes.indices {
                var other = bytes
                other[index] ^= 0x80
                #expect(!bytes.isIdentical(to: other), "\(count) \(index)")
            }
        }
    }
}
