import Testing

@testable import ProxyEnvCore

@Suite struct CertificateFaultTests {
    @Test(arguments: [
        ("SSL certificate problem: certificate has expired", CertificateFault.expired),
        ("server certificate expiration date has passed.", .expired),
        ("SSL certificate problem: certificate is not yet valid", .early),
        ("server certificate not activated yet.", .early),
        ("SSL: no alternative certificate subject name matches target host name 'a'", .otherName),
        ("SSL: certificate subject name 'b' does not match target host name 'a'", .otherName),
        ("SSL certificate problem: unable to get local issuer certificate", .untrusted),
        ("SSL certificate problem: self-signed certificate", .untrusted), ("", .untrusted),
    ])
    func `curl says what is wrong with a certificate`(_ message: String, _ fault: CertificateFault)
    {
        #expect(CertificateFault(message: message) == fault)
    }
}
