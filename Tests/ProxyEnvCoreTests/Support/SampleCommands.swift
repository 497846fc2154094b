@testable import ProxyEnvCore

extension CommandTable {
    /// A table of these commands.
    init(_ commands: [(name: String, description: CommandDescription)]) {
        self.init(
            count: commands.count, name: { commands[$0].name },
            description: { commands[$0].description })
    }

    /// A table with a command of each sort that the program has.
    static let sample = CommandTable([
        (
            "use",
            CommandDescription(
                operands: "[PROFILE]", summary: "switch to PROFILE", group: .shell,
                purpose: .shellCode, operandCount: 0...1, operandKinds: [.profile],
                options: [.shell])
        ),
        (
            "hook",
            CommandDescription(
                operands: "SHELL", summary: "print the hook", details: "More of it.", group: .shell,
                purpose: .startUpCode, operandCount: 1...1, operandKinds: [.shell])
        ),
        (
            "exec",
            CommandDescription(
                operands: "PROFILE [--] COMMAND…", summary: "run COMMAND with PROFILE",
                group: .command, purpose: .launch(after: 1), operandCount: 1...1,
                operandKinds: [.profile])
        ),
        (
            "run",
            CommandDescription(
                operands: "[--] COMMAND…", summary: "run COMMAND by its rule", group: .command,
                purpose: .launch(after: 0), options: [.profile])
        ),
        (
            "wrapped",
            CommandDescription(
                operands: "[--] COMMAND…", summary: "what wrappers call", group: .hidden,
                purpose: .launch(after: 0))
        ),
        (
            "list",
            CommandDescription(summary: "list them", group: .profiles, options: [.json, .all])
        ),
        (
            "add",
            CommandDescription(
                operands: "NAME [URL]", summary: "add a profile", group: .profiles,
                operandCount: 1...2, mayGetPassword: true, options: Option.keys)
        ),
        (
            "unset",
            CommandDescription(
                operands: "PROFILE KEY…", summary: "remove keys", group: .profiles,
                operandCount: 2...Int.max, operandKinds: [.profile, .key], options: [.dryRun])
        ),
        (
            "unwrap",
            CommandDescription(
                operands: "COMMAND…", summary: "stop wrapping COMMAND", group: .profiles,
                operandCount: 1...Int.max, operandKinds: [.wrapped])
        ),
        (
            "env",
            CommandDescription(
                operands: "[PROFILE]", summary: "print what PROFILE sets", group: .elsewhere,
                operandCount: 0...1, operandKinds: [.profile], options: [.format, .tool])
        ),
        (
            "script",
            CommandDescription(
                operands: "COMMAND", summary: "write a script", group: .elsewhere,
                operandCount: 1...1, operandKinds: [.program],
                formatKind: .verb(ScriptForms.names), options: [.format, .output])
        ),
        (
            "help",
            CommandDescription(
                operands: "[COMMAND]", summary: "show help", group: .help, operandCount: 0...1,
                operandKinds: [.command])
        ),
    ])
}

extension Failure {
    /// What it says, in one line.
    var shown: String { ([message] + hints).joined(separator: " | ") }
}
