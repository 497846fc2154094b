/// A process's environment: `NAME=VALUE` entries as bytes, in their order, duplicates and all.
public struct Environment: Sendable, Equatable {
    /// The entries, each as it stands in the process's block.
    public let entries: [[UInt8]]

    /// An environment of the entries given.
    public init(entries: [[UInt8]]) { self.entries = entries }

    /// The value of the first entry named `name`, as `getenv` finds it, or nil if there is none.
    public subscript(_ name: String) -> [UInt8]? {
        for entry in entries where entry.count > name.utf8.count && entry.hasPrefix(name) {
            if entry[name.utf8.count] == UInt8(ascii: "=") {
                return Array(entry.dropFirst(name.utf8.count + 1))
            }
        }
        return nil
    }

    /// The value of `name`, or nil if it is absent or empty.
    public func nonEmpty(_ name: String) -> [UInt8]? {
        let value = self[name]
        return value?.isEmpty == false ? value : nil
    }
}
