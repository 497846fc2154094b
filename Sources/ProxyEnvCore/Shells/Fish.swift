extension Shell {
    /// fish.
    static var fish: Shell {
        Shell(
            name: "fish",
            // `source` reads its standard input.
            evaluation: "proxyenv use clash | source",
            quote: { Fish.quoted($0) },
            language: .statements(
                set: { Array("set -gx \($0) ".utf8) + Fish.quoted($1) + [UInt8(ascii: ";")] },
                // With plain `set -e` a universal variable would be gone in every session, for good. One that is exported
                // shows again then, as nothing short of an empty value hides it from programs (tried in fish 3.6).
                unset: { Array("set -eg \($0);".utf8) }),
            startUpFiles: ["/.config/fish/config.fish"],
            // A file of its own there is read before `config.fish` (fish 3.6, "Configuration Files").
            hookFiles: { [HookFile($0.inSettings("fish/conf.d/proxyenv.fish"))] },
            trial: ShellTrial(
                ways: [["-l", "-i"]], option: "-c",
                running: { "begin; set -lx PATH $PROXYENV_TRIAL $PATH; \($0); end" },
                asking: { "proxyenv doctor \($0) --timeout 1 >$PROXYENV_TRIAL/doctor 2>/dev/null" }),
            shimPathLine: "set -gx PATH (proxyenv shim path) $PATH",
            advice: ShellAdvice(
                set: "set -gx NAME VALUE", export: "set -gx NAME $NAME", unset: "set -e NAME",
                // An alias is a function.
                removeAlias: "functions -e NAME", removeFunction: "functions -e NAME"),
            keepsFunctionsInFront: true)
    }
}

/// The language of fish.
enum Fish {
    /// `'text'`, in which `\\` and `\'` are the only escapes (fish 3.6, "Quotes").
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        var word = [UInt8(ascii: "'")]
        for byte in text {
            if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "'") {
                word.append(UInt8(ascii: "\\"))
            }
            word.append(byte)
        }
        word.append(UInt8(ascii: "'"))
        return word
    }
}
