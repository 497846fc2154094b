import ProxyEnvCore

/// What is wrong with a proxy, by what its endpoint was found to be.
struct ProxyFindings {
    /// What was found.
    let report: EndpointReport
    /// The profile that can be changed, or nil where there is none.
    let profile: String?
    /// The target.
    let target: Target
    /// Proxies of this machine that answer, of those that are of use.
    let others: () -> [ProxyURL]
    /// Whether a proxy is of use.
    var isSpoken: (ProxyURL) -> Bool = { _ in true }
    /// What puts another in its place; nil where something else has to be mended first.
    let replacement: (ProxyURL) -> ProxyReplacement?

    /// Whether a password is of interest.
    var isAboutPassword = true
    /// What takes the password out of the profile's URL, where it stands there and goes before any other.
    var passwordRemoval: String?

    private var endpoint: String { report.proxy.endpoint }
    private var place: String { ProbeSteps.place(target) }

    /// That another ordinary user's program is the proxy that `report` tells of, or nil.
    ///
    /// - Parameters:
    ///   - report: What was found.
    ///   - wouldGetSecret: Whether the profile has a password or a token for it.
    /// - Returns: The finding; where that user gets nothing, one that is aside.
    static func otherUser(_ report: EndpointReport, wouldGetSecret: Bool) -> Finding? {
        guard let user = report.otherUser else { return nil }
        let isClosed = wouldGetSecret || report.asksForPassword
        let what = isClosed ? "asks for a password" : "sees where you go"
        return Finding(
            "proxy.other-user",
            "user \(user), not you, listens on \(report.proxy.endpoint) and "
                + (wouldGetSecret ? "would get your password" : what),
            evidence: ["who that is: `id -un \(user)`; no password is sent there"],
            fix: ["Start your own proxy on another port, and write that into the profile."],
            isAside: !isClosed)
    }

    /// The first thing that is wrong, or nil where the way to the target is open.
    var finding: Finding? {
        switch report.connection {
        case .refused: return refused
        case .silent:
            return Finding(
                "proxy.silent", "\(endpoint) does not answer",
                fix: [
                    "Look at host and port; a VPN may be needed to get there, or a firewall be in the way."
                ])
        case .unresolvable:
            return Finding(
                "proxy.unresolvable", "cannot resolve \(report.proxy.host)",
                fix: [
                    "Look at how the host is written, and whether this machine is in the network that knows it."
                ])
        case .failed(let message):
            return Finding(
                "proxy.unreachable", "\(endpoint) can't be reached: \(message)",
                fix: ["Look at host and port, and at this machine's own connection."])
        case .connected: break
        }
        let needed = ProbeSteps.needed(by: report.proxy.scheme)
        if !report.spoken.contains(needed) { return otherProtocol }
        return isAboutPassword ? password ?? tunnel : nil
    }

    // MARK: What it is

    private var refused: Finding {
        let found = report.proxy.isLoopback ? others().filter { $0.port != report.proxy.port } : []
        let evidence = found.prefix(3).map { "\($0.endpoint) answers as \($0.scheme.rawValue)" }
        guard let first = nearest(of: found) else {
            return Finding(
                "proxy.refused", "nothing listens on \(endpoint)",
                fix: ["Start the proxy program, or look in its settings for the port."])
        }
        return finding(
            "proxy.refused", "nothing listens on \(endpoint)", evidence: Array(evidence),
            cure: first)
    }

    /// The one of `proxies` that is spoken to in the same way, else the first.
    private func nearest(of proxies: [ProxyURL]) -> ProxyURL? {
        let needed = ProbeSteps.needed(by: report.proxy.scheme)
        return proxies.first { ProbeSteps.needed(by: $0.scheme) == needed } ?? proxies.first
    }

    private var otherProtocol: Finding {
        let scheme = report.proxy.scheme.rawValue
        guard let other = report.asSpoken else { return report.spoken.contains(.web) ? web : mute }
        let names = ProbeSteps.names(of: report.spoken)
        let title = "\(endpoint) speaks \(names), but the URL says \(scheme)"
        if isSpoken(other) { return finding("proxy.protocol", title, cure: other) }
        let found = report.proxy.isLoopback ? others().filter { $0.port != other.port } : []
        guard let first = found.first else {
            return Finding(
                "proxy.protocol", title,
                evidence: ["what is asked to go there can't speak \(names)"],
                fix: ["Turn on the HTTP port of the proxy program, or its mixed one, and use that."]
            )
        }
        return finding(
            "proxy.protocol", title,
            evidence: ["\(first.endpoint) answers as \(first.scheme.rawValue)"], cure: first)
    }

