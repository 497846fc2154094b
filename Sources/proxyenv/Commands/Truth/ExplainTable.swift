import ProxyEnvCore

/// The routes of all tools that are installed, a line for each.
struct ExplainTable {
    /// Colours, or none.
    let style: TextStyle

    /// A tool, its routes, and whether one of its programs is in PATH.
    struct Row {
        /// The tool.
        let tool: Tool
        /// Its routes, one for each transport.
        let routes: [Explanation]
        /// Its routes where it is typed and its wrapper starts it, if these are others.
        let typed: [Explanation]
        /// Whether there is a program of its name, or of another that starts it.
        let isInstalled: Bool

        /// The row of `tool`, whose programs are looked for in `search`.
        init(
            _ tool: Tool, _ routes: [Explanation], typed: [Explanation], _ search: ProgramSearch
        ) {
            self.tool = tool
            self.routes = routes
            self.typed = typed
            isInstalled = ([tool.name] + tool.commands).contains { search.has(Array($0.utf8)) }
        }
    }

    /// The columns of a terminal.
    private static let width = 80

    /// The text of `rows`.
    func text(_ rows: [Row]) -> String {
        let shown = rows.filter { $0.isInstalled }.flatMap { row in
            row.typed.map { (Self.name(row.tool, $0, of: row.typed) + ", typed", $0) }
                + row.routes.map { (Self.name(row.tool, $0, of: row.routes), $0) }
        }.map { (name: $0.0, route: $0.1) }
        let names = shown.map { $0.name.utf8.count }.max() ?? 0
        let longest = min(36, shown.map { Self.text($0.route).unicodeScalars.count }.max() ?? 0)
        var text = shown.map { line($0.name, $0.route, names, longest) }.joined()
        let others = rows.filter { !$0.isInstalled }.count
        if shown.isEmpty { text += "none of the tools that are known is in PATH\n" }
        if others > 0, !shown.isEmpty {
            text += style.dim("\(others) others are not in PATH; --json has them too") + "\n"
        }
        if rows.contains(where: { $0.isInstalled && !$0.typed.isEmpty }) {
            text +=
                style.dim("typed: through its wrapper; else as scripts and IDEs start it") + "\n"
        }
        if shown.contains(where: { !$0.route.warnings.isEmpty }) {
            text += style.dim("a warning in full: proxyenv explain TOOL URL") + "\n"
        }
        return text
    }

    /// The route in a word, or the proxy's URL.
    private static func text(_ route: Explanation) -> String {
        route.decision == .refused
            ? "refuses it" : DisplayText.shortened(Array(route.decision.text.utf8), to: 60)
    }

    private static func name(
        _ tool: Tool, _ route: Explanation, of routes: [Explanation]
    ) -> String {
        routes.count > 1 ? "\(tool.name) \(route.transport)" : tool.name
    }

    private func line(
        _ name: String, _ route: Explanation, _ names: Int, _ longest: Int
    ) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
        }
        let text = Self.text(route)
        var reason = route.decidedBy.text
        if let exempted = route.exempted { reason += ": `\(exempted.entry)`" }
        if !route.isUsable, route.decision != .refused {
            reason = "it cannot speak to that; \(reason)"
        }
        let warnings = route.warnings.count
        if warnings > 0 { reason += warnings == 1 ? "; a warning" : "; \(warnings) warnings" }
        let start = padded(name, names) + "  "
        let left =
            Self.width - start.unicodeScalars.count - max(longest, text.unicodeScalars.count) - 2
        let rest =
            reason.unicodeScalars.count <= left
            ? reason : DisplayText.shortened(Array(reason.utf8), to: max(8, left - 1))
        let painted = route.isUsable ? padded(text, longest) : style.red(padded(text, longest))
        return "\(start)\(painted)  \(style.dim(rest))\n"
    }
}
