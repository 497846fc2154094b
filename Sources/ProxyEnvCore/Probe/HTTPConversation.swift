/// One request to an HTTP proxy or server, and its answer.
public struct HTTPConversation: Sendable {
    /// What came of it.
    public enum Result: Sendable, Equatable {
        /// Nothing yet, or not enough.
        case pending
        /// A head, and as much of the body as was wanted and came.
        case answered(HTTPHead, body: [UInt8])
        /// Something that is no HTTP; its first bytes.
        case foreign([UInt8])
        /// A head that is longer than any that is meant.
        case tooLong
        /// The connection was closed before the head was whole.
        case closed(afterBytes: Int)
    }

    /// The longest head that is read, in bytes.
    public static let longestHead = 65_536

    /// What is sent at the beginning.
    public let opening: [UInt8]
    private let bodyLimit: Int
    private var received: [UInt8] = []
    private var isLineEmpty = false
    private var head: HTTPHead?
    private var body: [UInt8] = []
    private var final: Result?

    /// A conversation that begins with `request`.
    ///
    /// - Parameters:
    ///   - request: The bytes of the request.
    ///   - bodyLimit: How many bytes of the answer's body are wanted.
    public init(_ request: [UInt8], bodyLimit: Int = 0) {
        opening = request
        self.bodyLimit = bodyLimit
    }

    /// What came of it so far.
    public var result: Result {
        if let final { return final }
        return head.map { .answered($0, body: body) } ?? .pending
    }

    /// Whether nothing more is wanted.
    public var isDone: Bool { final != nil }

    /// Takes what has come.
    public mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where final == nil { take(byte) }
    }

    /// Learns that nothing more comes.
    public mutating func end() {
        guard final == nil else { return }
        if let head {
            final = .answered(head, body: body)
        } else if received.isEmpty || couldBeHTTP {
            final = .closed(afterBytes: received.count)
        } else {
            final = .foreign(received)
        }
    }

    private mutating func take(_ byte: UInt8) {
        if let head {
            body.append(byte)
            if body.count >= bodyLimit { final = .answered(head, body: body) }
            return
        }
        received.append(byte)
        guard couldBeHTTP else {
            // A few bytes more tell what it is instead.
            if received.count >= FirstBytes.count { final = .foreign(received) }
            return
        }
        if received.count > Self.longestHead { final = .tooLong }
        if byte == 0x0A {
            if isLineEmpty { finishHead() }
            isLineEmpty = true
        } else if byte != 0x0D {
            isLineEmpty = false
        }
    }

    private var couldBeHTTP: Bool {
        zip(received, "HTTP/".utf8).allSatisfy { $0 == $1 }
    }

    private mutating func finishHead() {
        guard let head = HTTPHead(received) else {
            final = .foreign(Array(received.prefix(FirstBytes.count)))
            return
        }
        self.head = head
        if bodyLimit == 0 { final = .answered(head, body: []) }
    }
}
