extension ScriptForm {
    /// An entry of a Linux desktop's menu, which starts the command in a terminal.
    static let desktopEntry = ScriptForm(
        name: "desktop", fileExtension: "desktop", isPublic: true, write: written)

    /// `Exec=env …`, as the entry knows neither variables nor a shell (Desktop Entry Specification 1.5, "The Exec key").
    private static func written(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        // `env` would take a command with `=` for a variable, and the specification forbids it in a program's name.
        try script.refuseInWords([(0x3D, "an equals sign")])
        try script.requireTextInWords()
        try script.patch.requireText()
        try script.patch.refuseControls(but: [0x09])
        var text: [UInt8] = []
        for line in script.header { text += Array("# ".utf8) + line + [0x0A] }
        text += "[Desktop Entry]\nType=Application\nName="
        text += escaped(FileName.stem(of: script.command))
        text += " (\(script.profile))\nExec="
        text += Array(exec(script).map { desktopQuoted($0) }.joined(separator: [0x20]))
        // A file that is dropped on it becomes an argument.
        text += " %F\nTerminal=true\n"
        return text
    }

    private static func exec(_ script: StartScript) -> [[UInt8]] {
        let changes = script.patch.changes
        if changes.isEmpty { return script.words }
        var words = [Array("env".utf8)]
        for change in changes where change.value == nil {
            words += [Array("-u".utf8), Array(change.name.utf8)]
        }
        for change in changes {
            if let value = change.value { words.append(Array("\(change.name)=".utf8) + value) }
        }
        return words + script.words
    }

    /// One argument: in double quotes, in which `"`, `` ` ``, `$` and `\` have a backslash, `%` is doubled as it begins a
    /// field code, and all of it is then escaped as every string of the file is.
    static func desktopQuoted(_ word: [UInt8]) -> [UInt8] {
        let isPlain = word.allSatisfy { $0.isLetter || $0.isDigit || "_./:@,+-".utf8.contains($0) }
        if isPlain, !word.isEmpty { return word }
        var result: [UInt8] = [0x22]
        for byte in word {
            if "\"`$\\".utf8.contains(byte) { result.append(0x5C) }
            if byte == UInt8(ascii: "%") { result.append(byte) }
            result.append(byte)
        }
        return escaped(result + [0x22])
    }

    /// A value of the type string: `\\` for a backslash, `\t` for a tab ("Possible value types").
    private static func escaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x5C: result += "\\\\"
            case 0x09: result += "\\t"
            default: result.append(byte)
            }
        }
        return result
    }
}
