import Testing

@testable import ProxyEnvCore

@Suite struct Base64Tests {
    // RFC 4648, section 10, and the two characters that other alphabets have otherwise.
    @Test(
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("~~~", "fn5+"), ("???", "Pz8/"),
        ])
    func `the padding is there, and the first alphabet`(_ text: String, _ encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == Array(encoded.utf8))
    }
}
