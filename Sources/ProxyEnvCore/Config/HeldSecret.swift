extension ConfigDocument {
    /// Whether a password or a token stands in it: as a `password`, in a URL or as a token wherever that is, or in a variable
    /// whose name says so.
    public var holdsSecret: Bool {
        nodes.indices.contains { id in
            guard let text = string(id), !text.isEmpty else { return false }
            if isKey(of: id, Self.usernameKey), !UserName.isLogin(text, hasPassword: false) {
                return true
            }
            if isKey(of: id, Self.passwordKey) || Secrets.holdsToken(text[...]) { return true }
            if isVariable(id), Secrets.isSecretName(key(of: id)) { return true }
            return text.contains(UInt8(ascii: "@")) && Self.namesScheme(text)
                && Secrets.ranges(in: text[...]).contains { !$0.isEmpty }
        }
    }

    private static let passwordKey = Array(ProfileKey.password.rawValue.utf8)
    private static let usernameKey = Array(ProfileKey.username.rawValue.utf8)
    private static let variablesKey = Array(ProfileKey.env.rawValue.utf8)

    /// Whether `id` stands in a table `env`.
    private func isVariable(_ id: NodeID) -> Bool {
        let parent = NodeID(nodes[id].parent)
        return nodes.indices.contains(parent) && isKey(of: parent, Self.variablesKey)
    }

    /// Whether `text` begins like a URL.
    private static func namesScheme(_ text: [UInt8]) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return text[colon...].hasPrefix("://")
    }
}
