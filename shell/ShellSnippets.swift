/// The text of a shell's integration, as files of that shell's own language.
public struct ShellSnippet: Sendable {
    /// The part that is the same whatever commands are wrapped.
    public let hook: [UInt8]
    /// One wrapper, for the command `PROXYENV_NAME`; empty where the hook itself wraps all names.
    public let wrapper: [UInt8]
    /// The file that stands beside the links which are the shell's wrappers, and its name; nil where its wrappers are functions.
    public let script: (name: String, text: [UInt8])?

    fileprivate init(
        _ hook: [UInt8], _ wrapper: [UInt8] = [], script: (name: String, text: [UInt8])? = nil
    ) {
        self.hook = hook
        self.wrapper = wrapper
        self.script = script
    }
}

/// The integrations of all shells that have one.
public enum ShellSnippets {
    /// The word that stands for the wrapped command's name.
    public static let nameToken = "PROXYENV_NAME"
    /// The word that stands for the names of all wrapped commands, with blanks between them.
    public static let namesToken = "PROXYENV_NAMES"
    /// The word that stands for the options that have a value, with blanks between them.
    public static let optionsToken = "PROXYENV_OPTIONS"
    /// The quoted word that stands for what an alias puts before the wrapped command's name, as one text.
    public static let aliasToken = "'/PROXYENV/ALIAS'"
    /// The quoted word that stands for the program's path.
    public static let pathToken = "'/PROXYENV/PATH'"
    /// The quoted word that stands for the folder of the links that are the wrappers; it is empty where there is none.
    public static let wrappersToken = "'/PROXYENV/WRAPPERS'"
    /// The quoted word that stands for what ends the name of each of these links.
    public static let endingToken = "'/PROXYENV/ENDING'"
    /// The words that stand for a file named on the command line; without one they are left out.
    public static let configToken = "--config '/PROXYENV/CONFIG' "

    /// The beginning of a call of the program in a completion, which the hook replaces by one of its own.
    public static let callToken = "^proxyenv "

    /// The integration of Nushell up to 0.112.
    public static let nushell112 = ShellSnippet(
        PackageResources.hook_nu + PackageResources.command_0_112_nu,
        PackageResources.wrapper_0_112_nu)

    /// The integration of `shell`, or nil if it has none.
    public static func named(_ shell: String) -> ShellSnippet? {
        typealias Files = PackageResources
        return switch shell {
        case "zsh": ShellSnippet(Files.hook_zsh)
        case "bash": ShellSnippet(Files.hook_bash, Files.wrapper_bash)
        case "fish": ShellSnippet(Files.hook_fish, Files.wrapper_fish)
        case "sh": ShellSnippet(Files.hook_sh, Files.wrapper_sh)
        case "ksh": ShellSnippet(Files.hook_ksh, Files.wrapper_ksh)
        case "tcsh": ShellSnippet(Files.hook_tcsh, Files.wrapper_tcsh)
        case "elvish": ShellSnippet(Files.hook_elv)
        case "nushell": ShellSnippet(Files.hook_nu + Files.command_nu, Files.wrapper_nu)
        case "xonsh": ShellSnippet(Files.hook_xsh)
        case "powershell":
            ShellSnippet(Files.hook_ps1, script: ("proxyenv.ps1", Files.proxyenv_ps1))
        default: nil
        }
    }
}
