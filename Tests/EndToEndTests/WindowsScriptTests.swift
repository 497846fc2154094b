import TestSupport
import Testing

/// Batch files that `script` writes, run by the `cmd.exe` of wine.
///
/// wine 8 knows no `%cmdcmdline%` of its own, so the tests set it; it loses `%` in arguments and makes 1 of a status that comes
/// back through `call`, whatever the batch file is: there, the script is held against one that does nothing else.
@Suite(.serialized) struct WindowsScriptTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    private func write(_ lines: [String], to name: String) throws {
        try sandbox.write(lines.map { $0 + "\r\n" }.joined(), to: name)
    }

    /// Runs a file in the home folder.
    private func cmd(_ file: String, with changes: [String: String] = [:]) throws -> Outcome {
        let wine = try Binary.require("wine")
        var changes: [String: String?] = changes
        changes["WINEDEBUG"] = "-all"
        changes["DISPLAY"] = ""
        return try Runner(
            arguments: ["/bin/sh", "-c", "cd; exec \(wine) cmd /c \(file) </dev/null"].map {
                Array($0.utf8)
            },
            environment: sandbox.entries(changes), limit: 120
        ).run()
    }

    private static let arguments =
        #""a b" "x&y" "a!b" "c^d" "it's" plain "" "50%%" "%%OS%%" "a|b" "<>" a,b=c"#

    @Test func `a batch file sets every value, and hands on its arguments as they are`() throws {
        var random = SplitMix64(for: "batch script")
        let impossible = (0...0x1F).map { Unicode.Scalar(UInt8($0)) } + ["\"", "\u{7F}"]
        let values = GeneratedValues.make(500, without: impossible, longest: 1000, &random)
            .filter { $0.unicodeScalars.allSatisfy { $0.isASCII } && !$0.isEmpty }
        try sandbox.configure(values)
        let made = try sandbox.proxyenv(
            "script", "codex", "--profile", "p", "-o", "\(sandbox.home)/with.bat")
        #expect(made.errorText.isEmpty)
        let text = String(decoding: try #require(sandbox.read("with.bat")), as: UTF8.self)
        #expect(
            text.unicodeScalars.filter { $0 == "\n" }.count == text.split(separator: "\r\n").count)

        try write(["@echo off", "echo args:%*", "set V", "set FTP"], to: "codex.cmd")
        try write(["@codex.cmd %*"], to: "plain.bat")
        try write(["@echo off", "set FTP_PROXY=old", "with.bat \(Self.arguments)"], to: "a.bat")
        try write(["@echo off", "plain.bat \(Self.arguments)"], to: "b.bat")
        let outcome = try cmd("a.bat")
        let lines = outcome.text.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" })
        let seen = Set(lines)
        let wrong = values.enumerated().filter {
            !seen.contains("\(GeneratedValues.name($0.offset))=\($0.element)")
        }
        #expect(wrong.isEmpty, "\(wrong.count), the first is \(wrong.first.debugDescription)")
        #expect(!lines.contains { $0.hasPrefix("FTP_PROXY") })
        let plain = try cmd("b.bat").text.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" })
        #expect(lines.first == plain.first)
        #expect(lines.first?.hasPrefix(#"args:"a b" "x&y" "a!b" "c^d" "it's" plain """#) == true)
        #expect(!sandbox.has("CANARY"))
    }

    @Test func `the status is the command's, and a window of its own stays open for a failure`()
        throws
    {
        #expect(
            try sandbox.proxyenv(
                "script", "codex", "--profile", "77", "-o", "\(sandbox.home)/with.bat"
            ).status == 0)
        try write(["@echo off", "echo %HTTPS_PROXY%", "exit /b %WANTED%"], to: "codex.cmd")
        try write(["@call codex.cmd", "@exit /b %errorlevel%"], to: "plain.bat")
        try write(
            [
                "@echo off", "set HTTPS_PROXY=before", "call with.bat",
                "echo %HTTPS_PROXY% [%PROXYENV_ARGUMENTS%]",
            ], to: "after.bat")
        let opened =
            #"C:\windows\cmd.exe /c ""Z:"#
            + sandbox.home.replacing("/", with: "\\") + #"\with.bat" ""#
        let prompt = #"C:\windows\cmd.exe"#
        for (wanted, line, file, pauses) in [
            ("0", opened, "with.bat", false), ("3", opened, "with.bat", true),
            ("3", prompt, "with.bat", false), ("3", opened, "\"with.bat x\"", false),
        ] {
            let changes = ["WANTED": wanted, "CMDCMDLINE": line]
            let outcome = try cmd(file, with: changes)
            #expect(outcome.text.hasPrefix("http://127.0.0.1:77\r\n"))
            #expect(outcome.text.contains("Press any key") == pauses)
            #expect(outcome.status == (try cmd("plain.bat", with: changes).status))
            #expect((outcome.status == 0) == (wanted == "0"))
        }
        let after = try cmd("after.bat", with: ["WANTED": "0", "CMDCMDLINE": prompt])
        #expect(after.text == "http://127.0.0.1:77\r\nbefore []\r\n")
    }
}
