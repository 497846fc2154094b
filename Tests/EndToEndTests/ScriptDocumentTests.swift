import TestSupport
import Testing

/// The start-up scripts of other systems, held against the readers of their forms.
@Suite(.serialized) struct ScriptDocumentTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    private func configure(
        _ test: String, without impossible: [Unicode.Scalar], count: Int = 300
    ) throws -> [String] {
        var random = SplitMix64(for: "\(test) script")
        let values = GeneratedValues.make(count, without: impossible, longest: 1000, &random)
            .map { $0.replacing("CANARY", with: "\(sandbox.home)/canary") }
        try sandbox.configure(values)
        return values
    }

    private static let controls = (0...0x1F).map { Unicode.Scalar(UInt8($0)) } + ["\u{7F}"]

    private func check(_ outcome: Outcome, _ values: [String]) {
        let wrong = values.enumerated().filter { index, value in
            outcome.variables[GeneratedValues.name(index)] != Array(value.utf8)
        }
        #expect(wrong.isEmpty, "\(wrong.count), the first is \(wrong.first.debugDescription)")
        #expect(outcome.variables["FTP_PROXY"] == nil)
        #expect(outcome.errorText.isEmpty)
        #expect(!sandbox.has("canary"), "a value was executed")
    }

    private func run(_ words: [String], limit: Double = 60) throws -> Outcome {
        try Runner(
            arguments: ([try Binary.require(words[0])] + words.dropFirst()).map { Array($0.utf8) },
            environment: sandbox.entries(["FTP_PROXY": "old"]), limit: limit
        ).run()
    }

    @Test func `an entry of a menu is right, and starts the command with every value`() throws {
        let validator = try Binary.require("desktop-file-validate")
        let values = try configure("desktop", without: Self.controls.filter { $0 != "\t" })
        // The specification's quoting is that of a shell's double quotes, behind the file's own escapes and `%%`.
        let outcome = try run([
            "python3", "-c",
            """
            import os, re, subprocess
            os.chdir(os.environ["HOME"])
            subprocess.check_call(["proxyenv", "script", "env", "--profile", "p", "-o", "x.desktop"])
            subprocess.check_call(["\(validator)", "x.desktop"])
            text = open("x.desktop", encoding="utf-8", newline="\\n").read()
            line = [l for l in text.split("\\n") if l.startswith("Exec=")][0][5:]
            line = re.sub(r"\\\\(.)", lambda m: {"t": "\\t", "s": " "}.get(m[1], m[1]), line)
            assert line.endswith(" env %F")
            line = line[:-3].replace("%%", "%") + " -0"
            os.execvp("dash", ["dash", "-c", line])
            """,
        ])
        check(outcome, values)
    }

    @Test func `a job of launchd is a property list with every value`() throws {
        let values = try configure(
            "plist", without: Self.controls.filter { $0 != "\t" && $0 != "\n" })
        let outcome = try run([
            "python3", "-c",
            """
            import os, plistlib, subprocess
            os.chdir(os.environ["HOME"])
            subprocess.check_call(["proxyenv", "script", "/usr/bin/env", "--profile", "p", "-o", "x.plist"])
            job = plistlib.load(open("x.plist", "rb"))
            assert job["Label"] == "proxyenv.env", job["Label"]
            words = job["ProgramArguments"]
            os.execve(words[0], words + ["-0"], {**os.environ, **job["EnvironmentVariables"]})
            """,
        ])
        check(outcome, values)
    }

    @Test func `a name that launchd would look for elsewhere is said`() throws {
        let outcome = try sandbox.proxyenv(
            "script", "codex", "--profile", "77", "--format", "plist", "-o", "-")
        #expect(outcome.errorText.contains("elsewhere COMMAND has to be a path"))
    }

    @Test func `PowerShell runs its script, and has its own variables afterwards`() throws {
        guard let pwsh = Binary.find("pwsh") else {
            try Test.cancel(
                "pwsh is not installed, and no package brings it: nothing is shown of it")
        }
        let values = try configure("ps1", without: ["\u{0}"])
        try sandbox.install("teller", "#!/bin/sh\nenv -0\nprintf '<%s>' \"$@\" >&2\nexit 7\n")
        let outcome = try run([
            "dash", "-c",
            "cd; proxyenv script teller --profile p -o x.ps1; "
                + "exec \(pwsh) -NoProfile -Command \"./x.ps1 'a b' x; [Console]::Error.Write(\\$env:FTP_PROXY); exit \\$LASTEXITCODE\"",
        ])
        #expect(outcome.errorText == "<a b><x>old")
        #expect(outcome.status == 7)
        let wrong = values.enumerated().filter { index, value in
            outcome.variables[GeneratedValues.name(index)] != Array(value.utf8)
        }
        #expect(wrong.isEmpty, "\(wrong.count), the first is \(wrong.first.debugDescription)")
    }
}
