extension ScriptForm {
    /// A script for PowerShell, on Windows and elsewhere.
    static let powerShell = ScriptForm(
        name: "ps1", aliases: ["powershell", "pwsh"], fileExtension: "ps1", write: written)

    /// The variables, the command with the script's arguments, and the variables as they were.
    ///
    /// `$env:` is the whole process's, and a script runs in the process of the prompt that it is typed at
    /// (about_Environment_Variables), so it puts back what was there. On Windows names that differ in their case are one
    /// variable, so what is unset comes before what is set. `@args` hands on each argument (about_Splatting), and `$input`
    /// what is piped in, where something is (as the scripts that npm makes do it). Windows PowerShell reads a file without a
    /// mark as one of the machine's code page (about_Character_Encoding).
    private static func written(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        try script.refuseInWords()
        try script.requireTextInWords()
        try script.patch.requireText()
        var text = Array("#!/usr/bin/env pwsh\n".utf8)
        for line in script.header { text += Array("# ".utf8) + line + [0x0A] }
        let words = Array(script.words.map { PowerShell.quoted($0) }.joined(separator: [0x20]))
        let call =
            Array("if ($MyInvocation.ExpectingInput) { $input | & ".utf8) + words
            + Array(" @args } else { & ".utf8) + words + Array(" @args }\n".utf8)
        // Where the command is not found at all, there is no status of it.
        text += "$global:LASTEXITCODE = 127\n"
        if script.patch.changes.isEmpty {
            text += call + Array("exit $LASTEXITCODE\n".utf8)
        } else {
            text += changed(script.patch, around: call)
        }
        return text.contains { $0 > 0x7F } ? [0xEF, 0xBB, 0xBF] + text : text
    }

    private static func changed(_ patch: EnvironmentPatch, around call: [UInt8]) -> [UInt8] {
        let unset = patch.changes.filter { $0.value == nil }
        var text = Array("$before = @{}\nforeach ($name in ".utf8) + list(patch.changes)
        text += ") {\n    $before[$name] = [Environment]::GetEnvironmentVariable($name)\n}\ntry {\n"
        text += Array("    foreach ($name in ".utf8) + list(unset)
        text += ") { Remove-Item -LiteralPath \"Env:$name\" -ErrorAction SilentlyContinue }\n"
        for change in patch.changes {
            guard let value = change.value else { continue }
            text += Array("    ".utf8) + PowerShell.set(change.name, to: value) + [0x0A]
        }
        text += Array("    ".utf8) + call
        text += ending
        return text
    }

    private static func list(_ changes: [EnvironmentPatch.Change]) -> [UInt8] {
        let names = changes.map { PowerShell.quoted(Array($0.name.utf8)) }
        return Array("@(".utf8) + Array(names.joined(separator: [0x2C, 0x20])) + [0x29]
    }

    private static let ending = """
        } finally {
            foreach ($name in $before.Keys) {
                if ($null -eq $before[$name]) {
                    Remove-Item -LiteralPath "Env:$name" -ErrorAction SilentlyContinue
                } else {
                    Set-Item -LiteralPath "Env:$name" -Value $before[$name]
                }
            }
        }
        exit $LASTEXITCODE

        """
}
