/// Hides what people must not see over each other's shoulders.
public enum Masking {
    /// `patch` with `***` for passwords in proxies' URLs, and for the state, which may hold one from before.
    public static func masked(_ patch: EnvironmentPatch) -> EnvironmentPatch {
        EnvironmentPatch(
            patch.changes.map { change in
                guard let value = change.value else { return change }
                return .set(name: change.name, value: masked(change.name, value))
            })
    }

    /// `value` of the variable `name`, for people.
    public static func masked(_ name: String, _ value: [UInt8]) -> [UInt8] {
        if name == SavedState.Variable.state { return Array("***".utf8) }
        return maskedURL(value)
    }

    /// `value` with `***` for what stands between `:` and the last `@` of its authority, if it is a URL at all.
    ///
    /// Written for any value, also one that no proxy's URL should be: whatever may be a password is hidden.
    public static func maskedURL(_ value: [UInt8]) -> [UInt8] {
        guard let at = value.lastIndex(of: UInt8(ascii: "@")) else { return value }
        guard var colon = value[..<at].firstIndex(of: UInt8(ascii: ":")) else { return value }
        // Only the first colon can be a scheme's; `://` further on may be part of a password.
        if value[colon...].hasPrefix("://") {
            guard let next = value[..<at].dropFirst(colon + 3).firstIndex(of: UInt8(ascii: ":"))
            else { return value }
            colon = next
        }
        return Array(value[...colon]) + Array("***".utf8) + Array(value[at...])
    }
}
