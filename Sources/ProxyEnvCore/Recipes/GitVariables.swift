/// Lines of git's configuration as variables: GIT_CONFIG_COUNT, and GIT_CONFIG_KEY_n with GIT_CONFIG_VALUE_n.
///
/// They go before git's files for one process (git-config(1), "ENVIRONMENT"; git 2.31 and later).
public struct GitVariables {
    private let value: (String) -> [UInt8]?
    /// The lines that are there, in their order.
    private let lines: [(key: [UInt8], value: [UInt8])]
    /// How many there were, which is what has to be cleared away.
    private let count: Int

    /// The most lines that are taken for meant; git itself reads any number.
    private static let most = 1000

    /// The lines in `environment`, none where git would refuse them.
    public init(_ environment: Environment) {
        let digits = environment["GIT_CONFIG_COUNT"] ?? []
        var count = 0
        if digits.count <= 4, digits.allSatisfy({ $0.isDigit }) {
            count = min(Self.most, digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
        let variable = environment.lookup(of: count * 2)
        value = variable
        var lines: [(key: [UInt8], value: [UInt8])] = []
        for index in 0..<count {
            if let key = variable(Self.key(index)), let value = variable(Self.value(index)) {
                lines.append((key, value))
            }
        }
        self.lines = lines
        self.count = count
    }

    /// The changes after which `key` has `value`, other lines stay, and `key` stands there once.
    func setting(_ key: String, to value: [UInt8]) -> [EnvironmentPatch.Change] {
        var kept = lines.filter { !$0.key.equalsIgnoringCase(key) }
        kept.append((Array(key.utf8), value))
        var changes: [EnvironmentPatch.Change] = []
        for (index, line) in kept.enumerated() {
            changes.append(.set(name: Self.key(index), value: line.key))
            changes.append(.set(name: Self.value(index), value: line.value))
        }
        for index in kept.count..<max(kept.count, count) {
            for name in [Self.key(index), Self.value(index)] where self.value(name) != nil {
                changes.append(.unset(name: name))
            }
        }
        changes.append(.set(name: "GIT_CONFIG_COUNT", value: Array("\(kept.count)".utf8)))
        return changes
    }

    /// The variable that gives `value` to a proxy, or nil if none does.
    public func variable(of value: [UInt8]) -> String? {
        for index in (0..<count).reversed() where self.value(Self.value(index)) == value {
            let key = self.value(Self.key(index)) ?? []
            if key.prefix(5).equalsIgnoringCase("http."), key.suffix(6).equalsIgnoringCase(".proxy")
            {
                return Self.value(index)
            }
        }
        return nil
    }

    private static func key(_ index: Int) -> String { "GIT_CONFIG_KEY_\(index)" }

    private static func value(_ index: Int) -> String { "GIT_CONFIG_VALUE_\(index)" }
}
