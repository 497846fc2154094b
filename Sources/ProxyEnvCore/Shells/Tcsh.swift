extension Shell {
    /// tcsh, and the C shell, which reads the same.
    static var tcsh: Shell {
        Shell(
            name: "tcsh", aliases: ["csh", "bsd-csh"],
            // In double quotes, so that the text is split at the ends of lines alone.
            evaluation: "eval \"`proxyenv use clash`\"",
            limits: "a newline",
            quote: { (text) throws(Unrepresentable) in try Tcsh.quoted(text) },
            language: .statements(
                set: { (variable, value) throws(Unrepresentable) in
                    Array("setenv \(variable) ".utf8) + (try Tcsh.quoted(value))
                        + [UInt8(ascii: ";")]
                },
                unset: { Array("unsetenv \($0);".utf8) }),
            // With a `.tcshrc` it does not read the other (tcsh 6.24's manual, "Startup and shutdown").
            hookFiles: { folders in
                let paths = [".tcshrc", ".cshrc"].map { folders.inHome($0) }
                return [HookFile(folders.present(paths))]
            },
            shimPathLine: "setenv PATH \"`proxyenv shim path`:$PATH\"",
            // There are no functions.
            advice: ShellAdvice(
                set: "setenv NAME VALUE", export: "setenv NAME $NAME", unset: "unsetenv NAME",
                removeFunction: "unalias NAME", takesPrefix: false),
            holdsCompletion: true)
    }
}

/// The language of tcsh.
private enum Tcsh {
    /// `'text'`, in which `'` is written as `'\''` and `!`, which would recall a command in there too, as `\!`.
    ///
    /// A newline can't be held: ``eval "`…`"`` makes a blank of it (tried in tcsh 6.24).
    static func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        var word = [UInt8(ascii: "'")]
        for byte in text {
            switch byte {
            case 0x0A: throw Unrepresentable(reason: "a newline")
            case UInt8(ascii: "'"): word += "'\\''"
            case UInt8(ascii: "!"): word += "\\!"
            default: word.append(byte)
            }
        }
        word.append(UInt8(ascii: "'"))
        return word
    }
}
