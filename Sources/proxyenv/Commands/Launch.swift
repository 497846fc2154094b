import ProxyEnvCore

/// What `exec`, `run` and `wrapped` have in common: to become another program.
enum Launch {
    /// The command's name.
    static func name(_ invocation: Invocation) -> [UInt8] {
        let arguments = ProcessArguments.all
        if invocation.launchIndex == 0 { return ShimStart.name ?? [] }
        return invocation.launchIndex < arguments.count ? arguments[invocation.launchIndex] : []
    }

    /// The words that the command is given.
    private static func arguments(_ invocation: Invocation) -> ArraySlice<[UInt8]> {
        ProcessArguments.all.dropFirst(invocation.launchIndex + 1)
    }

    /// The name under which the command's rule stands: without the folder.
    static func ruleName(_ invocation: Invocation) -> [UInt8] {
        let name = name(invocation)
        return Array(name[(name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
    }

    /// Becomes the command, with the profile that `reference` names.
    ///
    /// - Returns: Why the command did not start; if it does, nothing is returned.
    /// - Throws: Why the profile can't be applied.
    static func start(
        _ reference: ProfileReference, rule: CommandRule?, for asker: LoopbackWarning.Asker,
        _ resolver: inout ProfileResolver, _ invocation: Invocation
    ) throws(Failure) -> Failure {
        let resolution = try resolver.resolve(reference, for: rule, password: .reused)
        let tool = Tools.started(by: name(invocation))
        let patch = try resolver.patch(resolution, for: tool)
        LoopbackWarning(
            resolution: resolution, asker: asker, resolver: resolver
        ).give()
        let change = resolver.shellSwitch.run(resolution.name, patch)
        let environment = change.applied(to: resolver.context.environment)
        StartNotes(resolver.context, profile: resolution.name, environment).give(
            for: name(invocation), tool, arguments: arguments(invocation))
        return execute(invocation, environment)
    }

    /// Becomes the command, with the environment as it is.
    ///
    /// - Returns: Why the command did not start; if it does, nothing is returned.
    static func plain(_ invocation: Invocation, _ context: Context) -> Failure {
        // A shim's environment has the count of shims besides.
        execute(invocation, invocation.launchIndex == 0 ? context.environment : nil)
    }

    private static func execute(_ invocation: Invocation, _ environment: Environment?) -> Failure {
        let reason = ProgramLauncher.execute(argumentsFrom: invocation.launchIndex, environment)
        let name = ArgumentParser.shown(name(invocation))
        switch reason {
        case .notFound:
            var failure = Failure("there is no command `\(name)` to start")
            failure.kind = .commandNotFound
            return failure
        case .notExecutable(let error):
            var failure = Failure("can't start `\(name)`: \(error.message)")
            failure.kind = .commandNotExecutable
            return failure
        case .refused(let error):
            return Failure("can't start `\(name)`: \(error.message)")
        }
    }
}
