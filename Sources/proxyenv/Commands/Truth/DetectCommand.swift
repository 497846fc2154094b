import ProxyEnvCore

/// `detect`: which proxies answer on this machine.
struct DetectCommand: Command {
    let name = "detect"
    var description: CommandDescription {
        CommandDescription(
            summary: "find the proxies that answer on this machine",
            details: """
                Looks at the ports of the built-in profiles, those that ~/.config/clash and ~/.config/mihomo name, or the file
                with which a Clash was started, at the proxy variables of the environment and at what the system is set to, all at once and for less than a second;
                in WSL at Windows' ports too. What a port speaks is tried, not guessed. With --add, a profile is written for
                each proxy that has none in your file. Exit status 1 if no proxy answers.
                """,
            group: .truth, options: [.add, .dryRun, .json])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let wantsAdd = context.options.has(.add)
        if context.options.isDryRun, !wantsAdd {
            throw .usage("`detect` changes nothing without `--add`")
        }
        if wantsAdd, context.options.isJSON {
            throw .usage("`--add` and `--json` do not go together")
        }
        let configuration = try ConfigurationFiles.load(in: context)
        let detection = Detection(configuration, context)
        if wantsAdd {
            try add(detection, context)
        } else if context.options.isJSON {
            try context.report(json(detection))
        } else {
            try context.report(text(detection, context.style(for: .output)))
        }
        if detection.found.contains(where: { $0.otherUser == nil }) { return 0 }
        let isElsewhere =
            detection.variables.contains { $0.isGood } || detection.system.contains { $0.isGood }
        let what = detection.found.isEmpty ? "no proxy" : "no proxy of yours"
        context.note("\(what) answers on the known ports of this machine")
        return isElsewhere ? 0 : 1
    }

    /// Writes a profile for each proxy that has none in the user's files.
    private func add(_ detection: Detection, _ context: Context) throws(Failure) {
        let new = detection.found.filter { !$0.isOwn && $0.otherUser == nil }
        let system = detection.systemProfile.flatMap { profile in
            ProposalKeys(profile.proposal).map { (profile.name, profile.proposal, $0) }
        }
        if detection.isSystemSecret, detection.system.contains(where: { $0.isGood }) {
            context.note("the system's proxy has a password: `proxyenv import system` adds it")
        }
        if new.isEmpty, system == nil {
            if !detection.found.isEmpty {
                let user = detection.found.compactMap { $0.otherUser }.first
                context.noteOnTerminal(
                    user.map { "nothing is added: user \($0), not you, runs what answers here" }
                        ?? "nothing is added: what answers here has its profile")
            }
            return
        }
        let file = EditSession.shared
        let (place, imported) = try EditSession.run(context) { (session) throws(Failure) in
            for found in new where !session.hasProfile(found.profile) {
                try session.addProfile(
                    found.profile,
                    [
                        (.description, .string(Array(found.program.utf8))),
                        (.url, .string(found.url.text)),
                    ], in: file)
            }
            let imported = try system.map { (name, proposal, keys) throws(Failure) in
                try session.add(proposal, keys, named: name)
            }
            return (session.files[file].name, imported)
        }
        for found in new {
            context.noteChange("\(place): \(found.profile) is added")
            if found.asksForPassword, !context.options.isDryRun {
                context.note(
                    "\(found.url.endpoint) asks for a password: `proxyenv set \(found.profile) username YOU`, then `proxyenv password \(found.profile)`"
                )
            }
        }
        if let imported, imported.place != nil {
            context.noteChange("\(place): \(imported.name) is added")
        }
    }

    private func text(_ detection: Detection, _ style: TextStyle) -> String {
        var text = ""
        for found in detection.found {
            let how = Self.use(of: found)
            let password = found.asksForPassword ? ", asks for a password" : ""
            text += "\(style.bold(found.url.endpoint))  \(found.spoken.names)"
            text += "\(password)  \(style.dim("(\(found.program))"))\n"
            if let user = found.otherUser {
                text += "  \(style.red("user \(user)'s, not yours: `auto` passes it over"))\n"
            } else {
                text += "  \(style.green(how))\n"
            }
        }
        for other in detection.others { text += "\(other.finding.title)\n" }
        for (variable, names) in Self.grouped(detection.variables) {
            let state = variable.isGood ? variable.state : style.red(variable.state)
            // All six names fill a line of their own.
            text += names.joined(separator: ", ") + (names.count > 1 ? "\n  " : "")
            text += "=\(variable.value)  \(state)\n"
        }
        if detection.areVariablesForeign, detection.variables.contains(where: { $0.isGood }) {
            text += "  \(style.green("proxyenv import env"))\n"
        }
        for system in detection.system {
            let state = system.isGood ? system.state : style.red(system.state)
            text += system.value.isEmpty ? "" : "\(system.name): \(system.value)  "
            text += "\(state)\n" + (system.hint.map { "  \($0)\n" } ?? "")
        }
        if detection.system.contains(where: { $0.isGood }) {
            text += "  \(style.green("proxyenv use system"))\n"
        }
        return text
    }

    /// The variables of each value together, with their names.
    private static func grouped(
        _ variables: [Detection.Variable]
    ) -> [(variable: Detection.Variable, names: [String])] {
        var groups: [(variable: Detection.Variable, names: [String])] = []
        for variable in variables {
            let known = groups.firstIndex {
                $0.variable.value == variable.value && $0.variable.state == variable.state
            }
            if let known {
                groups[known].names.append(variable.name)
            } else {
                groups.append((variable, [variable.name]))
            }
        }
        return groups
    }

    /// The command by which a proxy can be used.
    private static func use(of found: Detection.Found) -> String {
        let isFile = Array(found.program.utf8).hasSuffix(".yaml")
        switch true {
        // The file has the password too.
        case found.asksForPassword && !found.isOwn && isFile:
            return "proxyenv import clash \(FileRemedy.word(found.program))"
        case found.asksForPassword && !found.isOwn:
            return ShellWords.line(["proxyenv", "add", found.profile, found.url.masked])
                + " --username YOU --password-prompt"
        default:
            return ShellWords.line(
                ["proxyenv", "use", found.isProfile ? found.profile : found.url.masked])
        }
    }

    private func json(_ detection: Detection) -> JSONValue {
        .object([
            ("proxies", .array(detection.found.map { json($0) })),
            ("others", .array(detection.others.map { json($0) })),
            ("variables", .array(detection.variables.map { json($0) })),
            ("system", .array(detection.system.map { json($0) })),
        ])
    }

    private func json(_ system: Detection.System) -> JSONValue {
        .object([
            ("name", .string(system.name)), ("value", .string(system.value)),
            ("ok", .boolean(system.isGood)), ("state", .string(system.state)),
        ])
    }

    private func json(_ found: Detection.Found) -> JSONValue {
        .object([
            ("url", .string(found.url.masked)),
            ("speaks", .array(found.spoken.words.map { .string($0) })),
            ("asksForPassword", .boolean(found.asksForPassword)),
            ("program", .string(found.program)),
            ("profile", .string(found.profile)),
            ("exists", .boolean(found.isProfile)),
            ("otherUser", found.otherUser.map { .number(Int($0)) } ?? .null),
        ])
    }

    private func json(_ other: Detection.Other) -> JSONValue {
        .object([
            ("endpoint", .string(other.endpoint)), ("description", .string(other.finding.title)),
        ])
    }

    private func json(_ variable: Detection.Variable) -> JSONValue {
        .object([
            ("name", .string(variable.name)), ("value", .string(variable.value)),
            ("ok", .boolean(variable.isGood)), ("state", .string(variable.state)),
        ])
    }
}
