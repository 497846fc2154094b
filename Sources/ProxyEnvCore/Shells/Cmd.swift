extension Shell {
    /// Windows' `cmd.exe`, as lines to paste.
    public static var cmd: Shell {
        Shell(
            name: "cmd",
            // There is none that stands alone.
            evaluation: "paste the lines",
            limits:
                "CR, LF, `\"`, an empty value, a line over 8,000 bytes, bytes that are not UTF-8",
            // Ends a batch file with a failure, and leaves the session.
            failingStatement: "exit /b 1",
            quote: { (text) throws(Unrepresentable) in try Cmd.quoted(text) },
            language: .statements(
                set: { (variable, value) throws(Unrepresentable) in
                    try Cmd.set(variable, to: value)
                },
                unset: { Array("set \"\($0)=\"".utf8) }),
            arrange: { Cmd.distinct($0) },
            // It has no start-up file but a value of the registry, where nothing is written.
            hookSteps: [
                "proxyenv hook cmd > \"%LOCALAPPDATA%\\proxyenv\\macros.txt\"",
                "doskey /macrofile=\"%LOCALAPPDATA%\\proxyenv\\macros.txt\"",
                "The second is for one window; docs/windows-differences.md has the line for all.",
            ],
            shimPathLine:
                "for /f \"delims=\" %f in ('proxyenv shim path') do @set \"PATH=%f;%PATH%\"",
            shimPathPlace:
                "For all new windows, put the folder in front of Path in your account's environment variables.",
            advice: ShellAdvice(
                set: "set \"NAME=VALUE\"", unset: "set NAME=", removeAlias: "doskey NAME=",
                removeFunction: "doskey NAME=", takesPrefix: false, quotes: .never),
            takesFunction: { !Cmd.isBuiltIn($0) }, foldsCommands: true)
    }
}

/// The language of cmd.
enum Cmd {
    /// The most bytes of a line; `cmd` takes 8191 (Microsoft, "Command prompt line string limitation"), and what starts it
    /// may put some in front.
    static let longestLine = 8000

    /// Whether `name` is a command of cmd's own, which no macro should hide (Microsoft, "Windows commands").
    static func isBuiltIn(_ name: [UInt8]) -> Bool {
        builtIns.contains { name.equalsIgnoringCase($0) }
    }

    private static let builtIns = [
        "assoc", "break", "call", "cd", "chdir", "cls", "color", "copy", "date", "del", "dir",
        "echo",
        "endlocal", "erase", "exit", "for", "ftype", "goto", "if", "md", "mkdir", "mklink", "move",
        "path", "pause", "popd", "prompt", "pushd", "rd", "rem", "ren", "rename", "rmdir", "set",
        "setlocal", "shift", "start", "time", "title", "type", "ver", "verify", "vol",
    ]

    /// `"text"`: within the quotes `& | < > ^` stand for themselves; a quote, CR, LF and what is not UTF-8 can't be written.
    static func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        if UTF8Reader.firstInvalidOffset(in: text) != nil {
            throw Unrepresentable(reason: "bytes that are not UTF-8")
        }
        for (byte, reason) in impossible where text.contains(byte) {
            throw Unrepresentable(reason: reason)
        }
        return [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
    }

    /// `set "NAME=value"`.
    static func set(_ variable: String, to value: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        let line = Array("set ".utf8) + (try quoted(Array("\(variable)=".utf8) + value))
        guard line.count <= longestLine else {
            throw Unrepresentable(
                variable: variable, reason: "more than \(longestLine) bytes")
        }
        return line
    }

    /// `patch` with each name once, whatever its case, as Windows has them: what is set comes before what is unset, and of
    /// two values the first holds.
    static func distinct(_ patch: EnvironmentPatch) -> EnvironmentPatch {
        var changes: [EnvironmentPatch.Change] = []
        for change in patch.changes.filter({ $0.value != nil })
            + patch.changes.filter({ $0.value == nil })
        where !changes.contains(where: { change.name.utf8.equalsIgnoringCase($0.name) }) {
            changes.append(change)
        }
        return EnvironmentPatch(changes)
    }

    private static let impossible: [(UInt8, String)] = [
        (UInt8(ascii: "\""), "a double quote"), (0x0D, "a carriage return"), (0x0A, "a newline"),
    ]
}
