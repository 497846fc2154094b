/// A process's environment: `NAME=VALUE` entries as bytes, in their order, duplicates and all.
public struct Environment: Sendable, Equatable {
    /// The entries, each as it stands in the process's block.
    public let entries: [[UInt8]]

    /// Whether `http_proxy` and `HTTP_PROXY` are one variable, as on Windows.
    public let foldsNames: Bool

    /// An environment of the entries given.
    public init(entries: [[UInt8]], foldsNames: Bool = false) {
        self.entries = entries
        self.foldsNames = foldsNames
    }

    /// The value of the first entry named `name`, as `getenv` finds it, or nil if there is none.
    public subscript(_ name: String) -> [UInt8]? {
        let length = name.utf8.count
        // The `=` is looked for first: it is in the right place in few of the entries.
        for entry in entries where entry.count > length && entry[length] == UInt8(ascii: "=") {
            if entry.hasPrefix(name) || foldsNames && entry[..<length].equalsIgnoringCase(name) {
                return Array(entry[(length + 1)...])
            }
        }
        return nil
    }

    /// The user's home folder, by HOME, where names have no case also by USERPROFILE; nil where nobody has said which it is.
    public var home: [UInt8]? {
        nonEmpty("HOME") ?? (foldsNames ? nonEmpty("USERPROFILE") : nil)
    }

    /// The home folder as programs take it that ask the system and not HOME, as those in Rust, Node and Python do on Windows.
    public var profileFolder: [UInt8]? { (foldsNames ? nonEmpty("USERPROFILE") : nil) ?? home }

    /// The value of `name`, or nil if it is absent or empty.
    public func nonEmpty(_ name: String) -> [UInt8]? {
        let value = self[name]
        return value?.isEmpty == false ? value : nil
    }
}
