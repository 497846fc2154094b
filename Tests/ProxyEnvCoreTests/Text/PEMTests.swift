import Testing

@testable import ProxyEnvCore

@Suite struct PEMTests {
    @Test(arguments: [
        "-----BEGIN CERTIFICATE-----\nMIIB+/8=\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\r\nMIIB\r\nMIIC\r\n-----END CERTIFICATE-----",
        "# a comment\nsubject=é\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        "-----BEGIN TRUSTED CERTIFICATE-----\nMIIB\n-----END TRUSTED CERTIFICATE-----\n",
    ])
    func `a certificate is its two boundaries with base64 between them`(text: String) {
        #expect(PEM.holdsCertificate([UInt8](text)))
    }

    @Test(arguments: [
        "", "MIIB", "-----BEGIN CERTIFICATE-----\nMIIB\n",
        "MIIB\n-----END CERTIFICATE-----\n",
        "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
        "-----BEGIN CERTIFICATE-----\n<html>\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END PRIVATE KEY-----\n",
    ])
    func `anything else is none`(text: String) {
        #expect(!PEM.holdsCertificate([UInt8](text)))
    }

    @Test func `certificates are taken apart`() {
        let long = String(repeating: "QUJD", count: 40)
        let text = """
            # comment
            -----BEGIN CERTIFICATE-----\r
            QUJD\r
            REVG\r
            -----END CERTIFICATE-----\r
            between
            -----BEGIN CERTIFICATE-----
            \(long.prefix(100))
            \(long.dropFirst(100))
            -----END CERTIFICATE-----
            -----BEGIN PRIVATE KEY-----
            c2VjcmV0
            -----END PRIVATE KEY-----
            -----BEGIN CERTIFICATE-----
            -----END CERTIFICATE-----
            -----BEGIN CERTIFICATE-----
            Y3V0
            """
        let found = PEM.certificates(in: Array(text.utf8))
        #expect(found == [Array("QUJDREVG".utf8), Array(long.utf8)])
    }

    @Test func `certificates that are put together are read again`() {
        let found = [Array("QUJDREVG".utf8), Array(String(repeating: "QUJD", count: 40).utf8)]
        let again = PEM.text(of: found)
        #expect(PEM.certificates(in: again) == found)
        #expect(PEM.holdsCertificate(again))
        #expect(!again.split(separator: 0x0A).contains { $0.count > 64 })
    }

    @Test func `no certificates make no text`() {
        #expect(PEM.certificates(in: PEM.text(of: [])) == [])
    }

    @Test func `a name is found in the bytes of a certificate`() {
        let bytes: [UInt8] = [0x30, 0xFF, 0xFE, 0xFB] + Array("Corp CA".utf8) + [0x00, 0xFF]
        let text = Base64.encode(bytes)
        #expect(text.contains(UInt8(ascii: "/")))
        #expect(PEM.holds(Array("Corp CA".utf8), in: text))
        #expect(!PEM.holds(Array("Other".utf8), in: text))
        #expect(!PEM.holds(Array("Corp CA".utf8), in: Array("no base64!".utf8)))
    }
}
