/// dash and any other POSIX shell.
public struct Sh: PosixShell {
    /// `sh`.
    public let name = "sh"
    /// Shells that are spoken to in the same way.
    public let aliases = ["dash", "ash", "yash", "posix"]

    /// The one value of this type.
    public init() {}
}
