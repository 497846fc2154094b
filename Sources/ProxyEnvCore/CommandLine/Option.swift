/// An option of the command line.
public enum Option: Equatable, Sendable {
    case config
    case quiet
    case color
    case help
    case version
    case json
    case shell
    case reveal
    case format
    case dryRun
    case local
    case profile
    case rules
    case unset
    case allTools
    case all
    case passwordPrompt
    case output
    case force
    case viaProxyenv
    case tool
    case timeout
    case watch
    case add
    case name
    case report
    case fix
    case yes
    case withKey
    case trustProject
    case undo
    /// A key of a profile, for `add`.
    case key(ProfileKey)

    /// Those that are no key of a profile, the ones that are given most often first.
    private static let common: [Option] = [
        .shell, .config, .json, .quiet, .format, .reveal, .dryRun, .local, .profile, .rules, .unset,
        .allTools, .all, .passwordPrompt, .output, .force, .viaProxyenv, .tool, .timeout, .watch,
        .add, .name, .report, .fix, .yes, .withKey, .trustProject, .undo, .color, .help,
        .version,
    ]

    /// Those that give a key of a profile; `url` is an operand.
    public static let keys: [Option] = ProfileKey.inOrder.filter { $0 != .url }.map { .key($0) }

    /// All of them, which are looked for in this order where no command is known.
    static var inOrder: [Option] { common + keys }

    /// The option that is written as `name` behind `command`, or nil.
    ///
    /// `--all` is a profile's key for `add`, and another option for `list`: first comes what the command takes.
    static func named(
        _ name: some Collection<UInt8>, of command: CommandDescription? = nil
    ) -> Option? {
        command?.options.first { $0.isWritten(name) } ?? common.first { $0.isWritten(name) }
            ?? keys.first { $0.isWritten(name) }
    }

    private func isWritten(_ name: some Collection<UInt8>) -> Bool {
        names.contains { name.equals($0) }
    }

    /// Those that every command takes.
    static let global: [Option] = [.config, .quiet, .color, .help]

    /// The ways to write it.
    public var names: [String] {
        switch self {
        case .config: ["--config"]
        case .quiet: ["-q", "--quiet"]
        case .color: ["--color"]
        case .help: ["-h", "--help"]
        case .version: ["-V", "--version"]
        case .json: ["--json"]
        case .shell: ["--shell"]
        case .reveal: ["--reveal"]
        case .format: ["--format"]
        case .dryRun: ["-n", "--dry-run"]
        case .local: ["--local"]
        case .profile: ["--profile"]
        case .rules: ["--rules"]
        case .unset: ["--unset"]
        case .allTools: ["--all-tools"]
        case .all: ["--all"]
        case .passwordPrompt: ["--password-prompt"]
        case .output: ["-o", "--output"]
        case .force: ["--force"]
        case .viaProxyenv: ["--via-proxyenv"]
        case .tool: ["--for"]
        case .timeout: ["--timeout"]
        case .watch: ["--watch"]
        case .add: ["--add"]
        case .name: ["--name"]
        case .report: ["--report"]
        case .fix: ["--fix"]
        case .yes: ["-y", "--yes"]
        case .withKey: ["--with-key"]
        case .trustProject: ["--trust-project"]
        case .undo: ["--undo"]
        case .key(let key): ["--" + key.rawValue]
        }
    }

    /// The ways to write those that have a value, which a shell's function has to pass over to find the command.
    public static var namesWithValue: [String] {
        inOrder.filter { $0.valueName != nil }.flatMap { $0.names }
    }

    /// What its value is called, or nil if it has none.
    public var valueName: String? {
        switch self {
        case .config, .output: "FILE"
        case .color: "auto|always|never"
        case .shell: "SHELL"
        case .format: "FORM"
        case .profile: "PROFILE"
        case .tool: "COMMAND"
        case .timeout: "SECONDS"
        case .name: "NAME"
        case .key(let key): ProfileKeyText.valueName(of: key)
        default: nil
        }
    }

    /// What its value is, for completion.
    public var valueKind: OperandKind {
        switch self {
        case .config, .output: .file
        case .color: .color
        case .shell: .shell
        case .format: .form
        case .profile: .profile
        case .tool: .program
        case .key(.caFile), .key(.caBundle), .key(.passwordFile): .file
        case .key(.noProxyInherit), .key(.ssh): .boolean
        case .key(.firstReachable): .profile
        default: .none
        }
    }

    /// What it does.
    public var summary: String {
        switch self {
        case .config: "read FILE instead of ~/.config/proxyenv/config.toml"
        case .quiet: "print errors only"
        case .color: "whether to use colours"
        case .help: "show this help"
        case .version: "show the version"
        case .json: "print JSON, in the shape that docs/json.md documents"
        case .shell: "for SHELL instead of the one that this runs in"
        case .format: "write in FORM, one of those that its command names"
        case .reveal: "with the passwords, but not on a terminal"
        case .dryRun: "show what would change, and change nothing"
        case .local: "in config.local.toml, for what is not shared"
        case .profile: "this profile"
        case .rules: "the rules that name it too"
        case .unset: "have none"
        case .allTools: "a table of the tools that are installed"
        case .all: "those that do not answer too"
        case .passwordPrompt: "ask for the password, without showing it"
        case .output: "write to FILE; - is standard output"
        case .force: "replace the file that is there"
        case .viaProxyenv: "call proxyenv instead of setting the variables"
        case .tool: "with what COMMAND gets besides"
        case .timeout: "time limit per step"
        case .watch: "again and again, until Ctrl-C"
        case .add: "write profiles for what is found"
        case .name: "give the profile this name"
        case .report: "write it all as Markdown, without secrets, to show to others"
        case .fix: "offer each change of proxyenv's own file that cures something"
        case .yes: "make the changes without a question"
        case .withKey: "try your own key once, at the server that it is for"
        case .trustProject: "send what this folder's own files say, as the command itself would"
        case .undo: "take out what was put in, and nothing else"
        case .key(let key): ProfileKeyText.summary(of: key)
        }
    }
}
