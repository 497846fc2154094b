import ProxyEnvCore

/// The server that a tool has left running, and the proxy variables that it was started with.
struct RunningDaemon {
    /// Its process.
    let id: Int32
    /// The environment that it was started with.
    let environment: Environment

    /// That of `tool` for who has `environment`, or nil where none runs or it can't be seen.
    init?(of tool: Tool, _ environment: Environment) {
        guard let kind = tool.daemon, let folder = tool.folder?.path(in: environment),
            let file = try? FileSystem.load(
                PathText.path(kind.processFile, in: folder), limit: 65_536),
            file.status.isRegular, let id = file.content.flatMap({ kind.process(in: $0) }),
            ProcessTree.arguments(of: id).contains(where: { $0.equals(kind.argument) }),
            let environment = ProcessTree.environment(of: id)
        else { return nil }
        self.id = id
        self.environment = environment
    }

    /// Says that it takes another route, if it does and the command with these `arguments` would use it.
    static func note(
        of tool: Tool, _ environment: Environment, _ arguments: ArraySlice<[UInt8]>,
        profile: String, in context: Context
    ) {
        guard let kind = tool.daemon, kind.isUsed(with: arguments),
            let daemon = RunningDaemon(of: tool, environment),
            let target = Target(Array((tool.hosts.first ?? "").utf8))
        else { return }
        // What the file says counts for both.
        var files = ToolFiles(context, environment, for: .start)
        let settings = files.settings(of: tool, for: target)
        guard let wanted = Explainer(tool, environment, settings).routes(to: target).first,
            let found = Explainer(tool, daemon.environment, settings).routes(to: target).first,
            wanted.decision != found.decision
        else { return }
        let route =
            found.decision == .direct ? "goes without a proxy" : "still uses \(found.decision.text)"
        context.note(
            "a running \(kind.name) (process \(daemon.id)) \(route), not profile "
                + "\(profile): `\(kind.stop)`, or `\(tool.name) \(kind.bypass)`")
    }
}
