import ProxyEnvCore

/// `status`: which profile is active in this shell, whether it still is what the file says, and what is wrapped.
struct StatusCommand: Command {
    let name = "status"
    var description: CommandDescription {
        CommandDescription(
            summary: "show what is active in this shell",
            details: """
                Which profile each command gets and what gives it, whether the command goes through its wrapper, whether
                there is a program of that name, and the shims. What is wrapped only the shell knows: with the hook
                loaded, its function `proxyenv` tells.
                """,
            group: .profiles, options: [.json])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let configuration = try ConfigurationFiles.load(in: context)
        let status = ShellStatus(configuration, context)
        let gifts = Gifts(status, ProfileResolver(context, configuration))
        if context.options.isJSON {
            try context.report(json(status, gifts))
        } else {
            try context.report(text(status, gifts, context))
        }
        return 0
    }

    /// What the commands get, and what starts them besides the shell.
    private struct Gifts {
        /// The profile that is taken where none is named; nil where the file names none, or a wrong one.
        let defaultProfile: String?
        /// The default in words.
        var defaultText: String
        /// The profile of each command, in their order, or what is wrong.
        let profiles: [Result<GivenProfile, Failure>]
        /// Whether there is a program of each command's name.
        let arePrograms: [Bool]
        /// The names of the shims.
        let shims: [String]
        /// Whether PATH leads to them.
        let areShimsInPath: Bool

        init(_ status: ShellStatus, _ resolver: ProfileResolver) {
            var reader = resolver.reader
            var resolver = resolver
            defaultProfile = reader.readDefault().map {
                DisplayText.shortened(Array($0.text.utf8))
            }
            defaultText = defaultProfile ?? Self.missingDefault(status)
            profiles = status.commands.map { command in
                do throws(Failure) {
                    return .success(try resolver.given(to: command.name))
                } catch {
                    return .failure(error)
                }
            }
            let search = ProgramSearch(resolver.context.environment)
            arePrograms = status.commands.map { search.has(Array($0.name.utf8)) }
            let folder = ShimFolder(resolver.context.environment)
            shims = (folder?.names ?? []).map { DisplayText.shortened($0) }
            areShimsInPath = folder.map { search.leads(to: $0.path) } ?? false
        }

        /// What stands in the place of a default that is none.
        static func missingDefault(_ status: ShellStatus) -> String {
            status.defaultSource == nil ? "auto, as none is set" : "wrong: proxyenv validate"
        }
    }

    private func text(_ status: ShellStatus, _ gifts: Gifts, _ context: Context) -> String {
        let style = context.style(for: .output)
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
                status.changedSince.joined(separator: ", ") + " (modified since `use`)")
        }
        row("default", gifts.defaultText)
        row("hook", HookState(context).text(status.view))
        for (index, command) in status.commands.enumerated() {
            let profile =
                switch gifts.profiles[index] {
                case .success(let given): "profile \(given.name) (\(given.giver.text))"
                case .failure(let failure) where failure.message.isEmpty:
                    "its rule is wrong: proxyenv validate"
                case .failure(let failure): failure.message
                }
            let state =
                command.hasAlias && command.state == .wrapped
                ? "\(command.state.text), below an alias" : command.state.text
            let line = "\(command.name): \(state)"
            // On a line of its own where both are too long for a terminal.
            let fits = line.unicodeScalars.count + profile.unicodeScalars.count + 12 <= 80
            row("command", fits ? "\(line), \(profile)" : line)
            if !fits { row("", "  \(profile)") }
            if command.state == .wrapped, !command.externs.isEmpty {
                let names = ShellView.listed(command.externs)
                row("", "  " + style.yellow("an extern skips the wrapper: \(names)"))
            }
            if !gifts.arePrograms[index] {
                row("", "  " + style.yellow("there is no program \(command.name) in PATH"))
            }
        }
        if !gifts.shims.isEmpty {
            row("shims", gifts.shims.joined(separator: ", "))
            if !gifts.areShimsInPath {
                row("", "  " + style.yellow("their folder is not in PATH: proxyenv help shim"))
            }
        }
        if let shell = status.view?.language,
            let command = status.commands.first(where: { $0.state == .wrapped }),
            let limit = shell.limit(of: command.name)
        {
            row("note", limit)
        }
        return text
    }

    private func json(_ status: ShellStatus, _ gifts: Gifts) -> JSONValue {
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
                    status.commands.enumerated().map { index, command in
                        let given = try? gifts.profiles[index].get()
                        return .object([
                            ("name", .string(command.name)),
                            ("state", .string(command.state.rawValue)),
                            ("alias", .boolean(command.hasAlias)),
                            ("externs", .array(command.externs.map { .string($0) })),
                            ("source", SourceText.json(command.source)),
                            ("profile", .optional(given?.name)),
                            ("by", .optional(given?.giver.rawValue)),
                            ("exists", .boolean(gifts.arePrograms[index])),
                        ])
                    })
            ),
            ("default", SourceText.json(status.defaultSource)),
            ("defaultProfile", .string(gifts.defaultProfile ?? "auto")),
            ("shims", .array(gifts.shims.map { .string($0) })),
            ("sources", SourceText.json(status.sources)),
        ])
    }
}
