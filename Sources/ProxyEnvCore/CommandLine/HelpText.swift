/// The texts of `help`.
public enum HelpText {
    /// What the program is for, and its commands.
    public static func overview(of commands: CommandTable) -> String {
        let commands = commands.visible
        var text = """
            proxyenv: make sure that the process can see your proxy

            Usage: proxyenv COMMAND [options]

            """
        for group in CommandDescription.Group.allCases where group != .hidden {
            text += "\n\(group.rawValue)\n"
            for command in commands where command.description.group == group {
                text += row(command.synopsis, command.description.summary)
            }
        }
        text += "\nOptions of every command\n"
        for option in Option.global + [.version] { text += row(for: option) }
        text += """

            PROFILE is a profile's name, a proxy's URL without a password, or a port of this machine.
            The first thing to try:  proxyenv setup
            For this shell alone:    eval "$(proxyenv use clash)"

            """
        return text
    }

    /// What one command does and takes.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - startUpLines: The lines for start-up files that it prints code for, each with the name of the file.
    /// - Returns: The text.
    public static func help(
        for command: KnownCommand, startUpLines: [(file: String, line: String)]
    ) -> String {
        let description = command.description
        var text = "proxyenv \(command.name): \(description.summary)\n\n"
        text += "Usage: proxyenv \(command.synopsis)\n"
        if !description.details.isEmpty { text += "\n\(description.details)\n" }
        if !startUpLines.isEmpty { text += "\nThe line for the start-up file:\n" }
        for (file, line) in startUpLines {
            text += "  \(file)\n"
            for part in Array(line.utf8).split(separator: 0x0A) {
                text += "      \(String(decoding: part, as: UTF8.self))\n"
            }
        }
        text += "\nOptions\n"
        for option in description.options + Option.global { text += row(for: option) }
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
