import Testing

@testable import ProxyEnvCore

@Suite struct Digest64Tests {
    @Test(arguments: [
        ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
    ])
    func `the digest is FNV-1a, so that every version reads what another wrote`(
        text: String, digest: String
    ) {
        #expect(Digest64(of: text.utf8).hexadecimal.text == digest)
        #expect(Digest64(hexadecimal: Array(digest.utf8)) == Digest64(of: text.utf8))
    }

    @Test func `bytes may come in any number of pieces`() {
        var digest = Digest64()
        digest.append("foo".utf8)
        digest.append("".utf8)
        digest.append("bar".utf8)
        #expect(digest == Digest64(of: "foobar".utf8))
    }

    @Test(arguments: [
        "", "-", "af63dc4c8601ec8", "af63dc4c8601ec8c0", "af63dc4c8601ec8g", "AF63DC4C8601EC8C",
        "+f63dc4c8601ec8c",
    ])
    func `what is not 16 lower-case hexadecimal digits is no digest`(text: String) {
        #expect(Digest64(hexadecimal: Array(text.utf8)) == nil)
    }
}
