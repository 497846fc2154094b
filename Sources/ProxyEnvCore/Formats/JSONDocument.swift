extension Format {
    /// An object of names and values; null is for a variable that is to be unset.
    static let json = Format(name: "json", write: text)

    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText()
        return patch.json.serialized() + [0x0A]
    }
}
