extension ScriptForm {
    /// A script for PowerShell, on Windows and elsewhere.
    static let powerShell = ScriptForm(
        name: "ps1", aliases: ["powershell", "pwsh"], fileExtension: "ps1",
        isForFoldedNames: true, write: written)

    /// The variables, the command with the script's arguments, and the variables as they were.
    ///
    /// `$env:` is the whole process's, and a script runs in the process of the prompt that it is typed at
    /// (about_Environment_Variables), so it puts back what was there. On Windows names that differ in their case are one
    /// variable, so what is unset comes before what is set. All of it is ASCII: Windows PowerShell reads a file without a mark
    /// as one of the machine's code page (about_Character_Encoding), and a mark would hide the first line from other systems.
    private static func written(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        try script.refuseInWords()
        try script.requireTextInWords()
        try script.patch.requireText()
        var text = Array("#!/usr/bin/env pwsh\n".utf8)
        for line in try header(of: script) { text += Array("# ".utf8) + line + [0x0A] }
        let changes = script.patch.changes
        // Where the command is not found at all, there is no status of it.
        text += "$global:LASTEXITCODE = 127\n"
        if changes.isEmpty {
            text += call(try list(script.words))
        } else {
            text +=
                "$before = @(\(changes.map { "$env:\($0.name)" }.joined(separator: ", ")))\ntry {\n"
            for change in changes where change.value == nil {
                text += Array("    ".utf8) + PowerShell.unset(change.name) + [0x0A]
            }
            for change in changes {
                guard let value = change.value else { continue }
                text += Array("    ".utf8) + (try PowerShell.set(change.name, to: value)) + [0x0A]
            }
            for line in call(try list(script.words)).split(separator: 0x0A) {
                text += Array("    ".utf8) + line + [0x0A]
            }
            text += "} finally {\n"
            for (index, change) in changes.enumerated() {
                text += "    $env:\(change.name) = $before[\(index)];\n"
            }
            text += "}\n"
        }
        text += "exit $LASTEXITCODE\n"
        return text
    }

    /// The header, in which the line that makes the script anew is one of PowerShell's.
    private static func header(
        of script: StartScript
    ) throws(Unrepresentable) -> [[UInt8]] {
        var lines = script.header.dropLast().map { PowerShell.ascii($0) }
        var words: [[UInt8]] = []
        for word in script.remaking {
            let isPlain = word.allSatisfy { $0.isLetter || $0.isDigit || "_./-".utf8.contains($0) }
            words.append(isPlain && !word.isEmpty ? word : try PowerShell.quoted(word))
        }
        lines.append(Array("  ".utf8) + Array(words.joined(separator: [0x20])))
        return lines
    }

    private static func list(_ words: [[UInt8]]) throws(Unrepresentable) -> [UInt8] {
        var quoted: [[UInt8]] = []
        for word in words { quoted.append(try PowerShell.quoted(word)) }
        return Array(quoted.joined(separator: [0x2C, 0x20]))
    }

    /// Starts `words` with the script's arguments, and what is piped in where something is.
    ///
    /// What stands bare, as a splatted value does, PowerShell would take for a pattern of files. To a script it gives
    /// `-name:value` in two, the first of which it marks, and `a,b` as an array; an array that is typed has no `$`.
    private static func call(_ words: [UInt8]) -> [UInt8] {
        Array("$words = @(".utf8) + words
            + Array(
                """
                )
                $start = ''
                foreach ($value in $args) {
                    if ($value -is [string] -and $value -clike '-*:' -and $value.psobject.Properties['<CommandParameterName>']) {
                        $start = $value
                        continue
                    }
                    if ($value -is [array] -and $MyInvocation.Line -match '^[^$@(]+$') { $value = $value -join ',' }
                    foreach ($word in $value) { $words += "$start$word"; $start = '' }
                }
                $call = '&'
                for ($index = 0; $index -lt $words.Count; $index++) { $call += ' "$($words[' + $index + '])"' }
                if ($MyInvocation.ExpectingInput) { $piped = @($input); $call = '$piped | ' + $call }
                Invoke-Expression $call

                """.utf8)
    }
}
