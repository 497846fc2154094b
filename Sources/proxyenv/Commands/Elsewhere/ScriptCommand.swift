import ProxyEnvCore

/// `script COMMAND`: writes a script that starts a command with a profile.
struct ScriptCommand: Command {
    let name = "script"
    var description: CommandDescription {
        CommandDescription(
            operands: "COMMAND",
            summary: "write a script that starts COMMAND with a profile",
            details: """
                The script sets the variables itself, so that it works on a machine without proxyenv; --via-proxyenv makes
                one that calls proxyenv, which reads the profile then. That is what a profile with a password gets, so that
                the password is in no file, but for --reveal, which writes it into a file for you alone.

                Without --profile it is the profile that `run COMMAND` takes. Without -o the file is
                ./COMMAND-with-proxy.sh, or what the form's files end with; the end of -o FILE tells the form too.

                  sh        for /bin/sh
                  bat       for cmd on Windows
                  ps1       for PowerShell
                  command   as sh, for the Finder of macOS
                  desktop   an entry of a Linux desktop's menu: ~/.local/share/applications
                  plist     a job for launchd of macOS: ~/Library/LaunchAgents

                  proxyenv script codex --profile clash --format bat
                """,
            group: .elsewhere, operandCount: 1...1, operandKinds: [.program],
            formatKind: .verb(ScriptForms.names),
            options: [.profile, .format, .output, .viaProxyenv, .reveal, .force])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let command = invocation.operands[0]
        if command.isEmpty { throw .usage("`script` needs the name or the path of a command") }
        let output = context.options.values(of: .output).last
        let form = try form(context.options.format, output)
        let maker = ScriptMaker(context: context, form: form)
        let (script, hasPassword) = try maker.script(for: command)
        let text = try maker.text(of: script)
        if let note = form.note(script) { context.note(note) }
        if output?.equals("-") == true {
            try context.write(text)
            return 0
        }
        let path =
            output ?? FileName.stem(of: command) + Array("-with-proxy.".utf8)
            + Array(form.fileExtension.utf8)
        try check(path, command)
        try write(text, to: path, form, isPrivate: hasPassword, context)
        context.noteOnTerminal(
            "\(DisplayText.escaped(path)) starts \(DisplayText.shortened(command)) with \(script.profile)"
        )
        return 0
    }

    private func form(_ name: [UInt8]?, _ output: [UInt8]?) throws(Failure) -> ScriptForm {
        guard let name else {
            guard let output, let ending = FileName.ending(of: output) else {
                return ScriptForms.all[0]
            }
            if let form = ScriptForms.of(file: output) { return form }
            let known = ScriptForms.endings.map { "`.\($0)`" }.joined(separator: ", ")
            throw .usage(
                "no script that is known ends with `.\(DisplayText.shortened(ending))`",
                hint: "Known are \(known); or name the form: `--format sh`.")
        }
        if let form = ScriptForms.named(name) { return form }
        throw Failure.unknown(
            "script format", name, in: ScriptForms.names, listsKnown: true
        ).asUsage
    }

    /// A script of the command's own name, in PATH or in the working directory, would start itself for ever.
    private func check(_ path: [UInt8], _ command: [UInt8]) throws(Failure) {
        guard FileName.last(of: command) == command else { return }
        // Windows finds `codex.bat` under the name `codex`; no shell finds `codex.command` under that.
        let stem = FileName.stem(of: command)
        if FileName.stem(of: path) == stem {
            let other = DisplayText.shortened(stem + Array("-with-proxy".utf8))
            throw .usage(
                "a script that is called as the command is would start itself",
                hint:
                    "Give the script another name, as `\(other)`, or COMMAND as a path; for programs, see `proxyenv shim`."
            )
        }
    }

    private func write(
        _ text: [UInt8], to path: [UInt8], _ form: ScriptForm, isPrivate: Bool,
        _ context: Context
    ) throws(Failure) {
        let shown = ConfigurationFiles.displayed(path, home: context.home)
        do throws(SystemError) {
            try FileSystem.write(
                text, to: path, isExecutable: form.isExecutable, isPrivate: isPrivate,
                replacing: context.options.has(.force))
        } catch .exists {
            throw Failure(
                "\(shown) is there already",
                hint: "Replace it with `--force`, or write to another file with `-o FILE`.")
        } catch {
            throw Failure("cannot write \(shown): \(error.message)")
        }
    }
}
