import ProxyEnvCore

/// Looks at proxies, all at once, so that none waits for another: what each is, and how far one gets through it.
struct EndpointProbe {
    /// The target, or nil where only the kind of the proxies is of interest.
    var target: Target?
    /// What is asked of the target through the proxies; nil for nothing.
    var origin: OriginProbe?
    /// How long each step may take.
    var timeouts = ProbeTimeouts.usual
    /// The environment of the programs that are asked for addresses.
    var environment: Environment
    /// Whether the looks end with the first in order that turns out to be a proxy; the reports behind it are worth nothing then.
    var wantsFirst = false

    /// What each of `proxies` was found to be.
    ///
    /// - Parameters:
    ///   - proxies: The proxies, with their passwords.
    ///   - url: What is asked of the target through each; nil for nothing.
    ///   - certificates: The file of certificates that are trusted in place of the system's, or nil.
    ///   - timeouts: How long each step may take.
    ///   - environment: The environment of the programs that are asked for addresses and answers, without a proxy in it.
    /// - Returns: The reports, in the order of the proxies.
    static func reports(
        of proxies: [ProxyURL], url: [UInt8]?, certificates: [UInt8]? = nil,
        timeouts: ProbeTimeouts = .usual, in environment: Environment
    ) -> [EndpointReport] {
        let origin = url.map { url in
            OriginProbe(
                url: url, certificates: certificates, limit: timeouts.origin,
                environment: environment)
        }
        return EndpointProbe(
            target: url.flatMap { Target($0) }, origin: origin, timeouts: timeouts,
            environment: environment
        ).reports(of: proxies)
    }

    /// The environment for the programs that are asked: the one from before the first `use`, without a word about proxies.
    static func environment(_ shellSwitch: ShellSwitch) -> Environment {
        EnvironmentPatch(ProxyVariables.known.map { .unset(name: $0) })
            .applied(to: shellSwitch.baseline)
    }

    /// What each of `proxies` was found to be.
    func reports(of proxies: [ProxyURL]) -> [EndpointReport] {
        var reports = proxies.map { EndpointReport(proxy: $0) }
        let places = connect(&reports)
        noteOtherUsers(&reports)
        var talks: [EndpointTalk] = []
        for (number, place) in places.enumerated() {
            guard let place else { continue }
            let question = EndpointQuestion(number, reports[number].proxy, to: target, timeouts)
            talks.append(EndpointTalk(question, at: place))
        }
        let dialogues = hold(&talks)
        for talk in talks {
            talk.conclusion(dialogues).complete(&reports[talk.question.number])
        }
        origin?.complete(&reports)
        return reports
    }

    /// Finds an address of each that accepts a connection.
    private func connect(_ reports: inout [EndpointReport]) -> [SocketAddress?] {
        let begun = Clock.milliseconds
        let hosts = reports.map { (host: $0.proxy.host, port: $0.proxy.port) }
        let found = HostLookup.addresses(
            of: hosts, in: environment, by: begun + timeouts.connect)
        let resolved = Clock.milliseconds - begun
        let addresses = found.flatMap { $0 }
        let owners = found.indices.flatMap { owner in found[owner].map { _ in owner } }
        let outcomes = Sockets.connect(addresses, limit: timeouts.connect) { outcomes in
            // One address of each is enough.
            reports.indices.allSatisfy { number in
                let own = owners.indices.filter { owners[$0] == number }.map { outcomes[$0] }
                return own.contains(.accepted) || !own.contains(nil)
            }
        }
        return reports.indices.map { number in
            reports[number].addresses = found[number]
            if SocketAddress.literal(hosts[number].host, port: 1) == nil {
                reports[number].milliseconds.resolve = resolved
            }
            let own = owners.indices.filter { owners[$0] == number }
            reports[number].connection = Self.connection(own.map { outcomes[$0] })
            return own.first { outcomes[$0] == .accepted }.map { addresses[$0] }
        }
    }

    /// Says which are another user's, and takes the password away from what is told to them.
    private func noteOtherUsers(_ reports: inout [EndpointReport]) {
        let others = OtherUsers(in: environment)
        for number in reports.indices where reports[number].connection == .connected {
            reports[number].otherUser = others.listener(at: reports[number].proxy, byName: true)
            if reports[number].otherUser != nil { reports[number].proxy.credentials = nil }
        }
    }

    private static func connection(_ outcomes: [Sockets.Outcome]) -> EndpointReport.Connection {
        if outcomes.isEmpty { return .unresolvable }
        if outcomes.contains(.accepted) { return .connected }
        for outcome in outcomes {
            if case .failed(let error) = outcome, error != .refused {
                return .failed(message: error.message)
            }
        }
        return outcomes.contains(.silent) ? .silent : .refused
    }

    /// Holds all conversations with all endpoints at once.
    private func hold(_ talks: inout [EndpointTalk]) -> [Dialogue] {
        var dialogues = talks.flatMap { $0.opening() }
        while true {
            for number in talks.indices { dialogues += talks[number].next(&dialogues) }
            if wantsFirst, Self.hasFirst(talks, dialogues) {
                for index in dialogues.indices { dialogues[index].cancel() }
                return dialogues
            }
            let open = dialogues.indices.filter { dialogues[$0].waiting != nil }
            if open.isEmpty {
                // Those that have just begun may have failed at once, and others be wanted in their place.
                let more = talks.indices.flatMap { talks[$0].next(&dialogues) }
                if more.isEmpty { return dialogues }
                dialogues += more
                continue
            }
            let streams = open.compactMap { dialogues[$0].waiting }
            let isReady = SocketStream.wait(for: streams, milliseconds: pause(dialogues, open))
            for (index, ready) in zip(open, isReady) {
                if ready { dialogues[index].proceed() }
                dialogues[index].expire()
            }
        }
    }

    /// Whether a talk has shown a proxy and those before it, which are over, have not.
    private static func hasFirst(_ talks: [EndpointTalk], _ dialogues: [Dialogue]) -> Bool {
        for talk in talks {
            let conclusion = talk.conclusion(dialogues)
            if conclusion.isClear { return true }
            if conclusion.isOpen { return false }
            if !conclusion.spoken.isDisjoint(with: .proxies) { return true }
        }
        return false
    }

    /// How long nothing need be done: never long, as a talk may have something to do at a time of its own.
    private func pause(_ dialogues: [Dialogue], _ open: [Int]) -> Int {
        let deadline = open.map { dialogues[$0].deadline }.min() ?? 0
        return min(50, max(1, timeouts.patience / 4), max(1, deadline - Clock.milliseconds))
    }
}
