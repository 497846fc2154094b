import Completions
import ProxyEnvCore

/// `completions SHELL`: prints the completion of a shell.
struct CompletionsCommand: Command {
    let name = "completions"
    var description: CommandDescription {
        CommandDescription(
            operands: "SHELL",
            summary: "print the completion for SHELL, which the hook loads by itself",
            group: .help, operandCount: 1...1, operandKinds: [.shell])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let shell = try ShellChoice.named(invocation.operands.first ?? [], by: "`completions`")
        guard let text = Completions.named(shell.name) else {
            throw Failure("there is no completion for \(shell.name) yet")
        }
        try context.write(text)
        return 0
    }
}
