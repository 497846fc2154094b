import ProxyEnvCore

/// `unwrap COMMAND…`: lets commands go as they are again.
struct UnwrapCommand: Command {
    let name = "unwrap"
    var description: CommandDescription {
        CommandDescription(
            operands: "COMMAND…", summary: "stop wrapping commands",
            details: """
                A rule in the machine's own file cannot be taken out: `false` in your file stands against it.
                """,
            group: .profiles, operandCount: 1...Int.max, operandKinds: [.wrapped],
            options: [.local, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let commands = invocation.operands
        try EditSession.run(context) { (session) throws(Failure) in
            for command in commands { try Self.unwrap(command, &session) }
        }
        let names = commands.map { DisplayText.shortened($0) }
        context.noteChange("\(names.joined(separator: ", ")): not wrapped any more")
        return 0
    }

    private static func unwrap(
        _ command: [UInt8], _ session: inout EditSession
    ) throws(Failure) {
        let path = ConfigPath.rule(command)
        var isFound = false
        for index in session.files.indices
        where index == EditSession.local || !session.context.options.isLocal {
            guard session.files[index].editor.node(at: path) != nil else { continue }
            isFound = true
            try session.files[index].edit { (editor) throws(ConfigEditor.Problem) in
                try editor.remove(path, keeping: 0)
            }
        }
        let others = session.configuration.commandNames
        if others.contains(where: { command.equals($0) }) {
            let file = session.context.options.isLocal ? EditSession.local : EditSession.shared
            return try session.files[file].edit { (editor) throws(ConfigEditor.Problem) in
                try editor.set(path, to: .boolean(false))
            }
        }
        if isFound { return }
        throw .unknown("rule for", command, in: others)
    }
}
