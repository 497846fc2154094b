/// Nushell, which can't evaluate text: it gets JSON for `load-env`.
public struct Nushell: Shell {
    /// `nushell`.
    public let name = "nushell"
    /// The program's name.
    public let aliases = ["nu"]
    /// No JSON, so that `from json` fails.
    public let failingStatement = "proxyenv: nothing was changed"
    /// The hook does the same, and hides what is null.
    public let evaluation = "proxyenv use clash | from json | load-env"

    /// The one value of this type.
    public init() {}

    /// `"text"`, in which a backslash begins an escape (Nushell book, "Working with Strings", "Double-quoted strings").
    ///
    /// Single quotes know no escape and can't hold one of themselves; Nushell's source is UTF-8.
    public func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        if UTF8Reader.firstInvalidOffset(in: text) != nil {
            throw Unrepresentable(form: name, variable: "", reason: "bytes that are no UTF-8")
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

    /// An object of names and values; null is for a variable that is to be unset, which Nushell hands to no program.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText(for: name)
        return JSONDocument.object(patch).serialized() + [0x0A]
    }
}
