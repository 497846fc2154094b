/// What is wrong with what a server answers, or with the route to it behind the proxy.
public struct AnswerJudgement {
    /// What decides whether a certificate is trusted, and what cures it.
    public struct Trust: Sendable {
        /// The profile that can be changed, or nil.
        public var profile: String?
        /// Whether the command trusts its own authorities alone, and none that were added to the system's.
        public var isOwnAlone = false
        /// What a person types to give the command the authority's file by a variable, where a profile can't.
        public var setting: String?
        /// The file of the authority that has signed the certificate, as a word of a shell; nil where it is not known.
        public var authority: String?
        /// What sets this machine's clock.
        public var clockSetting: String

        /// A system's, whose clock `clockSetting` sets.
        public init(clockSetting: String) { self.clockSetting = clockSetting }
    }

    /// What the server answered, or did not.
    public let origin: EndpointReport.Origin
    /// The server.
    public let target: Target
    /// The command's name, for people; nil where there is none.
    public var name: String?
    /// Whether the route leads through a proxy.
    public let hasProxy: Bool
    /// Whose certificates the command trusts.
    public let trust: Trust
    /// Whether a key was sent.
    public var hasKey = false
    /// The key that there is, or why there is none.
    public var key = KeyCheck.absent(reason: "")
    /// Why there is no proxy: the rule of the command says so.
    public var isDirectByRule = false
    /// Why there is no proxy: the profile that chooses among others has chosen to go without one.
    public var directList: String?
    /// Proxies of this machine, for a command that goes without one; nil where they were not looked for.
    public var others: [LocalRoute]?
    /// Whether all servers of the command answer with a fault of their own.
    public var isNowhereServed = true

    /// A judgement of `origin`, which `target` has answered.
    public init(
        _ origin: EndpointReport.Origin, of target: Target, hasProxy: Bool, trust: Trust
    ) {
        self.origin = origin
        self.target = target
        self.hasProxy = hasProxy
        self.trust = trust
    }

    private var place: String { DisplayText.shortened(target.host) }

    /// Whether what answers on this machine matters, so that it is worth a look.
    public var wantsOthers: Bool {
        if case .failed = origin { !hasProxy && !(target.isLoopback && name != nil) } else { false }
    }

    /// What is wrong, or nil where the server has answered as it should.
    public var finding: Finding? {
        switch origin {
        case .notTried, .skipped: nil
        case .failed(let message): hasProxy ? .broken(to: place, message) : direct(message)
        case .tlsFailure(let failure): judge(failure)
        case .answered(let answer): judge(answer)
        }
    }

    // MARK: No answer

    /// That nothing is there without a proxy, and which one there is.
    private func direct(_ message: String) -> Finding {
        if let name, target.isLoopback { return .serverMissing(place, message, for: name) }
        var reason = directList.map {
            ", and profile \($0) takes `direct`, as no proxy before it in its list answers"
        }
        if isDirectByRule, let name { reason = ", and the rule of \(name) says `direct`" }
        guard let others, let first = others.first else {
            let none =
                "no proxy answers on the known ports of this machine, nor on those of your profiles"
            return .unreachable(
                withoutProxy: place, because: reason ?? "", message,
                evidence: others == nil ? [] : [none],
                fix: ["Start your proxy program; `proxyenv detect` shows what answers."]
                    + (wrap ?? []),
                edit: nil)
        }
        var fix = ["proxyenv", "use", first.profile]
        if let name { fix = ["proxyenv", "exec", first.profile, "--", name] }
        // What somebody has said is changed by them.
        let rule = name.map { ["proxyenv", "wrap", $0, "--profile", first.profile] } ?? []
        let isRule = name.map { CommandName.isValid(Array($0.utf8)) } ?? false
        return .unreachable(
            withoutProxy: place, because: reason ?? "", message,
            evidence: others.prefix(3).map {
                "\($0.proxy.endpoint) answers as \($0.proxy.scheme.rawValue)"
            },
            fix: (isDirectByRule ? [ShellWords.line(rule)] : []) + [ShellWords.line(fix)],
            edit: isRule && !isDirectByRule
                ? name.map { .wrap(command: $0, profile: first.profile) } : nil)
    }

