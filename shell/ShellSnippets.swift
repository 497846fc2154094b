/// The text of a shell's integration, as a file of that shell's own language.
public struct ShellSnippet: Sendable {
    /// The names that a shell takes for a function.
    public enum FunctionNames: Sendable {
        /// Any name that `[commands]` may hold.
        case any
        /// Letters, digits and `_`, no digit first.
        case identifiers
        /// Any name that does not begin with a digit.
        case noDigitFirst
    }

    /// The shell's name.
    public let shell: String
    /// The part that is the same whatever commands are wrapped.
    public let hook: [UInt8]
    /// One wrapper, for the command `PROXYENV_NAME`; empty where the hook itself wraps all names.
    public let wrapper: [UInt8]
    /// The names for which the shell can have a wrapper.
    public let functionNames: FunctionNames
    /// Names that it could have, and that are commands of its own.
    public let reserved: [String]
    /// Whether the completion is a part of the hook, as the shell can't read it when it is first asked for.
    public let holdsCompletion: Bool
    /// Whether the indentation is a part of the language.
    public let keepsIndentation: Bool
    /// How a line of comment begins.
    public let comment: String
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
    /// The words that stand for a file named on the command line; without one they are left out.
    public static let configToken = "--config '/PROXYENV/CONFIG' "

    /// The integration of `shell`, or nil if it has none.
    public static func named(_ shell: String) -> ShellSnippet? {
        switch shell {
        case "zsh": snippet(shell, PackageResources.hook_zsh, [])
        case "bash": snippet(shell, PackageResources.hook_bash, PackageResources.wrapper_bash)
        case "fish": snippet(shell, PackageResources.hook_fish, PackageResources.wrapper_fish)
        case "sh":
            snippet(shell, PackageResources.hook_sh, PackageResources.wrapper_sh, .identifiers)
        case "ksh":
            snippet(shell, PackageResources.hook_ksh, PackageResources.wrapper_ksh, .identifiers)
        case "tcsh":
            snippet(
                shell, PackageResources.hook_tcsh, PackageResources.wrapper_tcsh,
                holdsCompletion: true)
        case "elvish": snippet(shell, PackageResources.hook_elv, [])
        case "xonsh": snippet(shell, PackageResources.hook_xsh, [], keepsIndentation: true)
        case "powershell":
            snippet(shell, PackageResources.hook_ps1, PackageResources.wrapper_ps1)
        case "nushell":
            snippet(
                shell, PackageResources.hook_nu, PackageResources.wrapper_nu, .noDigitFirst,
                reserved: NushellCommands.names, holdsCompletion: true)
        default: nil
        }
    }

    private static func snippet(
        _ shell: String, _ hook: [UInt8], _ wrapper: [UInt8],
        _ functionNames: ShellSnippet.FunctionNames = .any, reserved: [String] = [],
        holdsCompletion: Bool = false, keepsIndentation: Bool = false
    ) -> ShellSnippet {
        ShellSnippet(
            shell: shell, hook: hook, wrapper: wrapper, functionNames: functionNames,
            reserved: reserved, holdsCompletion: holdsCompletion,
            keepsIndentation: keepsIndentation, comment: "# ")
    }
}
