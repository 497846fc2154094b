import ProxyEnvCore

/// `off`: prints the lines that put back what was there before.
struct OffCommand: Command {
    let name = "off"
    var description: CommandDescription {
        CommandDescription(
            summary: "print code that restores the previous environment",
            details: """
                A variable that was changed since is left alone. Where nobody knows what was there before, the
                proxy variables are unset.

                  eval "$(proxyenv off)"              sh, bash, zsh
                  proxyenv off                        any shell, with the hook
                """,
            group: .shell, purpose: .shellCode, options: [.shell])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let shell = try ShellChoice.shell(in: context)
        let shellSwitch = context.shellSwitch
        switch shellSwitch.trust {
        case .read: break
        case .absent:
            if !shellSwitch.off.changes.isEmpty {
                context.note("no state from a `use`; the proxy variables are unset")
            }
        case .broken:
            context.note(
                "\(SavedState.Variable.state) cannot be read; the proxy variables are unset")
        }
        if !shellSwitch.changedSince.isEmpty {
            let names = shellSwitch.changedSince.joined(separator: ", ")
            context.note("left alone, as modified since `use`: \(names)")
        }
        let isSeen = try ShellOutput.write(
            shellSwitch.off, in: shell, by: "proxyenv off", context)
        if let active = shellSwitch.active {
            if !isSeen {
                context.noteOnTerminal("\(DisplayText.shortened(Array(active.utf8))): off")
            }
        } else if shellSwitch.off.changes.isEmpty {
            context.noteOnTerminal(
                "no profile is active in this shell, and no proxy variable is set")
        }
        return 0
    }
}
