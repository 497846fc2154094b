import ProxyEnvCore

/// What proxyenv does that was started under another name: that of a command.
enum ShimStart {
    /// The command that a process with these arguments was started as, or nil where it was started as proxyenv.
    static func name(_ arguments: [[UInt8]]) -> [UInt8]? {
        guard let first = arguments.first, !first.isEmpty, !ShimFolder.isProgram(first)
        else { return nil }
        return PathText.programName(of: first)
    }

    /// Becomes the command that is the first of the context's arguments, as its rule says.
    ///
    /// A wrapper, which stands in no PATH, can't come back to itself.
    ///
    /// - Throws: Why it did not start.
    static func run(_ context: Context, isWrapper: Bool) throws(Failure) -> Never {
        if isWrapper {
            try WrappedCommand.start(
                Launch(Invocation(operands: [], launchIndex: 0), context), context)
        }
        let name = context.arguments.first ?? []
        let depth = ShimDepth(
            context.arguments, in: FileSystem.workingDirectory ?? [], context.environment)
        let shown = DisplayText.shortened(name)
        if depth.isLoop {
            var failure = Failure(
                "the shim of `\(shown)` comes back to itself: what it starts calls `\(shown)` again",
                hint:
                    "Let that tool call the program by its path, or run `proxyenv shim remove \(shown)`."
            )
            failure.kind = .commandNotExecutable
            throw failure
        }
        let counted = Context(
            arguments: context.arguments,
            environment: depth.change.applied(to: context.environment), options: context.options)
        do throws(Failure) {
            let launch = Launch(Invocation(operands: [], launchIndex: 0), counted)
            try WrappedCommand.start(launch, counted)
        } catch {
            var failure = error
            if failure.kind == .commandNotFound {
                failure.hints.append(
                    "proxyenv was started as `\(shown)`, so it stands for the command of that name."
                )
            }
            throw failure
        }
    }
}
