/// What the files say of every profile.
extension ConfigReader {
    /// The keys at the top of a file.
    private static let topKeys = ["default", "no-proxy", "no-proxy-inherit", "profiles", "commands"]

    /// The profile for `use` without a name and for rules that name none, or nil if the files name none.
    public mutating func readDefault() -> String? {
        place(ofTop: "default").flatMap { readProfileName($0) }
    }

    /// The hosts that every profile reaches without its proxy.
    public mutating func readSharedNoProxy() -> [[UInt8]] {
        place(ofTop: "no-proxy").flatMap { readNoProxy($0) } ?? []
    }

    /// Whether the hosts that were in `NO_PROXY` before stay in it, where a profile says nothing of it.
    var inheritsNoProxy: Bool {
        place(ofTop: "no-proxy-inherit").flatMap { document($0).boolean($0.node) } ?? true
    }

    /// Checks everything but the profiles' own keys.
    mutating func readTop() {
        for (number, layer) in configuration.layers.enumerated() {
            for id in layer.document.children(of: ConfigDocument.root) {
                let place = Place(layer: number, node: id)
                if !Self.topKeys.contains(where: { layer.document.isKey(of: id, $0) }) {
                    reportUnknownKey(place, in: "the file", known: Self.topKeys)
                }
            }
            for name in ["profiles", "commands"] {
                let top = layer.document.child(of: ConfigDocument.root, named: name)
                if let top, !layer.document[top].isTable {
                    reportType("a table", Place(layer: number, node: top), key: name)
                }
            }
            readProfileNames(number)
            readRules(number)
        }
        _ = readDefault()
        _ = readSharedNoProxy()
        if let place = place(ofTop: "no-proxy-inherit") {
            _ = readBoolean(place, key: "no-proxy-inherit")
        }
    }

    private mutating func readProfileNames(_ number: Int) {
        let document = configuration.layers[number].document
        guard let profiles = document.table("profiles") else { return }
        for id in document.children(of: profiles) {
            let place = Place(layer: number, node: id)
            let name = document.key(of: id)
            if !ProfileName.isValid(name) {
                reportKey(.profileName(DisplayText.shortened(name)), place)
            }
        }
    }

    mutating func readRules(_ number: Int) {
        let document = configuration.layers[number].document
        guard let commands = document.table("commands") else { return }
        for id in document.children(of: commands) {
            _ = readRule(at: Place(layer: number, node: id))
        }
    }

    /// The place of the key `name` at the top of the highest file that has it.
    private func place(ofTop name: String) -> Place? {
        for (number, layer) in configuration.layers.enumerated().reversed() {
            if let node = layer.document.child(of: ConfigDocument.root, named: name) {
                return Place(layer: number, node: node)
            }
        }
        return nil
    }

    // MARK: References

    /// Checks that each profile that is named exists, and that no `first-reachable` leads back to itself.
    mutating func checkReferences() {
        for (number, layer) in configuration.layers.enumerated() {
            if let node = layer.document.child(of: ConfigDocument.root, named: "default") {
                checkExists(Place(layer: number, node: node))
            }
            if let commands = layer.document.table("commands") {
                for id in layer.document.children(of: commands) {
                    checkRule(Place(layer: number, node: id))
                }
            }
            if let profiles = layer.document.table("profiles") {
                for id in layer.document.children(of: profiles) where layer.document[id].isTable {
                    checkCandidates(Place(layer: number, node: id))
                }
            }
        }
    }

    private mutating func checkRule(_ place: Place) {
        if document(place)[place.node].kind == .string { return checkExists(place) }
        guard document(place)[place.node].isTable,
            let profile = document(place).child(of: place.node, named: "profile")
        else { return }
        checkExists(Place(layer: place.layer, node: profile))
    }

    private mutating func checkCandidates(_ profile: Place) {
        let document = document(profile)
        guard let list = document.child(of: profile.node, named: "first-reachable"),
            document[list].kind == .array
        else { return }
        for id in document.children(of: list) {
            checkExists(Place(layer: profile.layer, node: id))
        }
        let name = String(decoding: document.key(of: profile.node), as: UTF8.self)
        if let cycle = cycle(from: name) {
            reportKey(.cycle(cycle), Place(layer: profile.layer, node: list))
        }
    }

    private mutating func checkExists(_ place: Place) {
        guard let text = document(place).string(place.node), ProfileName.isValid(text) else { return }
        let name = String(decoding: text, as: UTF8.self)
        if hasProfile(name) || BuiltInProfiles.names.contains(name) { return }
        let suggestion = Suggestion.nearest(to: text, in: knownProfileNames)
        reportValue(.unknownProfile(name, suggestion: suggestion), place)
    }

    /// The names of all profiles, of the files and built in, sorted.
    public var knownProfileNames: [String] {
        let names = (configuration.profileNames + BuiltInProfiles.names).sorted()
        return names.indices.filter { $0 == 0 || names[$0] != names[$0 - 1] }.map { names[$0] }
    }

    /// The names on the way from `name` back to `name` through `first-reachable`, or nil if there is no such way.
    public func cycle(from name: String) -> [String]? {
        var seen: Set<String> = []
        var path: [String] = [name]
        var open: [[String]] = [candidates(of: name)]
        while var names = open.popLast() {
            guard let next = names.popLast() else {
                path.removeLast()
                continue
            }
            open.append(names)
            if next == name { return path + [name] }
            guard seen.insert(next).inserted else { continue }
            path.append(next)
            open.append(candidates(of: next))
        }
        return nil
    }

    /// The names in the profile's `first-reachable`, the last first.
    private func candidates(of name: String) -> [String] {
        for layer in configuration.layers.reversed() {
            guard let profiles = layer.document.table("profiles"),
                let node = layer.document.child(of: profiles, named: name)
            else { continue }
            let routes = ProfileKey.allCases.filter {
                $0.isRoute && layer.document.child(of: node, named: $0.rawValue) != nil
            }
            if routes.isEmpty { continue }
            guard let list = layer.document.child(of: node, named: "first-reachable") else {
                return []
            }
            return layer.document.children(of: list).compactMap { layer.document.string($0) }
                .map { String(decoding: $0, as: UTF8.self) }.reversed()
        }
        guard !hasProfile(name),
            case .firstReachable(let names)? = BuiltInProfiles.named(name)?.route
        else { return [] }
        return names.reversed()
    }
}
