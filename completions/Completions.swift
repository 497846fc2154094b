/// The completions of the shells that have one, as files of each shell's own language.
public enum Completions {
    /// The completion for `shell`, or nil if it has none.
    public static func named(_ shell: String) -> [UInt8]? {
        switch shell {
        case "zsh": PackageResources.completion_zsh
        case "bash": PackageResources.completion_bash
        case "fish": PackageResources.completion_fish
        case "tcsh": PackageResources.completion_tcsh
        case "elvish": PackageResources.completion_elv
        case "nushell": PackageResources.completion_nu
        case "xonsh": PackageResources.completion_xsh
        case "powershell": PackageResources.completion_ps1
        default: nil
        }
    }
}
