/// A target's answer to a request of the web.
public struct OriginAnswer: Sendable, Equatable {
    /// The status of HTTP.
    public var status: Int
    /// The fields of the head, in their order.
    public var headers: [(name: [UInt8], value: [UInt8])]
    /// The beginning of the body, at most `longestBody` bytes.
    public var body: [UInt8]
    /// Who has signed the certificate, in words that are safe to show; nil without TLS, or where it can't be told.
    public var issuer: String?
    /// Whether the system trusts the certificate without the profile's own; nil without TLS.
    public var isPublicCA: Bool?

    /// An answer with `status`.
    public init(
        status: Int, headers: [(name: [UInt8], value: [UInt8])], body: [UInt8],
        issuer: String? = nil, isPublicCA: Bool? = nil
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.issuer = issuer
        self.isPublicCA = isPublicCA
    }

    /// The most bytes of the body that are kept.
    public static let longestBody = 65_536

    /// The value of the first header `name`, in any case.
    public func value(of name: String) -> [UInt8]? {
        headers.first { $0.name.equalsIgnoringCase(name) }?.value
    }

    /// Compares all parts.
    public static func == (left: OriginAnswer, right: OriginAnswer) -> Bool {
        left.status == right.status && left.body == right.body && left.issuer == right.issuer
            && left.isPublicCA == right.isPublicCA
            && left.headers.elementsEqual(right.headers) {
                $0.name == $1.name && $0.value == $1.value
            }
    }
}
