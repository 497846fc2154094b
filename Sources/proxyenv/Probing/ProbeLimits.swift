/// The most milliseconds that each step of a probe may take, whatever the other side does.
struct ProbeLimits {
    /// For the host's address, and for a connection.
    var connect = 2000
    /// For a conversation with the proxy, which itself has to reach the target.
    var answer = 5000
    /// For TLS with the target and its answer.
    var origin = 10_000

    /// Those that hold where nobody says otherwise.
    static let usual = ProbeLimits()

    /// For a look at ports of this machine.
    static let local = ProbeLimits(connect: 250, answer: 300, origin: 0)

    /// `milliseconds` for each step.
    static func each(_ milliseconds: Int) -> ProbeLimits {
        ProbeLimits(connect: milliseconds, answer: milliseconds, origin: milliseconds)
    }
}
