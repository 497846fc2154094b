import ProxyEnvCore

/// `list`: the profiles.
struct ListCommand: Command {
    var name: String { "list" }
    var description: CommandDescription {
        CommandDescription(
            name: name, summary: "list the profiles",
            details: """
                `*` is the profile that is active in this shell. With -q, the names alone.
                """,
            group: .profiles, options: [.json])
    }

    /// One line of the list.
    private struct Row {
        let name: String
        let route: String
        let description: String
        let isBuiltIn: Bool
        let isActive: Bool
        let isDefault: Bool
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let configuration = try ConfigurationFiles.load(in: context)
        var reader = ConfigReader(configuration)
        let names = reader.knownProfileNames
        if context.options.isQuiet, !context.options.isJSON {
            try context.write(names.map { "\($0)\n" }.joined())
            return 0
        }
        let active = ShellSwitch(context.environment).active
        let defaultProfile = reader.readDefault()
        let rows = names.map { name in
            let own = reader.readProfile(name)
            let isBuiltIn = !reader.hasProfile(name)
            let profile = own ?? (isBuiltIn ? BuiltInProfiles.named(name) : nil)
            return Row(
                name: name,
                route: profile.map(ProfileText.route) ?? "has errors: proxyenv validate",
                description: DisplayText.shortened(profile?.description ?? [], to: 80),
                isBuiltIn: isBuiltIn, isActive: name == active,
                isDefault: defaultProfile == .name(name))
        }
        if context.options.isJSON {
            try context.write(.object([("profiles", .array(rows.map(json)))]))
        } else {
            try context.write(text(rows, context.style(for: .output)))
        }
        return 0
    }

    private func text(_ rows: [Row], _ style: TextStyle) -> String {
        let nameWidth = rows.map { $0.name.utf8.count }.max() ?? 0
        let routeWidth = min(rows.map { $0.route.unicodeScalars.count }.max() ?? 0, 40)
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
        }
        return rows.map { row in
            let mark = row.isActive ? style.green("*") : " "
            let name = padded(row.name, nameWidth)
            let notes = (row.isDefault ? " (default)" : "") + (row.isBuiltIn ? " (built in)" : "")
            let line =
                "\(mark) \(row.isActive ? style.bold(name) : name)  \(padded(row.route, routeWidth))"
            return line + "  " + row.description + style.dim(notes) + "\n"
        }.joined()
    }

    private func json(_ row: Row) -> JSONValue {
        .object([
            ("name", .string(row.name)),
            ("route", .string(row.route)),
            ("description", .string(row.description)),
            ("builtIn", .boolean(row.isBuiltIn)),
            ("active", .boolean(row.isActive)),
            ("default", .boolean(row.isDefault)),
        ])
    }
}
