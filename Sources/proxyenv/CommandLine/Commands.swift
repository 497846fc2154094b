import ProxyEnvCore

/// The commands, in the order in which help names them.
///
/// A new one is a file of its own and a line here.
enum Commands {
    /// All of them.
    static let all: [AnyCommand] = [
        AnyCommand(UseCommand()), AnyCommand(OffCommand()), AnyCommand(HookCommand()),
        AnyCommand(ExecCommand()), AnyCommand(RunCommand()), AnyCommand(WrappedCommand()),
        AnyCommand(ShimCommand()),
        AnyCommand(ListCommand()), AnyCommand(ShowCommand()), AnyCommand(StatusCommand()),
        AnyCommand(AddCommand()), AnyCommand(SetCommand()), AnyCommand(UnsetCommand()),
        AnyCommand(PasswordCommand()), AnyCommand(RemoveCommand()), AnyCommand(RenameCommand()),
        AnyCommand(DefaultCommand()), AnyCommand(WrapCommand()), AnyCommand(UnwrapCommand()),
        AnyCommand(EditCommand()), AnyCommand(ValidateCommand()), AnyCommand(PathCommand()),
        AnyCommand(EnvCommand()), AnyCommand(ScriptCommand()), AnyCommand(TOMLJSONCommand()),
        AnyCommand(TestCommand()), AnyCommand(DoctorCommand()), AnyCommand(DetectCommand()),
        AnyCommand(ExplainCommand()),
        AnyCommand(ImportCommand()),
        AnyCommand(CompletionsCommand()), AnyCommand(CompleteCommand()), AnyCommand(HelpCommand()),
    ]

    /// The command that is called `name`, or nil.
    static func named(_ name: [UInt8]) -> AnyCommand? {
        all.first { name.equals($0.name) }
    }

    /// That there is no command `name`.
    static func unknown(_ name: [UInt8]) -> Failure {
        .unknown("command", name, in: visibleNames, hint: "See `proxyenv help`.").asUsage
    }

    /// The names that help lists.
    static var visibleNames: [String] {
        all.filter { $0.description.group != .hidden }.map { $0.name }
    }
}
