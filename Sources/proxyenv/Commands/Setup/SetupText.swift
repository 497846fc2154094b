import ProxyEnvCore

/// What `setup` shows before it writes.
struct SetupText {
    private let look: SetupLook
    private let context: Context

    /// The texts for what `look` saw.
    init(_ look: SetupLook, _ context: Context) {
        self.look = look
        self.context = context
    }

    /// What was found.
    var found: String {
        var text = row("shell", look.shell.name)
        if let name = look.findings.defaultName {
            text += row("default", "\(DisplayText.shortened(Array(name.utf8))), as your file says")
        } else if look.findings.proxies.isEmpty {
            text += row("proxy", "none answers on this machine")
        }
        for proxy in look.findings.proxies { text += row("proxy", Self.line(proxy)) }
        let installed = look.findings.installed
        text += row("commands", installed.isEmpty ? "none that is known" : list(installed))
        return text
    }

    /// What is done by `plan`.
    func plan(_ plan: SetupPlan) -> String {
        let style = context.style(for: .output)
        var text = "\n" + row("default", choice(plan.choice))
        text += row("wrapped", commands(plan))
        text += row("hook", hook)
        for target in look.startUp.missing {
            let place = target.file.isAtStart ? "at its beginning" : "at its end"
            text += row("", "\(target.name), \(place):")
            for line in target.block.shown { text += row("", "  " + style.green(line)) }
        }
        return text
    }

    private func row(_ label: String, _ value: String) -> String {
        label + String(repeating: " ", count: 10 - label.utf8.count) + value + "\n"
    }

    private static func line(_ proxy: SetupFindings.Proxy) -> String {
        let program = proxy.program.isEmpty ? "" : " (\(proxy.program))"
        return "\(proxy.url) answers\(program)"
    }

    private func choice(_ choice: SetupPlan.Choice) -> String {
        switch choice {
        case .kept(let name): return "\(DisplayText.shortened(Array(name.utf8))), as before"
        case .named(let reference): return DisplayText.shortened(Array(reference.text.utf8))
        case .nothing: return "none"
        case .found(let proxy):
            let isNew = proxy.source == .port || proxy.source == .system
            return "\(proxy.name)\(isNew ? ", a new profile" : ""): \(Self.line(proxy))"
        }
    }

    private func commands(_ plan: SetupPlan) -> String {
        let present = look.configuration.commandNames
        let before = present.isEmpty ? "" : list(present) + " (as before)"
        if plan.commands.isEmpty { return present.isEmpty ? "none" : before }
        return list(plan.commands) + (present.isEmpty ? "" : "; " + before)
    }

    private var hook: String {
        if let place = look.startUp.ownLine { return "loaded in \(place), as before" }
        if look.startUp.targets.isEmpty { return "to be added by hand" }
        if look.startUp.missing.isEmpty {
            return "loaded in \(list(look.startUp.targets.map { $0.name })), as before"
        }
        return "these lines are added"
    }

    private func list(_ names: [String]) -> String {
        DisplayText.escaped(Array(names.joined(separator: ", ").utf8))
    }
}
