import ProxyEnvCore

/// What proxyenv does that was started under another name: that of a command.
enum ShimStart {
    /// The command that the process was started as, or nil where it was started as proxyenv.
    static var name: [UInt8]? {
        guard let first = ProcessArguments.all(upTo: 1).first, !first.isEmpty,
            !ShimFolder.isProgram(first)
        else { return nil }
        return Array(first[(first.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
    }

    /// Becomes the command `name`, as its rule says.
    ///
    /// - Throws: Why it did not start.
    static func run(_ name: [UInt8], _ environment: Environment) throws(Failure) -> Int32 {
        let words = [name] + ProcessArguments.all.dropFirst()
        let depth = ShimDepth(words, in: FileSystem.workingDirectory ?? [], environment)
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
        let context = Context(
            environment: depth.change.applied(to: environment), options: Options())
        do throws(Failure) {
            return try WrappedCommand.start(Invocation(operands: [], launchIndex: 0), context)
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