    /// What gives the command a profile by a rule; nil where a list of profiles decides, or there is no command.
    private var wrap: [String]? {
        guard let name, directList == nil, CommandName.isValid(Array(name.utf8)) else { return nil }
        return ["proxyenv wrap \(name)" + (isDirectByRule ? " --profile NAME" : "")]
    }

    // MARK: TLS

    private func judge(_ failure: TLSFailure) -> Finding {
        let evidence =
            [failure.message] + (failure.issuer.map { ["the certificate is by \($0)"] } ?? [])
        switch failure.fault {
        case .untrusted?: return intercepted(failure)
        case .expired?: return .expired(place, failure.expiry, evidence: evidence)
        case .early?: return .clock(place, evidence: evidence, setting: trust.clockSetting)
        case .otherName?: return .otherName(place, evidence: evidence)
        case nil: return .noTLS(place, evidence: evidence)
        }
    }

    private func intercepted(_ failure: TLSFailure) -> Finding {
        let file = trust.authority ?? "FILE"
        let setting = trust.isOwnAlone ? trust.setting : nil
        let cure = trust.profile.map { "proxyenv set \($0) ca-file \(file)" } ?? setting
        let use = cure == nil ? " and give it to a profile: proxyenv set NAME ca-file FILE" : ""
        let doubt =
            "If that is your company's or your proxy's own authority, get its file\(use). If not, do not use this \(hasProxy ? "proxy" : "network")."
        let isKnown = trust.isOwnAlone && trust.authority != nil
        var evidence = [failure.message]
        if trust.isOwnAlone, let name {
            evidence.append(
                "\(name) trusts its own authorities, and none that were added to this system's")
        }
        return .intercepted(
            place, by: failure.issuer ?? "an unknown authority",
            distruster: trust.isOwnAlone ? name ?? "the command" : "this machine",
            evidence: evidence, fix: (cure.map { [$0] } ?? []) + (isKnown ? [] : [doubt]))
    }

    // MARK: An answer

    private func judge(_ answer: OriginAnswer) -> Finding? {
        let route = hasProxy ? "through the proxy" : "without a proxy"
        // Without TLS a proxy may answer in the server's place.
        let mayBeProxy = hasProxy && !target.isSecure
        let isServers = answer.status != 407 && (answer.status < 500 || !mayBeProxy)
        let evidence = [
            "\(place) answers \(answer.status), \(route)"
                + (isServers ? ": the connection works" : "")
        ]
        let use = wrap ?? ["Use a profile: proxyenv list"]
        switch OriginRefusal(answer) {
        case .challenge?:
            return .challenge(
                place, evidence, fix: hasProxy ? ["Choose another node in the proxy program."] : use
            )
        case .region?:
            return .region(
                place, evidence,
                fix: hasProxy
                    ? ["Choose a node in another country in the proxy program."] : use)
        case .tooMany?: return .quota(place, evidence, hasProxy: hasProxy)
        case nil: break
        }
        let country =
            hasProxy ? "Check the country of the proxy's node." : "Check which countries it serves."
        switch answer.status {
        case 401 where hasKey: return .key(place, evidence, fix: [key.renewal])
        // Without a command it is about the route alone, which is open.
        case 403 where name != nil:
            let doctor = name.map { ["proxyenv doctor \($0) --with-key"] } ?? []
            return .noPermission(
                place, evidence,
                fix: hasKey
                    ? ["Check what your account may do.", country]
                    : (key.isThere ? doctor : []) + [country])
        case 407: return .passwordBehindProxy(place, evidence, hasProxy: hasProxy)
        case 500...:
            return .serverFault(
                place, answer.status, evidence, mayBeProxy: mayBeProxy,
                isEverywhere: isNowhereServed)
        default: return nil
        }
    }
}
