import ProxyEnvCore

/// The texts of `help`.
enum HelpText {
    /// What the program is for, and its commands.
    static var overview: String {
        var text = """
            proxyenv: make sure that the process can see your proxy

            Usage: proxyenv COMMAND [options]

            """
        for group in CommandDescription.Group.allCases where group != .hidden {
            text += "\n\(group.rawValue)\n"
            for command in Commands.all where command.description.group == group {
                let description = command.description
                text += row("\(command.name) \(description.operands)", description.summary)
            }
        }
        text += "\nOptions of every command\n"
        for option in Option.global + [.version] { text += row(for: option) }
        text += """

            PROFILE is a profile's name, a proxy's URL without a password, or a port of this machine.
            The first thing to try:  eval "$(proxyenv use clash)"

            """
        return text
    }

    /// What one command does and takes.
    static func help(for command: AnyCommand) -> String {
        let description = command.description
        let operands = description.operands.isEmpty ? "" : " \(description.operands)"
        var text = "proxyenv \(command.name): \(description.summary)\n\n"
        text += "Usage: proxyenv \(command.name)\(operands)\n"
        if !description.details.isEmpty { text += "\n\(description.details)\n" }
        if case .startUpCode = description.purpose { text += startUpLines }
        text += "\nOptions\n"
        for option in description.options + Option.global { text += row(for: option) }
        return text
    }

    /// The line of each shell for its start-up file.
    private static var startUpLines: String {
        var text = "\nThe line for the start-up file:\n"
        for shell in Shells.all {
            let line = HookState.Line(of: shell)
            guard let file = line.file else { continue }
            text += "  \(file)\n      \(line.text)\n"
        }
        return text
    }

    private static func row(for option: Option) -> String {
        let names = option.names.joined(separator: ", ")
        return row(option.valueName.map { "\(names) \($0)" } ?? names, option.summary)
    }

    private static func row(_ left: String, _ right: String) -> String {
        let width = 28
        let padding = String(repeating: " ", count: max(2, width - left.unicodeScalars.count))
        return "  \(left)\(padding)\(right)\n"
    }
}
