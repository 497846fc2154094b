/// The variables of an environment, found by their names in the same time however many there are.
struct EnvironmentIndex: Sendable {
    private let entries: [[UInt8]]
    private let foldsNames: Bool
    private var index = ByteIndex()

    /// The variables of `environment`; the first of several of one name counts, as `getenv` has it.
    init(_ environment: Environment) {
        entries = environment.entries
        foldsNames = environment.foldsNames
        for (number, entry) in entries.enumerated() {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = entry[..<equals]
            let hash = hash(name)
            if find(name, hash) == nil { index.insert(number, hash: hash) }
        }
    }

    /// The value of `name`, or nil if there is none.
    subscript(_ name: some Collection<UInt8>) -> [UInt8]? {
        find(name, hash(name)).map { Array(entries[$0].dropFirst(name.count + 1)) }
    }

    private func hash(_ name: some Collection<UInt8>) -> UInt32 {
        if foldsNames { return ByteIndex.mixed(ByteIndex.hash(name.lazy.map { $0.lowercased })) }
        return ByteIndex.mixed(ByteIndex.hash(name))
    }

    private func find(_ name: some Collection<UInt8>, _ hash: UInt32) -> Int? {
        let length = name.count
        return index.find(hash) { number in
            let entry = entries[number]
            guard entry.count > length, entry[length] == UInt8(ascii: "=") else { return false }
            if foldsNames { return entry.starts(with: name) { $0.lowercased == $1.lowercased } }
            return entry.starts(with: name)
        }
    }
}

extension Environment {
    /// What finds about `count` variables: an index pays only for many.
    func lookup(of count: Int) -> (String) -> [UInt8]? {
        if count <= 64 { return { self[$0] } }
        let index = EnvironmentIndex(self)
        return { index[$0.utf8] }
    }
}
