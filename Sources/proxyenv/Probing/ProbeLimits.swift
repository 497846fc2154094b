/// The most milliseconds that each step of a probe may take, whatever the other side does.
struct ProbeLimits {
    /// For the host's address, and for a connection.
    var connect = 2000
    /// For a conversation with the proxy, which itself has to reach the target.
    var answer = 5000
    /// For TLS with the target and its answer.
    var origin = 10_000
    /// After how much silence other protocols are tried.
    var patience = 1000
    /// How long the other conversations may go on once the one that the profile is about has ended.
    var grace = 300
    /// Whether a port that may be a web server's as well is no proxy when the time is up.
    var wantsProof = false

    /// Those that hold where nobody says otherwise.
    static let usual = ProbeLimits()

    /// For a look at ports of this machine.
    static let local = ProbeLimits(connect: 250, answer: 300, origin: 0)

    /// For the choice among local proxies, where a command waits for it: 50 for a port that accepts and says nothing.
    static let choice = ProbeLimits(
        connect: 32, answer: 42, origin: 0, patience: 10, grace: 0, wantsProof: true)

    /// For those that were mute, where there is no other proxy.
    static let lastChance = ProbeLimits(
        connect: 250, answer: 300, origin: 0, patience: 50, grace: 0, wantsProof: true)

    /// For the same choice on the machine that WSL runs on, behind a firewall that may swallow everything.
    static let host = ProbeLimits(
        connect: 100, answer: 150, origin: 0, patience: 30, grace: 0, wantsProof: true)

    /// `milliseconds` for each step.
    static func each(_ milliseconds: Int) -> ProbeLimits {
        ProbeLimits(connect: milliseconds, answer: milliseconds, origin: milliseconds)
    }
}
