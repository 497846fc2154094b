import Testing

/// A shell that is no relative of the Bourne shell, on a terminal.
enum OtherShell: String, CaseIterable, CustomTestStringConvertible {
    case tcsh
    case elvish
    case xonsh

    /// The name in the test's report.
    var testDescription: String { rawValue }

    /// The line for the start-up file, without the look whether the program is there.
    var loadingHook: String {
        switch self {
        case .tcsh: "eval \"`proxyenv hook tcsh`\""
        case .elvish: "eval (proxyenv hook elvish | slurp)"
        case .xonsh: "execx($(proxyenv hook xonsh))"
        }
    }

    /// The start-up file, below the home folder.
    fileprivate var startUpFile: String {
        switch self {
        case .tcsh: ".tcshrc"
        case .elvish: ".config/elvish/rc.elv"
        case .xonsh: ".xonshrc"
        }
    }

    /// What makes its line plain, so that what is shown can be read.
    fileprivate var settings: String {
        switch self {
        case .tcsh: "set prompt = 'ready> '"
        case .elvish: "set edit:prompt = { put 'ready> ' }\nset edit:rprompt = { }"
        case .xonsh: "$PROMPT = 'ready> '\n$SHELL_TYPE = 'readline'"
        }
    }

    /// What names a function or an alias `name` that prints `own` and its arguments.
    func defining(_ name: String) -> String {
        switch self {
        case .tcsh: "alias \(name) 'echo own'"
        case .elvish: "fn \(name) {|@words| echo own $@words }"
        case .xonsh: "aliases['\(name)'] = ['echo', 'own']"
        }
    }

    /// What sets PROXYENV_BYPASS, or takes it away.
    func bypassing(_ isOn: Bool) -> String {
        switch self {
        case .tcsh: isOn ? "setenv PROXYENV_BYPASS 1" : "unsetenv PROXYENV_BYPASS"
        case .elvish: isOn ? "set-env PROXYENV_BYPASS 1" : "unset-env PROXYENV_BYPASS"
        case .xonsh: isOn ? "$PROXYENV_BYPASS = '1'" : "del $PROXYENV_BYPASS"
        }
    }

    /// What starts `line` and prints `status` and how it ended: its number, in Elvish -15 for the signal 15.
    func telling(_ line: String) -> String {
        switch self {
        case .tcsh: "\(line); echo status $status"
        case .elvish:
            // Elvish reads `try` as a whole, and says what it misses with each letter; `eval` reads the finished text.
            "eval 'try { \(line) } catch e { if (eq $e[reason][type] external-cmd/exited) "
                + "{ echo status $e[reason][exit-status] } else "
                + "{ echo status -$e[reason][signal-number] } }'"
        case .xonsh: "\(line)\necho status $LAST_RETURN_CODE"
        }
    }

    /// One backslash as a word, in quotes where the shell needs more than that.
    var backslash: String { self == .xonsh ? #"'\\'"# : #"'\'"# }
}

extension Sandbox {
    /// Starts `shell` interactively, with `startUp` at the end of its start-up file, and waits until it listens.
    func terminal(_ shell: OtherShell, startUp: String) throws -> Pseudoterminal {
        let path = try Binary.require(shell.rawValue)
        Files.makeFolder("\(home)/.config/elvish")
        try write("\(shell.settings)\n\(startUp)\n", to: shell.startUpFile)
        let terminal = try Pseudoterminal(
            [path] + (shell == .elvish ? [] : ["-i"]),
            environment: entries([
                "TERM": "xterm", "XONSH_DATA_DIR": home, "XDG_DATA_HOME": home,
            ]))
        terminal.mark = ("printf '=%s=' NUMBER", "=NUMBER=")
        try terminal.wait(for: "ready> ", limit: 60)
        try terminal.run("true", limit: 60)
        return terminal
    }
}
