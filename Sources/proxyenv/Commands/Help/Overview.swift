import ProxyEnvCore

/// What `proxyenv` alone says: how things stand, in five lines, and what to type next.
struct Overview {
    private let context: Context
    private let status: ShellStatus
    private let configuration: Configuration
    /// The built-in profile whose port answers.
    private let running: BuiltInProfiles.LocalProxy?
    /// Whether the shell has the hook.
    private let state: HookState

    /// Looks at this shell, the files, and the ports of this machine.
    ///
    /// - Throws: That the files can't be read.
    init(_ context: Context) throws(Failure) {
        self.context = context
        configuration = try ConfigurationFiles.load(in: context)
        status = ShellStatus(configuration, context)
        state = HookState(context)
        let isAsked = context.environment["PROXYENV_PROBE"]?.equals("0") != true
        running = isAsked ? ProxyProbe.listeningProfile(in: context.environment) : nil
    }

    /// Writes it.
    ///
    /// - Returns: The exit status.
    /// - Throws: That it can't be written.
    func write() throws(Failure) -> Int32 {
        let style = context.style(for: .output)
        let rows = [
            ("profile", profile), ("default", defaultText), ("commands", commands), ("hook", hook),
            ("file", file),
        ]
        var text = ""
        for (label, value) in rows { text += row(label, value) }
        text += "\n"
        for (line, purpose) in next {
            let padding = String(repeating: " ", count: max(2, 40 - line.unicodeScalars.count))
            text += "  \(style.bold(line))\(padding)\(purpose)\n"
        }
        try context.report(text)
        return 0
    }

    private func row(_ label: String, _ value: String) -> String {
        label + String(repeating: " ", count: max(1, 10 - label.utf8.count)) + value + "\n"
    }

    private var profile: String {
        guard let active = status.active else { return "none is active in this shell" }
        if let stale = status.stale { return "\(active), but stale: \(stale)" }
        return status.proxy.map { $0 == active ? active : "\(active): \($0)" } ?? active
    }

    private var defaultText: String {
        var reader = ConfigReader(configuration)
        if let reference = reader.readDefault() {
            return DisplayText.shortened(Array(reference.text.utf8))
        }
        if status.defaultSource != nil { return "wrong: proxyenv validate" }
        let here = running.map { "\($0.name) answers on 127.0.0.1:\($0.port)" }
        return "auto, as none is set" + (here.map { "; \($0)" } ?? "")
    }

    private var commands: String {
        let names = status.commands.map { $0.name }
        if names.isEmpty { return "none has a profile of its own" }
        return DisplayText.shortened(Array(names.joined(separator: ", ").utf8), to: 65)
    }

    private var hook: String {
        state.text(status.view)
    }

    private var file: String {
        let path = ConfigurationFiles.user(in: context)?.path
        let shown = path.map { ConfigurationFiles.displayed($0, home: context.home) }
        let isThere = shown.map { shown in configuration.layers.contains { $0.path == shown } }
        return (shown ?? "none, as \(StandardFolders.settingsVariable) is not set")
            + (isThere == false ? " (not there yet)" : "")
    }

    /// What to type next, and what for.
    private var next: [(line: String, purpose: String)] {
        var next: [(line: String, purpose: String)] = []
        // Where it is not known, what works with the hook and without.
        let isHooked = status.view != nil
        if configuration.layers.isEmpty, !isHooked {
            next.append(("proxyenv setup", "set all of it up, and see that it works"))
        }
        let shell = ShellChoice.parent ?? .sh
        if status.active == nil {
            var reader = ConfigReader(configuration)
            let own = reader.readDefault().map { ShellWords.line([$0.text]) }
            let use = "proxyenv use \(own ?? running.map { $0.name } ?? "NAME")"
            let line = isHooked ? use : shell.evaluation(of: use)
            next.append((line, "let this shell go through it"))
            if running == nil, own == nil {
                next.append(("proxyenv list", "the profiles that there are"))
            }
        } else {
            let line = isHooked ? "proxyenv off" : shell.evaluation(of: "proxyenv off")
            next.append((line, "back to what was there before"))
        }
        if status.commands.isEmpty {
            next.append(("proxyenv wrap codex npm", "let these commands alone go through it"))
        } else {
            next.append(("proxyenv status", "which profile each command gets"))
        }
        if !isHooked {
            next.append(("proxyenv help hook", "the line for the shell's start-up file"))
        }
        next.append(("proxyenv help", "all commands"))
        return next
    }
}
