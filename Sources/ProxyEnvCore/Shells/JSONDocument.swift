/// An object of names and values; null is for a variable that is to be unset.
struct JSONDocument: Format {
    let name = "json"

    func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText(for: name)
        return Self.object(patch).serialized() + [0x0A]
    }

    /// `patch`, whose values are text, as an object.
    static func object(_ patch: EnvironmentPatch) -> JSONValue {
        .object(patch.changes.map { ($0.name, $0.value.map { .string($0) } ?? .null) })
    }
}
