import ProxyEnvCore

/// What to do about a fault that a report shows, in sentences that can be obeyed.
struct ProbeHints {
    /// The name under which the profile can be changed, or nil for one that has none.
    let profile: String?
    /// The key of the profile that holds the proxy.
    let key: ProfileKey
    /// The proxy as it stands there.
    let written: ProxyURL?
    /// The target.
    let target: Target
    /// Other proxies of this machine that answer, as they would be written.
    let others: () -> [ProxyURL]

    /// The hints for `report`, none where all is well.
    func hints(for report: EndpointReport) -> [String] {
        switch report.connection {
        case .unresolvable:
            return [
                "Look at how the host is written, and whether this machine is in the network (a VPN?) that knows it."
            ]
        case .refused: return refused(report.proxy)
        case .silent, .failed:
            return [
                "Look at host and port; a firewall may keep you out, or a VPN be needed to get there."
            ]
        case .connected: break
        }
        if let user = report.otherUser {
            return [
                "User \(user) (`id -un \(user)`) sees where you go: start your own proxy on another port and write that into the profile."
            ]
        }
        let needed = ProbeSteps.needed(by: report.proxy.scheme)
        if !report.spoken.contains(needed) { return otherProtocol(report) }
        if let hints = password(report) { return hints }
        if case .refused(let status, _) = report.tunnel { return [tunnel(status, report.proxy)] }
        return origin(report.origin)
    }

    // MARK: The proxy

    private func refused(_ proxy: ProxyURL) -> [String] {
        guard proxy.isLoopback else {
            return ["Look at host and port, and whether the proxy runs."]
        }
        var hints = ["Start the proxy program, or look in its settings for the port."]
        for other in others().prefix(3) where other.port != proxy.port {
            hints.append("A proxy answers on \(other.endpoint): \(cure(other, proxy)).")
        }
        return hints
    }

    private func otherProtocol(_ report: EndpointReport) -> [String] {
        if let other = report.asSpoken {
            return ["Write what it speaks: \(cure(other, report.proxy))."]
        }
        guard report.spoken.contains(.web) else {
            return ["Look whether this is the proxy's port, and whether the program has hung."]
        }
        return ["Look in the proxy program's settings for its proxy port (Clash: `mixed-port`)."]
            + others().prefix(2).map {
                "A proxy answers on \($0.endpoint): \(cure($0, report.proxy))."
            }
    }

    /// How `other` is used in the place of `proxy`.
    private func cure(_ other: ProxyURL, _ proxy: ProxyURL) -> String {
        let replacement =
            profile.map {
                ProxyReplacement(
                    other,
                    at: .key(key, profile: $0, hasCredentials: proxy.credentials != nil),
                    for: proxy, written: written ?? proxy)
            } ?? ProxyReplacement(other, ofProfile: nil, forVariable: proxy)
        let steps = (replacement.edit.map { [$0.command] } ?? []) + replacement.steps
        return steps.map { step in
            // A sentence has its full stop already.
            step.utf8.last == UInt8(ascii: ".")
                ? DisplayText.shortened(Array(step.utf8.dropLast()), to: 400) : "`\(step)`"
        }.joined(separator: ": ")
    }

    private func password(_ report: EndpointReport) -> [String]? {
        let schemes: [String]
        switch report.authentication {
        case .required(let asked), .refused(let asked): schemes = asked
        case .notAsked, .accepted, .unknown: return nil
        }
        let canBeTold =
            schemes.isEmpty
            || schemes.contains { name in
                ["basic", "name and password"].contains {
                    Array(name.utf8).equalsIgnoringCase($0)
                }
            }
        guard canBeTold else {
            let programs = ProbeSteps.speakers(of: schemes)
            return [
                "Few tools support that login: run \(programs) on this machine, which does it for them, then `proxyenv use px`."
            ]
        }
        var url = report.proxy
        url.credentials = nil
        guard let name = profile else {
            let text = DisplayText.shortened(url.text, to: 300)
            return [
                "Make a profile of it: `proxyenv add NAME \(text) --username YOU --password-prompt`."
            ]
        }
        if case .required = report.authentication {
            return [
                "Tell it who you are: `proxyenv set \(name) username YOU`, then `proxyenv password \(name)`."
            ]
        }
        if let written, written.credentials?.password != nil {
            let removal = Finding.Edit(profile: name, key: key, proxy: written).command
            return [
                "The password stands in the URL, and goes before any other: take it out by `\(removal)`, then `proxyenv password \(name)`."
            ]
        }
        return [
            "Look at the user name, and enter the password again: `proxyenv password \(name)`."
        ]
    }

    private func tunnel(_ status: Int?, _ proxy: ProxyURL) -> String {
        let place = ProbeSteps.place(target)
        switch status {
        case 403?, 405?:
            return
                "The proxy's rules don't let you to \(place): ask those who run it, or take another profile."
        case 502?, 503?, 504?, 500?:
            return
                "The proxy itself can't reach \(place): check the node chosen in it, and its connection."
        case nil where proxy.scheme == .https:
            return
                "Few tools speak TLS to a proxy: write `http://` if it has such a port; else name the file of its certificate as `ca-file`."
        case nil:
            return
                "The proxy took the request and did not open the connection to \(place): check the node chosen in it."
        default: return "Look in the proxy's log why it does not open the connection to \(place)."
        }
    }

    // MARK: The target

    private func tls(_ failure: TLSFailure) -> String {
        switch failure.fault {
        case .untrusted?:
            let way = profile.map { "`proxyenv set \($0) ca-file FILE`" } ?? "a profile's `ca-file`"
            return
                "If `\(failure.issuer ?? "that")` is your company's or your proxy's own authority, trust it: \(way); if not, do not use this proxy."
        case .expired?:
            return
                "Look at this machine's clock (`date`); if it is right, those who have the certificate must renew it."
        case .early?: return "Set this machine's clock, which is behind (`date`)."
        case .otherName?:
            return
                "Something else answers in the target's place: look whether the proxy or the network wants you to log in. If not, do not use this proxy."
        case nil:
            return "Look whether the target speaks TLS, and whether the proxy lets it through."
        }
    }

    /// The hints for what a target answered, or did not.
    func origin(_ origin: EndpointReport.Origin) -> [String] {
        switch origin {
        case .notTried: return []
        case .skipped: return ["Install curl to have TLS and the answer tried too."]
        case .failed:
            return ["Try again with a longer `--timeout`, or another URL: the target may be down."]
        case .tlsFailure(let failure): return [tls(failure)]
        case .answered(let answer):
            if let refusal = OriginRefusal(answer) { return [refusal.hint] }
            if answer.status >= 500 || answer.status == 407 {
                return ["The answer may be the proxy's own: try another URL to tell."]
            }
            return []
        }
    }
}
