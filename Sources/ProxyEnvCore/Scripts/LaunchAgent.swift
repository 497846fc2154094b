extension ScriptForm {
    /// A job for launchd of macOS, for `~/Library/LaunchAgents`.
    static let launchAgent = ScriptForm(
        name: "plist", aliases: ["launchagent"], fileExtension: "plist", isExecutable: false,
        note: hint, write: written)

    /// `EnvironmentVariables` and `ProgramArguments` (launchd.plist(5)).
    ///
    /// A job can't unset what `launchctl setenv` gives to all, so `env -u` does. The call that makes the file anew stands in
    /// a processing instruction, as no comment can hold its `--` (XML 1.0, 2.5 and 2.6).
    private static func written(of script: StartScript) throws(Unrepresentable) -> [UInt8] {
        try script.refuseInWords()
        try script.requireTextInWords()
        if script.remaking.contains(where: { $0.contains(UInt8(ascii: "?")) }) {
            throw Unrepresentable(reason: "a question mark")
        }
        try script.patch.requireText()
        try script.patch.refuseControls(but: [0x09, 0x0A])
        var text = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- ".utf8)
        text += commented(
            Array(script.header.prefix(2).joined(separator: Array("\n     ".utf8))))
        text += " -->\n<?"
        text += script.remakingLine
        text += "?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
        text += " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
        text += "<plist version=\"1.0\">\n<dict>\n    <key>Label</key>\n    <string>proxyenv."
        text += escaped(FileName.stem(of: script.command))
        text += "</string>\n    <key>ProgramArguments</key>\n    <array>\n"
        for word in arguments(script) { text += element("string", word, "        ") }
        text += "    </array>\n    <key>EnvironmentVariables</key>\n    <dict>\n"
        for change in script.patch.changes {
            guard let value = change.value else { continue }
            text += element("key", Array(change.name.utf8), "        ")
            text += element("string", value, "        ")
        }
        text += "    </dict>\n    <key>RunAtLoad</key>\n    <true/>\n</dict>\n</plist>\n"
        return text
    }

    private static func hint(on script: StartScript) -> String? {
        if script.words.first?.first == UInt8(ascii: "/") { return nil }
        return "launchd looks for commands in /usr/bin, /bin, /usr/sbin and /sbin alone:"
            + " elsewhere COMMAND has to be a path"
    }

    private static func arguments(_ script: StartScript) -> [[UInt8]] {
        let unset = script.patch.changes.filter { $0.value == nil }
        if unset.isEmpty { return script.words }
        return [Array("/usr/bin/env".utf8)]
            + unset.flatMap { [Array("-u".utf8), Array($0.name.utf8)] } + script.words
    }

    private static func element(_ tag: String, _ text: [UInt8], _ indent: String) -> [UInt8] {
        Array("\(indent)<\(tag)>".utf8) + escaped(text) + Array("</\(tag)>\n".utf8)
    }

    private static func escaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;"
            case UInt8(ascii: "<"): result += "&lt;"
            case UInt8(ascii: ">"): result += "&gt;"
            default: result.append(byte)
            }
        }
        return result
    }

    /// `text` without two hyphens in a row, which would end the comment.
    private static func commented(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text {
            if byte == UInt8(ascii: "-"), result.last == byte { result.append(0x20) }
            result.append(byte)
        }
        return result
    }
}
