/// An option of the command line.
enum Option: Equatable {
    case config
    case quiet
    case color
    case help
    case version
    case json
    case shell
    case reveal
    case format

    /// All of them, in the order in which help names them.
    static let all: [Option] = [
        .json, .shell, .format, .reveal, .config, .quiet, .color, .help, .version,
    ]

    /// Those that every command takes.
    static let global: [Option] = [.config, .quiet, .color, .help]

    /// The ways to write it.
    var names: [String] {
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
        }
    }

    /// What its value is called, or nil if it has none.
    var valueName: String? {
        switch self {
        case .config: "FILE"
        case .color: "auto|always|never"
        case .shell: "SHELL"
        case .format: "FORM"
        default: nil
        }
    }

    /// What it does.
    var summary: String {
        switch self {
        case .config: "read FILE instead of ~/.config/proxyenv/config.toml"
        case .quiet: "say nothing that is no error"
        case .color: "whether to use colours"
        case .help: "show this help"
        case .version: "show the version"
        case .json: "print JSON, in the shape that the README documents"
        case .shell: "print for SHELL instead of the one that this runs in"
        case .format: "print in FORM: json, dotenv, docker … or a shell's name"
        case .reveal: "show passwords, unless on a terminal"
        }
    }
}

/// What the options say.
struct Options {
    /// When to use colours.
    enum Color: String, CaseIterable {
        case auto
        case always
        case never
    }

    /// The file named by `--config`.
    var config: [UInt8]?
    /// Whether only errors are told.
    var isQuiet = false
    /// When to use colours.
    var color = Color.auto
    /// Whether help is wanted instead.
    var wantsHelp = false
    /// Whether the version is wanted instead.
    var wantsVersion = false
    /// Whether a report is JSON.
    var isJSON = false
    /// The shell named by `--shell`.
    var shell: [UInt8]?
    /// The form named by `--format`.
    var format: [UInt8]?
    /// Whether passwords may be shown.
    var reveals = false
    /// The options given, in their order.
    var given: [Option] = []
}
