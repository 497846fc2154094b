import ProxyEnvCore

/// `help [COMMAND]`: what there is.
struct HelpCommand: Command {
    let name = "help"
    var description: CommandDescription {
        CommandDescription(
            operands: "[COMMAND]", summary: "show help, for all or for COMMAND",
            group: .help, operandCount: 0...1, operandKinds: [.command], options: [.json])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        var command: KnownCommand?
        if let name = invocation.operands.first {
            command = Commands.table.named(name)
            if command == nil { throw Commands.table.unknown(name) }
        }
        if context.options.isJSON {
            let commands = command.map { [$0] } ?? Commands.table.visible
            let document = HelpJSON.document(
                of: commands, version: Release.version, startUpLines: Commands.startUpLines)
            try context.write(document.serialized() + [0x0A])
        } else {
            try context.write(Commands.help(for: command))
        }
        return 0
    }
}
