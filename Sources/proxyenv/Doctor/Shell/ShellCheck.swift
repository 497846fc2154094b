import ProxyEnvCore

/// The shell: whether the hook is loaded, and goes before the command.
struct ShellCheck {
    /// The command's name, as it stands in `[commands]`.
    let name: String
    /// The shell's state.
    let status: ShellStatus
    /// The start-up files.
    let startup: StartupLines
    /// The environment of the shell.
    let environment: Environment
    /// Whether the hook is loaded.
    var hook = HookState.unknown
    /// Where PATH leads to instead of the command's shim, and what that is called; nil without one.
    var shim: (place: ShimPlace, problem: String?)?

    /// Notes what was found.
    func look(_ diagnosis: inout Diagnosis) {
        let command = status.commands.first { $0.name == name }
        lookAtShim(command, &diagnosis)
        if command?.state != .wrapped, !status.capitals.isEmpty {
            diagnosis.add(.capitals(status.capitals))
        }
        // The wrapper gives the command what the profile says now.
        addChanges(&diagnosis, matter: command?.state != .wrapped)
        if lookForWrongHook(&diagnosis) { return }
        guard let view = status.view else { return lookAtMissingHook(command != nil, &diagnosis) }
        guard let command else {
            diagnosis.note(
                .shell, .good, "the hook is loaded in \(view.shell); no rule for \(name)")
            if let kind = view.kind(of: name) {
                diagnosis.note(
                    .shell, .unknown,
                    "\(name) is \(kind) of this shell's own; what is looked at is the program")
            }
            return
        }
        switch command.state {
        case .wrapped:
            diagnosis.note(
                .shell, .good,
                "the hook is loaded in \(view.shell), and goes before \(name)"
                    + (command.hasAlias ? ", below your alias" : ""))
            if !command.externs.isEmpty {
                diagnosis.add(.externs(command.externs, of: name))
            }
        case .shim:
            diagnosis.note(.shell, .good, "\(name) goes through its shim in \(view.shell)")
        case .alias, .aliasOfPath:
            diagnosis.note(.shell, .bad, "your alias `\(name)` skips the wrapper")
            diagnosis.add(.alias(name, isOfPath: command.state == .aliasOfPath, in: view.language))
        case .function:
            diagnosis.note(
                .shell, .bad, "\(name) is a function of yours, which goes before the wrapper")
            diagnosis.add(.function(name, in: view.language))
        case .unwrappable:
            diagnosis.note(.shell, .bad, "\(view.shell) cannot wrap a command called \(name)")
            diagnosis.add(.cannotWrap(name, in: view.shell))
        case .missing, .noHook, .unknown:
            diagnosis.note(.shell, .bad, "the hook was loaded before the rule was there")
            diagnosis.add(.noWrapper(for: name))
        }
    }

    /// Notes that the command's shim is never started.
    private func lookAtShim(
        _ command: ShellStatus.CommandStatus?, _ diagnosis: inout Diagnosis
    ) {
        guard let command, let shim else { return }
        guard let problem = shim.problem else {
            diagnosis.note(.shim, .good, "PATH leads to the shim of \(name)")
            return
        }
        let isWrapped = command.state == .wrapped
        diagnosis.note(.shim, isWrapped ? .unknown : .bad, problem)
        diagnosis.add(
            .shim(
                of: name, problem, isWrapped: isWrapped, hasProfile: status.active != nil,
                fix: ShimPlace.cure(in: ShellChoice.parent)))
    }

    /// Notes that this shell has no hook, or that this is not known; `hasRule` says whether a wrapper is wanted.
    private func lookAtMissingHook(_ hasRule: Bool, _ diagnosis: inout Diagnosis) {
        guard case .notLoaded(let shell) = hook else {
            diagnosis.note(.shell, .unknown, hook.silence(in: environment))
            diagnosis.isWrapperAssumed = hasRule && shim?.place != .first
            return
        }
        // The shim does what the wrapper would.
        let needsHook = hasRule && shim?.place != .first
        diagnosis.note(.shell, needsHook ? .bad : .unknown, hook.silence(in: environment))
        guard needsHook else { return }
        // With a profile of its own the shell gives it one all the same.
        diagnosis.add(
            .noHook(
                in: shell.name, for: name, hasProfile: status.active != nil,
                fix: HookState.Line(of: shell).steps))
    }

    /// Notes what was modified since `use`: the profile, or the variables; `matter` says whether the command gets what the shell has.
    func addChanges(_ diagnosis: inout Diagnosis, matter: Bool = true) {
        guard let active = status.active else { return }
        diagnosis.add(status.stale.map { .stale(active, $0, matters: matter) })
        let names = status.changedSince.filter { ProxyVariables.known.contains($0) }
        if !names.isEmpty { diagnosis.add(.changed(names, since: active)) }
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
            diagnosis.add(
                .wrongHook(
                    wrong.hook, in: wrong.shell, evidence: wrong.evidence, isElsewhere: true))
            return false
        }
        diagnosis.note(.shell, .bad, "the hook of \(wrong.hook) is loaded: \(wrong.evidence)")
        diagnosis.add(
            .wrongHook(wrong.hook, in: wrong.shell, evidence: wrong.evidence, isElsewhere: false))
        return true
    }
}
