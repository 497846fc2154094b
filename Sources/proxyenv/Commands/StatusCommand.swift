import ProxyEnvCore

/// `status`: which profile is active in this shell, whether it still is what the file says, and what is wrapped.
struct StatusCommand: Command {
    var name: String { "status" }
    var description: CommandDescription {
        CommandDescription(
            name: name, summary: "show what is active in this shell",
            details: """
                What is wrapped only the shell knows: with the hook loaded, its function `proxyenv` tells.
                """,
            group: .profiles, options: [.json])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let configuration = try ConfigurationFiles.load(in: context)
        let status = ShellStatus(configuration, context)
        if context.options.isJSON {
            try context.write(json(status))
        } else {
            try context.write(text(status, context.style(for: .output)))
        }
        return 0
    }

    private func text(_ status: ShellStatus, _ style: TextStyle) -> String {
        var text = ""
        func row(_ label: String, _ value: String) {
            text +=
                label + String(repeating: " ", count: max(1, 10 - label.utf8.count)) + value + "\n"
        }
        row("profile", status.active.map { style.bold($0) } ?? "none is active in this shell")
        if let proxy = status.proxy { row("proxy", proxy) }
        if let stale = status.stale { row("stale", style.yellow(stale)) }
        if let previous = status.previous { row("before", previous) }
        if !status.changedSince.isEmpty {
            row(
                "changed",
                status.changedSince.joined(separator: ", ") + " (since `use`, by somebody else)")
        }
        row("hook", status.view.map { "loaded in \($0.shell)" } ?? "not loaded, or not asked")
        for command in status.commands {
            row(
                "command",
                "\(command.name): \(command.state.text)\(command.hasAlias && command.state == .wrapped ? ", below an alias" : "")"
            )
        }
        return text
    }

    private func json(_ status: ShellStatus) -> JSONValue {
        .object([
            ("active", .optional(status.active)),
            ("proxy", .optional(status.proxy)),
            ("stale", .optional(status.stale)),
            ("previous", .optional(status.previous)),
            ("changed", .array(status.changedSince.map { .string($0) })),
            ("hook", .optional(status.view?.shell)),
            (
                "commands",
                .array(
                    status.commands.map { command in
                        .object([
                            ("name", .string(command.name)),
                            ("state", .string(command.state.rawValue)),
                            ("alias", .boolean(command.hasAlias)),
                            ("source", SourceText.json(command.source)),
                        ])
                    })
            ),
            ("default", SourceText.json(status.defaultSource)),
            ("sources", SourceText.json(status.sources)),
        ])
    }
}
