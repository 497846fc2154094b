/// A conversation with a SOCKS 4 proxy, with the extension 4a for names.
public struct SOCKS4Conversation: Sendable {
    /// What came of it.
    public enum Result: Sendable, Equatable {
        /// Nothing yet, or not enough.
        case pending
        /// It has opened the route to the target.
        case open
        /// It has not, for the reason of this number, 91 to 93.
        case refused(UInt8)
        /// Something that is no SOCKS 4; its first bytes.
        case foreign([UInt8])
        /// The connection was closed before the end.
        case closed(afterBytes: Int)
    }

    /// What is sent at the beginning.
    public let opening: [UInt8]
    /// What came of it so far.
    public private(set) var result = Result.pending
    private var received: [UInt8] = []

    /// A conversation about the route to `target`, for the user of `credentials`.
    public init(to target: Target, _ credentials: ProxyURL.Credentials? = nil) {
        let port = UInt16(truncatingIfNeeded: target.port)
        let user = (credentials?.username ?? []).filter { $0 != 0 }.prefix(255)
        let start: [UInt8] = [4, 1, UInt8(port >> 8), UInt8(port & 255)]
        if let address = target.ipv4 {
            opening = start + address + user + [0]
        } else {
            // An address 0.0.0.x announces a name behind the user's (SOCKS 4a).
            let host = target.host.filter { $0 != 0 }.prefix(255)
            opening = start + [0, 0, 0, 1] + user + [0] + host + [0]
        }
    }

    /// Whether nothing more is wanted.
    public var isDone: Bool { result != .pending }

    /// Whether it speaks SOCKS 4.
    public var isSOCKS: Bool {
        switch result {
        case .open, .refused: true
        case .pending, .foreign, .closed: false
        }
    }

    /// Takes what has come.
    public mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where !isDone { take(byte) }
    }

    /// Learns that nothing more comes.
    public mutating func end() {
        guard !isDone else { return }
        result = isStrange ? .foreign(received) : .closed(afterBytes: received.count)
    }

    private var isStrange: Bool {
        received.count >= 1 && received[0] != 0
            || received.count >= 2 && !(90...93).contains(received[1])
    }

    private mutating func take(_ byte: UInt8) {
        received.append(byte)
        if isStrange {
            if received.count >= FirstBytes.count { result = .foreign(received) }
        } else if received.count == 8 {
            result = received[1] == 90 ? .open : .refused(received[1])
        }
    }

    /// What a proxy means by `reply`.
    public static func meaning(of reply: UInt8) -> String {
        switch reply {
        case 91: "refused or failed"
        case 92: "it cannot reach identd on this machine"
        case 93: "identd names another user"
        default: "reply \(reply)"
        }
    }
}
