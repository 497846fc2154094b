import ProxyEnvCore

/// `default [NAME]`: shows or changes the profile that is taken where none is named.
struct DefaultCommand: Command {
    let name = "default"
    var description: CommandDescription {
        CommandDescription(
            operands: "[PROFILE]",
            summary: "show or change the default profile",
            details: """
                Without PROFILE it is printed; if there is none, the exit status is 1, and `auto` is used.
                """,
            group: .profiles, operandCount: 0...1, operandKinds: [.profile],
            options: [.unset, .local, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let path = ConfigPath.top("default")
        if context.options.has(.unset) {
            guard invocation.operands.isEmpty else { throw .usage("`--unset` takes no PROFILE") }
            try EditSession.run(context) { (session) throws(Failure) in
                for index in session.files.indices
                where index == EditSession.local || !context.options.isLocal {
                    try session.files[index].edit { (editor) throws(ConfigEditor.Problem) in
                        try editor.remove(path)
                    }
                }
            }
            context.noteChange("there is no default any more: `auto` is used")
            return 0
        }
        guard let word = invocation.operands.first else { return try show(context) }
        let reference = try Self.reference(word)
        try EditSession.run(context) { (session) throws(Failure) in
            let isLocal =
                context.options.isLocal
                || session.files[EditSession.local].editor.node(at: path) != nil
            let file = isLocal ? EditSession.local : EditSession.shared
            try session.files[file].edit { (editor) throws(ConfigEditor.Problem) in
                try editor.set(path, to: .string(Array(reference.text.utf8)))
            }
        }
        context.noteChange("\(reference.text) is the default")
        return 0
    }

    /// The profile that `word` names.
    ///
    /// - Throws: That it names none.
    static func reference(_ word: [UInt8]) throws(Failure) -> ProfileReference {
        do throws(ProfileReference.Problem) {
            return try ProfileReference(word: word)
        } catch {
            throw .reference(error)
        }
    }

    private func show(_ context: Context) throws(Failure) -> Int32 {
        let configuration = try ConfigurationFiles.load(in: context)
        var reader = ConfigReader(configuration)
        let reference = reader.readDefault()
        if !reader.diagnostics.isEmpty { throw .config(reader.diagnostics, in: configuration) }
        guard let reference else {
            context.note("no default is set: `auto` is used")
            return 1
        }
        try context.report(reference.text + "\n")
        return 0
    }
}
