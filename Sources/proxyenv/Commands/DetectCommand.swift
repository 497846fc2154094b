import ProxyEnvCore

/// `detect`: which proxies answer on this machine.
struct DetectCommand: Command {
    var name: String { "detect" }
    var description: CommandDescription {
        CommandDescription(
            name: name, summary: "find the proxies that answer on this machine",
            details: """
                Looks at the ports of the built-in profiles, those that ~/.config/clash and ~/.config/mihomo name, and at
                the proxy variables of the environment, all at once and for less than a second. What a port speaks is
                tried, not guessed. With --add, a profile is written for each proxy that has none in your file.
                Exit status 1 if there is none.
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
            try context.write(json(detection))
        } else {
            try context.write(text(detection, context.style(for: .output)))
        }
        if detection.found.isEmpty {
            context.note("no proxy answers on the known ports of this machine")
            return 1
        }
        return 0
    }

    /// Writes a profile for each proxy that has none in the user's files.
    private func add(_ detection: Detection, _ context: Context) throws(Failure) {
        let new = detection.found.filter { !$0.isOwn }
        if new.isEmpty { return }
        let file = EditSession.shared
        let place = try EditSession.run(context) { (session) throws(Failure) in
            for found in new where !session.hasProfile(found.profile) {
                try session.addProfile(
                    found.profile,
                    [
                        (.description, .string(Array(found.program.utf8))),
                        (.url, .string(found.url.text)),
                    ], in: file)
            }
            return session.files[file].name
        }
        for found in new { context.remarkEdit("\(place): \(found.profile) is added") }
    }

    private func text(_ detection: Detection, _ style: TextStyle) -> String {
        var text = ""
        for found in detection.found {
            let how = ShellWords.line(
                ["proxyenv", "use", found.isProfile ? found.profile : found.url.masked])
            let password = found.asksForPassword ? ", asks for a password" : ""
            text += "\(style.bold(found.url.endpoint))  \(ProbeSteps.names(of: found.spoken))"
            text += "\(password)  \(style.dim("(\(found.program))"))\n  \(style.green(how))\n"
        }
        for other in detection.others { text += "\(other.endpoint)  \(other.description)\n" }
        for variable in detection.variables {
            let state = variable.isGood ? variable.state : style.red(variable.state)
            text += "\(variable.name)=\(variable.value)  \(state)\n"
        }
        return text
    }

    private func json(_ detection: Detection) -> JSONValue {
        .object([
            ("proxies", .array(detection.found.map { json($0) })),
            ("others", .array(detection.others.map { json($0) })),
            ("variables", .array(detection.variables.map { json($0) })),
        ])
    }

    private func json(_ found: Detection.Found) -> JSONValue {
        .object([
            ("url", .string(found.url.masked)),
            ("speaks", .array(EndpointJSON.names(of: found.spoken).map { .string($0) })),
            ("asksForPassword", .boolean(found.asksForPassword)),
            ("program", .string(found.program)),
            ("profile", .string(found.profile)),
            ("exists", .boolean(found.isProfile)),
        ])
    }

    private func json(_ other: Detection.Other) -> JSONValue {
        .object([
            ("endpoint", .string(other.endpoint)), ("description", .string(other.description)),
        ])
    }

    private func json(_ variable: Detection.Variable) -> JSONValue {
        .object([
            ("name", .string(variable.name)), ("value", .string(variable.value)),
            ("ok", .boolean(variable.isGood)), ("state", .string(variable.state)),
        ])
    }
}
