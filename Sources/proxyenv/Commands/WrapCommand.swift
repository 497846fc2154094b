import ProxyEnvCore

/// `wrap COMMAND…`: lets commands go through a profile.
struct WrapCommand: Command {
    var name: String { "wrap" }
    var description: CommandDescription {
        CommandDescription(
            name: name, operands: "COMMAND…", summary: "let commands go through a profile",
            details: """
                They get the profile that is active in the shell, else the default; with --profile always that one.
                The hook's function `proxyenv` makes the wrappers at once; other shells have them from their next start on.
                """,
            group: .profiles, operandCount: 1...Int.max, operandKinds: [.program],
            options: [.profile, .local, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        var profile: String?
        if let word = context.options.values(of: .profile).last {
            profile = try DefaultCommand.reference(word).text
        }
        let commands = try invocation.operands.map { (word) throws(Failure) in
            try Self.command(word)
        }
        try EditSession.run(context) { (session) throws(Failure) in
            for command in commands { try Self.wrap(command, profile, &session) }
        }
        let names = commands.map { String(decoding: $0, as: UTF8.self) }
        context.remarkEdit(
            "\(names.joined(separator: ", ")): wrapped"
                + (profile.map { ", always with \($0)" } ?? ""))
        return 0
    }

    /// The command's name that `word` is.
    ///
    /// - Throws: That it can't be wrapped.
    static func command(_ word: [UInt8]) throws(Failure) -> [UInt8] {
        if CommandName.isValid(word) { return word }
        if let slash = word.lastIndex(of: UInt8(ascii: "/")), slash + 1 < word.count {
            let name = DisplayText.shortened(word[(slash + 1)...])
            throw .usage(
                "`\(ArgumentParser.shown(word))` is a path: a wrapper has a name",
                hint: "Write `\(name)`.")
        }
        throw .usage(
            "`\(ArgumentParser.shown(word))` can't be wrapped",
            hint:
                "A name has letters, digits, `_`, `.`, `+`, `@` and `-`, and is no word of a shell's own."
        )
    }

    private static func wrap(
        _ command: [UInt8], _ profile: String?, _ session: inout EditSession
    ) throws(Failure) {
        let path = ConfigPath.rule(command)
        let isLocal =
            session.context.options.isLocal
            || session.files[EditSession.local].editor.node(at: path) != nil
        let file = isLocal ? EditSession.local : EditSession.shared
        try session.files[file].edit { (editor) throws(ConfigEditor.Problem) in
            let value = profile.map { TOMLValue.string(Array($0.utf8)) }
            guard let rule = editor.node(at: path) else {
                return try editor.set(path, to: value ?? .boolean(true))
            }
            if editor.document[rule].isTable {
                if let value { try editor.set(path.appending("profile"), to: value) }
            } else if let value {
                try editor.set(path, to: value)
            } else if editor.document.boolean(rule) == false {
                try editor.set(path, to: .boolean(true))
            }
        }
    }
}
