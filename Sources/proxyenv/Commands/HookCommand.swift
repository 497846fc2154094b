import Completions
import ProxyEnvCore
import ShellSnippets

/// `hook SHELL`: prints the integration for a shell's start-up file.
struct HookCommand: Command {
    var name: String { "hook" }
    var description: CommandDescription {
        CommandDescription(
            name: name, operands: "SHELL",
            summary: "print the integration for SHELL's start-up file",
            details: """
                It gives a function `proxyenv`, for which `use` and `off` act on the shell itself, and a wrapper for each
                command in the file's [commands].

                  command -v proxyenv >/dev/null && eval "$(proxyenv hook zsh)"     ~/.zshrc
                  command -v proxyenv >/dev/null && eval "$(proxyenv hook bash)"    ~/.bashrc
                  status is-interactive; and type -q proxyenv; and proxyenv hook fish | source
                                                                      ~/.config/fish/config.fish
                """,
            group: .shell, purpose: .startUpCode, operandCount: 1...1, operandKinds: [.shell])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let shell = try ShellChoice.named(invocation.operands.first ?? [], by: "`hook`")
        guard let snippet = ShellSnippets.named(shell.name) else {
            throw Failure("there is no integration for \(shell.name)")
        }
        let configuration = try ConfigurationFiles.load(in: context)
        warn(of: configuration, context)
        let text = try HookText(
            snippet: snippet, shell: shell, program: ProgramPath.current(context),
            config: try context.options.config.map(ProgramPath.absolute),
            completion: Completions.named(shell.name) ?? [])
        try context.write(text.text(for: configuration.commandNames))
        return 0
    }

    /// A rule that is wrong is left out, and said.
    private func warn(of configuration: Configuration, _ context: Context) {
        let problems = ConfigReader.checkRules(configuration)
        guard let first = problems.first else { return }
        let line = DiagnosticRenderer.line(first, in: configuration.file(of: first))
        let more = problems.count > 1 ? ", and \(problems.count - 1) more" : ""
        context.note("warning: \(line)\(more); see `proxyenv validate`")
    }
}
