/// The Korn shells: ksh93, mksh and their kin.
public struct Ksh: PosixShell {
    /// `ksh`.
    public let name = "ksh"
    /// The programs' names.
    public let aliases = ["ksh93", "mksh", "lksh", "oksh", "pdksh"]

    /// The one value of this type.
    public init() {}
}
