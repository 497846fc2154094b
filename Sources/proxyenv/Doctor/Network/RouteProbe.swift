import ProxyEnvCore

/// The looks at the network: the proxies of the routes, and then the servers behind them.
struct RouteProbe {
    /// The command's name, for people.
    let name: String
    /// What is known of it.
    let tool: Tool
    /// Its environment.
    let seen: EffectiveEnvironment
    /// The routes that it takes.
    let routes: [HostRoute]
    /// Whose certificates it takes.
    let trust: CertificateTrust
    /// How long each step may take.
    let timeouts: ProbeTimeouts
    /// The context.
    let context: Context
    /// proxyenv's own file, or nil where it cannot be read.
    let configuration: Configuration?
    /// Tells somebody who waits what is being looked at.
    let progress: Progress

    /// The profile that can be changed and leads to `proxy`; without one, the profile of this route all the same.
    func profile(of proxy: ProxyURL?) -> String? {
        guard seen.isNamed, proxy.map({ seen.owns($0) }) ?? true else { return nil }
        return seen.profile
    }

    /// What puts `other` in the place of `proxy`; nil where a file has to be mended first.
    func replacement(of proxy: ProxyURL, by other: ProxyURL) -> ProxyReplacement? {
        let isInFile = routes.contains { $0.proxy == proxy && !$0.remedy.isEmpty }
        if isInFile { return nil }
        return seen.replacement(of: proxy, by: other, called: local.name(of: other))
    }

    /// The proxies of this machine by which the command could go.
    var local: LocalRoutes {
        LocalRoutes(
            tool: tool, targets: routes.map { $0.target }, environment: seen.plain,
            configuration: configuration)
    }

    /// Notes what was found.
    func look(_ diagnosis: inout Diagnosis) {
        var open: [ProxyURL] = []
        for route in routes {
            guard let proxy = route.proxy, !route.isWithheld, !open.contains(proxy) else {
                continue
            }
            open.append(proxy)
        }
        let blocked = lookAtProxies(open, &diagnosis)
        var servers = ServerProbe(self)
        servers.look(except: blocked, &diagnosis)
    }

    /// A judgement of what was found of a proxy on the route to `target`.
    func judgement(
        _ report: EndpointReport, to target: Target, hasSecret: Bool
    ) -> EndpointJudgement {
        var judgement = EndpointJudgement(
            report, profile: profile(of: report.proxy), target: target, hasSecret: hasSecret,
            replacement: { replacement(of: report.proxy, by: $0) })
        judgement.isUsable = { local.isSpoken($0) }
        judgement.passwordRemoval = seen.passwordRemoval(of: report.proxy)
        return judgement
    }

    // MARK: Proxies

    /// Notes what the proxies are; those that lead nowhere are returned.
    private func lookAtProxies(
        _ proxies: [ProxyURL], _ diagnosis: inout Diagnosis
    ) -> [ProxyURL] {
        guard let first = routes.first(where: { $0.proxy != nil }), !proxies.isEmpty else {
            return []
        }
        progress.show("looking at \(proxies.map { $0.endpoint }.joined(separator: ", "))")
        let probe = EndpointProbe(
            target: first.target, origin: nil, timeouts: timeouts, environment: seen.plain)
        var blocked: [ProxyURL] = []
        for report in probe.reports(of: proxies) {
            let same = proxies.filter { $0.endpoint == report.proxy.endpoint }
            var judgement = judgement(
                report, to: first.target,
                hasSecret: same.contains { $0.credentials?.isSecret == true })
            if judgement.wantsOthers { judgement.others = local.proxies }
            diagnosis.note(ProbeSteps.proxy(judgement))
            let findings = judgement.findings
            // What gets no password, and wants one, is asked nothing more.
            if let user = findings.first, user.kind == .proxyOtherUser {
                diagnosis.add(user)
                if !user.isAside {
                    blocked += same
                    continue
                }
            }
            // What curl alone sees, as it is inside TLS, is told by the server's answer.
            if report.proxy.scheme == .https, report.spoken.contains(.tls) { continue }
            findRightScheme(report, &diagnosis)
            guard let finding = findings.last, finding.kind != .proxyOtherUser else { continue }
            blocked.append(report.proxy)
            diagnosis.add(completed(finding, of: report))
        }
        return blocked
    }

    /// `finding` of the proxy of `report`, and what the machine or a file has to do with it.
    private func completed(_ finding: Finding, of report: EndpointReport) -> [Finding] {
        // What answers on another port.
        let hasAlternative = !finding.evidence.isEmpty
        var finding = finding
        if let file = routes.first(where: { $0.proxy == report.proxy && !$0.remedy.isEmpty }) {
            finding = finding.cured(by: file.remedy)
                .shown(by: ["\(file.route.decidedBy.text) names it"])
        }
        guard report.connection == .refused || report.connection == .silent, !hasAlternative,
            let platform = PlatformCheck(
                replacement: { replacement(of: report.proxy, by: $0) }, environment: seen.plain
            ).finding(for: report.proxy)
        else { return [finding] }
        // What is a guess comes after what is certain.
        return platform.severity == .problem ? [platform, finding] : [finding, platform]
    }

    /// Where the tool can't speak to what `report` tells of, looks for one to which it can, on that port first.
    private func findRightScheme(_ report: EndpointReport, _ diagnosis: inout Diagnosis) {
        let kinds: [FindingKind] = [.toolScheme, .toolWebsocket]
        guard report.connection == .connected,
            diagnosis.findings.contains(where: { kinds.contains($0.kind) })
        else { return }
        let same = report.proposedURL.flatMap { local.isSpoken($0) ? $0 : nil }
        let other = report.proxy.isLoopback ? same ?? local.proxies.first : same
        guard let other else { return }
        let replacement = replacement(of: report.proxy, by: other)
        diagnosis.amend { finding in
            guard kinds.contains(finding.kind) else { return finding }
            return finding.cured(by: replacement?.steps ?? [], edit: replacement?.edit)
                .shown(by: ["\(other.endpoint) answers as \(other.scheme.rawValue)"])
        }
    }
}
