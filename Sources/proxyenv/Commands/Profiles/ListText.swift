import ProxyEnvCore

/// The list of the profiles for people: in at most 80 columns, the user's own first.
struct ListText {
    /// Colours, or none.
    let style: TextStyle
    /// Whether those that do not answer are shown too.
    let showsAll: Bool
    /// What is active in this shell: a profile's name, or a proxy's URL.
    let active: String?

    /// The columns of a terminal.
    private static let width = 80

    /// The text of `rows`.
    func text(_ rows: [ListCommand.Row]) -> String {
        let own = rows.filter { !$0.isBuiltIn }
        let others = rows.filter { $0.isBuiltIn && (showsAll || $0.isOfUse) }
        // What chooses among the others stands behind them.
        let sorted = others.filter { $0.isProxy } + others.filter { !$0.isProxy }
        var text = ""
        if let active, !rows.contains(where: { $0.name == active }) {
            let shown = DisplayText.shortened(Array(active.utf8))
            text += "\(style.green("*")) \(style.bold(shown))"
            text += "  active in this shell, and no profile\n\n"
        }
        text += section("Your profiles", own)
        if !own.isEmpty { text += "\n" }
        text += section("Built in", sorted)
        let hidden = rows.count - own.count - others.count
        if hidden > 0 {
            text += style.dim("  \(hidden) more do not answer here: proxyenv list --all") + "\n"
        }
        return text
    }

    private func section(_ title: String, _ rows: [ListCommand.Row]) -> String {
        if rows.isEmpty { return "" }
        let names = min(24, rows.map { $0.name.utf8.count }.max() ?? 0)
        let proxies = rows.filter { !$0.isBuiltIn || $0.isProxy }
        let routes = min(36, proxies.map { $0.route.unicodeScalars.count }.max() ?? 0)
        let isAsked = rows.contains { $0.answers != nil }
        return style.bold(title) + "\n"
            + rows.map { line($0, names, routes, isAsked) }.joined()
    }

    private func line(
        _ row: ListCommand.Row, _ names: Int, _ routes: Int, _ isAsked: Bool
    ) -> String {
        var columns = 2
        func cell(_ text: String, _ width: Int) -> String {
            let missing = max(0, width - text.unicodeScalars.count)
            columns += text.unicodeScalars.count + missing + 2
            return text + String(repeating: " ", count: missing) + "  "
        }
        let name = cell(row.name, names)
        var text = "\(row.isActive ? style.green("*") : " ") "
        text += row.isActive ? style.bold(name) : name
        if !row.isBuiltIn || row.isProxy {
            text += cell(DisplayText.shortened(Array(row.route.utf8), to: 60), routes)
            if isAsked {
                let state = row.answers.map { $0 ? "answers" : "no answer" } ?? ""
                let painted = row.answers == true ? style.green(state) : style.dim(state)
                text += painted + String(repeating: " ", count: 11 - state.utf8.count)
                columns += 11
            }
        }
        let notes = [row.isDefault ? "(default)" : "", row.description].filter { !$0.isEmpty }
        let left = max(8, Self.width - columns)
        let rest = notes.joined(separator: "  ")
        text +=
            rest.unicodeScalars.count <= left
            ? rest : DisplayText.shortened(Array(rest.utf8), to: left - 1)
        var bytes = Array(text.utf8)
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}
