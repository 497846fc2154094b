/// A script for `/bin/sh`.
struct PosixScript: ScriptForm {
    let name: String
    let fileExtension: String

    /// The plain one.
    init() { (name, fileExtension) = ("sh", "sh") }

    /// The same, under the name by which the Finder of macOS opens it in a terminal.
    static let finder = PosixScript(name: "command")

    private init(name: String) { (self.name, fileExtension) = (name, name) }

    /// The change as `sh` reads it, and `exec`, so that status and signals are the command's own.
    func text(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        try script.refuse([], inWordsFor: name)
        try script.patch.refuse([(0, "a NUL")], for: name)
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
