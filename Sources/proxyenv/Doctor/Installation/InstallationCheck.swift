import ProxyEnvCore

/// The look at everything: proxyenv's own file, this shell, every profile's proxies and every wrapped command.
struct InstallationCheck {
    /// The context.
    let context: Context
    /// proxyenv's own file, or why it cannot be read.
    let configuration: Result<Configuration, Failure>
    /// How long each step may take.
    let timeouts: ProbeTimeouts
    /// Tells somebody who waits what is being looked at.
    let progress: Progress

    /// The most commands and the most profiles that are looked at, as each takes its time.
    static let mostLookedAt = 100

    /// Takes the look.
    func run() -> Diagnosis {
        var diagnosis = Diagnosis()
        guard let configuration = lookAtFiles(&diagnosis) else { return diagnosis }
        lookForPasswords(in: configuration, &diagnosis)
        let status = ShellStatus(configuration, context)
        diagnosis.note(
            .shell, status.view == nil ? .unknown : .good,
            status.view.map { "the hook is loaded in \($0.shell)" }
                ?? HookState(context).silence(in: context.environment))
        ShellCheck(
            name: "", status: status, startup: StartupLines(context),
            environment: context.environment
        ).addChanges(&diagnosis)
        NodeStart.look(
            context.environment, in: ShellChoice.typed(in: context), &diagnosis)
        ProfilesCheck(
            files: ProfileResolver(context, configuration), timeouts: timeouts, progress: progress
        ).look(&diagnosis)
        progress.show("looking at the commands")
        let names = configuration.commandNames
        for name in names.prefix(Self.mostLookedAt) { lookAtCommand(name, &diagnosis) }
        if names.count > Self.mostLookedAt {
            diagnosis.note(
                .command, .unknown,
                "\(names.count - Self.mostLookedAt) more are not looked at here: proxyenv doctor COMMAND"
            )
        }
        return diagnosis
    }

    private func lookAtFiles(_ diagnosis: inout Diagnosis) -> Configuration? {
        do throws(Failure) {
            let configuration = try configuration.get()
            let problems = ConfigReader.check(configuration)
            for problem in problems.prefix(Failure.mostDiagnostics) {
                let line = DiagnosticRenderer.line(problem, in: configuration.file(of: problem))
                diagnosis.add(.config(problem, line))
            }
            let paths = configuration.layers.map { $0.path }
            diagnosis.note(
                .file, problems.isEmpty ? .good : .bad,
                paths.isEmpty
                    ? "there is none: using built-in profiles" : paths.joined(separator: ", "))
            return configuration
        } catch {
            let first = error.diagnostics.first.map {
                DiagnosticRenderer.line($0.diagnostic, in: $0.file)
            }
            let line = first ?? error.message
            diagnosis.note(.file, .bad, line)
            diagnosis.add(first == nil ? .unreadable(line) : .invalid(line))
            return nil
        }
    }

    /// Files with a password in them that others can read.
    private func lookForPasswords(
        in configuration: Configuration, _ diagnosis: inout Diagnosis
    ) {
        guard let user = ConfigurationFiles.user(in: context)?.path else { return }
        for path in [user, ConfigurationFiles.local(besides: user)] {
            let name = ConfigurationFiles.displayed(path, home: context.home)
            let holds = configuration.layers.contains {
                $0.path == name && $0.document.holdsSecret
            }
            guard holds, let status = try? FileSystem.status(of: path), status.isOpenToOthers
            else { continue }
            diagnosis.add(.readable(name, fix: Ownership.hiding(path, name)))
        }
    }

    private func lookAtCommand(_ name: String, _ diagnosis: inout Diagnosis) {
        // It would name each in turn, and none of them for long.
        let own = Examination(
            command: Array(name.utf8), context: context, configuration: configuration,
            timeouts: timeouts, progress: Progress(context)
        ).run(asksNetwork: false)
        let cause = own.findings.first { $0.severity == .problem }
        let route = own.steps.first { $0.name == .route }?.text
        diagnosis.note(
            .command, cause == nil ? .good : .bad,
            "\(name): \(cause?.title ?? route ?? "nothing is wrong")")
        // What is wrong with the file has been told, each thing at its place.
        let told: [FindingKind] = [.configInvalid, .configUntrusted]
        diagnosis.add(own.findings.filter { !told.contains($0.kind) })
    }
}
