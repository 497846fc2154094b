import ProxyEnvCore

/// `wrap COMMAND…`: lets commands go through a profile.
struct WrapCommand: Command {
    let name = "wrap"
    var description: CommandDescription {
        CommandDescription(
            operands: "COMMAND…", summary: "run commands through a profile",
            details: """
                They get the profile that is active in the shell, else the default; with --profile always that one.
                The hook's function `proxyenv` makes the wrappers at once; other shells have them from their next start on.
                """,
            group: .profiles, operandCount: 1...Int.max, operandKinds: [.program],
            options: [.profile, .local, .dryRun])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        var profile: String?
        if let word = context.options.values(of: .profile).last {
            profile = try DefaultCommand.reference(word).text
        }
        let commands = try invocation.operands.map { (word) throws(Failure) in
            try Self.command(word)
        }
        let (states, rules) = try EditSession.run(context) { (session) throws(Failure) in
            let before = commands.map { Self.rule(of: $0, session.configuration) }
            for command in commands { try Self.wrap(command, profile, &session) }
            let states = zip(commands, before).map { command, before in
                State(Self.rule(of: command, session.configuration), before: before)
            }
            return (states, session.configuration.commandNames)
        }
        let names = commands.map { String(decoding: $0, as: UTF8.self) }
        let view = context.environment["PROXYENV_SHELL_VIEW"].flatMap { ShellView($0) }
        let wrappable = Set(view?.language.wrappable(rules) ?? rules)
        for (name, state) in zip(names, states) {
            warn(of: name, among: wrappable, view, context)
            switch state {
            case .pinned(let present) where profile == nil:
                context.noteChange("\(name): already wrapped, always with profile \(present)")
                context.noteChange(Self.change(of: name))
            case .unchanged: context.noteChange("\(name): already wrapped")
            default:
                let always = profile.map { ", always with profile \($0)" } ?? ""
                context.noteChange("\(name): wrapped\(always)")
            }
        }
        if let name = names.first, let shell = view?.language ?? ShellChoice.parent,
            let limit = shell.limit(of: name)
        {
            context.noteChange(limit)
        }
        let isNew = states.contains { if case .wrapped = $0 { true } else { false } }
        if view != nil, isNew {
            context.noteChange("in other shells that are open: proxyenv reload")
        }
        try WrapNotes(names: names, context: context).give()
        return 0
    }

    /// Says what may keep the wrapper of `name` from being what is typed; the shell can wrap those in `wrappable`.
    private func warn(
        of name: String, among wrappable: Set<String>, _ view: ShellView?, _ context: Context
    ) {
        let word = Array(name.utf8)
        let known = Tools.all.flatMap { [$0.name] + $0.commands }
        if Tools.started(by: word) == nil, let meant = Suggestion.nearest(to: word, in: known),
            !ProgramSearch(context.environment).has(word)
        {
            let profile = context.options.values(of: .profile).last.map {
                DisplayText.shortened($0)
            }
            let words = ["proxyenv", "wrap", meant] + (profile.map { ["--profile", $0] } ?? [])
            context.note(
                "there is no program `\(name)` in PATH; did you mean `\(meant)`?\n"
                    + "  hint: proxyenv unwrap \(name) && \(ShellWords.line(words))")
        }
        guard let view else { return }
        let target = view.target(ofAlias: name)
        if target == .path || target == .other {
            context.note(
                "your alias `\(name)` skips the wrapper\n  hint: \(view.language.removingAlias(name))"
            )
        } else if view.functions.contains(name) {
            context.note(
                "a function of yours is called \(name) and goes before the wrapper\n"
                    + "  hint: for the program all the same: proxyenv shim add \(name)")
        } else if !wrappable.contains(name) {
            context.note(
                "\(view.shell) cannot wrap a command called \(name)\n  hint: proxyenv run \(name)")
        }
    }

    /// What has become of a command.
    private enum State {
        /// It is wrapped now.
        case wrapped
        /// It was wrapped already.
        case unchanged
        /// It always gets the profile of this name, as it did.
        case pinned(String)

        /// The state of a command whose rule was `before` and is `rule`.
        init(_ rule: CommandRule?, before: CommandRule?) {
            guard let rule, rule == before else {
                self = .wrapped
                return
            }
            self = rule.profile.map { .pinned($0.text) } ?? .unchanged
        }
    }

    private static func rule(
        of command: [UInt8], _ configuration: Configuration
    ) -> CommandRule? {
        var reader = ConfigReader(configuration)
        return reader.readRule(command)
    }

    /// How a command that always gets one profile gets another.
    private static func change(of name: String) -> String {
        "  for another profile: proxyenv wrap \(name) --profile NAME\n"
            + "  for that of the shell: proxyenv unwrap \(name) && proxyenv wrap \(name)"
    }

    /// The command's name that `word` is.
    ///
    /// - Throws: That it can't be wrapped.
    static func command(_ word: [UInt8]) throws(Failure) -> [UInt8] {
        if CommandName.isValid(word) { return word }
        let end = PathText.name(of: word)
        if PathText.hasFolder(word), !end.isEmpty {
            let name = DisplayText.shortened(end)
            throw .usage(
                "`\(DisplayText.shortened(word))` is a path: a wrapper has a name",
                // Of a URL the end may be a password.
                hint: word.contains(UInt8(ascii: ":")) ? nil : "Write `\(name)`.")
        }
        throw .usage(
            "`\(DisplayText.shortened(word))` cannot be wrapped",
            hint:
                "A name has letters, digits, `_`, `.`, `+`, `@` and `-`, and is not a word of the shell's own."
        )
    }

    private static func wrap(
        _ command: [UInt8], _ profile: String?, _ session: inout EditSession
    ) throws(Failure) {
        let path = ConfigPath.rule(command)
        let isLocal =
            session.context.options.isLocal
            || session.files[EditSession.local].editor.node(at: path) != nil
        let file = isLocal ? EditSession.local : EditSession.shared
        try session.files[file].edit { (editor) throws(ConfigEditor.Problem) in
            let value = profile.map { TOMLValue.string(Array($0.utf8)) }
            guard let rule = editor.node(at: path) else {
                return try editor.set(path, to: value ?? .boolean(true))
            }
            if editor.document[rule].isTable {
                if let value { try editor.set(path.appending("profile"), to: value) }
            } else if let value {
                try editor.set(path, to: value)
            } else if editor.document.boolean(rule) == false {
                try editor.set(path, to: .boolean(true))
            }
        }
    }
}
