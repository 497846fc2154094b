/// Why there is no TLS with a target that can be trusted.
public struct TLSFailure: Sendable, Equatable {
    /// curl's words, safe to show.
    public var message: String
    /// What is wrong with the certificate, or nil where there was none to look at.
    public var fault: CertificateFault?
    /// Who has signed it, in words that are safe to show.
    public var issuer: String?
    /// The day on which its time ends, in words that are safe to show.
    public var expiry: String?

    /// A failure of these parts.
    public init(
        message: String, fault: CertificateFault? = nil, issuer: String? = nil,
        expiry: String? = nil
    ) {
        self.message = message
        self.fault = fault
        self.issuer = issuer
        self.expiry = expiry
    }
}
