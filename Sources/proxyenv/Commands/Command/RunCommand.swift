import ProxyEnvCore

/// `run COMMAND…`: runs a command with the profile that is meant for it.
struct RunCommand: Command {
    let name = "run"
    var description: CommandDescription {
        CommandDescription(
            operands: "COMMAND…",
            summary: "run COMMAND with its rule's, this shell's or the default profile",
            details: """
                The profile is --profile's, else that of PROXYENV_PROFILE, else the one that the command's rule names, else the one that is
                active in this shell, else the file's `default`, else `auto`.

                  proxyenv run npm install
                """,
            group: .command, purpose: .launch(after: 0), options: [.profile])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        var resolver = try ProfileResolver(context)
        let launch = Launch(invocation, context)
        let rule = try resolver.rule(for: launch.ruleName)
        let reference =
            if let name = context.options.values(of: .profile).last {
                try resolver.reference(name)
            } else {
                try resolver.reference(for: rule)
            }
        try launch.become(
            with: reference, rule: rule, for: .run(launch.name, rule), &resolver)
    }
}
