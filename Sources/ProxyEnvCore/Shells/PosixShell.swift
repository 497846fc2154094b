extension Shell {
    /// A shell that descends from the Bourne shell: `export` and `unset -v`.
    static func posix(_ name: String, aliases: [String] = []) -> Shell {
        Shell(
            name: name, aliases: aliases, evaluation: "eval \"$(proxyenv use clash)\"",
            quote: { PosixQuoting.quoted($0) },
            language: .statements(
                set: { variable, value in
                    var line = Array("export ".utf8)
                    line += variable
                    line += "="
                    line += PosixQuoting.quoted(value)
                    line += ";"
                    return line
                },
                // Plain `unset` may remove a function where there is no such variable.
                unset: { Array("unset -v \($0);".utf8) }),
            guardLines: guardedPosix)
    }

    /// `if (unset -v NAMES); then …; fi;`: a subshell tries it first, and names the variable that is read-only.
    ///
    /// Else zsh, ksh and sh would end at such a variable, with half of the lines done and no state for `off`, and bash would
    /// go on without a word in its status.
    private static func guardedPosix(_ lines: [UInt8], changing names: [String]) -> [UInt8] {
        guard !names.isEmpty else { return lines }
        var text = Array("if (unset -v".utf8)
        for name in names { text += " " + name }
        text += "); then\n"
        text += lines
        text += "else echo 'proxyenv: nothing was changed: "
        text += "this shell has a read-only variable' >&2; false; fi;\n"
        return text
    }
}
