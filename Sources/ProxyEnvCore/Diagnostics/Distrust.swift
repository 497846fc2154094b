/// Why others may have a say in what a file holds, and what to do about it.
public struct Distrust: Sendable, Equatable {
    /// What lets them in: a clause, as `others can write the file`.
    public let reason: String
    /// What to do about it, in sentences that can be obeyed.
    public let cure: String
    /// The command that cures it, where there is one that can be run as it is.
    public let command: String?
    /// Whether it is another user's own, and not only within their reach.
    public let isForeign: Bool
    /// Whether nothing of the file is read.
    public var isUnread = false

    /// A distrust of these parts.
    public init(reason: String, cure: String, command: String? = nil, isForeign: Bool = false) {
        self.reason = reason
        self.cure = cure
        self.command = command
        self.isForeign = isForeign
    }
}
