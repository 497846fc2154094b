import ProxyEnvCore

/// A conversation with an endpoint, over a connection of its own.
struct Dialogue {
    /// What is said, and what came back.
    private(set) var exchange: Exchange
    /// The time at which it is ended.
    var deadline: Int

    private var stream: SocketStream?
    private var outgoing: [UInt8]

    /// Begins `conversation` with what listens at `address`.
    init(
        _ conversation: Conversation, as role: Exchange.Role, of endpoint: Int,
        at address: SocketAddress, limit: Int
    ) {
        let begun = Clock.milliseconds
        exchange = Exchange(conversation, as: role, of: endpoint, at: begun)
        outgoing = conversation.opening
        deadline = begun + limit
        do throws(SystemError) {
            stream = try SocketStream(to: address)
        } catch {
            finish(.failed(error.message))
        }
    }

    /// What has to be waited for, or nil when it has ended.
    var waiting: (stream: SocketStream, sends: Bool)? {
        stream.map { ($0, exchange.connected == nil || !outgoing.isEmpty) }
    }

    /// Does what can be done now.
    mutating func proceed() {
        guard let stream else { return }
        if exchange.connected == nil {
            if let error = stream.connectionError { return finish(.failed(error.message)) }
            exchange.connected = Clock.milliseconds
        }
        do throws(SystemError) {
            if !outgoing.isEmpty { outgoing.removeFirst(try stream.send(outgoing)) }
        } catch {
            // What was said before the connection was broken off is still there to be read.
            outgoing = []
        }
        switch stream.receive() {
        case .nothing: break
        case .end: finish(.told)
        case .failed(let error): finish(.failed(error.message))
        case .bytes(let bytes):
            exchange.hasHeard = true
            outgoing += exchange.conversation.take(bytes)
            if exchange.conversation.isDone { finish(.told) }
        }
    }

    /// Ends it if its time is up.
    mutating func expire() {
        if exchange.end == nil, Clock.milliseconds >= deadline { finish(.late) }
    }

    /// Ends it at once, as nothing depends on it any more.
    mutating func cancel() {
        if exchange.end == nil { finish(.late) }
    }

    private mutating func finish(_ end: Exchange.End) {
        exchange.end = end
        exchange.ended = Clock.milliseconds
        exchange.conversation.end()
        stream?.close()
        stream = nil
    }
}
