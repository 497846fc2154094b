import ProxyEnvCore

/// `doctor [COMMAND]`: why a command does not get through, and what to do.
struct DoctorCommand: Command {
    let name = "doctor"
    var description: CommandDescription {
        CommandDescription(
            operands: "[COMMAND]",
            summary: "find out why COMMAND does not get through, and what to do",
            details: """
                Looks at the command, this shell, the variables as the command will see them, the files that overrule them, processes
                that keep older ones, the proxy, and what the servers that the command needs answer; says what is wrong, and last the one
                sentence that matters. Without COMMAND: the files, every profile's proxies, and every command in [commands].

                Behind `--` stand arguments of the command's own, as far as they name files of settings: `doctor -- claude --settings FILE`.

                --fix shows each change of proxyenv's own file that cures something, and asks before it makes it; --yes says
                yes to all, --dry-run only shows them. Without a terminal nothing is changed but with --yes.

                No key is sent, but with --with-key: then CODEX_API_KEY or codex's auth.json, or ANTHROPIC_API_KEY for claude, once,
                to its own server. Exit status 1 for any problem.
                """,
            group: .truth, operandCount: 0...1, operandKinds: [.program],
            takesArguments: true,
            options: [
                .profile, .timeout, .withKey, .trustProject, .fix, .yes, .dryRun, .report, .json,
            ])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        if context.options.isDryRun, !context.options.has(.fix) {
            throw .usage("`doctor` changes nothing without `--fix`")
        }
        if context.options.has(.yes), !context.options.has(.fix) {
            throw .usage("`--yes` says yes to what `--fix` offers, which is not given")
        }
        let timeouts = try TestCommand.timeouts(context.options)
        let progress = Progress(context)
        let command = invocation.operands.first
        // What concerns others is told in a finding, and not on standard error too.
        var quiet = context
        quiet.options.isQuiet = true
        if command?.isEmpty == true { throw .usage("`doctor` needs the name of a command") }
        let configuration: Result<Configuration, Failure>
        do throws(Failure) {
            configuration = .success(try ConfigurationFiles.load(in: quiet))
        } catch {
            configuration = .failure(error)
        }
        var diagnosis =
            command.map {
                Examination(
                    command: $0, arguments: context.arguments.dropFirst(invocation.launchIndex),
                    context: quiet, configuration: configuration, timeouts: timeouts,
                    progress: progress
                ).run()
            }
            ?? InstallationCheck(
                context: quiet, configuration: configuration, timeouts: timeouts,
                progress: progress
            ).run()
        progress.clear()
        diagnosis.amend { $0.rewritingFix { ShellChoice.pasted($0, context) } }
        let report = DoctorReport(
            command: command.map { DisplayText.shortened($0) }, diagnosis: diagnosis,
            version: Release.version)
        if context.options.isJSON {
            try context.report(report.json)
        } else if context.options.has(.report) {
            try context.report(report.markdown)
        } else {
            try context.report(report.text(context.style(for: .output)))
        }
        if context.options.has(.fix) {
            // What a program reads stays what it is.
            var own = context
            if context.options.isJSON || context.options.has(.report) { own.output = .error }
            try Fixes(diagnosis.findings, own).make()
        }
        return report.isHealthy ? 0 : 1
    }
}
