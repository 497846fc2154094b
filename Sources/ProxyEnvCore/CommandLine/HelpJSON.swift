/// What `help --json` prints: the commands, for programs that type them.
public enum HelpJSON {
    /// `commands`, and what is the same for all of them.
    ///
    /// - Parameters:
    ///   - commands: The commands, of which the hidden ones are left out.
    ///   - version: The version of the program.
    ///   - startUpLines: The lines for start-up files, each with the name of the file.
    /// - Returns: The document.
    public static func document(
        of commands: [KnownCommand], version: String, startUpLines: [(file: String, line: String)]
    ) -> JSONValue {
        .object([
            ("program", .string("proxyenv")), ("version", .string(version)),
            ("commands", .array(commands.map { json(of: $0) })),
            (
                "startUpLines",
                .array(
                    startUpLines.map { file, line in
                        .object([("file", .string(file)), ("line", .string(line))])
                    })
            ),
            ("options", .array((Option.global + [.version]).map { json(of: $0) })),
            (
                "exitStatuses",
                .array(
                    exitStatuses.map { status, meaning in
                        .object([("status", .number(status)), ("meaning", .string(meaning))])
                    })
            ),
        ])
    }

    private static func json(of command: KnownCommand) -> JSONValue {
        let description = command.description
        return .object([
            ("name", .string(command.name)), ("synopsis", .string(command.synopsis)),
            ("group", .string(description.group.rawValue)),
            ("summary", .string(description.summary)),
            ("details", .string(description.details)),
            ("printsShellCode", .boolean(description.purpose.isCode)),
            ("options", .array(description.options.map { json(of: $0) })),
        ])
    }

    private static func json(of option: Option) -> JSONValue {
        .object([
            ("names", .array(option.names.map { .string($0) })),
            ("value", .optional(option.valueName)), ("summary", .string(option.summary)),
        ])
    }

    /// What the exit statuses of all commands mean, see `Failure.status`.
    private static var exitStatuses: [(Int, String)] {
        [
            (0, "done"),
            (
                1,
                "it could not be done, `validate`, `test` or `doctor` found a problem, or `detect` no proxy"
            ),
            (2, "the command line is wrong"),
            (125, "`exec`, `run`, wrappers: proxyenv failed, and the command was not started"),
            (126, "`exec`, `run`, wrappers: the command is not executable"),
            (127, "`exec`, `run`, wrappers: the command was not found"),
            (130, "Ctrl-C"),
        ]
    }
}
