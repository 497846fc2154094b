import ProxyEnvCore

/// `env [PROFILE] --format F`: prints what a profile sets, for other programs to read.
struct EnvCommand: Command {
    let name = "env"
    var description: CommandDescription {
        CommandDescription(
            operands: "[PROFILE]",
            summary: "print what PROFILE sets, in the form that --format names",
            details: """
                Without PROFILE: what PROXYENV_PROFILE names, else the file's `default`, else `auto`.
                With --for: also what `run COMMAND` would set for that command alone.
                Without --format: the lines of the shell that this runs in. Nothing restores it by `off`.

                  prefix    in front of a command: HTTP_PROXY='…' HTTPS_PROXY='…'
                  json      an object of names and values, null for what is unset
                  dotenv    a .env file
                  bat       lines for a batch file of Windows
                  docker    docker run --env-file FILE
                  github    proxyenv env ci --format github >> "$GITHUB_ENV"
                  systemd   systemctl edit NAME
                  launchd   proxyenv env clash --format launchd | sh
                  tmux      proxyenv env clash --format tmux | tmux source-file -
                  apt       a file in /etc/apt/apt.conf.d
                  vscode    members of settings.json
                  … and every shell's name.
                """,
            group: .elsewhere, operandCount: 0...1, operandKinds: [.profile],
            options: [.format, .tool])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let format = try format(context)
        var resolver = try ProfileResolver(context)
        let reference =
            if let text = invocation.operands.first {
                try resolver.reference(text)
            } else {
                try resolver.defaultReference()
            }
        let isSeen = StandardStream.output.isTerminal
        let resolution = try resolver.resolve(
            reference, password: isSeen || format.isPublic ? .hidden : .asked)
        if format.isPublic,
            resolution.profile.proxies?.distinct.contains(where: {
                $0.credentials?.isSecret == true
            }) == true
        {
            throw Failure(
                "profile \(resolution.name) has a password, which \(format.name) would show to others",
                hint: "Use a local proxy that knows the password, or a profile without one.")
        }
        let patch = format.arranged(
            try resolver.patch(resolution, for: tool(context)), for: resolver.shellSwitch)
        let script: [UInt8]
        do throws(Unrepresentable) {
            script = try format.script(for: isSeen ? Masking.masked(patch) : patch)
        } catch {
            throw .unrepresentable(error)
        }
        if let note = format.note(patch) { context.note(note) }
        try context.write(script)
        return 0
    }

    /// The tool that --for names, whose own variables come on top.
    private func tool(_ context: Context) -> Tool? {
        guard let command = context.options.values(of: .tool).last else { return nil }
        let tool = Tools.started(by: command)
        if tool == nil {
            context.note(
                "nothing is known of `\(DisplayText.shortened(command))`: it gets what every program gets"
            )
        }
        return tool
    }

    private func format(_ context: Context) throws(Failure) -> Format {
        guard let name = context.options.format else {
            return Format(try ShellChoice.shell(in: context))
        }
        if let format = Formats.named(name) { return format }
        throw Failure.unknown(
            "output format", name, in: Formats.names, listsKnown: true
        ).asUsage
    }
}
