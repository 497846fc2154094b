/// A change to an environment: variables to set and to unset, sorted by name, each at most once.
///
/// The one value from which everything follows: what `use` prints, what `exec` hands on, what `off` undoes.
public struct EnvironmentPatch: Sendable, Equatable {
    /// What happens to one variable.
    public enum Change: Sendable, Equatable {
        /// The variable gets this value, which may be empty.
        case set(name: String, value: [UInt8])
        /// The variable is removed.
        case unset(name: String)

        /// The variable's name.
        public var name: String {
            switch self {
            case .set(let name, _), .unset(let name): name
            }
        }

        /// The value that the variable has afterwards, or nil if it is absent then.
        public var value: [UInt8]? {
            switch self {
            case .set(_, let value): value
            case .unset: nil
            }
        }

        /// The change after which `name` has `value`, or is absent if that is nil.
        public static func setting(_ name: String, to value: [UInt8]?) -> Change {
            value.map { .set(name: name, value: $0) } ?? .unset(name: name)
        }
    }

    /// The changes, sorted by the bytes of the variable's name.
    public let changes: [Change]

    /// The patch of `changes`; where a name stands more than once, its last change holds.
    public init(_ changes: [Change] = []) {
        // The sort is stable, so the last of equal names comes last.
        let sorted = changes.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var last: [Change] = []
        for change in sorted {
            if last.last?.name == change.name { last.removeLast() }
            last.append(change)
        }
        self.changes = last
    }

    /// This patch and then `other`.
    public func followed(by other: [Change]) -> EnvironmentPatch {
        EnvironmentPatch(changes + other)
    }

    /// The change of the variable `name`, or nil if the patch leaves it alone.
    public subscript(_ name: String) -> Change? {
        changes.first { $0.name == name }
    }

    /// This patch, whose values are text, as an object of names and values; null is for a variable that is to be unset.
    var json: JSONValue {
        .object(changes.map { ($0.name, $0.value.map { .string($0) } ?? .null) })
    }

    /// The environment after this change.
    ///
    /// Entries that the patch does not name stay byte for byte and in their order; a variable that it sets keeps
    /// its first place and loses its duplicates, a new one comes at the end. Where names have no case, each stays as it is spelled
    /// there, and is set but not unset where the patch does both.
    public func applied(to environment: Environment) -> Environment {
        if environment.foldsNames {
            return spelled(in: environment).appliedAsSpelled(to: environment)
        }
        return appliedAsSpelled(to: environment)
    }

    /// This patch with one spelling of each name, that of `environment` where it has one.
    private func spelled(in environment: Environment) -> EnvironmentPatch {
        let names = environment.entries.map { $0.prefix { $0 != UInt8(ascii: "=") } }
        // Names are sorted, so that lower case comes last.
        let spellings = Spellings(names + changes.reversed().map { Array($0.name.utf8)[...] })
        let ordered = changes.filter { $0.value == nil } + changes.filter { $0.value != nil }
        return EnvironmentPatch(ordered.map { .setting(spellings[$0.name], to: $0.value) })
    }

    private func appliedAsSpelled(to environment: Environment) -> Environment {
        var isPlaced = Array(repeating: false, count: changes.count)
        var entries: [[UInt8]] = []
        entries.reserveCapacity(environment.entries.count + changes.count)
        for entry in environment.entries {
            guard let index = index(ofVariableIn: entry) else {
                entries.append(entry)
                continue
            }
            if !isPlaced[index], let value = changes[index].value {
                entries.append(Self.entry(changes[index].name, value))
            }
            isPlaced[index] = true
        }
        for (index, change) in changes.enumerated() where !isPlaced[index] {
            if let value = change.value { entries.append(Self.entry(change.name, value)) }
        }
        return Environment(entries: entries, foldsNames: environment.foldsNames)
    }

    private func index(ofVariableIn entry: [UInt8]) -> Int? {
        guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let name = entry[..<equals]
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].name.utf8.lexicographicallyPrecedes(name) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < changes.count && name.equals(changes[low].name) ? low : nil
    }

    private static func entry(_ name: String, _ value: [UInt8]) -> [UInt8] {
        var entry: [UInt8] = []
        entry.reserveCapacity(name.utf8.count + 1 + value.count)
        entry += name
        entry.append(UInt8(ascii: "="))
        entry += value
        return entry
    }
}
