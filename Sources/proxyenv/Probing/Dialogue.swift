import ProxyEnvCore

/// A conversation with an endpoint, over a connection of its own.
struct Dialogue {
    /// What it is for.
    enum Role {
        /// A request to an HTTP proxy, without a password.
        case http
        /// The same with the password, after it was asked for.
        case httpWithPassword
        /// A request for a tunnel to the proxy's own port, where the target is one without a tunnel and its answer tells nothing.
        case tunnel
        /// A request for the first page, as a browser has it.
        case page
        case socks5
        case socks4
        case tls
    }

    /// How it ended.
    enum End: Equatable {
        /// With a result, or the other side closed the connection.
        case told
        /// The time was up.
        case late
        /// The connection was broken off.
        case failed(SystemError)
    }

    /// The number of the endpoint.
    let endpoint: Int
    /// What it is for.
    let role: Role
    /// What is said.
    private(set) var conversation: Conversation
    /// How it ended, or nil as long as it goes on.
    private(set) var end: End?
    /// Whether a byte has come.
    private(set) var hasHeard = false
    /// The time at which it began.
    let begun = Clock.milliseconds
    /// The time at which the connection stood.
    private(set) var connected: Int?
    /// The time at which it ended.
    private(set) var ended = 0
    /// The time at which it is ended.
    var deadline: Int

    private var stream: SocketStream?
    private var outgoing: [UInt8]

    /// Begins `conversation` with what listens at `address`.
    init(
        _ conversation: Conversation, as role: Role, of endpoint: Int,
        at address: Sockets.Address, limit: Int
    ) {
        self.endpoint = endpoint
        self.role = role
        self.conversation = conversation
        outgoing = conversation.opening
        deadline = begun + limit
        do throws(SystemError) {
            stream = try SocketStream(to: address)
        } catch {
            finish(.failed(error))
        }
    }

    /// What has to be waited for, or nil when it has ended.
    var waiting: (stream: SocketStream, sends: Bool)? {
        stream.map { ($0, connected == nil || !outgoing.isEmpty) }
    }

    /// Does what can be done now.
    mutating func proceed() {
        guard let stream else { return }
        if connected == nil {
            if let error = stream.connectionError { return finish(.failed(error)) }
            connected = Clock.milliseconds
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
        case .failed(let error): finish(.failed(error))
        case .bytes(let bytes):
            hasHeard = true
            outgoing += conversation.take(bytes)
            if conversation.isDone { finish(.told) }
        }
    }

    /// Ends it if its time is up.
    mutating func expire() {
        if end == nil, Clock.milliseconds >= deadline { finish(.late) }
    }

    /// Ends it at once, as nothing depends on it any more.
    mutating func cancel() {
        if end == nil { finish(.late) }
    }

    private mutating func finish(_ end: End) {
        self.end = end
        ended = Clock.milliseconds
        conversation.end()
        stream?.close()
        stream = nil
    }
}
