/// tcsh, and the C shell.
public struct Tcsh: LineShell {
    /// `tcsh`.
    public let name = "tcsh"
    /// The C shell reads the same.
    public let aliases = ["csh", "bsd-csh"]
    /// `false;`.
    public let failingStatement = "false;"
    /// In double quotes, so that the text is split at the ends of lines alone.
    public let evaluation = "eval \"`proxyenv use clash`\""

    /// The one value of this type.
    public init() {}

    /// `'text'`, in which `'` is written as `'\''` and `!`, which would recall a command in there too, as `\!`.
    ///
    /// A newline can't be held: ``eval "`…`"`` makes a blank of it (tried in tcsh 6.24).
    public func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        var word = [UInt8(ascii: "'")]
        for byte in text {
            switch byte {
            case 0x0A: throw Unrepresentable(form: name, variable: "", reason: "a newline")
            case UInt8(ascii: "'"): word += "'\\''"
            case UInt8(ascii: "!"): word += "\\!"
            default: word.append(byte)
            }
        }
        word.append(UInt8(ascii: "'"))
        return word
    }

    /// `setenv NAME 'value';`.
    public func set(_ variable: String, to value: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        Array("setenv \(variable) ".utf8) + (try quoted(value)) + [UInt8(ascii: ";")]
    }

    /// `unsetenv NAME;`.
    public func unset(_ variable: String) -> [UInt8] { Array("unsetenv \(variable);".utf8) }
}
