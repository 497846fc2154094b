extension ScriptForm {
    /// A batch file for Windows' `cmd.exe`, to be typed, called or double-clicked.
    static let batch = ScriptForm(
        name: "bat", aliases: ["batch", "cmd"], fileExtension: "bat", isForWindows: true,
        isForFoldedNames: true,
        write: written)

    /// The lines of `Format.batch` between `setlocal`, so that the caller's own variables stay, and `call`.
    ///
    /// `call`, as npm's commands are batch files, from which nothing comes back otherwise. It reads the line a second time,
    /// takes `%` for variables again, and doubles each `^` within quotes ("How does the Windows Command Interpreter parse
    /// scripts", phase 6): so it is shown a variable's name, which it expands only then, instead of the arguments.
    /// A window that a double click has opened closes with the script, so it waits there if the command failed.
    private static func written(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        try script.refuseInWords([
            (0x22, "a double quote"), (0x25, "a percent sign"), (0x5E, "a caret"),
        ])
        try requireASCII(script)
        var lines = [Array("@echo off".utf8)]
        for line in script.header { lines.append(Array("rem ".utf8) + doubled(line)) }
        lines.append(Array("setlocal EnableExtensions DisableDelayedExpansion".utf8))
        var text = Array(lines.joined(separator: lineEnd)) + lineEnd
        text += try Format.batch.script(for: script.patch)
        text += Array("set PROXYENV_ARGUMENTS=%*\r\ncall ".utf8)
        let words = script.words.map { [0x22] + $0 + [0x22] }
        text += Array(words.joined(separator: [0x20]))
        text += ending
        return text
    }

    /// What comes behind the command: its status is the script's, and a window of its own stays open for a failure.
    ///
    /// The file manager starts `cmd.exe /c ""FILE" "`, and the batch file knows that as `%cmdcmdline%`.
    private static let ending =
        Array(
            [
                " %%PROXYENV_ARGUMENTS%%",
                "set PROXYENV_STATUS=%errorlevel%",
                "if \"%PROXYENV_STATUS%\"==\"0\" exit /b 0",
                "if defined PROXYENV_ARGUMENTS exit /b %PROXYENV_STATUS%",
                "set \"PROXYENV_LINE=%cmdcmdline:\"=%\"",
                "call set \"PROXYENV_REST=%%PROXYENV_LINE:%~f0=%%\"",
                "if not \"%PROXYENV_REST%\"==\"%PROXYENV_LINE%\" pause",
                "exit /b %PROXYENV_STATUS%",
            ].map { Array($0.utf8) }.joined(separator: lineEnd)) + lineEnd

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    /// `cmd` reads a file in the code page of the machine, which nobody knows here.
    private static func requireASCII(_ script: StartScript) throws(Unrepresentable) {
        let reason = "a character that is not ASCII, and that each Windows reads differently"
        for change in script.patch.changes
        where change.value?.contains(where: { $0 > 0x7F }) == true {
            throw Unrepresentable(variable: change.name, reason: reason)
        }
        for word in script.words + script.remaking where word.contains(where: { $0 > 0x7F }) {
            throw Unrepresentable(reason: reason)
        }
    }

    private static func doubled(_ text: [UInt8]) -> [UInt8] {
        text.flatMap { $0 == 0x25 ? [$0, $0] : [$0] }
    }
}
