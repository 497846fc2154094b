/// A conversation with something that may be a proxy: bytes in, bytes to send out, a result in the end.
///
/// It knows no socket and no clock, and what comes byte by byte has the same result as what comes at once.
public enum Conversation: Sendable {
    case http(HTTPConversation)
    case socks5(SOCKS5Conversation)
    case socks4(SOCKS4Conversation)
    case tls(TLSConversation)

    /// What is sent at the beginning.
    public var opening: [UInt8] {
        switch self {
        case .http(let conversation): conversation.opening
        case .socks5(let conversation): conversation.opening
        case .socks4(let conversation): conversation.opening
        case .tls(let conversation): conversation.opening
        }
    }

    /// Whether nothing more is wanted.
    public var isDone: Bool {
        switch self {
        case .http(let conversation): conversation.isDone
        case .socks5(let conversation): conversation.isDone
        case .socks4(let conversation): conversation.isDone
        case .tls(let conversation): conversation.isDone
        }
    }

    /// Takes what has come.
    ///
    /// - Returns: What is to be sent.
    public mutating func take(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        switch self {
        case .http(var conversation):
            conversation.take(bytes)
            self = .http(conversation)
        case .socks5(var conversation):
            let answer = conversation.take(bytes)
            self = .socks5(conversation)
            return answer
        case .socks4(var conversation):
            conversation.take(bytes)
            self = .socks4(conversation)
        case .tls(var conversation):
            conversation.take(bytes)
            self = .tls(conversation)
        }
        return []
    }

    /// Learns that nothing more comes.
    public mutating func end() {
        switch self {
        case .http(var conversation):
            conversation.end()
            self = .http(conversation)
        case .socks5(var conversation):
            conversation.end()
            self = .socks5(conversation)
        case .socks4(var conversation):
            conversation.end()
            self = .socks4(conversation)
        case .tls(var conversation):
            conversation.end()
            self = .tls(conversation)
        }
    }
}
