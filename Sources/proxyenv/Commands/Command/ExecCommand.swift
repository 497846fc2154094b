import ProxyEnvCore

/// `exec PROFILE [--] COMMAND…`: runs a command with a profile.
struct ExecCommand: Command {
    let name = "exec"
    var description: CommandDescription {
        CommandDescription(
            operands: "PROFILE [--] COMMAND…",
            summary: "run COMMAND with PROFILE",
            details: """
                proxyenv becomes COMMAND: its exit status and signals are the command's own. 127: not found, 126: found
                but not executable, 125: proxyenv itself failed, and nothing was started.

                  proxyenv exec clash -- codex
                """,
            group: .command, purpose: .launch(after: 1), operandCount: 1...1,
            operandKinds: [.profile])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        var resolver = try ProfileResolver(context)
        let reference = try resolver.reference(invocation.operands.first ?? [])
        let launch = Launch(invocation, context)
        try launch.become(with: reference, rule: nil, for: .exec(launch.name), &resolver)
    }
}
