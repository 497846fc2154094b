/// What is wrong with a proxy, as the report of its endpoint shows it.
public struct EndpointJudgement {
    /// What was found.
    public let report: EndpointReport
    /// The profile that can be changed, or nil where there is none.
    public let profile: String?
    /// The target, or nil where only the proxy is of interest.
    public let target: Target?
    /// Whether a proxy is of use to what shall go through it.
    public var isUsable: (ProxyURL) -> Bool = { _ in true }
    /// What puts another in its place; nil where something else has to be mended first.
    public let replacement: (ProxyURL) -> ProxyReplacement?
    /// Whether a password is of interest.
    public var isAboutPassword = true
    /// Whether the profile has a password or a token for it, which another user's program would get.
    public let hasSecret: Bool
    /// What takes the password out of the profile's URL, where it stands there and goes before any other.
    public var passwordRemoval: String?
    /// Proxies of this machine that answer, where `wantsOthers`.
    public var others: [ProxyURL] = []

    /// A judgement of `report` on the route to `target`, whose proxy the profile `profile` has, if it can be changed.
    public init(
        _ report: EndpointReport, profile: String?, target: Target?, hasSecret: Bool,
        replacement: @escaping (ProxyURL) -> ProxyReplacement?
    ) {
        self.report = report
        self.profile = profile
        self.target = target
        self.hasSecret = hasSecret
        self.replacement = replacement
    }

    private var endpoint: String { report.proxy.endpoint }
    private var needed: EndpointReport.Protocols { .needed(by: report.proxy.scheme) }

    /// Whether what else answers on this machine matters, so that it is worth a look.
    public var wantsOthers: Bool {
        // What another user's program would get a password for is not replaced by a guess.
        if otherUser.map({ !$0.isAside }) == true { return false }
        return switch report.connection {
        case .refused: report.proxy.isLoopback
        case .connected where !report.spoken.contains(needed):
            report.asSpoken.map { !isUsable($0) && report.proxy.isLoopback }
                ?? isServer
        default: false
        }
    }

    /// Whether it is a server of another kind.
    private var isServer: Bool { !report.spoken.isDisjoint(with: [.web, .other]) }

    /// All that is wrong, in the order in which it shows; what comes behind a fault is not known.
    public var findings: [Finding] {
        let user = otherUser
        // What gets no password, and wants one, is asked nothing more.
        if let user, !user.isAside { return [user] }
        return (user.map { [$0] } ?? []) + (finding.map { [$0] } ?? [])
    }

    /// The first thing that is wrong with the proxy itself, or nil where the route to the target is open.
    public var finding: Finding? {
        connection ?? otherProtocol ?? (isAboutPassword ? password ?? tunnel : nil)
    }

    // MARK: What it is

    /// That another ordinary user's program listens there.
    var otherUser: Finding? {
        report.otherUser.map {
            .otherUser(
                $0, at: endpoint, getsPassword: hasSecret,
                asksForPassword: report.asksForPassword)
        }
    }

    /// That there is no connection to it.
    var connection: Finding? {
        switch report.connection {
        case .connected: nil
        case .refused:
            cured(.refused(endpoint, isLocal: report.proxy.isLoopback), otherPorts)
        case .silent: .silent(endpoint)
        case .unresolvable: .unresolvable(host: report.proxy.host)
        case .failed(let message): .unreachable(endpoint, message)
        }
    }

    /// Those of the others that listen on another port.
    private var otherPorts: [ProxyURL] { others.filter { $0.port != report.proxy.port } }

    /// `finding`, cured by one of `proxies` in the place of this one, if there is one.
    private func cured(_ finding: Finding, _ proxies: [ProxyURL]) -> Finding {
        let alike = proxies.first { .needed(by: $0.scheme) == needed }
        guard let first = alike ?? proxies.first else { return finding }
        let evidence = proxies.prefix(3).map { "\($0.endpoint) answers as \($0.scheme.rawValue)" }
        return cured(finding, by: first).shown(by: evidence)
    }

    private func cured(_ finding: Finding, by proxy: ProxyURL) -> Finding {
        let replacement = replacement(proxy)
        return finding.cured(by: replacement?.steps ?? [], edit: replacement?.edit)
    }

    /// That it speaks something else than the URL says, or nothing that is known.
    public var otherProtocol: Finding? {
        guard report.connection == .connected, !report.spoken.contains(needed) else { return nil }
        if let other = report.asSpoken {
            let finding = Finding.otherProtocol(
                endpoint, speaks: report.spoken, says: report.proxy.scheme)
            if isUsable(other) { return cured(finding, by: other) }
            let found = report.proxy.isLoopback ? otherPorts : []
            if let first = found.first { return cured(finding, [first]) }
            return finding.shown(by: [
                other.scheme == .https
                    ? "few tools speak TLS to a proxy"
                    : "the command cannot speak \(report.spoken.names)"
            ])
        }
        return isServer
            ? cured(.web(endpoint, report.serverDescription), otherPorts)
            : .mute(endpoint, report.muteness)
    }

    /// That it asks for a password, or does not accept the one that it is given.
    var password: Finding? {
        let schemes: [String]
        var isRequired = true
        switch report.authentication {
        case .required(let asked): schemes = asked
        case .refused(let asked): (schemes, isRequired) = (asked, false)
        case .notAsked, .accepted, .unknown: return nil
        }
        let canBeTold =
            schemes.isEmpty
            || schemes.contains { name in
                ["basic", "name and password"].contains { name.utf8.equalsIgnoringCase($0) }
            }
        if !canBeTold {
            return needed == .socks5 ? .noMethod(endpoint) : .login(endpoint, by: schemes)
        }
        let fault: Finding.PasswordFault =
            isRequired
            ? .missing : report.proxy.credentials?.password == nil ? .nameAlone : .refused
        let list = schemes.joined(separator: ", ")
        // HTTP's status (RFC 9110, section 15.5.8); SOCKS has none.
        let status = needed == .socks5 ? "SOCKS 5" : "407 Proxy Authentication Required"
        let evidence = [list.isEmpty ? status : "\(status): \(list)"]
        guard let profile else {
            return .password(
                endpoint, fault, profile: nil, evidence: evidence,
                fix: [
                    ShellWords.line(["proxyenv", "add", "office", plain])
                        + " --username YOU --password-prompt",
                    "proxyenv use office",
                ])
        }
        return .password(
            endpoint, fault, profile: profile, evidence: evidence,
            fix: (isRequired ? ["proxyenv set \(profile) username YOU"] : [])
                + (passwordRemoval.map { [$0] } ?? [])
                + ["proxyenv password \(profile)"])
    }

    /// That it does not open the route to the target.
    var tunnel: Finding? {
        guard case .refused(let status, let reason) = report.tunnel, let place = target?.endpoint
        else { return nil }
        let answer = [status.map { String($0) } ?? "", reason].filter { !$0.isEmpty }
            .joined(separator: " ")
        if [401, 403, 405].contains(status) || report.isDenied {
            return .forbidden(endpoint, to: place, answer, isHTTP: status != nil)
        }
        return report.isTLSBroken
            ? .noTLS(withProxy: endpoint, answer, profile: profile)
            : .noTunnel(endpoint, to: place, answer)
    }

    /// The address without a password.
    private var plain: String {
        var url = report.proxy
        url.credentials = nil
        return DisplayText.shortened(url.text, to: 300)
    }
}
