import ProxyEnvCore

/// What `exec`, `run` and `wrapped` have in common: to become another program.
struct Launch {
    /// The command's name and the words that it is given.
    let words: [[UInt8]]
    private let index: Int
    private let context: Context

    /// The command that the command line asks for.
    init(_ invocation: Invocation, _ context: Context) {
        index = invocation.launchIndex
        words = Array(context.arguments.dropFirst(index))
        self.context = context
    }

    /// The command's name.
    var name: [UInt8] { words.first ?? [] }

    /// The name under which the command's rule stands: without the folder, and what says that it is a program.
    var ruleName: [UInt8] { PathText.programName(of: name) }

    /// Becomes the command, with the profile that `reference` names.
    ///
    /// - Throws: Why the profile can't be applied, or the command did not start.
    func become(
        with reference: ProfileReference, rule: CommandRule?, for asker: LoopbackWarning.Asker,
        _ resolver: inout ProfileResolver
    ) throws(Failure) -> Never {
        let resolution = try resolver.resolve(reference, for: rule, password: .reused)
        let tool = Tools.started(by: name, words.dropFirst())
        let patch = try resolver.patch(resolution, for: tool)
        LoopbackWarning(
            resolution: resolution, asker: asker, resolver: resolver
        ).give()
        let change = resolver.shellSwitch.run(resolution.name, patch)
        let environment = change.applied(to: resolver.context.environment)
        StartNotes(
            resolver.context, profile: resolution.name,
            isDirect: resolution.profile.proxies == nil, environment
        ).give(for: name, tool, arguments: words.dropFirst())
        try become(in: environment)
    }

    /// Becomes the command, with the environment as it is.
    ///
    /// - Throws: Why the command did not start.
    func becomePlain() throws(Failure) -> Never {
        // A shim's environment has the count of shims besides.
        try become(in: index == 0 ? context.environment : nil)
    }

    private func become(in environment: Environment?) throws(Failure) -> Never {
        do throws(ProgramLauncher.StartError) {
            // What shims add is in the environment already.
            try ProgramLauncher.become(
                argumentsFrom: index, environment,
                passingOver: { !ShimFolder.isProgram($0) && ShimFolder.isShim($1) })
        } catch {
            let name = DisplayText.shortened(name)
            switch error {
            case .notFound:
                var failure = Failure("there is no command `\(name)` to start")
                failure.kind = .commandNotFound
                throw failure
            case .notExecutable(let error):
                var failure = Failure("cannot start `\(name)`: \(error.message)")
                failure.kind = .commandNotExecutable
                throw failure
            case .refused(let error):
                throw Failure("cannot start `\(name)`: \(error.message)")
            }
        }
    }
}
