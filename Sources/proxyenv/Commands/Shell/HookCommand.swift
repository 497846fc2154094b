import Completions
import ProxyEnvCore
import ShellSnippets

/// `hook SHELL`: prints the integration for a shell's start-up file.
struct HookCommand: Command {
    let name = "hook"
    var description: CommandDescription {
        CommandDescription(
            operands: "SHELL",
            summary: "print the integration for SHELL's start-up file",
            details: """
                It gives a function `proxyenv`, for which `use` and `off` act on the shell itself, and a wrapper for each
                command in the file's [commands]. For cmd it is macros for these commands, a file for `doskey /macrofile=FILE`.
                """,
            group: .shell, purpose: .startUpCode, operandCount: 1...1, operandKinds: [.shell])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let shell = try ShellChoice.named(invocation.operands.first ?? [], by: "`hook`")
        if shell.name == Shell.cmd.name {
            try context.write(try macros(context))
            return 0
        }
        guard var snippet = ShellSnippets.named(shell.name) else {
            throw Failure("there is no integration for \(shell.name)")
        }
        let nushell = NushellVersion(context.environment)
        let isNushell = shell.name == Shell.nushell.name
        if isNushell, !nushell.passesWords { snippet = ShellSnippets.nushell112 }
        // With a file that can't be read the function is there all the same, so that `reload` is once it is mended.
        var failure: Failure?
        var commands: [String] = []
        do throws(Failure) {
            let configuration = try ConfigurationFiles.load(in: context)
            warn(of: configuration, context)
            commands = configuration.commandNames
        } catch {
            failure = error
        }
        let program = try ProgramPath.current(context)
        let config = try context.options.config.map(ProgramPath.absolute)
        var wrappers: [UInt8] = []
        if let script = snippet.script {
            commands = shell.wrappable(commands)
            wrappers = Self.wrappers(of: commands, program, config, script, context)
        }
        let text = try HookText(
            snippet: snippet, shell: shell, program: program, config: config,
            completion: Completions.named(shell.name) ?? [], wrappers: wrappers,
            leavesOutAttributes: isNushell && !nushell.takesCompleters)
        // Where that ends the start-up file, or is told from a text that is cut off by the status alone, a first line tells
        // `reload` instead of the status.
        if let error = failure, shell.endsAtFailure || isNushell {
            Context.writeError(error.rendered(in: context.style(for: .error)))
            try context.write("# no file\n")
            failure = nil
        }
        // A shell whose functions hide what they cover says what there is of its own.
        let view = context.environment["PROXYENV_SHELL_VIEW"].flatMap { ShellView($0) }
        let own = view.map { view in
            view.functions
                + view.aliases.filter { view.target(ofAlias: $0) != .proxyenv }
        }
        try context.write(text.text(for: commands, except: isNushell ? own ?? [] : []))
        if let failure { throw failure }
        return 0
    }

    /// The macros of cmd for the file's commands.
    private func macros(_ context: Context) throws(Failure) -> [UInt8] {
        let configuration = try ConfigurationFiles.load(in: context)
        warn(of: configuration, context)
        let commands = configuration.commandNames
        if commands.isEmpty {
            context.note("no command is wrapped yet: `proxyenv wrap codex` makes one that is")
        }
        let program = try ProgramPath.current(context)
        let config = try context.options.config.map(ProgramPath.absolute)
        do throws(Unrepresentable) {
            return try DoskeyMacros.text(program: program, config: config, commands: commands)
        } catch {
            throw Failure("cmd cannot hold a path with \(error.reason)")
        }
    }

    /// The folder with the links that wrap `commands`; it is empty, and a person is told why, where it can't be made.
    private static func wrappers(
        of commands: [String], _ program: [UInt8], _ config: [UInt8]?,
        _ script: (name: String, text: [UInt8]), _ context: Context
    ) -> [UInt8] {
        guard let folder = WrapperFolder(for: config, context.environment) else {
            context.note(
                "no command is wrapped here, as \(StandardFolders.dataVariable) is not set")
            return []
        }
        let file = PathText.path(script.name, in: folder.path)
        if let distrust = FileTrust(context).distrust(of: file, try? FileSystem.status(of: file)) {
            let place = ConfigurationFiles.displayed(folder.path, home: context.home)
            context.note("no command is wrapped here, because of \(place): \(distrust.reason)")
            return []
        }
        do throws(SystemError) {
            try folder.prepare(commands, leadingTo: program, script: script)
            return folder.path
        } catch {
            let place = ConfigurationFiles.displayed(folder.path, home: context.home)
            context.note(
                "no command is wrapped here, as \(place) cannot be written: \(error.message)")
            return []
        }
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
