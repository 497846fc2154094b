/// What is wrong with a certificate.
public enum CertificateFault: String, Sendable, Equatable {
    /// Nobody here trusts who has signed it.
    case untrusted
    /// Its time is over.
    case expired
    /// Its time has not begun.
    case early
    /// It is for another name.
    case otherName = "other-name"

    /// The words of curl's messages; they depend on the library that does TLS for it.
    private static let words: [(text: String, fault: CertificateFault)] = [
        ("not yet valid", .early), ("not activated", .early), ("expir", .expired),
        ("subject name", .otherName), ("does not match", .otherName),
    ]

    /// The fault of which `message`, curl's, tells.
    public init(message: String) {
        let text = Array(message.utf8)
        self =
            Self.words.first { text.firstOccurrence(of: Array($0.text.utf8)) != nil }?.fault
            ?? .untrusted
    }
}
