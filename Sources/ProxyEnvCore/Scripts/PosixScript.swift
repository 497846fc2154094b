extension ScriptForm {
    /// A script for `/bin/sh`.
    static let posix = ScriptForm(name: "sh", fileExtension: "sh", write: written)

    /// The same, under the name by which the Finder of macOS opens it in a terminal.
    static let finder = ScriptForm(name: "command", fileExtension: "command", write: written)

    /// The change as `sh` reads it, and `exec`, so that status and signals are the command's own.
    private static func written(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        try script.refuseInWords()
        try script.patch.refuse([(0, "a NUL")])
        var text = Array("#!/bin/sh\n".utf8)
        for line in script.header { text += Array("# ".utf8) + line + [0x0A] }
        let unset = script.patch.changes.filter { $0.value == nil }
        if !unset.isEmpty {
            text += "unset -v"
            for change in unset { text += " \(change.name)" }
            text += "\n"
        }
        for change in script.patch.changes {
            guard let value = change.value else { continue }
            text += "export \(change.name)="
            text += PosixQuoting.quoted(value)
            text += "\n"
        }
        let words = script.words.map { PosixQuoting.word($0) }
        text += Array("exec ".utf8) + Array(words.joined(separator: [0x20]))
        text += " \"$@\"\n"
        return text
    }
}
