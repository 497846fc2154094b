/// The user's own key, which is tried once where they say so.
public enum KeyCheck {
    /// The header fields that carry it, where it is from, and what to do where the server does not accept it, for people.
    case key(headers: [[UInt8]], origin: String, renewal: String)
    /// There is none to send, and why, for people.
    case absent(reason: String)

    /// The key of `tool`, which has `environment`.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - environment: Its environment.
    ///   - content: The content of the file at `storePath`, or nil where there is none.
    public init(_ tool: Tool, _ environment: Environment, store content: [UInt8]?) {
        self = Self.found(tool, environment, content)
        // A key with a line's end in it would be another header field.
        if case .key(let headers, let origin, _) = self,
            headers.contains(where: { $0.contains { $0.isControl } })
        {
            self = .absent(reason: "the one of \(origin) has a control character in it")
        }
    }

    /// The file in which `tool` keeps its key, or nil where it keeps none.
    public static func storePath(_ tool: Tool, _ environment: Environment) -> [UInt8]? {
        guard let store = tool.key?.store else { return nil }
        return tool.folder?.path(in: environment).map { $0 + Array("/\(store.file)".utf8) }
    }

    /// Whether there is one.
    public var isThere: Bool { if case .key = self { true } else { false } }

    /// What to do where the server does not accept it.
    public var renewal: String {
        switch self {
        case .key(_, _, let renewal): renewal
        case .absent: "Log in again."
        }
    }

    private static func found(
        _ tool: Tool, _ environment: Environment, _ content: [UInt8]?
    ) -> KeyCheck {
        guard let key = tool.key else {
            return .absent(reason: "which key \(tool.name) has is not known")
        }
        if let text = environment.nonEmpty(key.variable) {
            return .key(
                headers: key.headers(text), origin: key.variable,
                renewal: "Put a valid key into \(key.variable).")
        }
        guard let store = key.store else { return .absent(reason: "\(key.variable) is not set") }
        let found = content.map { store.read($0) }
        if let text = found?.key {
            return .key(headers: key.headers(text), origin: store.file, renewal: store.login)
        }
        return .absent(
            reason: found?.isLogin == true
                ? "\(tool.name) is logged in with \(store.account), whose token is not tried here"
                : "\(key.variable) is not set, and there is no \(content == nil ? "" : "key in ")\(store.file)"
        )
    }

    /// What people take for the key of `tool` and is none, for people; or nil.
    public static func mistake(_ tool: Tool, _ environment: Environment) -> String? {
        guard let variable = tool.key?.mistaken, environment.nonEmpty(variable) != nil else {
            return nil
        }
        return "\(tool.name) does not use \(variable) of the environment"
    }
}
