/// Elvish.
public struct Elvish: LineShell {
    /// `elvish`.
    public let name = "elvish"
    /// An exception, which ends what the code stands in.
    public let failingStatement = "fail 'proxyenv: nothing was changed';"
    /// `slurp` makes one text of the lines.
    public let evaluation = "eval (proxyenv use clash | slurp)"

    /// The one value of this type.
    public init() {}

    /// `'text'`, in which a single quote is doubled (Elvish language reference, "Single-quoted string").
    ///
    /// Elvish's source is UTF-8, and it makes U+FFFD of anything else (tried in 0.19).
    public func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        if UTF8Reader.firstInvalidOffset(in: text) != nil {
            throw Unrepresentable(form: name, variable: "", reason: "bytes that are no UTF-8")
        }
        var word = [UInt8(ascii: "'")]
        for byte in text { word += byte == UInt8(ascii: "'") ? [byte, byte] : [byte] }
        word.append(UInt8(ascii: "'"))
        return word
    }

    /// `set-env NAME 'value';`.
    public func set(_ variable: String, to value: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        Array("set-env \(variable) ".utf8) + (try quoted(value)) + [UInt8(ascii: ";")]
    }

    /// `unset-env NAME;`.
    public func unset(_ variable: String) -> [UInt8] { Array("unset-env \(variable);".utf8) }
}
