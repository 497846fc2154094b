import ProxyEnvCore

/// `wrapped COMMAND…`: what a shell's wrapper calls; `run` where there is a rule, else the plain command.
struct WrappedCommand: Command {
    let name = "wrapped"
    var description: CommandDescription {
        CommandDescription(
            operands: "COMMAND…",
            summary: "run COMMAND as its rule says, or plainly if there is none",
            group: .hidden, purpose: .launch(after: 0))
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        try Self.start(Launch(invocation, context), context)
    }

    /// Becomes the command, as a wrapper or a shim does.
    ///
    /// - Throws: Why it did not start.
    static func start(_ launch: Launch, _ context: Context) throws(Failure) -> Never {
        if context.environment.nonEmpty("PROXYENV_BYPASS") != nil { try launch.becomePlain() }
        do throws(Failure) {
            var resolver = try ProfileResolver(context)
            guard let rule = try resolver.rule(for: launch.name) else {
                try launch.becomePlain()
            }
            let reference = try resolver.reference(for: rule)
            try launch.become(
                with: reference, rule: rule, for: .run(launch.name, rule), &resolver)
        } catch {
            var failure = error
            if failure.status < 126 {
                let name = DisplayText.shortened(launch.name)
                let line = ShellChoice.typed(in: context).starting(
                    "\(name) …", with: "PROXYENV_BYPASS")
                failure.hints.append("To start it without proxyenv: \(line)")
            }
            throw failure
        }
    }
}
