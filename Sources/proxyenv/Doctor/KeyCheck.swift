import ProxyEnvCore

/// The user's own key, which is tried once where they say so.
struct KeyCheck {
    /// The header fields that carry it.
    let headers: [[UInt8]]
    /// Where it is from, for people.
    let origin: String

    /// The key of `tool`, or nil where there is none.
    init?(_ tool: Tool, _ environment: Environment) {
        switch tool.name {
        case "codex":
            if let key = environment.nonEmpty("CODEX_API_KEY") {
                (headers, origin) = ([Array("Authorization: Bearer ".utf8) + key], "CODEX_API_KEY")
            } else if let key = Self.codexKey(environment) {
                (headers, origin) = ([Array("Authorization: Bearer ".utf8) + key], "auth.json")
            } else {
                return nil
            }
        case "claude":
            guard let key = environment.nonEmpty("ANTHROPIC_API_KEY") else { return nil }
            headers = [
                Array("x-api-key: ".utf8) + key, Array("anthropic-version: 2023-06-01".utf8),
            ]
            origin = "ANTHROPIC_API_KEY"
        default: return nil
        }
        // A key with a line's end in it would be another header field.
        if headers.contains(where: { $0.contains { $0 < 0x20 || $0 == 0x7F } }) { return nil }
    }

    /// The key in codex's `auth.json`, which goes before OPENAI_API_KEY of the environment, which codex does not send.
    private static func codexKey(_ environment: Environment) -> [UInt8]? {
        let home = environment.nonEmpty("HOME").map { $0 + Array("/.codex".utf8) }
        guard let folder = environment.nonEmpty("CODEX_HOME") ?? home,
            let content = try? FileSystem.load(
                folder + Array("/auth.json".utf8), limit: 1 << 20
            ).content,
            let leaves = JSONReader.strings(in: content)
        else { return nil }
        return leaves.first { $0.path.count == 1 && $0.path[0].equals("OPENAI_API_KEY") }
            .flatMap { $0.text.isEmpty ? nil : $0.text }
    }
}
