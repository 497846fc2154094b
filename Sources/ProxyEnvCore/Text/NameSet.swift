/// A set of names; `Set` would cost more at its first use than all that it is asked here.
public struct NameSet: Sendable {
    private var names: [String] = []
    private var index = ByteIndex()

    /// The empty set.
    public init() {}

    /// Whether `name` is in the set.
    public func contains(_ name: String) -> Bool {
        index.find(Self.hash(name)) { names[$0] == name } != nil
    }

    /// Adds `name`.
    ///
    /// - Returns: Whether it was not there yet.
    public mutating func insert(_ name: String) -> Bool {
        if contains(name) { return false }
        index.insert(names.count, hash: Self.hash(name))
        names.append(name)
        return true
    }

    private static func hash(_ name: String) -> UInt32 {
        ByteIndex.mixed(ByteIndex.hash(name.utf8))
    }
}
