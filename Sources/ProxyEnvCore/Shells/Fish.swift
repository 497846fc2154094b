/// fish.
public struct Fish: LineShell {
    /// `fish`.
    public let name = "fish"
    /// `false;`.
    public let failingStatement = "false;"

    /// `source` reads its standard input.
    public let evaluation = "proxyenv use clash | source"

    /// The one value of this type.
    public init() {}

    /// `'text'`, in which `\\` and `\'` are the only escapes (fish 3.6, "Quotes").
    public func quoted(_ text: [UInt8]) -> [UInt8] {
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

    /// `set -gx NAME 'value';`.
    public func set(_ variable: String, to value: [UInt8]) -> [UInt8] {
        Array("set -gx \(variable) ".utf8) + quoted(value) + [UInt8(ascii: ";")]
    }

    /// `set -eg NAME;`.
    ///
    /// With plain `set -e` a universal variable would be gone in every session, for good. One that is exported shows
    /// again then, as nothing short of an empty value hides it from programs (tried in fish 3.6).
    public func unset(_ variable: String) -> [UInt8] { Array("set -eg \(variable);".utf8) }
}
