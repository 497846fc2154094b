import ProxyEnvCore

/// `setup`: from nothing to a command that goes through the proxy.
struct SetupCommand: Command {
    let name = "setup"
    var description: CommandDescription {
        CommandDescription(
            summary: "set all of it up: the proxy, the commands, the shell",
            details: """
                Looks for the proxies that answer, the commands in PATH that it knows, and the shell's start-up file; proposes a
                default profile, what to wrap, and the hook's line between two comments. It shows all of that and asks before it
                writes. Then it starts the shell anew, out of sight, and tells what the first command sees there.

                --yes takes what is proposed, --dry-run only shows it. Without a terminal nothing is asked, and without one of the
                two nothing is done (exit status 2). --profile takes a profile, a URL or a port for the default where there is
                none. --undo takes out exactly what setup put in; what you have changed since stays, and is named.
                """,
            group: .begin, options: [.profile, .shell, .yes, .dryRun, .undo])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let options = context.options
        if options.config != nil {
            throw .usage(
                "`setup` takes no `--config`: the shells would not know of it",
                hint: "Set PROXYENV_CONFIG in the environment of your session.")
        }
        if let home = context.home, let status = try? FileSystem.status(of: home),
            !Ownership.isTrusted(status.owner)
        {
            throw Failure(
                "\(DisplayText.escaped(home)), the home folder here, is another user's",
                hint: "Run `proxyenv setup` as that user, without sudo.")
        }
        if options.has(.undo) {
            if options.shell != nil {
                throw .usage("`--undo` takes no `--shell`: it looks at all of them")
            }
            if !options.values(of: .profile).isEmpty {
                throw .usage("`--undo` takes no `--profile`")
            }
            var undo = try SetupUndo(context)
            return try undo.run()
        }
        let asks = !options.has(.yes) && !options.isDryRun
        if asks, !Terminal.isInput || !StandardStream.output.isTerminal {
            throw .usage(
                "there is no terminal to ask on",
                hint:
                    "`proxyenv setup --yes` takes what is proposed, `proxyenv setup --dry-run` shows it."
            )
        }
        let progress = Progress(context)
        progress.show("looking for proxies, commands and the start-up file")
        let look = try SetupLook(context)
        progress.clear()
        var plan = look.findings.proposal
        if let word = options.values(of: .profile).last { plan.choice = try look.choice(word) }
        let text = SetupText(look, context)
        if asks {
            try context.report(text.found)
            guard let answer = try SetupQuestions(look, context).ask(plan) else {
                return quit(context)
            }
            plan = answer
        }
        guard plan.choice != .nothing else {
            throw Failure(
                "no proxy answers on this machine, and the system is set to none",
                hint: "Start yours and try again, or name it: `proxyenv setup --profile URL`.")
        }
        try context.report(text.plan(plan))
        if asks {
            let answer = try? Terminal.line("\nWrite this? [Y/n] ")
            let isYes = answer.map { $0.isEmpty || $0.first?.lowercased == UInt8(ascii: "y") }
            guard isYes == true else { return quit(context) }
        }
        let isWhole = try SetupChange(look, context).make(plan)
        if options.isDryRun { return 0 }
        let isProved = try SetupProof(look, context).make(plan)
        return isWhole && isProved ? 0 : 1
    }

    private func quit(_ context: Context) -> Int32 {
        context.note("nothing is written")
        return 1
    }
}
