import ProxyEnvCore

/// The commands, in the order in which help names them.
///
/// A new one is a file of its own and a line here.
enum Commands {
    /// All of them.
    static let all: [AnyCommand] = [
        AnyCommand(SetupCommand()),
        AnyCommand(UseCommand()), AnyCommand(OffCommand()), AnyCommand(HookCommand()),
        AnyCommand(ExecCommand()), AnyCommand(RunCommand()), AnyCommand(WrappedCommand()),
        AnyCommand(ShimCommand()),
        AnyCommand(ListCommand()), AnyCommand(ShowCommand()), AnyCommand(StatusCommand()),
        AnyCommand(AddCommand()), AnyCommand(SetCommand()), AnyCommand(UnsetCommand()),
        AnyCommand(PasswordCommand()), AnyCommand(RemoveCommand()), AnyCommand(RenameCommand()),
        AnyCommand(DefaultCommand()), AnyCommand(WrapCommand()), AnyCommand(UnwrapCommand()),
        AnyCommand(EditCommand()), AnyCommand(ValidateCommand()), AnyCommand(PathCommand()),
        AnyCommand(EnvCommand()), AnyCommand(ScriptCommand()), AnyCommand(TOMLJSONCommand()),
        AnyCommand(StoredPasswordCommand()),
        AnyCommand(TestCommand()), AnyCommand(DoctorCommand()), AnyCommand(DetectCommand()),
        AnyCommand(ExplainCommand()),
        AnyCommand(ImportCommand()),
        AnyCommand(CompletionsCommand()), AnyCommand(CompleteCommand()), AnyCommand(HelpCommand()),
    ]

    /// What the reading of the command line, completion and help know of them.
    static var table: CommandTable {
        CommandTable(
            count: all.count, name: { all[$0].name }, description: { all[$0].description })
    }

    /// The help of `command`, or of all.
    static func help(for command: KnownCommand?) -> String {
        guard let command else { return HelpText.overview(of: table) }
        let isForStartUp = command.description.purpose == .startUpCode
        return HelpText.help(for: command, startUpLines: isForStartUp ? startUpLines : [])
    }

    /// The line of each shell for its start-up file, or its lines.
    static var startUpLines: [(file: String, line: String)] {
        Shells.all.flatMap { HookState.Line.all(of: $0) }.map { ($0.file, $0.text) }
    }
}
