extension Shell {
    /// Elvish.
    static var elvish: Shell {
        Shell(
            name: "elvish",
            // `slurp` makes one text of the lines.
            evaluation: "eval (proxyenv use clash | slurp)",
            limits: "bytes that are not UTF-8",
            // An exception, which ends what the code stands in.
            failingStatement: "fail 'proxyenv: nothing was changed';",
            quote: { (text) throws(Unrepresentable) in try Elvish.quoted(text) },
            language: .statements(
                set: { (variable, value) throws(Unrepresentable) in
                    Array("set-env \(variable) ".utf8) + (try Elvish.quoted(value))
                        + [UInt8(ascii: ";")]
                },
                unset: { Array("unset-env \($0);".utf8) }),
            hookFiles: { [HookFile($0.inSettings("elvish/rc.elv"))] },
            shimPathLine: "set paths = [(proxyenv shim path) $@paths]",
            // There are no aliases.
            advice: ShellAdvice(
                set: "set-env NAME VALUE", export: "set-env NAME $NAME", unset: "unset-env NAME",
                removeAlias: "del NAME~", removeFunction: "del NAME~", takesPrefix: false),
            endsAtFailure: true)
    }
}

/// The language of Elvish.
private enum Elvish {
    /// `'text'`, in which a single quote is doubled (Elvish language reference, "Single-quoted string").
    ///
    /// Elvish's source is UTF-8, and it makes U+FFFD of anything else (tried in 0.19).
    static func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        if UTF8Reader.firstInvalidOffset(in: text) != nil {
            throw Unrepresentable(reason: "bytes that are not UTF-8")
        }
        var word = [UInt8(ascii: "'")]
        for byte in text { word += byte == UInt8(ascii: "'") ? [byte, byte] : [byte] }
        word.append(UInt8(ascii: "'"))
        return word
    }
}
