import ProxyEnvCore

/// The user's own key, which is tried once where they say so.
enum KeyCheck {
    /// The header fields that carry it, and where it is from, for people.
    case key(headers: [[UInt8]], origin: String)
    /// There is none to send, and why, for people.
    case absent(reason: String)

    /// The key of `tool`, which has `environment`.
    init(_ tool: Tool, _ environment: Environment) {
        switch tool.name {
        case "codex": self = Self.codex(environment)
        case "claude":
            guard let key = environment.nonEmpty("ANTHROPIC_API_KEY") else {
                self = .absent(reason: "ANTHROPIC_API_KEY is not set")
                return
            }
            let fields = ["x-api-key: ", "anthropic-version: 2023-06-01"].map { Array($0.utf8) }
            self = .key(headers: [fields[0] + key, fields[1]], origin: "ANTHROPIC_API_KEY")
        default: self = .absent(reason: "which key \(tool.name) has is not known")
        }
        // A key with a line's end in it would be another header field.
        if case .key(let headers, let origin) = self,
            headers.contains(where: { $0.contains { $0.isControl } })
        {
            self = .absent(reason: "the one of \(origin) has a control character in it")
        }
    }

    /// Whether there is one.
    var isThere: Bool { if case .key = self { true } else { false } }

    /// What to do where the server does not take it.
    var renewal: String {
        switch self {
        case .key(_, Self.authFile): "codex login"
        case .key(_, let variable): "Put a key that holds into \(variable)."
        case .absent: "Log in again."
        }
    }

    private static let authFile = "auth.json"

    private static func codex(_ environment: Environment) -> KeyCheck {
        if let key = environment.nonEmpty("CODEX_API_KEY") {
            return .key(headers: [bearer(key)], origin: "CODEX_API_KEY")
        }
        let home = environment.nonEmpty("HOME").map { $0 + Array("/.codex".utf8) }
        let folder = environment.nonEmpty("CODEX_HOME") ?? home ?? []
        let content = try? FileSystem.load(
            folder + Array("/auth.json".utf8), limit: 1 << 20
        ).content
        let leaves = content.flatMap { JSONReader.strings(in: $0) } ?? []
        func text(_ name: String) -> [UInt8]? {
            leaves.first { $0.path.count == 1 && $0.path[0].equals(name) }?.text
        }
        // A key may be left in it from before the login that counts.
        let isLogin = text("auth_mode")?.equalsIgnoringCase("chatgpt") == true
        if !isLogin, let key = text("OPENAI_API_KEY"), !key.isEmpty {
            return .key(headers: [bearer(key)], origin: authFile)
        }
        let hasTokens = isLogin || leaves.contains { $0.path.first?.equals("tokens") == true }
        return .absent(
            reason: hasTokens
                ? "codex is logged in with ChatGPT, whose token is not tried here"
                : "CODEX_API_KEY is not set, and there is no \(content == nil ? "" : "key in ")auth.json"
        )
    }

    /// What people take for the key of `tool` and is none, for people; or nil.
    static func mistake(_ tool: Tool, _ environment: Environment) -> String? {
        let isCodex = tool.name == "codex" && environment.nonEmpty("OPENAI_API_KEY") != nil
        return isCodex ? "codex does not use OPENAI_API_KEY of the environment" : nil
    }

    private static func bearer(_ key: [UInt8]) -> [UInt8] {
        Array("Authorization: Bearer ".utf8) + key
    }
}
