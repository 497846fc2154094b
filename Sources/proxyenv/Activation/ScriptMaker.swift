import ProxyEnvCore

/// Makes a start-up script of a profile.
struct ScriptMaker {
    /// The context.
    let context: Context
    /// The form that is asked for.
    let form: ScriptForm

    /// The script that starts `command`.
    ///
    /// - Returns: The script, and whether a password stands in it.
    /// - Throws: What is wrong with the profile, or that the form can't have its password.
    func script(
        for command: [UInt8]
    ) throws(Failure) -> (script: StartScript, hasPassword: Bool) {
        var resolver = try ProfileResolver(Self.elsewhere(context))
        let rule = try resolver.rule(for: FileName.last(of: command))
        let given = context.options.values(of: .profile).last
        let reference =
            if let given {
                try resolver.reference(given)
            } else {
                try resolver.reference(for: rule)
            }
        var (patch, hasPassword): (EnvironmentPatch?, Bool) = (nil, false)
        if context.options.has(.viaProxyenv) {
            try checkVia(reference.text, hasPassword: false)
            _ = try resolver.profile(reference)
        } else {
            let tool = Tools.started(by: FileName.stem(of: command))
            (patch, hasPassword) = try variables(reference, rule, tool, &resolver)
            if patch == nil { try checkVia(reference.text, hasPassword: true) }
        }
        // What holds here alone has to be named, so that the script does the same wherever it is started.
        let isFixed = given != nil || isFromHere(rule)
        let name = reference.text
        let method: StartScript.Method =
            if let patch {
                .variables(patch)
            } else {
                .proxyenv(try proxyenvWords(isFixed ? name : nil))
            }
        let command = try place(of: command)
        let script = StartScript(
            command: command, profile: name, version: Release.version,
            remaking: remaking(command, patch == nil && !isFixed ? nil : name), method: method)
        return (script, hasPassword && patch != nil)
    }

    /// The text of `script`, in which nothing on a terminal is a password.
    ///
    /// - Throws: What the form can't hold.
    func text(of script: StartScript) throws(Failure) -> [UInt8] {
        do throws(Unrepresentable) {
            return try form.text(of: script)
        } catch {
            throw .unrepresentable(error)
        }
    }

    /// Whether a person sees the text.
    private var isShown: Bool {
        context.options.values(of: .output).last?.equals("-") == true
            && StandardStream.output.isTerminal
    }

    /// `context` as the script may find it: every known proxy variable is there, so that each is unset which the profile does
    /// not set, and none holds anything that the profile would take along.
    private static func elsewhere(_ context: Context) -> Context {
        let known =
            ProxyVariables.known.map { EnvironmentPatch.Change.set(name: $0, value: []) }
            + Recipe.keptVariables.map { .unset(name: $0) }
        let here = context.shellSwitch
        let active = EnvironmentPatch.Change.setting(
            SavedState.Variable.active, to: context.environment[SavedState.Variable.active])
        return Context(
            arguments: context.arguments,
            environment: EnvironmentPatch(known + [active]).applied(to: here.baseline),
            options: context.options)
    }

    /// What the script sets and unsets itself, or nil where a password keeps it from that, and whether there is one.
    private func variables(
        _ reference: ProfileReference, _ rule: CommandRule?, _ tool: Tool?,
        _ resolver: inout ProfileResolver
    ) throws(Failure) -> (EnvironmentPatch?, Bool) {
        var resolution = try resolver.resolve(reference, for: rule, password: .hidden)
        let urls = resolution.profile.proxies?.distinct ?? []
        let hasPassword = urls.contains { $0.credentials?.isSecret == true }
        if hasPassword {
            guard context.options.reveals else { return (nil, true) }
            try checkPublic(resolution.name)
            resolution = try resolver.resolve(reference, for: rule, password: .asked)
        }
        if resolution.chosen.name != resolution.name {
            context.note(
                "\(resolution.name) is \(resolution.chosen.name) now, and stays it in the script; "
                    + "with --via-proxyenv it is looked up at each start")
        }
        let patch = try patch(resolution, tool, &resolver)
        return (isShown ? Masking.masked(patch) : patch, hasPassword)
    }

    private func patch(
        _ resolution: ProfileResolver.Resolution, _ tool: Tool?,
        _ resolver: inout ProfileResolver
    ) throws(Failure) -> EnvironmentPatch {
        if resolution.profile.certificateBundle != nil {
            context.note(
                "the certificates stay in their files: on another machine they have to be there too"
            )
        }
        let patch = form.arranged(
            try resolver.patch(resolution, for: tool), for: resolver.shellSwitch)
        return patch.followed(by: [
            .set(name: SavedState.Variable.active, value: Array(resolution.name.utf8)),
            .unset(name: SavedState.Variable.state),
        ])
    }

    /// Whether the profile is that of this shell, or of a variable.
    private func isFromHere(_ rule: CommandRule?) -> Bool {
        if context.environment.nonEmpty("PROXYENV_PROFILE") != nil { return true }
        return rule?.profile == nil
            && context.environment.nonEmpty(SavedState.Variable.active) != nil
    }

    private func checkVia(_ name: String, hasPassword: Bool) throws(Failure) {
        guard form.isForWindows else { return }
        let reason = hasPassword ? "profile \(name) has a password, and " : ""
        throw Failure(
            "\(reason)a script for Windows never calls proxyenv",
            hint: hasPassword
                ? "Write the password into the file with `--reveal`, or use a local proxy that knows it."
                : "Leave out `--via-proxyenv`.")
    }

    private func checkPublic(_ name: String) throws(Failure) {
        guard form.isPublic else { return }
        throw Failure(
            "profile \(name) has a password, which \(form.name) would show to others",
            hint: "Leave out `--reveal`: the script then calls proxyenv.")
    }

    /// What stands in front of the command where proxyenv is called.
    private func proxyenvWords(_ profile: String?) throws(Failure) -> [[UInt8]] {
        var words = [try ProgramPath.current(context)]
        if let file = context.options.config ?? context.environment.nonEmpty("PROXYENV_CONFIG") {
            words += [Array("--config".utf8), try ProgramPath.absolute(file)]
        }
        words.append(Array("run".utf8))
        if let profile { words += [Array("--profile".utf8), Array(profile.utf8)] }
        words.append(Array("--".utf8))
        return words
    }

    /// The command as the script starts it: a path of this machine is one from the root on.
    private func place(of command: [UInt8]) throws(Failure) -> [UInt8] {
        if form.isForWindows || !PathText.hasFolder(command) { return command }
        return try ProgramPath.absolute(command)
    }

    private func remaking(_ command: [UInt8], _ profile: String?) -> [[UInt8]] {
        var words = ["proxyenv", "script"].map { Array($0.utf8) }
        if let file = context.options.config {
            words += [Array("--config".utf8), file]
        }
        words.append(command)
        if let profile { words += [Array("--profile".utf8), Array(profile.utf8)] }
        words += [Array("--format".utf8), Array(form.name.utf8)]
        if let output = context.options.values(of: .output).last {
            words += [Array("-o".utf8), output]
        }
        if context.options.has(.viaProxyenv) { words.append(Array("--via-proxyenv".utf8)) }
        if context.options.reveals { words.append(Array("--reveal".utf8)) }
        return words
    }
}
