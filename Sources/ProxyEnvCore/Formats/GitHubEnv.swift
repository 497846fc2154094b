extension Format {
    /// What is appended to the file `$GITHUB_ENV` of a GitHub Actions step.
    ///
    /// The log shows variables that are set like this.
    static let github = Format(name: "github", aliases: ["gha"], isPublic: true, write: text)

    /// `NAME<<DELIMITER`, the value, the delimiter (GitHub Docs, "Workflow commands", multiline strings).
    ///
    /// The delimiter is made of the value, so that it can't be foreseen to stand in it, and is checked not to.
    private static func text(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try patch.requireText()
        var text: [UInt8] = []
        for change in patch.changes {
            guard let value = change.value else { continue }
            var digest = Digest64(of: value)
            while contains(value, delimiter(digest)) { digest.append([0]) }
            let delimiter = delimiter(digest)
            text += "\(change.name)<<\(delimiter)\n"
            text += value
            text += "\n\(delimiter)\n"
        }
        return text
    }

    private static func delimiter(_ digest: Digest64) -> String {
        "PROXYENV_" + String(decoding: digest.hexadecimal, as: UTF8.self)
    }

    private static func contains(_ value: [UInt8], _ text: String) -> Bool {
        value.indices.contains { value[$0...].hasPrefix(text) }
    }
}
