import ProxyEnvCore

/// `remove NAME`: takes a profile out of the files.
struct RemoveCommand: Command {
    var name: String { "remove" }
    var description: CommandDescription {
        CommandDescription(
            name: name, operands: "NAME", summary: "take a profile out of your files",
            details: """
                It is refused while a rule, `default` or a `first-reachable` names the profile; with --rules
                those go too. Comments right above the profile go with it.
                """,
            group: .profiles, operandCount: 1...1, options: [.rules, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let profile = try ProfileOperand.name(invocation.operands[0])
        try EditSession.run(context) { (session) throws(Failure) in
            guard session.ownsProfile(profile) else { throw Self.refusal(profile, session) }
            for index in session.files.indices {
                try session.files[index].edit { (editor) throws(ConfigEditor.Problem) in
                    try editor.remove(.profile(profile))
                }
            }
            // What is still there under that name may be named.
            if session.hasProfile(profile) || BuiltInProfiles.named(profile) != nil { return }
            for index in session.files.indices { try Self.removeMentions(profile, &session, index) }
        }
        context.remarkEdit("\(profile) is removed")
        return 0
    }

    private static func refusal(_ profile: String, _ session: EditSession) -> Failure {
        if session.isOfTheMachine(profile) {
            return Failure(
                "profile `\(profile)` is in \(session.system?.path ?? "a file") and not in your files"
            )
        }
        if BuiltInProfiles.named(profile) != nil {
            return Failure("profile `\(profile)` is built in: there is nothing to remove")
        }
        return session.unknownProfile(profile)
    }

    /// Takes out what names `profile`, or refuses to.
    private static func removeMentions(
        _ profile: String, _ session: inout EditSession, _ index: Int
    ) throws(Failure) {
        let mentions = session.files[index].editor.document.mentions(of: profile)
        if mentions.isEmpty { return }
        guard session.context.options.has(.rules) else {
            let places = mentions.map { place(of: $0, in: session.files[index]) }
            throw Failure(
                "profile `\(profile)` is named by \(places.joined(separator: ", "))",
                hint: "Use --rules to take those out too.")
        }
        for mention in mentions {
            try session.files[index].edit { (editor) throws(ConfigEditor.Problem) in
                try remove(mention, of: profile, from: &editor)
            }
        }
    }

    private static func remove(
        _ mention: ProfileMention, of profile: String, from editor: inout ConfigEditor
    ) throws(ConfigEditor.Problem) {
        switch mention.kind {
        case .default: try editor.remove(.top("default"))
        case .rule(let command): try editor.remove(.rule(command))
        case .candidate(let chooser):
            let path = ConfigPath([Array("profiles".utf8), chooser, Array("first-reachable".utf8)])
            guard let list = editor.node(at: path) else { return }
            let names = editor.document.children(of: list)
                .compactMap { editor.document.string($0) }.filter { !$0.equals(profile) }
            try editor.set(path, to: .strings(names))
        }
    }

    private static func place(of mention: ProfileMention, in file: EditedFile) -> String {
        let what =
            switch mention.kind {
            case .default: "`default`"
            case .rule(let command): "the rule for `\(DisplayText.shortened(command))`"
            case .candidate(let profile): "profile `\(DisplayText.shortened(profile))`"
            }
        let source = SourceFile(path: file.name, bytes: file.editor.source)
        let line = source.position(of: file.editor.document[mention.node].valueRange.lowerBound)
            .line
        return "\(what) (\(file.name):\(line))"
    }
}
