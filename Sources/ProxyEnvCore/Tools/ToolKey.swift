/// The key by which a server knows the user of a tool.
public struct ToolKey: Sendable {
    /// The variable that holds it.
    public let variable: String
    /// What stands in front of it in the header field that carries it.
    let field: String
    /// Header fields that the server wants besides.
    var otherFields: [String] = []
    /// A variable that people take for it, and that the tool does not use.
    public var mistaken: String?
    /// Where it is if no variable holds it.
    public var store: Store?

    /// The header fields that carry `key`.
    public func headers(_ key: [UInt8]) -> [[UInt8]] {
        [Array(field.utf8) + key] + otherFields.map { Array($0.utf8) }
    }

    /// A file in the tool's folder, as JSON, that holds the key, or what came of a login.
    public struct Store: Sendable {
        /// The file's name.
        public let file: String
        /// The name of the key in it.
        let key: String
        /// The name and the value by which a login that counts is known.
        let mode: (name: String, value: String)
        /// The name of what came of a login.
        let tokens: String
        /// With what account that is, for people.
        public let account: String
        /// The command that makes it anew.
        public let login: String

        /// The key in `content`, and whether there is a login in its place.
        public func read(_ content: [UInt8]) -> (key: [UInt8]?, isLogin: Bool) {
            let leaves = JSONReader.strings(in: content) ?? []
            func text(_ name: String) -> [UInt8]? {
                leaves.first { $0.path.count == 1 && $0.path[0].equals(name) }?.text
            }
            // A key may be left in it from before the login that counts.
            let isLogin = text(mode.name)?.equalsIgnoringCase(mode.value) == true
            if !isLogin, let key = text(key), !key.isEmpty { return (key, false) }
            return (nil, isLogin || leaves.contains { $0.path.first?.equals(tokens) == true })
        }
    }
}
