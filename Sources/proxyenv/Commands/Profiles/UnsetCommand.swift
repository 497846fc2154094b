import ProxyEnvCore

/// `unset NAME KEY`: takes a key out of a profile.
struct UnsetCommand: Command {
    let name = "unset"
    var description: CommandDescription {
        CommandDescription(
            operands: "NAME KEY", summary: "take a key out of a profile",
            details: """
                KEY is one of \(ProfileKey.names.joined(separator: ", ")),
                or env.NAME for one variable.
                """,
            group: .profiles, operandCount: 2...2, operandKinds: [.profile, .key],
            options: [.local, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let profile = try ProfileOperand.name(invocation.operands[0])
        let key = try ProfileValue.key(invocation.operands[1])
        try EditSession.run(context) { (session) throws(Failure) in
            guard session.hasProfile(profile) else {
                if BuiltInProfiles.named(profile) == nil { throw session.unknownProfile(profile) }
                throw Failure("profile `\(profile)` is built in: none of its keys is in a file")
            }
            let path = key.path(in: profile)
            var isFound = false
            for index in session.files.indices
            where index == EditSession.local || !context.options.isLocal {
                guard session.files[index].editor.node(at: path) != nil else { continue }
                isFound = true
                try session.files[index].edit { (editor) throws(ConfigEditor.Problem) in
                    try editor.remove(path, keeping: 2)
                }
            }
            if isFound { return }
            throw Failure(
                "profile `\(profile)` has no `\(key.text)` in "
                    + (context.options.isLocal
                        ? session.files[EditSession.local].name : "your files"))
        }
        context.noteChange("\(profile) has no \(key.text) any more")
        return 0
    }
}
