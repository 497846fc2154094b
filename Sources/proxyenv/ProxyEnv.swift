import ProxyEnvCore

/// The program: reads the command line, runs the command, reports.
@main
enum ProxyEnv {
    /// The only place that ends the process.
    static func main() {
        SystemExit.exit(run())
    }

    private static func run() -> Int32 {
        let arguments = ProcessArguments.all
        let environment = ProcessArguments.environment
        if let name = ShimStart.name(arguments) {
            let (isWrapper, config) = WrapperFolder.wrapper(startedAs: arguments[0])
            var options = Options()
            options.config = config
            return runShim(
                Context(
                    arguments: [name] + arguments.dropFirst(), environment: environment,
                    options: options), isWrapper: isWrapper)
        }
        var parser = ArgumentParser(arguments, commands: Commands.table)
        do throws(Failure) {
            let invocation = try parser.parse()
            let context = Context(
                arguments: arguments, environment: environment, options: parser.options)
            if parser.options.wantsVersion {
                try context.write("proxyenv \(Release.version)\n")
                return 0
            }
            if parser.options.wantsHelp { return try help(parser.command, context) }
            guard let command = parser.command else { return try Overview(context).write() }
            return try Commands.all[command.index].run(invocation, context)
        } catch {
            var options = parser.options
            options.shell = options.shell ?? parser.unreadShell
            let context = Context(
                arguments: arguments, environment: environment, options: options)
            var failure = error
            if let word = parser.unknownCommand, let hint = MeantCommand.hint(for: word, context) {
                failure.hints = [hint]
            }
            return report(failure, of: parser.intendedCommand, in: context)
        }
    }

    /// Runs the command whose shim, or wrapper, this process is.
    private static func runShim(_ context: Context, isWrapper: Bool) -> Int32 {
        do throws(Failure) {
            try ShimStart.run(context, isWrapper: isWrapper)
        } catch {
            return report(error, of: Commands.table.named(Array("wrapped".utf8)), in: context)
        }
    }

    /// Help goes to standard output, but not where that is for a shell to read.
    private static func help(
        _ command: KnownCommand?, _ context: Context
    ) throws(Failure) -> Int32 {
        let text = Commands.help(for: command)
        if command?.description.purpose.isCode == true {
            Context.writeError(text)
        } else {
            try context.write(text)
        }
        return 0
    }

    private static func report(
        _ failure: Failure, of command: KnownCommand?, in context: Context
    ) -> Int32 {
        if failure.kind == .brokenPipe { return SystemExit.asBrokenPipe() }
        Context.writeError(failure.rendered(in: context.style(for: .error)))
        switch command?.description.purpose {
        case .shellCode:
            // Nothing that follows in `eval "$(…)" && codex` shall be done.
            let shell = (try? ShellChoice.shell(in: context)) ?? .sh
            // The status tells proxyenv.cmd.
            if SwitchFile(context, for: shell) == nil {
                try? context.write("\(shell.failingStatement)\n")
            }
            return failure.status
        case .launch:
            return failure.status >= 126 ? failure.status : 125
        default: return failure.status
        }
    }
}
