/// The first message to something that may speak TLS, to see whether it does; no connection is made of it.
public struct TLSConversation: Sendable {
    /// What came of it.
    public enum Result: Sendable, Equatable {
        /// Nothing yet, or not enough.
        case pending
        /// It speaks TLS: a handshake, or an alert.
        case spoken
        /// Something that is no TLS; its first bytes.
        case foreign([UInt8])
        /// The connection was closed without a word of TLS.
        case closed(afterBytes: Int)
    }

    /// What is sent at the beginning.
    public let opening: [UInt8]
    /// What came of it so far.
    public private(set) var result = Result.pending
    private var received: [UInt8] = []

    /// A hello to `host`.
    public init(host: String) { opening = Self.hello(to: Array(host.utf8)) }

    /// Whether nothing more is wanted.
    public var isDone: Bool { result != .pending }

    /// Takes what has come.
    public mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where !isDone {
            received.append(byte)
            if FirstBytes(received) == .tls {
                result = .spoken
            } else if received.count >= FirstBytes.count {
                result = .foreign(received)
            }
        }
    }

    /// Learns that nothing more comes.
    public mutating func end() {
        guard !isDone else { return }
        result = received.count >= 2 ? .foreign(received) : .closed(afterBytes: received.count)
    }

    /// A ClientHello for TLS 1.2 and 1.3 (RFC 8446, section 4.1.2), without a key: a server that wants one asks for it.
    private static func hello(to host: [UInt8]) -> [UInt8] {
        let suites: [UInt8] = [
            0x13, 0x01, 0x13, 0x02, 0x13, 0x03, 0xC0, 0x2B, 0xC0, 0x2F, 0xC0, 0x2C, 0xC0, 0x30,
            0xCC, 0xA9, 0xCC, 0xA8, 0x00, 0x9C, 0x00, 0x2F,
        ]
        var extensions: [UInt8] = []
        if HostName.isValid(host), !IPAddress.isIPv4(host) {
            extensions += [0, 0] + long(long([0] + long(host)))  // server_name
        }
        extensions += [0, 10] + long(long([0, 0x1D, 0, 0x17]))  // supported_groups
        extensions += [0, 11] + long([1, 0])  // ec_point_formats
        extensions += [0, 13] + long(long([4, 3, 8, 4, 4, 1, 8, 5, 5, 1]))  // signature_algorithms
        extensions += [0, 43] + long([4, 3, 4, 3, 3])  // supported_versions
        extensions += [0, 51] + long([0, 0])  // key_share, empty
        let random = (0..<32).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
        var body: [UInt8] = [3, 3] + random + [0]
        body += long(suites) + [1, 0] + long(extensions)
        return [0x16, 3, 1] + long([1, 0] + long(body))
    }

    /// `bytes` behind their count in two bytes.
    private static func long(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt16(truncatingIfNeeded: bytes.count)
        return [UInt8(count >> 8), UInt8(count & 255)] + bytes
    }
}
