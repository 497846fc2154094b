/// What was said to an endpoint over a connection of its own, and what came back.
public struct Exchange: Sendable {
    /// What it is for.
    public enum Role: Sendable {
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
    public enum End: Sendable, Equatable {
        /// With a result, or the other side closed the connection.
        case told
        /// The time was up.
        case late
        /// The connection was broken off, in the system's words.
        case failed(String)
    }

    /// The number of the endpoint.
    public let endpoint: Int
    /// What it is for.
    public let role: Role
    /// What is said.
    public var conversation: Conversation
    /// How it ended, or nil as long as it goes on.
    public var end: End?
    /// Whether a byte has come.
    public var hasHeard = false
    /// The time in milliseconds at which it began.
    public let begun: Int
    /// The time at which the connection stood.
    public var connected: Int?
    /// The time at which it ended.
    public var ended = 0

    /// `conversation` with the endpoint `endpoint`, which begins at the time `begun`.
    public init(_ conversation: Conversation, as role: Role, of endpoint: Int, at begun: Int) {
        self.conversation = conversation
        self.role = role
        self.endpoint = endpoint
        self.begun = begun
    }
}
