/// GNU Bash.
public struct Bash: PosixShell {
    /// `bash`.
    public let name = "bash"

    /// The one value of this type.
    public init() {}
}
