import ProxyEnvCore

/// `help [COMMAND]`: what there is.
struct HelpCommand: Command {
    let name = "help"
    var description: CommandDescription {
        CommandDescription(
            operands: "[COMMAND]", summary: "show help, for all or for COMMAND",
            group: .help, operandCount: 0...1, operandKinds: [.command])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        guard let name = invocation.operands.first else {
            try context.write(HelpText.overview)
            return 0
        }
        guard let command = Commands.named(name) else { throw Commands.unknown(name) }
        try context.write(HelpText.help(for: command))
        return 0
    }
}
