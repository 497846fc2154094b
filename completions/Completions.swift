/// The completions of the shells that have one, as files of each shell's own language.
public enum Completions {
    /// The shells that have one, in the order in which help names them.
    public static let shells = [
        "zsh", "bash", "fish", "tcsh", "elvish", "nushell", "xonsh", "powershell",
    ]

    /// The completion for `shell`, or nil if it has none.
    public static func named(_ shell: String) -> [UInt8]? {
        switch shell {
        case "zsh": PackageResources.zsh
        case "bash": PackageResources.bash
        case "fish": PackageResources.fish
        case "tcsh": PackageResources.tcsh
        case "elvish": PackageResources.elvish
        case "nushell": PackageResources.nushell
        case "xonsh": PackageResources.xonsh
        case "powershell": PackageResources.powershell
        default: nil
        }
    }
}
