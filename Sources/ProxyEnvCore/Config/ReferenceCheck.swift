/// Checks what the files say of profiles by their names: that each exists, and that no choice leads back to itself.
extension ConfigReader {
    /// A profile that chooses among others.
    struct Choice {
        /// Its name.
        let name: String
        /// The names that it chooses among.
        let candidates: [String]
        /// Where they stand.
        let list: Place
    }

    /// Checks every name of a profile, and every one of `choices`.
    mutating func checkReferences(_ choices: [Choice]) {
        for (number, layer) in configuration.layers.enumerated() {
            if let node = layer.document.child(of: ConfigDocument.root, named: "default") {
                checkExists(Place(layer: number, node: node))
            }
            guard let commands = layer.document.table("commands") else { continue }
            for place in members(of: Place(layer: number, node: commands)) {
                if node(place).kind == .string { checkExists(place) }
                if node(place).isTable, let profile = member(of: place, named: "profile") {
                    checkExists(profile)
                }
            }
        }
        for choice in choices where node(choice.list).kind == .array {
            for candidate in members(of: choice.list) { checkExists(candidate) }
        }
        checkCycles(choices)
    }

    private mutating func checkExists(_ place: Place) {
        guard let text = string(place), case .name(let name)? = try? ProfileReference(text) else {
            return
        }
        if hasProfile(name) || BuiltInProfiles.named(name) != nil { return }
        // To look for the nearest name takes a look at all of them: not for every line of a long file.
        let mayLook = diagnostics.count < 20
        let suggestion = mayLook ? Suggestion.nearest(to: text, in: knownProfileNames) : nil
        reportValue(.unknownProfile(name, suggestion: suggestion), place)
    }

    /// The names of all profiles, of the files and built in, sorted.
    public var knownProfileNames: [String] {
        let names = (configuration.profileNames + BuiltInProfiles.names).sorted()
        return names.indices.filter { $0 == 0 || names[$0] != names[$0 - 1] }.map { names[$0] }
    }

    // MARK: Cycles

    /// The most chains that lead back which are reported; one that is mended shows the next.
    private static var mostCycles: Int { 20 }

    /// How far the walk through the choices has come with one of them.
    private enum Progress {
        case untouched
        case open
        case done
    }

    /// Reports each choice from which a chain that has not been walked before leads back to where it is.
    private mutating func checkCycles(_ choices: [Choice]) {
        var choices = choices
        if !hasProfile("auto"), let list = choices.first?.list,
            case .firstReachable(let names)? = BuiltInProfiles.named("auto")?.route
        {
            choices.append(Choice(name: "auto", candidates: names, list: list))
        }
        choices.sort { $0.name < $1.name }
        var progress = choices.map { _ in Progress.untouched }
        var reported = 0
        // A chain that leads through `auto` is told of where the file has a part in it.
        for start in choices.indices
        where progress[start] == .untouched && (choices[start].name != "auto" || hasProfile("auto"))
        {
            // The chain so far, and how many candidates of each have been looked at.
            var chain = [(choice: start, next: 0)]
            progress[start] = .open
            while let (choice, next) = chain.last {
                guard next < choices[choice].candidates.count else {
                    progress[choice] = .done
                    chain.removeLast()
                    continue
                }
                chain[chain.count - 1].next += 1
                guard let target = Self.index(of: choices[choice].candidates[next], in: choices)
                else { continue }
                if progress[target] == .untouched {
                    progress[target] = .open
                    chain.append((target, 0))
                } else if progress[target] == .open {
                    // To tell a chain takes as long as it is: not for each of very many.
                    guard reported < Self.mostCycles else { continue }
                    reported += 1
                    let loop = chain.drop { $0.choice != target }.map { choices[$0.choice].name }
                    reportKey(.cycle(loop + [choices[target].name]), choices[target].list)
                }
            }
        }
    }

    private static func index(of name: String, in choices: [Choice]) -> Int? {
        var low = 0
        var high = choices.count
        while low < high {
            let middle = (low + high) / 2
            if choices[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return low < choices.count && choices[low].name == name ? low : nil
    }
}
