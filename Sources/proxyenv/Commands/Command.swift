import ProxyEnvCore

/// A command of proxyenv: what it is called, what it takes, and what it does.
protocol Command: Sendable {
    /// Its name, by which alone it is looked for: to make all descriptions takes longer than most commands do.
    var name: String { get }
    /// What help, completion and the reading of the command line need to know.
    var description: CommandDescription { get }
    /// Does it.
    ///
    /// - Parameters:
    ///   - invocation: What was asked for.
    ///   - context: The context.
    /// - Returns: The exit status.
    /// - Throws: Why it could not be done.
    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32
}
