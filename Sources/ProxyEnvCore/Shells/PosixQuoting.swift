/// Quoting for the shells that descend from the Bourne shell.
enum PosixQuoting {
    /// `text` in single quotes, in which every character stands for itself but `'`, written as `'\''`.
    ///
    /// POSIX.1-2024, XCU 2.2.2. zsh with RC_QUOTES reads the same, as no two quotes stand next to each other inside.
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [UInt8(ascii: "'")]
        for byte in text {
            if byte == UInt8(ascii: "'") {
                result += #"'\''"#
            } else {
                result.append(byte)
            }
        }
        result.append(UInt8(ascii: "'"))
        return result
    }
}

extension PosixQuoting {
    /// `text` as one word, in quotes only where it needs them.
    ///
    /// Left bare is what no shell does anything to, and no assignment.
    static func word(_ text: [UInt8]) -> [UInt8] {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isDigit || "_./:@%,+-".utf8.contains($0) }
        return isPlain && !text.isEmpty ? text : quoted(text)
    }
}

/// A shell with `export` and `unset -v`.
protocol PosixShell: LineShell {}

extension PosixShell {
    /// As everywhere in this family.
    public var evaluation: String { "eval \"$(proxyenv use clash)\"" }

    /// `false;`.
    public var failingStatement: String { "false;" }

    /// `'text'`.
    public func quoted(_ text: [UInt8]) -> [UInt8] { PosixQuoting.quoted(text) }

    /// `export NAME='value';`.
    public func set(_ variable: String, to value: [UInt8]) -> [UInt8] {
        var line = Array("export ".utf8)
        line += variable
        line += "="
        line += PosixQuoting.quoted(value)
        line += ";"
        return line
    }

    /// `if (unset -v NAMES); then …; fi;`: a subshell tries it first, and names the variable that is read-only.
    ///
    /// Else zsh, ksh and sh would end at such a variable, with half of the lines done and no state for `off`, and bash would
    /// go on without a word in its status.
    public func guarded(_ lines: [UInt8], changing names: [String]) -> [UInt8] {
        guard !names.isEmpty else { return lines }
        var text = Array("if (unset -v".utf8)
        for name in names { text += " " + name }
        text += "); then\n"
        text += lines
        text += "else echo 'proxyenv: nothing was changed: "
        text += "this shell has a read-only variable' >&2; "
        text += failingStatement
        return text + Array(" fi;\n".utf8)
    }

    /// `unset -v NAME;`, as plain `unset` may remove a function where there is no such variable.
    public func unset(_ variable: String) -> [UInt8] { Array("unset -v \(variable);".utf8) }
}
