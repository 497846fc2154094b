import ProxyEnvCore

/// `explain TOOL URL`: which route a tool takes to a URL, and what decides.
struct ExplainCommand: Command {
    let name = "explain"
    var description: CommandDescription {
        CommandDescription(
            operands: "TOOL URL", summary: "say which proxy a tool will use, and why",
            details: """
                Simulates the tool's own rules with the present environment and the tool's own files, which are read
                and never written. With --profile, with the environment that `run` would give it. With --all-tools URL is the
                only operand, and each tool that is installed has a line: its route, and what decides; --json has all tools. Where
                the wrapper of a typed command takes another route than the plain program, which scripts and IDEs start, both
                are said. The tools: \(Tools.names.joined(separator: " ")).
                """,
            group: .truth, operandCount: 1...2, operandKinds: [.program],
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
            throw .usage("`\(DisplayText.shortened(url))` is not an http or https URL")
        }
        let tools = wantsAll ? Tools.all : [try Self.tool(invocation.operands[0])]
        let profile = try ExplainedProfile(context)
        var files = ToolFiles(context)
        if wantsAll { files.prepare(for: target, isForGit: profile == nil) }
        let view = context.environment["PROXYENV_SHELL_VIEW"].flatMap { ShellView($0) }
        var reports: [Report] = []
        for tool in tools {
            let environment = try profile?.environment(of: tool) ?? context.environment
            files.environment = environment
            var report = Report(tool: tool, routes: files.routes(of: tool, to: target))
            if profile == nil { report.wrapper = try wrapper(of: tool, target, &files, context) }
            if let wrapper = report.wrapper { report.look(view, wrapper.profile, context) }
            reports.append(report)
        }
        for problem in files.problems { context.note(problem) }
        let exempted = profile?.exempted
        let search = ProgramSearch(context.environment)
        let rows = reports.map {
            ExplainTable.Row($0.tool, $0.routes, typed: $0.other?.routes ?? [], search)
        }
        if context.options.isJSON {
            let documents = zip(reports, rows).map { json($0, $1.isInstalled, url, exempted) }
            try context.report(wantsAll ? .array(documents) : documents[0])
        } else if wantsAll {
            try context.report(ExplainTable(style: context.style(for: .output)).text(rows))
        } else {
            let style = context.style(for: .output)
            try context.report(reports.map { text($0, exempted, style) }.joined())
        }
        return 0
    }

    /// What is said of a tool.
    private struct Report {
        /// The tool.
        let tool: Tool
        /// Its routes in the environment that is asked about.
        let routes: [Explanation]
        /// Its routes where its wrapper starts it, if it has a rule.
        var wrapper: (profile: ExplainedProfile, routes: [Explanation])?

        /// Why the typed command is the plain program all the same, or nil if it goes through the wrapper.
        var bypass: String?
        /// Whether it is not known that the shell has the wrapper.
        var isAssumed = false

        /// The wrapper, where it takes other routes than the plain program.
        var other: (profile: ExplainedProfile, routes: [Explanation])? {
            if bypass != nil { return nil }
            return wrapper.flatMap { wrapper in
                let isSame =
                    wrapper.routes.count == routes.count
                    && zip(wrapper.routes, routes).allSatisfy { $0.decision == $1.decision }
                return isSame ? nil : wrapper
            }
        }

        /// Looks whether the typed command goes through its wrapper in the shell of `context`.
        mutating func look(
            _ view: ShellView?, _ wrapper: ExplainedProfile, _ context: Context
        ) {
            let wrappable = view?.language.wrappable(wrapper.commands) ?? []
            let state = ShellStatus.WrapperState(
                of: tool.name, among: Set(wrappable), view, context)
            if context.environment.nonEmpty("PROXYENV_BYPASS") != nil {
                bypass = "PROXYENV_BYPASS is set"
            } else if state.isPast {
                bypass = state.text
            }
            isAssumed = state == .unknown
        }
    }

    /// The routes of `tool` where its wrapper starts it, or nil if there is no rule for it.
    private func wrapper(
        of tool: Tool, _ target: Target, _ files: inout ToolFiles, _ context: Context
    ) throws(Failure) -> (profile: ExplainedProfile, routes: [Explanation])? {
        guard let profile = try ExplainedProfile(wrapperOf: tool, context) else { return nil }
        files.environment = try profile.environment(of: tool)
        return (profile, files.routes(of: tool, to: target))
    }

    private static func tool(_ name: [UInt8]) throws(Failure) -> Tool {
        if let tool = Tools.named(name) { return tool }
        throw .unknown(
            "known tool", name, in: Tools.names,
            hint: "The tools are \(Tools.names.joined(separator: ", ")).")
    }

    // MARK: Output

    private func text(
        _ report: Report, _ entries: NoProxyEntries?, _ style: TextStyle
    ) -> String {
        let source =
            "  (source of its rules: \(report.tool.source); the installed one is not asked)"
        let title = style.bold(report.tool.name) + style.dim(source) + "\n"
        guard let other = report.other else {
            let note = report.bypass.map { "typed here it is the plain program: \($0)\n" } ?? ""
            return title + note + text(report.routes, entries, style)
        }
        let wrapper =
            report.isAssumed ? "typed, if the shell has its wrapper" : "typed, through its wrapper"
        return title
            + "\(wrapper) (profile \(other.profile.name)):\n"
            + text(other.routes, other.profile.exempted, style)
            + "as a plain program (scripts, IDEs):\n" + text(report.routes, entries, style)
    }

    private func text(
        _ routes: [Explanation], _ entries: NoProxyEntries?, _ style: TextStyle
    ) -> String {
        var text = ""
        for route in routes {
            let decision = route.isUsable ? route.decision.text : style.red(route.decision.text)
            let label = routes.count > 1 ? "\(route.transport): " : ""
            text += "  \(label)\(decision)"
            if !route.isUsable, route.decision != .refused { text += ", to which it cannot speak" }
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
        _ report: Report, _ isInstalled: Bool, _ url: [UInt8], _ entries: NoProxyEntries?
    ) -> JSONValue {
        let wrapper = report.wrapper.map { wrapper in
            JSONValue.object([
                ("profile", .string(wrapper.profile.name)),
                ("routes", .array(wrapper.routes.map { json($0, wrapper.profile.exempted) })),
            ])
        }
        return .object([
            ("tool", .string(report.tool.name)), ("url", .string(Secrets.hidden(in: url))),
            ("installed", .boolean(isInstalled)),
            ("routes", .array(report.routes.map { json($0, entries) })),
            ("wrapper", wrapper ?? .null),
        ])
    }

    private func json(_ route: Explanation, _ entries: NoProxyEntries?) -> JSONValue {
        .object([
            ("transport", .string(route.transport)), ("via", .string(route.decision.text)),
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
        case .configuration(let program, let key):
            .object([
                ("kind", .string("file")), ("path", .string("\(program)'s configuration")),
                ("key", .string(key)),
            ])
        case .nothing: .object([("kind", .string("none"))])
        }
    }
}