    private var web: Finding {
        let found = others().filter { $0.port != report.proxy.port }
        let what = report.serverDescription ?? "a web server"
        let title = "\(endpoint) is not a proxy: it is \(what)"
        guard let first = nearest(of: found) else {
            return Finding(
                "proxy.web", title,
                fix: [
                    "Look in the proxy program's settings for its proxy port (Clash: `mixed-port`)."
                ])
        }
        return finding(
            "proxy.web", title,
            evidence: found.prefix(3).map { "\($0.endpoint) answers as \($0.scheme.rawValue)" },
            cure: first)
    }

    private var mute: Finding {
        Finding(
            "proxy.mute",
            "\(endpoint) \(report.muteness ?? "accepts connections and says nothing")",
            fix: [
                "Restart the proxy program; if that does not help, another program has that port."
            ])
    }

    private var password: Finding? {
        let schemes: [String]
        var isRequired = true
        switch report.authentication {
        case .required(let asked): schemes = asked
        case .refused(let asked): (schemes, isRequired) = (asked, false)
        case .notAsked, .accepted, .unknown: return nil
        }
        let list = schemes.joined(separator: ", ")
        let canBeTold =
            schemes.isEmpty
            || schemes.contains { name in
                ["basic", "name and password"].contains { name.utf8.equalsIgnoringCase($0) }
            }
        if !canBeTold {
            return Finding(
                "proxy.ntlm",
                "\(endpoint) asks for a login by \(list) only, which few tools support",
                evidence: ["407 Proxy Authentication Required"],
                fix: [
                    "Let \(ProbeSteps.speakers(of: schemes)) run on this machine and do it for them.",
                    "proxyenv use px",
                ])
        }
        let evidence = ["407 Proxy Authentication Required" + (list.isEmpty ? "" : ": \(list)")]
        guard let profile else {
            return Finding(
                "proxy.password",
                isRequired || report.proxy.credentials?.password == nil
                    ? "\(endpoint) asks for a password" : "\(endpoint) does not take the password",
                evidence: evidence,
                fix: [
                    ShellWords.line(["proxyenv", "add", "office", plain])
                        + " --username YOU --password-prompt",
                    "proxyenv use office",
                ])
        }
        let isNameAlone = !isRequired && report.proxy.credentials?.password == nil
        return Finding(
            "proxy.password",
            isRequired
                ? "\(endpoint) asks for a password, and profile \(profile) has none"
                : isNameAlone
                    ? "\(endpoint) asks for a password, and profile \(profile) has a user name alone"
                    : "\(endpoint) does not take the password of profile \(profile)",
            evidence: evidence,
            fix: (isRequired ? ["proxyenv set \(profile) username YOU"] : [])
                + (passwordRemoval.map { [$0] } ?? [])
                + ["proxyenv password \(profile)"])
    }

    private var tunnel: Finding? {
        guard case .refused(let status, let reason) = report.tunnel else { return nil }
        let answer = [status.map { String($0) } ?? "", reason].filter { !$0.isEmpty }
            .joined(separator: " ")
        switch status {
        case 403?, 405?, 401?:
            return Finding(
                "proxy.forbidden", "the proxy \(endpoint) itself denied the connection to \(place)",
                evidence: ["\(answer), before TLS: it is not the server's answer"],
                fix: ["Ask those who run the proxy, or take another profile: proxyenv list"])
        default:
            return Finding(
                "proxy.tunnel", "the proxy \(endpoint) can't reach \(place)",
                evidence: answer.isEmpty ? [] : [answer],
                fix: [
                    "Check the proxy's own connection: the node chosen in it, and its rules."
                ])
        }
    }

    // MARK: Words

    /// The address without a password.
    private var plain: String {
        var url = report.proxy
        url.credentials = nil
        return DisplayText.shortened(url.text, to: 300)
    }

    /// A finding that is cured by `proxy` in the place of this one.
    private func finding(
        _ id: String, _ title: String, evidence: [String] = [], cure proxy: ProxyURL
    ) -> Finding {
        let replacement = replacement(proxy)
        return Finding(
            id, title, evidence: evidence, fix: replacement?.steps ?? [], edit: replacement?.edit)
    }
}
