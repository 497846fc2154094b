import ProxyEnvCore

/// `remove NAME`: takes a profile out of the files.
struct RemoveCommand: Command {
    let name = "remove"
    var description: CommandDescription {
        CommandDescription(
            operands: "NAME", summary: "take a profile out of your files",
            details: """
                It is refused while a rule, `default` or a `first-reachable` names the profile; with --rules
                those go too. Comments right above the profile go with it.
                """,
            group: .profiles, operandCount: 1...1, operandKinds: [.profile],
            options: [.rules, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let profile = try ProfileOperand.name(invocation.operands[0])
        try EditSession.run(context) { (session) throws(Failure) in
            guard session.ownsProfile(profile) else { throw Self.refusal(profile, session) }
            // What is still there under that name may be named.
            let isGone =
                !session.isOfTheMachine(profile) && BuiltInProfiles.named(profile) == nil
            if isGone { try Self.checkMentions(profile, session) }
            for index in session.files.indices {
                if isGone { try Self.removeMentions(profile, &session, index) }
                try session.files[index].edit { (editor) throws(ConfigEditor.Problem) in
                    try editor.remove(.profile(profile))
                }
            }
        }
        context.noteChange("\(profile) is removed")
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

    /// Refuses where something names `profile` and may not go too.
    private static func checkMentions(_ profile: String, _ session: EditSession) throws(Failure) {
        if session.context.options.has(.rules) { return }
        let places = session.files.flatMap { file in
            file.editor.document.mentions(of: profile).map { place(of: $0, in: file) }
        }
        if places.isEmpty { return }
        throw Failure(
            "profile `\(profile)` is named by \(places.joined(separator: ", "))",
            hint: "Use --rules to take those out too.")
    }

    /// Takes out what names `profile`.
    private static func removeMentions(
        _ profile: String, _ session: inout EditSession, _ index: Int
    ) throws(Failure) {
        for mention in session.files[index].editor.document.mentions(of: profile) {
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
