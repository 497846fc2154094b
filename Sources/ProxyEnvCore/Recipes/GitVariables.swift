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

    /// The keys among `names`, as git lists them, that go before `http.proxy` wherever they stand: those of a URL and of a
    /// remote (git-config(1), "http.<url>.*", "remote.<name>.proxy"; git 2.39.5, tried).
    public static func stronger(among names: [[UInt8]]) -> [[UInt8]] {
        var seen = Set<[UInt8]>()
        let keys = names.filter { name in
            let isOurs =
                name.count > 12 && (name.hasPrefix("http.") || name.hasPrefix("remote."))
                && name.suffix(6).equalsIgnoringCase(".proxy")
            return isOurs && seen.insert(name).inserted
        }
        return Array(keys.suffix(mostKeys))
    }

    /// The most keys that are overruled for one process.
    private static let mostKeys = 100

    /// The changes after which each of `keys` has `value`, other lines stay, and each of them stands there once.
    func setting(_ keys: [[UInt8]], to value: [UInt8]) -> [EnvironmentPatch.Change] {
        let names = Set(keys.map { Self.folded($0) })
        var kept = lines.filter { !names.contains(Self.folded($0.key)) }
        for key in keys { kept.append((key, value)) }
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
        // What `git -c` was given goes before these lines, and git hands it on to what it starts (git 2.39.5, tried).
        if let given = self.value(Self.parameters),
            Self.folded(given).firstOccurrence(of: Array("proxy".utf8)) != nil
        {
            let words = keys.map { key in
                Self.quoted(key) + [UInt8(ascii: "=")] + Self.quoted(value)
            }
            changes.append(
                .set(
                    name: Self.parameters,
                    value: Array(([given] + words).joined(separator: [0x20]))))
        }
        return changes
    }

    /// What `git -c` was given, as git hands it on.
    public static let parameters = "GIT_CONFIG_PARAMETERS"

    /// `text` in quotes as git writes and reads them there (git's quote.c, "sq_quote_buf").
    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x27]
        for byte in text {
            if byte == 0x27 || byte == UInt8(ascii: "!") {
                result += [0x27, UInt8(ascii: "\\"), byte, 0x27]
            } else {
                result.append(byte)
            }
        }
        return result + [0x27]
    }

    private static func folded(_ key: [UInt8]) -> [UInt8] { key.map { $0.lowercased } }

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
