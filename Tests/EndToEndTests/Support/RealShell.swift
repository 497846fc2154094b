import Testing

/// A shell that is installed.
enum RealShell: String, CaseIterable, CustomTestStringConvertible {
    case bash
    case zsh
    case dash
    case fish
    case ksh93
    case mksh

    /// Those whose language is that of the Bourne shell.
    static let posix: [RealShell] = [.bash, .zsh, .dash, .ksh93, .mksh]

    /// The name in the test's report.
    var testDescription: String { rawValue }

    /// The name by which proxyenv knows it.
    var name: String {
        switch self {
        case .dash: "sh"
        case .ksh93, .mksh: "ksh"
        default: rawValue
        }
    }

    /// What starts a script without anybody's start-up files.
    var options: [String] {
        switch self {
        case .bash: ["--norc", "--noprofile"]
        case .zsh: ["-f"]
        case .dash, .ksh93, .mksh: []
        case .fish: ["--no-config"]
        }
    }

    /// What a person writes to let this shell read what `proxyenv` prints for `words`.
    func evaluating(_ words: String) -> String {
        self == .fish ? "proxyenv \(words) | source" : "eval \"$(proxyenv \(words))\""
    }

    /// What stands for the last command's exit status.
    var status: String { self == .fish ? "$status" : "$?" }

    /// The line for the start-up file, without the look whether the program is there.
    var loadingHook: String {
        self == .fish ? "proxyenv hook fish | source" : "eval \"$(proxyenv hook \(name))\""
    }
}

extension Sandbox {
    /// Runs `script` in `shell`.
    func run(
        _ script: String, in shell: RealShell, options: [String] = [], arguments: [String] = [],
        with changes: [String: String?] = [:]
    ) throws -> Outcome {
        let path = try Binary.require(shell.rawValue)
        // zsh wants `--emulate` first, bash its long options.
        let all = shell == .zsh ? options + shell.options : shell.options + options
        let words = [path] + all + ["-c", script] + arguments
        return try Runner(
            arguments: words.map { Array($0.utf8) }, environment: entries(changes)
        ).run()
    }
}
