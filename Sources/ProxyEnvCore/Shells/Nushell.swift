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

    /// An object of names and values; null is for a variable that is to be unset, which Nushell hands to no program.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText(for: name)
        return JSONDocument.object(patch).serialized() + [0x0A]
    }
}
