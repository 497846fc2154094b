import ProxyEnvCore

/// Which profile is meant by one that chooses among others.
extension ProfileResolver {
    /// The profile that `profile` stands for: itself, what the system is set to, or the first of its candidates that answers.
    ///
    /// - Throws: That none of them does, or what is wrong with one.
    mutating func choose(
        _ profile: Profile
    ) throws(Failure) -> (profile: Profile, isReachable: Bool) {
        guard case .firstReachable = profile.route else { return (try known(profile), false) }
        let all = try candidates(of: profile)
        var candidates = withoutOthers(all)
        let cache = ChoiceCache(profile.name, candidates, in: shellSwitch.baseline)
        if let (index, scheme) = cache?.remembered(of: candidates) {
            candidates[index].profile = try known(candidates[index].profile)
            if isStillTrue(index, candidates) {
                return (candidates[index].speaking(scheme), true)
            }
        }
        for index in candidates.indices {
            candidates[index].profile = try known(candidates[index].profile)
        }
        let probe = ProxyProbe(environment: shellSwitch.baseline)
        if let (index, scheme) = probe.first(of: candidates) {
            cache?.remember(candidates[index], scheme)
            return (candidates[index].speaking(scheme), true)
        }
        let tried = all.compactMap { $0.proxy?.endpoint }
        let verb = all.contains { $0.speaks } ? "answers" : "accepts a connection"
        var failure = Failure(
            "profile \(profile.name): none of its proxies \(verb)",
            hint: "Start your proxy; tried were \(Self.unique(tried).joined(separator: ", ")).")
        if configuration.layers.isEmpty {
            failure.hints.append("Where it is elsewhere: `proxyenv setup` asks for it.")
        }
        throw failure
    }

    /// Those of `candidates` at whose place no other user listens; the others are told.
    private func withoutOthers(_ candidates: [ProfileCandidate]) -> [ProfileCandidate] {
        let others = OtherUsers(in: context.environment)
        var told: [String] = []
        return candidates.filter { candidate in
            guard let proxy = candidate.proxy, let user = others.listener(at: proxy) else {
                return true
            }
            if !told.contains(proxy.endpoint) {
                told.append(proxy.endpoint)
                context.note(
                    "user \(user), not you, listens on \(proxy.endpoint) (profile \(candidate.profile.name)): passed over"
                )
            }
            return false
        }
    }

    /// Whether the one of this number, which was chosen a moment ago, may still be taken, as far as this machine tells at once.
    private func isStillTrue(_ index: Int, _ candidates: [ProfileCandidate]) -> Bool {
        if let proxy = candidates[index].proxy {
            return !proxy.isLoopback || !ProxyProbe.isRefused(proxy)
        }
        // The route without a proxy was taken because none was there; one of this machine may have been started since.
        return candidates[..<index].allSatisfy { candidate in
            guard let proxy = candidate.proxy, proxy.isLoopback else { return true }
            return ProxyProbe.isRefused(proxy)
        }
    }

    /// The profiles that `profile` leads to, each once, in the order in which they are wanted.
    ///
    /// - Throws: That they lead in a circle, or what is wrong with one.
    private mutating func candidates(
        of profile: Profile
    ) throws(Failure) -> [ProfileCandidate] {
        // A cycle is an error, and a file that has one says where; a chain that is met twice is walked once.
        try throwProblems { problem in
            if case .cycle = problem { true } else { false }
        }
        var candidates: [ProfileCandidate] = []
        var seen = Set<String>()
        var open = [(profile: profile, isLocal: false)]
        while let (next, isLocal) = open.popLast() {
            guard seen.insert(next.name).inserted else { continue }
            guard case .firstReachable(let names) = next.route else {
                candidates.append(ProfileCandidate(next, isLocal: isLocal))
                continue
            }
            let isAuto = next.name == "auto" && !reader.hasProfile("auto")
            if isAuto, Platform.isWSL, DefaultRoute.gateway != nil {
                for profile in BuiltInProfiles.onHost.reversed() { open.append((profile, true)) }
            }
            for name in names.reversed() where !seen.contains(name) {
                open.append((try self.profile(.name(name)), isAuto))
            }
        }
        return candidates
    }

    private static func unique(_ texts: [String]) -> [String] {
        texts.indices.filter { !texts[..<$0].contains(texts[$0]) }.map { texts[$0] }
    }
}
