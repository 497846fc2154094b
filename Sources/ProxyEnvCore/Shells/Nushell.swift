extension Shell {
    /// Nushell, which can't evaluate text: it gets JSON for `load-env`.
    public static var nushell: Shell {
        Shell(
            name: "nushell", aliases: ["nu"],
            // The hook does the same, and hides what is null.
            evaluation: "proxyenv use clash | from json | load-env",
            limits: "bytes that are not UTF-8",
            // No JSON, so that `from json` fails.
            failingStatement: "proxyenv: nothing was changed",
            quote: { (text) throws(Unrepresentable) in try Nushell.quoted(text) },
            // Null is for a variable that is to be unset, which Nushell hands to no program.
            language: .document { (patch) throws(Unrepresentable) in
                try patch.requireText()
                return patch.json.serialized() + [0x0A]
            },
            hookFiles: { hookFiles(ofNushell: $0) },
            trial: ShellTrial(
                ways: [["-l"]], option: "-c",
                running: {
                    "with-env { PATH: ($env.PATH | prepend $env.PROXYENV_TRIAL) } { \($0) }"
                },
                asking: { command in
                    "proxyenv doctor \(command) --timeout 1"
                        + " | save --force ($env.PROXYENV_TRIAL | path join doctor)"
                }),
            shimPathLine: "$env.PATH = ($env.PATH | prepend (proxyenv shim path))",
            advice: ShellAdvice(
                set: "$env.NAME = VALUE", export: "$env.NAME = $NAME", unset: "hide-env NAME",
                removeAlias: "hide NAME",
                removeFunction: "hide NAME", quotes: .always),
            takesFunction: { name in
                name.first?.isDigit != true
                    && !NushellCommands.names.contains { name.equals($0) }
            },
            holdsCompletion: true,
            hookFrame: (before: "module proxyenv-hook {\n", after: "}\nuse proxyenv-hook *\n"),
            describedStatements: ["export ", "@"])
    }

    /// `env.nu` is read first; `config.nu` is read as a whole before any of it is done.
    private static func hookFiles(ofNushell folders: StartUpFolders) -> [HookFile] {
        // Nushell takes macOS' own folder there, unless XDG_CONFIG_HOME is set (Nushell book, "Configuration").
        let macOS = folders.inHome("Library/Application Support/nushell/")
        let isMacOS =
            folders.environment.nonEmpty("XDG_CONFIG_HOME") == nil
            && folders.content(macOS + Array("config.nu".utf8)) != nil
        let folder = isMacOS ? macOS : folders.inSettings("nushell/")
        var files = ["env.nu", "config.nu"].map { HookFile(folder + Array($0.utf8)) }
        files[1].part = 1
        files[1].isAtStart = true
        for index in files.indices { files[index].takesCarriageReturns = true }
        return files
    }
}

/// The language of Nushell.
private enum Nushell {
    /// `"text"`, in which a backslash begins an escape (Nushell book, "Working with Strings", "Double-quoted strings").
    ///
    /// Single quotes know no escape and can't hold one of themselves; Nushell's source is UTF-8.
    static func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        if UTF8Reader.firstInvalidOffset(in: text) != nil {
            throw Unrepresentable(reason: "bytes that are not UTF-8")
        }
        var word = [UInt8(ascii: "\"")]
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): word += [UInt8(ascii: "\\"), byte]
            case _ where byte.isControl: word += "\\u{" + byte.hexadecimal + "}"
            default: word.append(byte)
            }
        }
        word.append(UInt8(ascii: "\""))
        return word
    }
}
