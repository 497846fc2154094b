import Testing

@testable import ProxyEnvCore

/// The bytes of a text in which each character stands for one.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A conversation that got `input`, and what it wanted to be sent.
struct Held {
    /// The conversation at the end.
    var conversation: Conversation
    /// What it wanted to be sent after its opening.
    var sent: [UInt8] = []

    /// `conversation` with all of `input` at once.
    init(_ conversation: Conversation, _ input: [UInt8], ends: Bool) {
        self.conversation = conversation
        sent = self.conversation.take(input)
        if ends { self.conversation.end() }
    }

    /// `conversation` with the bytes of `input` one by one.
    init(slowly conversation: Conversation, _ input: [UInt8], ends: Bool) {
        self.conversation = conversation
        for byte in input { sent += self.conversation.take([byte]) }
        if ends { self.conversation.end() }
    }

    /// What came of it, in a form that can be compared.
    var result: String {
        switch conversation {
        case .http(let it): "\(it.result) \(it.isDone)"
        case .socks5(let it): "\(it.result) \(it.isDone) \(it.wantsPassword) \(it.isSOCKS)"
        case .socks4(let it): "\(it.result) \(it.isDone) \(it.isSOCKS)"
        case .tls(let it): "\(it.result) \(it.isDone)"
        }
    }
}

/// Holds `conversation` with `input` in both ways, which have to agree, and gives back one.
func hold(
    _ conversation: Conversation, _ input: [UInt8], ends: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
) -> Held {
    let fast = Held(conversation, input, ends: ends)
    let slow = Held(slowly: conversation, input, ends: ends)
    #expect(fast.result == slow.result, sourceLocation: sourceLocation)
    #expect(fast.sent == slow.sent, sourceLocation: sourceLocation)
    return fast
}

/// A target that a test asks for.
func target(_ url: String) throws -> Target { try #require(Target(bytes(url))) }
