/// A process's environment: `NAME=VALUE` entries as bytes, in their order, duplicates and all.
public struct Environment: Sendable, Equatable {
    /// The entries, each as it stands in the process's block.
    public let entries: [[UInt8]]

    /// An environment of the entries given.
    public init(entries: [[UInt8]]) { self.entries = entries }

    /// The value of the first entry named `name`, as `getenv` finds it, or nil if there is none.
    public subscript(_ name: String) -> [UInt8]? {
        let length = name.utf8.count
        // The `=` is looked for first: it is in the right place in few of the entries.
        for entry in entries where entry.count > length && entry[length] == UInt8(ascii: "=") {
            if entry.hasPrefix(name) { return Array(entry[(length + 1)...]) }
        }
        return nil
    }

    /// The value of `name`, or nil if it is absent or empty.
    public func nonEmpty(_ name: String) -> [UInt8]? {
        let value = self[name]
        return value?.isEmpty == false ? value : nil
    }
}
