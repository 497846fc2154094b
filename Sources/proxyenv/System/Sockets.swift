/// Connections to see whether something listens; no byte is sent.
enum Sockets {
    /// What came of a connection.
    enum Outcome: Equatable {
        /// Something listens.
        case accepted
        /// Nothing does, or nobody lets us there.
        case failed(SystemError)
        /// There was no answer in time.
        case silent
    }
}
