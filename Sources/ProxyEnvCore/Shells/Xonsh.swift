extension Shell {
    /// xonsh.
    static var xonsh: Shell {
        Shell(
            name: "xonsh", evaluation: "execx($(proxyenv use clash))",
            // An exception, which ends what the code stands in.
            failingStatement: "raise Exception('proxyenv: nothing was changed');",
            quote: { Xonsh.quoted($0) },
            language: .statements(
                set: { Xonsh.set($0, to: $1) },
                // `del` fails where there is no such variable.
                unset: { Array("${...}.pop('\($0)', None);".utf8) }),
            hookFiles: { [HookFile($0.inHome(".xonshrc"))] },
            shimPathLine: "$PATH.insert(0, $(proxyenv shim path).strip())",
            // A function of the command line is an alias.
            advice: ShellAdvice(
                set: "$NAME = VALUE", export: "$NAME = NAME", unset: "del $NAME",
                removeAlias: "del aliases['NAME']",
                removeFunction: "del aliases['NAME']", takesPrefix: false, quotes: .always),
            keepsIndentation: true)
    }
}

/// The language of xonsh.
private enum Xonsh {
    /// `'text'` as Python's `repr` would have it, in ASCII alone: the output goes through a decoder before it is read.
    ///
    /// A byte that belongs to no UTF-8 is the lone surrogate for which Python puts it back (PEP 383).
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        var word = [UInt8(ascii: "'")]
        var index = 0
        while index < text.count {
            guard let (scalar, length) = UTF8Reader.scalar(in: text, at: index) else {
                word += "\\udc" + text[index].hexadecimal
                index += 1
                continue
            }
            index += length
            switch scalar {
            case "'", "\\", "\"":
                word += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
            case "\u{20}"..."\u{7E}": word.append(UInt8(truncatingIfNeeded: scalar.value))
            default: word += escape(scalar.value)
            }
        }
        word.append(UInt8(ascii: "'"))
        return word
    }

    /// `$NAME = 'value';`.
    ///
    /// What ends in PATH or DIRS is a list to xonsh, which expands `~` and `$` in it, unless it is registered as text.
    static func set(_ variable: String, to value: [UInt8]) -> [UInt8] {
        var line: [UInt8] = []
        if variable.hasSuffix("PATH") || variable.hasSuffix("DIRS") {
            line += "${...}.register('\(variable)', type='str'); "
        }
        line += "$\(variable) = "
        line += quoted(value)
        line += ";"
        return line
    }

    private static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
    }
}
