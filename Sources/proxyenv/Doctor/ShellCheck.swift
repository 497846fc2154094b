import ProxyEnvCore

/// The shell: whether the hook is loaded, and goes before the command.
struct ShellCheck {
    /// The command's name, as it stands in `[commands]`.
    let name: String
    /// The shell's state.
    let status: ShellStatus
    /// The start-up files.
    let startup: StartupLines

    /// Notes what was found.
    func look(_ diagnosis: inout Diagnosis) {
        if let stale = status.stale {
            diagnosis.add(
                Finding(
                    "shell.stale", "the profile has changed since this shell has it: \(stale)",
                    fix: ["proxyenv use \(status.active ?? "")"]))
        }
        if lookForWrongHook(&diagnosis) { return }
        let command = status.commands.first { $0.name == name }
        guard let view = status.view else {
            diagnosis.note("shell", .unknown, "unknown: load the hook (proxyenv help hook)")
            return
        }
        guard let command else {
            diagnosis.note(
                "shell", .good, "the hook is loaded in \(view.shell); no rule for \(name)")
            if status.active == nil { addFunctions(view, &diagnosis) }
            return
        }
        switch command.state {
        case .wrapped:
            diagnosis.note(
                "shell", .good,
                "the hook is loaded in \(view.shell), and goes before \(name)"
                    + (command.hasAlias ? ", below your alias" : ""))
        case .function:
            diagnosis.note(
                "shell", .bad, "\(name) is a function of yours, which goes before the wrapper")
            diagnosis.add(
                Finding(
                    "shell.function",
                    "\(name) is a function of this shell's own: the rule does not reach it",
                    fix: ["proxyenv shim add \(name)"]))
        case .missing, .unknown:
            diagnosis.note("shell", .bad, "the hook was loaded before the rule was there")
            diagnosis.add(
                Finding(
                    "shell.wrapper", "this shell has no wrapper for \(name) yet",
                    fix: ["proxyenv reload"]))
        }
    }

    /// Notes that the hook is another shell's: by what the shell tells, or by the line that loads it.
    private func lookForWrongHook(_ diagnosis: inout Diagnosis) -> Bool {
        var wrong: (hook: String, shell: String, evidence: String)?
        if let view = status.view, view.shell != "sh", let shell = ShellChoice.parent,
            shell.name != view.shell
        {
            wrong = (view.shell, shell.name, "this shell is \(shell.name)")
        } else if let text = status.unreadView, let shell = ShellChoice.parent,
            case let hook = ShellView.shell(of: text), hook != shell.name
        {
            wrong = (hook ?? "another shell", shell.name, "this shell is \(shell.name)")
        } else if status.view == nil, let line = startup.wrongHook {
            wrong = (line.hook, line.shell, "\(line.place), which \(line.shell) reads")
        }
        guard let wrong else { return false }
        diagnosis.note("shell", .bad, "the hook of \(wrong.hook) is loaded: \(wrong.evidence)")
        diagnosis.add(
            Finding(
                "shell.wrong-hook", "the hook of \(wrong.hook) is loaded in \(wrong.shell)",
                evidence: [wrong.evidence], fix: [Self.loadingLine(of: wrong.shell)]))
        return true
    }

    /// The line that loads the hook of `shell`.
    private static func loadingLine(of shell: String) -> String {
        switch shell {
        case "zsh", "bash", "ksh": "eval \"$(proxyenv hook \(shell))\""
        case "fish": "proxyenv hook fish | source"
        default: "proxyenv help hook"
        }
    }

    private func addFunctions(_ view: ShellView, _ diagnosis: inout Diagnosis) {
        guard view.functions.contains(name) || view.aliases.contains(name) else { return }
        diagnosis.note("shell", .unknown, "\(name) is an alias or a function of this shell's own")
    }
}
