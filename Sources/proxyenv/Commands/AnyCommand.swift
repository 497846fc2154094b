import ProxyEnvCore

/// A command of any kind, as a value that can be looked up.
///
/// It is what `any Command` would be: the released program is Embedded Swift, which has no values of a protocol's type.
struct AnyCommand: Command {
    /// Its name.
    let name: String
    /// What help, completion and the reading of the command line need to know.
    var description: CommandDescription { describe() }
    private let describe: @Sendable () -> CommandDescription
    private let body: @Sendable (Invocation, Context) throws(Failure) -> Int32

    /// `command`.
    init(_ command: some Command) {
        name = command.name
        describe = { command.description }
        body = { (invocation, context) throws(Failure) in try command.run(invocation, context) }
    }

    /// Does it.
    ///
    /// - Throws: Why it could not be done.
    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        try body(invocation, context)
    }
}
