extension ConfigDocument {
    /// Whether a password stands in it: as a `password`, or in a URL, wherever that is.
    public var holdsPassword: Bool {
        nodes.indices.contains { id in
            guard let text = string(id) else { return false }
            if isKey(of: id, Self.passwordKey) { return !text.isEmpty }
            return text.contains(UInt8(ascii: "@"))
                && PastedURL(text).password?.isEmpty == false && Self.namesScheme(text)
        }
    }

    private static let passwordKey = Array(ProfileKey.password.rawValue.utf8)

    /// Whether `text` begins like a URL.
    private static func namesScheme(_ text: [UInt8]) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return text[colon...].hasPrefix("://")
    }
}
