import ProxyEnvCore

/// Why there is no TLS with a target that can be trusted.
struct TLSFailure: Equatable {
    /// curl's words, safe to show.
    var message: String
    /// What is wrong with the certificate, or nil where there was none to look at.
    var fault: CertificateFault?
    /// Who has signed it, in words that are safe to show.
    var issuer: String?
    /// The day on which its time ends, in words that are safe to show.
    var expiry: String?

    /// All of it in one line.
    var text: String {
        let whose = issuer.map { "; the certificate is by \($0)" } ?? ""
        guard fault == .expired, let expiry else { return message + whose }
        return "\(message)\(whose), and was good until \(expiry)"
    }
}
