/// What a version of Nushell takes: its file is made by the Nushell that reads it, which names its version to every program.
public struct NushellVersion: Sendable {
    /// The version, or nil where no Nushell has told.
    private let version: Version?

    /// The version of the Nushell that has started this, or has started what did.
    public init(_ environment: Environment) {
        version = environment.nonEmpty("NU_VERSION").flatMap { Version(in: $0) }
    }

    /// Whether `http_proxy` and `HTTP_PROXY` are one variable, spelled as it was when it was first set.
    public var foldsNames: Bool { version.map { $0 >= Version([0, 111]) } ?? false }

    /// Whether a command can have a completer of its own, which is told by an attribute: before, that is an error.
    public var takesCompleters: Bool { version.map { $0 >= Version([0, 108]) } ?? true }

    /// Whether a command can take words as an external command does.
    public var passesWords: Bool { version.map { $0 >= Version([0, 113]) } ?? true }
}
