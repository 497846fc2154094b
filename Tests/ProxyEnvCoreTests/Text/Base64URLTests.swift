import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct Base64URLTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
        ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"), ("\u{FB}??>", "w7s_Pz4"),
    ])
    func `the vectors of RFC 4648 hold, without padding`(plain: String, encoded: String) {
        #expect(Base64URL.encode(plain.utf8).text == encoded)
        #expect(Base64URL.decode(Array(encoded.utf8))?.text == plain)
    }

    @Test(arguments: ["Z", "Zg==", "Zg=", "Zh", "Zm9", "Zm 9v", "Zm9v\n", "+/+/", "Zm9vY", "é"])
    func `text that encode can't have written is refused`(text: String) {
        #expect(Base64URL.decode(Array(text.utf8)) == nil)
    }

    @Test func `any bytes survive, and the text is safe in every shell`() {
        var random = SplitMix64(for: "base64url")
        for _ in 0..<1000 {
            let bytes = random.bytes(upTo: 40, from: Array(0...255))
            let text = Base64URL.encode(bytes)
            #expect(Base64URL.decode(text) == bytes)
            #expect(text.allSatisfy { $0.isLetter || $0.isDigit || "-_".utf8.contains($0) })
        }
    }
}
