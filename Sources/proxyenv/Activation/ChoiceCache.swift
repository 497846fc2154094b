import ProxyEnvCore

/// What `auto` or a profile with `first-reachable` chose a moment ago, so that the next command need not ask again.
struct ChoiceCache {
    private let folder: CacheFolder
    private let file: [UInt8]
    private let key: Digest64

    /// The cache for the choice of the profile `name` among `candidates`; nil where there is no place for one, or where it
    /// can't be told whether the machine is still in the same network.
    init?(_ name: String, _ candidates: [ProfileCandidate], in environment: Environment) {
        guard let routes = DefaultRoute.table,
            let folder = CacheFolder.passing(in: environment)
        else { return nil }
        self.folder = folder
        file = Array("choice-".utf8) + Digest64(of: name.utf8).hexadecimal
        var key = Digest64(of: name.utf8)
        func add(_ text: some Sequence<UInt8>) {
            key.append([0])
            key.append(text)
        }
        for candidate in candidates {
            add(candidate.profile.name.utf8)
            add([candidate.speaks ? 1 : 2])
            for proxy in candidate.profile.proxies?.distinct ?? [] {
                add(proxy.scheme.rawValue.utf8)
                add(proxy.endpoint.utf8)
            }
        }
        add(routes.identity)
        self.key = key
    }

    /// The number of the candidate that was chosen, and the scheme that it was seen to speak, if that is still to be believed.
    func remembered(of candidates: [ProfileCandidate]) -> (index: Int, scheme: ProxyScheme?)? {
        guard let text = folder.load(file, limit: RememberedChoice.longestText),
            let choice = RememberedChoice(text),
            choice.isGood(for: key, at: Clock.millisecondsSince1970),
            let index = candidates.firstIndex(where: { $0.profile.name == choice.name }),
            candidates[index].speaks == (choice.scheme != nil)
        else { return nil }
        return (index, choice.scheme)
    }

    /// Remembers that `candidate` was chosen.
    func remember(_ candidate: ProfileCandidate, _ scheme: ProxyScheme?) {
        let choice = RememberedChoice(
            key: key, time: Clock.millisecondsSince1970, name: candidate.profile.name,
            scheme: scheme)
        let text = choice.text
        if text.count <= RememberedChoice.longestText { try? folder.store(text, as: file) }
    }
}
