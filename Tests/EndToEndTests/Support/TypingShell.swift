import Testing

/// A shell of the Bourne shell's family, at which somebody types.
enum TypingShell: String, CaseIterable, CustomTestStringConvertible {
    case bash
    case zsh
    case dash
    case busybox
    case ksh93
    case mksh
    case yash

    /// The name in the test's report.
    var testDescription: String { rawValue }

    /// The name by which proxyenv knows it.
    var name: String {
        switch self {
        case .bash, .zsh: rawValue
        case .dash, .busybox, .yash: "sh"
        case .ksh93, .mksh: "ksh"
        }
    }

    /// What starts it, with its start-up file.
    fileprivate var words: [String] {
        switch self {
        case .busybox: [rawValue, "sh", "-i"]
        case .zsh: [rawValue, "--no-global-rcs", "-i"]
        default: [rawValue, "-i"]
        }
    }

    /// The start-up file that it reads, below the home folder.
    fileprivate var startUpFile: String {
        switch self {
        case .bash: ".bashrc"
        case .zsh: ".zshrc"
        case .yash: ".yashrc"
        default: ".shinit"
        }
    }
}

extension Sandbox {
    /// Starts `shell` with the hook between `before` and `after` in its start-up file, and waits until it listens.
    func terminal(
        _ shell: TypingShell, before: String = "", after: String = "",
        with changes: [String: String?] = [:]
    ) throws -> Pseudoterminal {
        let path = try Binary.require(shell.rawValue)
        let load = "eval \"$(proxyenv hook \(shell.name))\""
        try write("\(before)\n\(load)\n\(after)\n", to: shell.startUpFile)
        let environment = entries(["ENV": home + "/.shinit"].merging(changes) { $1 })
        let terminal = try Pseudoterminal(
            [path] + shell.words.dropFirst(), environment: environment)
        try terminal.run("true")
        return terminal
    }
}
