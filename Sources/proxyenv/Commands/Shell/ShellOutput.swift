import ProxyEnvCore

/// The lines of `use` and `off`.
enum ShellOutput {
    /// Writes the lines that make `change`.
    ///
    /// On a terminal nobody evaluates them: passwords are masked there, and it is said how they are meant.
    ///
    /// - Parameters:
    ///   - change: What they change.
    ///   - shell: The shell that reads them.
    ///   - line: The command that prints them, as a person types it.
    ///   - context: The context.
    /// - Returns: Whether a terminal got them, so that nothing is switched.
    /// - Throws: That the shell can't hold a value, or that the lines can't be written.
    static func write(
        _ change: EnvironmentPatch, in shell: Shell, by line: @autoclosure () -> String,
        _ context: Context
    ) throws(Failure) -> Bool {
        for change in change.changes {
            guard let reason = change.value.flatMap({ Platform.refusal(of: $0) }) else { continue }
            throw .unrepresentable(
                Unrepresentable(form: shell.name, variable: change.name, reason: reason))
        }
        if let file = SwitchFile(context, for: shell) {
            try file.write(change)
            return false
        }
        let isSeen = StandardStream.output.isTerminal
        let script: [UInt8]
        do throws(Unrepresentable) {
            script = try shell.script(for: isSeen ? Masking.masked(change) : change)
        } catch {
            throw .unrepresentable(error)
        }
        guard isSeen else {
            try context.write(shell.guarded(script, changing: change.changes.map { $0.name }))
            return false
        }
        try context.write(script)
        if !script.isEmpty {
            context.note("these lines are for the shell to read: \(shell.evaluation(of: line()))")
        }
        return true
    }
}
