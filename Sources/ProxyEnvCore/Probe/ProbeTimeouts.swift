/// The most milliseconds that each step of a probe may take, whatever the other side does.
public struct ProbeTimeouts: Sendable {
    /// For the host's address, and for a connection.
    public let connect: Int
    /// For a conversation with the proxy, which itself has to reach the target.
    public let answer: Int
    /// For TLS with the target and its answer.
    public let origin: Int
    /// After how much silence other protocols are tried.
    public let patience: Int
    /// How long the other conversations may go on once the one that the profile is about has ended.
    public let grace: Int
    /// Whether a port that may be a web server's as well is no proxy when the time is up.
    public let wantsProof: Bool

    private init(
        connect: Int = 2000, answer: Int = 5000, origin: Int = 10_000, patience: Int = 1000,
        grace: Int = 300, wantsProof: Bool = false
    ) {
        self.connect = connect
        self.answer = answer
        self.origin = origin
        self.patience = patience
        self.grace = grace
        self.wantsProof = wantsProof
    }

    /// Those that hold where nobody says otherwise.
    public static let usual = ProbeTimeouts()

    /// For a look at ports of this machine.
    public static let local = ProbeTimeouts(connect: 250, answer: 300, origin: 0)

    /// For the choice among local proxies, where a command waits for it: 50 for a port that accepts and says nothing.
    public static let choice = ProbeTimeouts(
        connect: 32, answer: 42, origin: 0, patience: 10, grace: 0, wantsProof: true)

    /// For those that were mute, where there is no other proxy.
    public static let lastChance = ProbeTimeouts(
        connect: 250, answer: 300, origin: 0, patience: 50, grace: 0, wantsProof: true)

    /// For the same choice on the machine that WSL runs on, behind a firewall that may swallow everything.
    public static let host = ProbeTimeouts(
        connect: 100, answer: 150, origin: 0, patience: 30, grace: 0, wantsProof: true)

    /// `milliseconds` for each step.
    public static func each(_ milliseconds: Int) -> ProbeTimeouts {
        ProbeTimeouts(connect: milliseconds, answer: milliseconds, origin: milliseconds)
    }
}
