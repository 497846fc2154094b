import ProxyEnvCore

/// The shell: whether the hook is loaded, and goes before the command.
struct ShellCheck {
    /// The command's name, as it stands in `[commands]`.
    let name: String
    /// The shell's state.
    let status: ShellStatus
    /// The start-up files.
    let startup: StartupLines
    /// Whether the hook is loaded.
    var hook = HookState.unknown
    /// Where PATH leads to instead of the command's shim, and what that is called; nil without one.
    var shim: (place: ShimPlace, problem: String?)?

    /// Notes what was found.
    func look(_ diagnosis: inout Diagnosis) {
        let command = status.commands.first { $0.name == name }
        lookAtShim(command, &diagnosis)
        // The wrapper gives the command what the profile says now.
        addChanges(&diagnosis, command?.state == .wrapped ? .warning : .problem)
        if lookForWrongHook(&diagnosis) { return }
        guard let view = status.view else { return lookAtMissingHook(command != nil, &diagnosis) }
        guard let command else {
            diagnosis.note(
                "shell", .good, "the hook is loaded in \(view.shell); no rule for \(name)")
            if let kind = view.kind(of: name) {
                diagnosis.note(
                    "shell", .unknown,
                    "\(name) is \(kind) of this shell's own; what is looked at is the program")
            }
            return
        }
        switch command.state {
        case .wrapped:
            diagnosis.note(
                "shell", .good,
                "the hook is loaded in \(view.shell), and goes before \(name)"
                    + (command.hasAlias ? ", below your alias" : ""))
        case .shim:
            diagnosis.note("shell", .good, "\(name) goes through its shim in \(view.shell)")
        case .alias, .aliasOfPath:
            let kind = command.state == .alias ? "an alias" : "an alias for a path"
            diagnosis.note("shell", .bad, "your alias `\(name)` skips the wrapper")
            diagnosis.add(
                Finding(
                    "shell.alias",
                    "\(name) is \(kind) in this shell, which skips the wrapper: the rule does not reach it",
                    fix: [
                        "unalias \(name)",
                        "Take the alias out of your start-up file, or write `proxyenv run` before the program that it names.",
                    ]))
        case .function:
            diagnosis.note(
                "shell", .bad, "\(name) is a function of yours, which goes before the wrapper")
            diagnosis.add(
                Finding(
                    "shell.function",
                    "\(name) is a function of this shell's own: the rule does not reach it",
                    fix: [
                        "\(view.language.functionRemoval) \(name); proxyenv reload",
                        "Take it out of your start-up file, or let it call `proxyenv run \(name)`.",
                    ]))
        case .missing, .noHook, .unknown:
            diagnosis.note("shell", .bad, "the hook was loaded before the rule was there")
            diagnosis.add(
                Finding(
                    "shell.wrapper", "this shell has no wrapper for \(name) yet",
                    fix: ["proxyenv reload"]))
        }
    }

    /// Notes that the command's shim is never started.
    private func lookAtShim(
        _ command: ShellStatus.CommandStatus?, _ diagnosis: inout Diagnosis
    ) {
        guard let command, let shim else { return }
        guard let problem = shim.problem else {
            diagnosis.note("shim", .good, "PATH leads to the shim of \(name)")
            return
        }
        let isWrapped = command.state == .wrapped
        diagnosis.note("shim", isWrapped ? .unknown : .bad, problem)
        diagnosis.add(
            Finding(
                "shell.shim", isWrapped || status.active != nil ? .warning : .problem,
                "\(problem): the shim of \(name) is never started"
                    + (isWrapped ? ", which xargs, an IDE and the like need" : ""),
                fix: ShimPlace.cure(in: ShellChoice.parent)))
    }

    /// Notes that this shell has no hook, or that this is not known; `hasRule` says whether a wrapper is wanted.
    private func lookAtMissingHook(_ hasRule: Bool, _ diagnosis: inout Diagnosis) {
        guard case .notLoaded(let shell) = hook else {
            diagnosis.note("shell", .unknown, "unknown: load the hook (proxyenv help hook)")
            diagnosis.isWrapperAssumed = hasRule && shim?.place != .first
            return
        }
        let text = "this shell (\(shell.name)) has no hook loaded"
        // The shim does what the wrapper would.
        let needsHook = hasRule && shim?.place != .first
        diagnosis.note("shell", needsHook ? .bad : .unknown, text)
        guard needsHook else { return }
        // With a profile of its own the shell gives it one all the same.
        diagnosis.add(
            Finding(
                "shell.hook", status.active == nil ? .problem : .warning,
                "\(text), so that what is typed here starts without the profile of its rule",
                fix: HookState.Line(of: shell).steps
                    + ["proxyenv run \(name)"]))
    }

    /// Notes what has changed since `use`: the profile, or the variables.
    func addChanges(_ diagnosis: inout Diagnosis, _ severity: Finding.Severity = .problem) {
        guard let active = status.active else { return }
        let fix = [ShellWords.line(["proxyenv", "use", active])]
        if let stale = status.stale {
            diagnosis.add(
                Finding(
                    "shell.stale", severity,
                    "the profile has changed since this shell has it: \(stale)",
                    fix: fix))
        }
        let names = status.changedSince.filter { ProxyVariables.known.contains($0) }
        if !names.isEmpty {
            diagnosis.add(
                Finding(
                    "shell.changed", .warning,
                    "\(names.joined(separator: ", ")) \(names.count > 1 ? "were" : "was") changed after `use \(active)`, by hand or by a script",
                    fix: fix))
        }
    }

    /// Notes that the hook is another shell's: by what the shell tells, or by the line that loads it.
    private func lookForWrongHook(_ diagnosis: inout Diagnosis) -> Bool {
        var wrong: (hook: String, shell: String, evidence: String)?
        if let view = status.view, !view.language.isContained, let shell = ShellChoice.parent,
            shell.name != view.shell
        {
            wrong = (view.shell, shell.name, "this shell is \(shell.name)")
        } else if let text = status.unreadView, let shell = ShellChoice.parent,
            case let hook = ShellView.shell(of: text)?.name, hook != shell.name
        {
            wrong = (hook ?? "another shell", shell.name, "this shell is \(shell.name)")
        } else if status.view == nil, let line = startup.wrongHook {
            wrong = (line.hook, line.shell, "\(line.place), which \(line.shell) reads")
        }
        guard let wrong else { return false }
        // The file of another shell is no matter of this one.
        if let parent = ShellChoice.parent, parent.name != wrong.shell {
            diagnosis.add(Self.wrongHook(wrong.hook, wrong.shell, wrong.evidence, .warning))
            return false
        }
        diagnosis.note("shell", .bad, "the hook of \(wrong.hook) is loaded: \(wrong.evidence)")
        diagnosis.add(Self.wrongHook(wrong.hook, wrong.shell, wrong.evidence, .problem))
        return true
    }

    private static func wrongHook(
        _ hook: String, _ shell: String, _ evidence: String, _ severity: Finding.Severity
    ) -> Finding {
        Finding(
            "shell.wrong-hook", severity, "the hook of \(hook) is loaded in \(shell)",
            evidence: [evidence], fix: [loadingLine(of: shell)])
    }

    /// The line that loads the hook of `shell` here, where the program was just found.
    private static func loadingLine(of shell: String) -> String {
        Shells.named(shell.utf8)?.hookLine ?? "proxyenv help hook"
    }
}
