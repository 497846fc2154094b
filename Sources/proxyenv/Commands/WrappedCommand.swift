import ProxyEnvCore

/// `wrapped COMMAND…`: what a shell's wrapper calls; `run` where there is a rule, else the plain command.
struct WrappedCommand: Command {
    var name: String { "wrapped" }
    var description: CommandDescription {
        CommandDescription(
            name: name, operands: "COMMAND…",
            summary: "run COMMAND as its rule says, or as it is if there is none",
            group: .hidden, purpose: .launch(after: 0))
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        try Self.start(invocation, context)
    }

    /// Becomes the command, as a wrapper or a shim does.
    ///
    /// - Throws: Why it did not start.
    static func start(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        if context.environment.nonEmpty("PROXYENV_BYPASS") != nil {
            throw Launch.plain(invocation, context)
        }
        do throws(Failure) {
            var resolver = try ProfileResolver(context)
            guard let rule = try resolver.rule(for: Launch.name(invocation)) else {
                throw Launch.plain(invocation, context)
            }
            let reference = try resolver.reference(for: rule)
            throw try Launch.start(
                reference, rule: rule, for: .run(Launch.name(invocation), rule), &resolver,
                invocation)
        } catch {
            var failure = error
            if failure.status < 126 {
                let name = DisplayText.shortened(Launch.name(invocation))
                failure.hints.append("To start it without proxyenv: PROXYENV_BYPASS=1 \(name) …")
            }
            throw failure
        }
    }
}
