import ProxyEnvCore

/// `use [PROFILE|-]`: prints the lines that switch the shell.
struct UseCommand: Command {
    let name = "use"
    var description: CommandDescription {
        CommandDescription(
            operands: "[PROFILE|-]",
            summary: "print code that switches this shell to PROFILE",
            details: """
                Without PROFILE: what PROXYENV_PROFILE names, else the file's `default`, else `auto`.
                `-` is the profile that was active before the present one.

                  eval "$(proxyenv use clash)"        sh, bash, zsh
                  proxyenv use clash | source         fish
                  proxyenv use clash                  any of them, with the hook
                """,
            group: .shell, purpose: .shellCode, operandCount: 0...1, operandKinds: [.profile],
            options: [.shell])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let shell = try ShellChoice.shell(in: context)
        var resolver = try ProfileResolver(context)
        let reference = try reference(invocation, &resolver)
        context.noteNarrowed(invocation.operands.first)
        let resolution = try resolver.resolve(reference, password: .asked)
        let patch = try resolver.patch(resolution)
        guard let change = resolver.shellSwitch.use(resolution.name, patch) else {
            throw Failure(
                "what was there before is too long to be kept for `off`",
                hint: "Take long variables out of the profile's `env`.")
        }
        if resolver.shellSwitch.trust == .broken {
            context.note(
                "\(SavedState.Variable.state) cannot be read; the proxy variables from before are gone"
            )
        }
        LoopbackWarning(resolution: resolution, asker: .use, resolver: resolver).give()
        let isSeen = try ShellOutput.write(change, in: shell, by: Self.line(invocation), context)
        if !isSeen { context.noteOnTerminal(Self.noteOnTerminal(resolution)) }
        return 0
    }

    /// The command as it was typed.
    private static func line(_ invocation: Invocation) -> String {
        let name = invocation.operands.first.map { DisplayText.shortened($0) }
        return ShellWords.line(["proxyenv", "use"] + (name.map { [$0] } ?? []))
    }

    private func reference(
        _ invocation: Invocation, _ resolver: inout ProfileResolver
    ) throws(Failure) -> ProfileReference {
        guard let text = invocation.operands.first else { return try resolver.defaultReference() }
        guard text.equals("-") else { return try resolver.reference(text) }
        let shellSwitch = resolver.shellSwitch
        guard let previous = shellSwitch.previous else {
            if shellSwitch.active != nil {
                throw Failure("there was no profile before this one in this shell")
            }
            let hasHook = resolver.context.environment[ShellSwitch.handedOverVariable] != nil
            throw Failure(
                "no profile was active in this shell before",
                hint: hasHook
                    ? "Name one: `proxyenv use NAME`; `proxyenv list` shows them."
                    : "Name a profile. After `off`, `use -` works only with the hook: `proxyenv help hook`."
            )
        }
        return try resolver.reference(Array(previous.utf8))
    }

    private static func noteOnTerminal(_ resolution: ProfileResolver.Resolution) -> String {
        let choice = resolution.chosen.name == resolution.name ? "" : " (\(resolution.chosen.name))"
        let proxy = resolution.profile.proxies?.https.masked ?? "no proxy"
        return resolution.name == proxy ? proxy : "\(resolution.name)\(choice): \(proxy)"
    }
}
