import Testing

@testable import ProxyEnvCore

@Suite struct PEMTests {
    @Test(
        "a certificate is its two boundaries with base64 between them",
        arguments: [
            "-----BEGIN CERTIFICATE-----\nMIIB+/8=\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\r\nMIIB\r\nMIIC\r\n-----END CERTIFICATE-----",
            "# a comment\nsubject=é\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
            "-----BEGIN TRUSTED CERTIFICATE-----\nMIIB\n-----END TRUSTED CERTIFICATE-----\n",
        ])
    func certificates(text: String) {
        #expect(PEM.holdsCertificate([UInt8](text)))
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "MIIB", "-----BEGIN CERTIFICATE-----\nMIIB\n",
            "MIIB\n-----END CERTIFICATE-----\n",
            "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
            "-----BEGIN CERTIFICATE-----\n<html>\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END PRIVATE KEY-----\n",
        ])
    func others(text: String) {
        #expect(!PEM.holdsCertificate([UInt8](text)))
    }
}
