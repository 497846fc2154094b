import ProxyEnvCore

/// What is wrong with what a server answers, or with the way to it behind the proxy.
struct AnswerFindings {
    /// What the server answered, or did not.
    let origin: EndpointReport.Origin
    /// The server.
    let target: Target
    /// The command's name, for people.
    let name: String
    /// The profile that can be changed, or nil.
    let profile: String?
    /// Whether there is a proxy on the way.
    let hasProxy: Bool
    /// Whether a key was sent.
    let hasKey: Bool
    /// The key that there is, or why there is none.
    let key: KeyCheck
    /// Whether it has no proxy because its rule says so.
    let isDirectByRule: Bool
    /// The profile that chooses among others, and has chosen to go without one.
    let directList: String?
    /// Whose certificates the command takes.
    let trust: CertificateTrust
    /// The home folder, in which a proxy may keep its authority.
    let home: [UInt8]?
    /// Proxies of this machine, for a command that goes without one.
    var others: [LocalRoute] = []
    /// Whether all servers of the command answer with a fault of their own.
    var isNowhereServed = false

    private var place: String { DisplayText.shortened(target.host) }

    /// How the step went, in words.
    func step(isGood: Bool) -> ProbeStep? {
        let outcome: ProbeStep.Outcome = isGood ? .good : .bad
        switch origin {
        case .notTried: return nil
        case .skipped(let reason):
            return ProbeStep(
                name: "answer", outcome: .unknown, text: "\(place): not tried, \(reason)")
        case .failed(let message):
            return ProbeStep(name: "answer", outcome: outcome, text: "\(place): \(message)")
        case .tlsFailure(let failure):
            return ProbeStep(name: "TLS", outcome: outcome, text: "\(place): \(failure.text)")
        case .answered(let answer):
            let why =
                answer.status == 401 && !hasKey
                ? ", as it has to without a key" : ""
            return ProbeStep(
                name: "answer", outcome: outcome, text: "\(place): \(answer.status)\(why)")
        }
    }

    /// What is wrong, or nil where the server has answered as it should.
    var finding: Finding? {
        switch origin {
        case .notTried, .skipped: return nil
        case .failed(let message):
            guard hasProxy else { return direct(message) }
            return Finding(
                "way.broken", "the connection through the proxy to \(place) broke off: \(message)",
                fix: [
                    "Check the proxy's own connection: the node chosen in it, and its rules."
                ])
        case .tlsFailure(let failure):
            return TLSFindings(
                failure: failure, place: place, profile: profile, home: home, trust: trust,
                name: name
            ).finding
        case .answered(let answer): return finding(answer)
        }
    }

    /// That nothing is there without a proxy, and which one there is.
    private func direct(_ message: String) -> Finding {
        let list = directList.map {
            ", and profile \($0) takes `direct`, as no proxy before it in its list answers"
        }
        let rule = isDirectByRule ? ", and the rule of \(name) says `direct`" : list ?? ""
        let title = "\(place) can't be reached without a proxy\(rule): \(message)"
        guard let first = others.first else {
            return Finding(
                "way.direct", title,
                evidence: [
                    "no proxy answers on the known ports of this machine, nor on those of your profiles"
                ],
                fix: [
                    "Start your proxy program; `proxyenv detect` shows what answers."
                ]
                    + (directList != nil
                        ? []
                        : ["proxyenv wrap \(name)" + (isDirectByRule ? " --profile NAME" : "")]))
        }
        return Finding(
            "way.direct", title,
            evidence: others.prefix(3).map {
                "\($0.proxy.endpoint) answers as \($0.proxy.scheme.rawValue)"
            },
            fix: (isDirectByRule
                ? [ShellWords.line(["proxyenv", "wrap", name, "--profile", first.profile])] : [])
                + [ShellWords.line(["proxyenv", "exec", first.profile, "--", name])],
            // What somebody has said is changed by them.
            edit: CommandName.isValid(Array(name.utf8)) && !isDirectByRule
                ? .wrap(command: name, profile: first.profile) : nil)
    }

    private func finding(_ answer: OriginAnswer) -> Finding? {
        let way = hasProxy ? "through the proxy" : "without a proxy"
        let evidence = ["\(place) answers \(answer.status), \(way): the connection works"]
        switch OriginRefusal(answer) {
        case .challenge?:
            return Finding(
                "answer.challenge",
                "\(place) wants to see a browser (a Cloudflare challenge): the address by which the proxy goes out is not trusted there",
                evidence: evidence + ["cf-mitigated: challenge"],
                fix: ["Choose another node in the proxy program."])
        case .region?:
            return Finding(
                "answer.region",
                "\(place) does not serve the country in which the traffic comes out",
                evidence: evidence + ["unsupported_country_region_territory"],
                fix: hasProxy
                    ? ["Choose a node in another country in the proxy program."]
                    : ["proxyenv wrap \(name)"])
        case .tooMany?:
            return Finding(
                "answer.quota",
                "\(place) has had too many requests, or your quota is used up (429)",
                evidence: evidence,
                fix: [
                    "Wait, look at your account's limits, or choose another node in the proxy program."
                ])
        case nil: break
        }
        switch answer.status {
        case 401 where hasKey:
            return Finding(
                "answer.key", "\(place) does not take the key: it is malformed or revoked",
                evidence: evidence, fix: [key.renewal])
        case 403:
            return Finding(
                "answer.forbidden", "\(place) answers 403: no permission, and it does not say why",
                evidence: evidence,
                fix: hasKey
                    ? [
                        "Look at what your account may do, and at the country of the proxy's node."
                    ]
                    : (key.isThere ? ["proxyenv doctor \(name) --with-key"] : [])
                        + ["Look at the country of the proxy's node."])
        case 407:
            return Finding(
                "proxy.password", "a proxy behind the proxy asks for a password",
                evidence: evidence,
                fix: ["Ask those who run the proxy."])
        case 500...:
            return Finding(
                "answer.server", isNowhereServed ? .problem : .warning,
                "\(place) answers \(answer.status): it, or the proxy, has a fault of its own",
                evidence: evidence, fix: ["Try again later."])
        default: return nil
        }
    }
}
