/// Z shell.
public struct Zsh: PosixShell {
    /// `zsh`.
    public let name = "zsh"

    /// The one value of this type.
    public init() {}
}
