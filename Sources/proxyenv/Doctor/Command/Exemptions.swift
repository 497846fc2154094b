import ProxyEnvCore

/// The entries of NO_PROXY that exempt hosts which a command needs, each told once.
struct Exemptions {
    /// The command's name, for people.
    let name: String
    /// Its environment.
    let seen: EffectiveEnvironment
    private var known: [(entry: String, source: Explanation.Source, hosts: [String])] = []

    /// None yet, of the command `name` with the environment `seen`.
    init(name: String, seen: EffectiveEnvironment) {
        self.name = name
        self.seen = seen
    }

    /// Notes the entry by which `route` leads to `target` directly, if it does.
    mutating func note(_ route: Explanation, _ target: Target) {
        guard let (entry, source) = route.exempted else { return }
        let host = DisplayText.shortened(target.host)
        guard let index = known.firstIndex(where: { $0.entry == entry && $0.source == source })
        else { return known.append((entry, source, [host])) }
        if !known[index].hosts.contains(host) { known[index].hosts.append(host) }
    }

    /// What is wrong with each of them.
    var findings: [Finding] {
        known.map { entry, source, hosts in
            let origin = seen.origin(ofExemption: entry)
            let edit = seen.removal(ofExemption: entry)
            return .exempted(
                hosts, by: entry, in: source.text, name,
                evidence: origin.map { ["it is from \($0)"] } ?? [],
                fix: (edit == nil ? ["Take `\(entry)` out of \(origin ?? source.text)."] : [])
                    + seen.afterChange,
                edit: edit)
        }
    }
}
