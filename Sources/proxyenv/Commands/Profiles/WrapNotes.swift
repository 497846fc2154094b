import ProxyEnvCore

/// What keeps commands that are wrapped from being proxied all the same.
struct WrapNotes {
    /// The commands.
    let names: [String]
    /// The context.
    let context: Context

    /// The commands that start others past their wrappers, as people write them.
    private static let detours = [
        (command: "pip", line: "python3 -m pip", starter: "python3"),
        (command: "pip3", line: "python3 -m pip", starter: "python3"),
        (command: "npm", line: "npx", starter: "npx"),
    ]

    /// Says each on standard error.
    ///
    /// - Throws: That the files can't be read.
    func give() throws(Failure) {
        if context.options.isDryRun { return }
        noteHook()
        try noteDetours()
    }

    /// A wrapper is a function, which the hook makes: without it nothing is wrapped.
    private func noteHook() {
        guard case .notLoaded(let shell) = HookState(context) else { return }
        let line = HookState.Line(of: shell)
        let place = line.file.map { " and add it to \($0)" } ?? ""
        context.note(
            "this shell (\(shell.name)) has no hook loaded: what you type here is not proxied yet (\(names.joined(separator: ", "))). "
                + "Type this line here\(place):\n  \(line.text)")
    }

    private func noteDetours() throws(Failure) {
        let wrapped = try ConfigurationFiles.load(in: context).commandNames
        var said: [String] = []
        for detour in Self.detours
        where names.contains(detour.command) && !wrapped.contains(detour.starter)
            && !said.contains(detour.starter)
        {
            said.append(detour.starter)
            context.noteOnTerminal(
                "`\(detour.line)` is not covered by the wrapper of \(detour.command); to wrap it too: proxyenv wrap \(detour.starter)"
            )
        }
    }
}
