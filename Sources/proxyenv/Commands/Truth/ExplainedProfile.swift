import ProxyEnvCore

/// A profile that `explain` looks at: in place of the present environment, or beside it.
struct ExplainedProfile {
    private let resolver: ProfileResolver
    private let resolution: ProfileResolver.Resolution
    /// The hosts that it leaves out.
    let exempted: NoProxyEntries

    /// What --profile names, or nil if it is not given.
    init?(_ context: Context) throws(Failure) {
        guard let name = context.options.values(of: .profile).last else { return nil }
        // What the tool can't do with the profile is in the answer.
        var context = context
        context.options.isQuiet = true
        var resolver = try ProfileResolver(context)
        resolution = try resolver.resolve(try resolver.reference(name), password: .hidden)
        exempted = NoProxyEntries(resolution.chosen, &resolver)
        self.resolver = resolver
    }

    /// What the wrapper of `tool` gives it, or nil if there is no rule for it.
    init?(wrapperOf tool: Tool, _ context: Context) throws(Failure) {
        var context = context
        context.options.isQuiet = true
        var resolver = try ProfileResolver(context)
        guard let rule = try resolver.rule(for: Array(tool.name.utf8)) else { return nil }
        resolution = try resolver.resolve(
            try resolver.reference(for: rule), for: rule, password: .hidden)
        exempted = NoProxyEntries(resolution.chosen, &resolver)
        self.resolver = resolver
    }

    /// The commands that have a rule.
    var commands: [String] { resolver.configuration.commandNames }

    /// The name of the profile.
    var name: String { DisplayText.shortened(Array(resolution.name.utf8)) }

    /// The environment that `run` gives `tool`, or that of any other program where it would refuse.
    func environment(of tool: Tool) throws(Failure) -> Environment {
        let patch: EnvironmentPatch
        do throws(Failure) {
            patch = try resolver.patch(resolution, for: tool)
        } catch {
            patch = try resolver.patch(resolution)
        }
        return resolver.shellSwitch.run(resolution.name, patch)
            .applied(to: resolver.context.environment)
    }
}
