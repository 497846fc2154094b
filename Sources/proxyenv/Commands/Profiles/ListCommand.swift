import ProxyEnvCore

/// `list`: the profiles.
struct ListCommand: Command {
    let name = "list"
    var description: CommandDescription {
        CommandDescription(
            summary: "list the profiles",
            details: """
                Your own come first. `*` is the profile that is active in this shell. Those on this machine are asked whether
                they accept a connection, for 50 ms, without a byte sent. A built-in one that does not is shown with --all;
                --json has them all. With -q, the names alone.
                """,
            group: .profiles, options: [.all, .json])
    }

    /// One line of the list.
    struct Row {
        /// The profile's name.
        let name: String
        /// Where it leads, in words.
        let route: String
        /// What it is for.
        let description: String
        /// Whether no file has it.
        let isBuiltIn: Bool
        /// Whether it is active in this shell.
        let isActive: Bool
        /// Whether it is taken where none is named.
        let isDefault: Bool
        /// Whether it leads to a proxy, and does not choose among others.
        let isProxy: Bool
        /// Whether its proxy on this machine accepts a connection; nil where that is not asked.
        let answers: Bool?

        /// Whether it is shown without --all.
        var isOfUse: Bool { !isBuiltIn || !isProxy || isActive || isDefault || answers != false }
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let configuration = try ConfigurationFiles.load(in: context)
        var reader = ConfigReader(configuration)
        let names = reader.knownProfileNames
        if context.options.isQuiet, !context.options.isJSON {
            try context.write(names.map { "\($0)\n" }.joined())
            return 0
        }
        let active = context.shellSwitch.active
        let defaultProfile = reader.readDefault()
        let profiles = names.map { name in
            reader.readProfile(name)
                ?? (reader.hasProfile(name) ? nil : BuiltInProfiles.named(name))
        }
        let answers = LocalListeners.answers(
            of: profiles.map { $0?.proxies?.https }, in: context)
        let rows = names.indices.map { index in
            let profile = profiles[index]
            return Row(
                name: names[index],
                route: profile.map(ProfileText.route) ?? "has errors: proxyenv validate",
                description: DisplayText.shortened(profile?.description ?? [], to: 80),
                isBuiltIn: !reader.hasProfile(names[index]), isActive: names[index] == active,
                isDefault: defaultProfile == .name(names[index]),
                isProxy: profile?.proxies != nil, answers: answers[index])
        }
        if context.options.isJSON {
            try context.report(.object([("profiles", .array(rows.map(json)))]))
        } else {
            try context.report(
                ListText(
                    style: context.style(for: .output), showsAll: context.options.has(.all),
                    active: active
                ).text(rows))
        }
        return 0
    }

    private func json(_ row: Row) -> JSONValue {
        .object([
            ("name", .string(row.name)),
            ("route", .string(row.route)),
            ("description", .string(row.description)),
            ("builtIn", .boolean(row.isBuiltIn)),
            ("active", .boolean(row.isActive)),
            ("default", .boolean(row.isDefault)),
            ("answers", row.answers.map { .boolean($0) } ?? .null),
        ])
    }
}
