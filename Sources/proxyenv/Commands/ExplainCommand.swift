import ProxyEnvCore

/// `explain TOOL URL`: which way a tool takes to a URL, and what decides.
struct ExplainCommand: Command {
    var name: String { "explain" }
    var description: CommandDescription {
        CommandDescription(
            name: name, operands: "TOOL URL", summary: "say which proxy a tool will use, and why",
            details: """
                Simulates the tool's own rules with the present environment and the tool's own files, which are read
                and never written. With --profile, with the environment that `run` would give it. With --all-tools URL is the
                only operand, and each tool that is installed has a line: its way, and what decides; --json has all tools. The tools: \(Tools.names.joined(separator: " ")).
                """,
            group: .truth, operandCount: 1...2, operandKinds: [.tool],
            options: [.profile, .allTools, .json])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let wantsAll = context.options.has(.allTools)
        guard invocation.operands.count == (wantsAll ? 1 : 2) else {
            throw .usage(
                "`explain` takes \(wantsAll ? "a URL" : "a tool and a URL")",
                hint: "Write `proxyenv explain codex https://api.openai.com`.")
        }
        let url = invocation.operands[wantsAll ? 0 : 1]
        guard let target = Target(url) else {
            throw .usage("`\(ArgumentParser.shown(url))` is no URL of the web")
        }
        let tools = wantsAll ? Tools.all : [try Self.tool(invocation.operands[0])]
        let profile = try ExplainedProfile(context)
        var files = ToolFiles(context)
        if wantsAll { files.prepare(for: target, isForGit: profile == nil) }
        var reports: [(Tool, [Explanation])] = []
        for tool in tools {
            let environment = try profile?.environment(of: tool) ?? context.environment
            files.environment = environment
            let settings = files.settings(of: tool, for: target)
            reports.append((tool, Explainer(tool, environment, settings).routes(to: target)))
        }
        for problem in files.problems { context.note(problem) }
        let exempted = profile?.exempted
        let search = ProgramSearch(context.environment)
        let rows = reports.map { ExplainTable.Row($0.0, $0.1, search) }
        if context.options.isJSON {
            let documents = rows.map { json($0, url, exempted) }
            try context.write(wantsAll ? .array(documents) : documents[0])
        } else if wantsAll {
            try context.write(ExplainTable(style: context.style(for: .output)).text(rows))
        } else {
            let style = context.style(for: .output)
            try context.write(reports.map { text($0.0, $0.1, exempted, style) }.joined())
        }
        return 0
    }

    private static func tool(_ name: [UInt8]) throws(Failure) -> Tool {
        if let tool = Tools.named(name) { return tool }
        let suggestion = Suggestion.nearest(to: name, in: Tools.names)
        throw Failure(
            "nothing is known of a tool `\(ArgumentParser.shown(name))`",
            hint: suggestion.map { "Did you mean `\($0)`?" }
                ?? "The tools are \(Tools.names.joined(separator: ", ")).")
    }

    // MARK: Output

    private func text(
        _ tool: Tool, _ routes: [Explanation], _ entries: NoProxyEntries?, _ style: TextStyle
    ) -> String {
        var text = style.bold(tool.name) + style.dim("  (\(tool.source))") + "\n"
        for route in routes {
            let way = route.isUsable ? route.way.text : style.red(route.way.text)
            let label = routes.count > 1 ? "\(route.transport): " : ""
            text += "  \(label)\(way)"
            if !route.isUsable, route.way != .refused { text += ", to which it can't speak" }
            text += "\n    decided by \(route.decidedBy.text)"
            if let exempted = route.exempted {
                text += ": `\(exempted.entry)`"
                if let origin = entries?.origin(of: exempted.entry) { text += " (\(origin))" }
            }
            text += "\n"
            if !route.overruled.isEmpty {
                text +=
                    "    overruled: \(route.overruled.map { $0.text }.joined(separator: ", "))\n"
            }
            for warning in route.warnings { text += "    \(style.yellow("warning")): \(warning)\n" }
        }
        return text
    }

    private func json(
        _ row: ExplainTable.Row, _ url: [UInt8], _ entries: NoProxyEntries?
    ) -> JSONValue {
        .object([
            ("tool", .string(row.tool.name)), ("url", .string(Masking.maskedURL(url))),
            ("installed", .boolean(row.isInstalled)),
            ("routes", .array(row.routes.map { json($0, entries) })),
        ])
    }

    private func json(_ route: Explanation, _ entries: NoProxyEntries?) -> JSONValue {
        .object([
            ("transport", .string(route.transport)), ("via", .string(route.way.text)),
            ("usable", .boolean(route.isUsable)), ("decidedBy", json(route.decidedBy)),
            ("noProxy", route.exempted.map { .string($0.entry) } ?? .null),
            ("noProxyFrom", .optional(route.exempted.flatMap { entries?.origin(of: $0.entry) })),
            ("overruled", .array(route.overruled.map { json($0) })),
            ("warnings", .array(route.warnings.map { .string($0) })),
        ])
    }

    private func json(_ source: Explanation.Source) -> JSONValue {
        switch source {
        case .variable(let name): .object([("kind", .string("variable")), ("name", .string(name))])
        case .file(let path, let line, let key):
            .object([
                ("kind", .string("file")), ("path", .string(path)), ("line", .number(line)),
                ("key", .string(key)),
            ])
        case .nothing: .object([("kind", .string("none"))])
        }
    }
}

/// The profile that `explain` shall look at in place of the present environment.
private struct ExplainedProfile {
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
