import ProxyEnvCore

/// `set NAME KEY VALUE…`: changes a key of a profile.
struct SetCommand: Command {
    let name = "set"
    var description: CommandDescription {
        CommandDescription(
            operands: "NAME KEY VALUE…", summary: "change a key of a profile",
            details: """
                KEY is one of \(ProfileKey.names.joined(separator: ", ")),
                or env.NAME for one variable. A built-in profile is written into your file first.
                A value that begins with `-` stands behind `--`.
                """,
            group: .profiles, operandCount: 3...Int.max, operandKinds: [.profile, .key, .none],
            options: [.local, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let profile = try ProfileOperand.name(invocation.operands[0])
        let key = try ProfileValue.key(invocation.operands[1])
        let words = Array(invocation.operands[2...])
        if key.variable != nil, words.count > 1 {
            throw .usage("`\(key.text)` takes one value, found \(words.count)")
        }
        let value: TOMLValue =
            if key.variable != nil { .string(words[0]) } else {
                try ProfileValue.value(of: key.key, words)
            }
        let place = try EditSession.run(context) { (session) throws(Failure) in
            try session.requireProfile(profile)
            let changes: [(ConfigPath, TOMLValue)] =
                if case .table(let members) = value {
                    members.map { (key.path(in: profile).appending($0.key), $0.value) }
                } else {
                    [(key.path(in: profile), value)]
                }
            var name = ""
            for (path, value) in changes {
                let file = session.file(for: profile, path)
                try session.files[file].edit { (editor) throws(ConfigEditor.Problem) in
                    try editor.set(path, to: value)
                }
                name = session.files[file].name
            }
            return name
        }
        context.noteChange("\(place): \(key.text) of \(profile) is set")
        return 0
    }
}
