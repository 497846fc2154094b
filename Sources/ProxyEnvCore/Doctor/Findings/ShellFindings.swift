/// What can be wrong in the shell in which the command `name` is typed.
extension Finding {
    /// That this shell, called `shell`, has no hook; `hasProfile` says whether it has a profile of its own all the same.
    public static func noHook(
        in shell: String, for name: String, hasProfile: Bool, fix: [String]
    ) -> Finding {
        Finding(
            .shellHook,
            "this shell (\(shell)) has no hook loaded: what is typed here starts without the profile of its rule",
            fix: fix + ["proxyenv run \(name)"], severity: hasProfile ? .warning : .problem)
    }

    /// That the hook was loaded before the command had a rule.
    public static func noWrapper(for name: String) -> Finding {
        Finding(
            .shellWrapper, "this shell has no wrapper for \(name) yet", fix: ["proxyenv reload"])
    }

    /// That `shell` can have no wrapper of that name.
    public static func cannotWrap(_ name: String, in shell: String) -> Finding {
        Finding(
            .shellWrapper, "\(shell) cannot wrap a command called \(name)",
            fix: ["proxyenv run \(name)"])
    }

    /// That an alias of `shell` skips the wrapper; `isOfPath` says whether it is one for a path.
    public static func alias(_ name: String, isOfPath: Bool, in shell: Shell) -> Finding {
        Finding(
            .shellAlias,
            "\(name) is \(isOfPath ? "an alias for a path" : "an alias") in this shell, which skips the wrapper: its rule has no effect",
            fix: [
                shell.removingAlias(name),
                "Take the alias out of your start-up file, or write `proxyenv run` before the program that it names.",
            ])
    }

    /// That a function of the user's, in `shell`, has the command's name.
    public static func function(_ name: String, in shell: Shell) -> Finding {
        Finding(
            .shellFunction,
            "\(name) is a function of this shell's own: its rule has no effect",
            fix: [
                "\(shell.removingFunction(name)); proxyenv reload",
                "Take it out of your start-up file, or let it call `proxyenv run \(name)`.",
            ])
    }

    /// That `externs`, commands of Nushell of more words than `name`, start its program past the wrapper.
    public static func externs(_ externs: [String], of name: String) -> Finding {
        Finding(
            .shellExtern,
            "an extern, as completions have them, starts \(name) past its wrapper: \(ShellView.listed(externs))",
            fix: [
                "hide \"\(externs.first ?? name)\"",
                "Take the `use` of that completion out of config.nu, or write `proxyenv run \(name)`.",
            ])
    }

    /// That programs see `variables` in capitals alone, as to the shell two spellings are one variable.
    public static func capitals(_ variables: [String]) -> Finding {
        let names = variables.joined(separator: ", ")
        return Finding(
            .shellCapitals,
            "Nushell knows one spelling of a name, and hands on \(names): what reads lower case alone (wget, apt, curl for http://) sees no proxy",
            fix: [
                "Spell it in lower case where it is set before Nushell starts; wrappers, `proxyenv run` and `proxyenv exec` give both."
            ])
    }

    /// That the command is started past its wrapper in `shell`: by PROXYENV_BYPASS if `byVariable`, else as `command` is a path.
    public static func bypass(
        _ name: String, byVariable: Bool, _ command: [UInt8], in shell: Shell
    ) -> Finding {
        Finding(
            .shellBypass,
            byVariable
                ? "PROXYENV_BYPASS is set: the wrapper starts \(name) without the profile of its rule"
                : "\(name) is a path, which skips the wrapper: it starts without the profile of its rule",
            fix: [
                byVariable
                    ? shell.unsetting("PROXYENV_BYPASS")
                    : ShellWords.line(["proxyenv", "run", DisplayText.shortened(command, to: 300)])
            ])
    }

    /// That the shim of the command is never started, because of `problem`.
    public static func shim(
        of name: String, _ problem: String, isWrapped: Bool, hasProfile: Bool, fix: [String]
    ) -> Finding {
        Finding(
            .shellShim,
            "\(problem): the shim of \(name) is never started"
                + (isWrapped ? ", which xargs, an IDE and the like need" : ""),
            fix: fix, severity: isWrapped || hasProfile ? .warning : .problem)
    }

    /// That the hook of another shell is loaded; `isElsewhere` says that it is in the file of a shell that is not this one.
    public static func wrongHook(
        _ hook: String, in shell: String, evidence: String, isElsewhere: Bool
    ) -> Finding {
        Finding(
            .shellWrongHook, "the hook of \(hook) is loaded in \(shell)", evidence: [evidence],
            fix: [Shells.named(shell.utf8)?.hookLine ?? "proxyenv help hook"],
            severity: isElsewhere ? .warning : .problem)
    }

    /// That the profile `name` was modified since `use`; `matters` says whether the command gets what the shell has.
    public static func stale(_ name: String, _ change: String, matters: Bool) -> Finding {
        Finding(
            .shellStale, "the profile was modified since `use`: \(change)",
            fix: [ShellWords.line(["proxyenv", "use", name])],
            severity: matters ? .problem : .warning)
    }

    /// That `variables` were modified since `use`.
    public static func changed(_ variables: [String], since name: String) -> Finding {
        Finding(
            .shellChanged,
            "\(variables.joined(separator: ", ")) \(variables.count > 1 ? "were" : "was") modified since `use \(name)`, by hand or by a script",
            fix: [ShellWords.line(["proxyenv", "use", name])])
    }
}
