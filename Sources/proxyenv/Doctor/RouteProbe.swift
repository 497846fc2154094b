import ProxyEnvCore

/// The looks at the network: the proxies of the ways, and then the servers behind them.
struct RouteProbe {
    /// The command's name, for people.
    let name: String
    /// What is known of it.
    let tool: Tool
    /// Its environment.
    let seen: SeenEnvironment
    /// The ways that it takes.
    let ways: [HostRoute]
    /// Whose certificates it takes.
    let trust: CertificateTrust
    /// How long each step may take.
    let limits: ProbeLimits
    /// The world.
    let context: Context

    /// The profile that can be changed and leads to `proxy`; without one, the profile of this way all the same.
    func profile(of proxy: ProxyURL?) -> String? {
        guard seen.isNamed, proxy.map({ seen.owns($0) }) ?? true else { return nil }
        return seen.profile
    }

    /// What puts `other` in the place of `proxy`; nil where a file has to be mended first.
    func replacement(of proxy: ProxyURL, by other: ProxyURL) -> ProxyReplacement? {
        let isInFile = ways.contains { $0.proxy == proxy && !$0.remedy.isEmpty }
        if isInFile { return nil }
        return seen.replacement(of: proxy, by: other, called: local.name(of: other))
    }

    /// The proxies of this machine by which the command could go.
    var local: LocalRoutes {
        LocalRoutes(
            tool: tool, targets: ways.map { $0.target }, environment: seen.plain, context: context)
    }

    /// Notes what was found.
    func look(_ diagnosis: inout Diagnosis) {
        var open: [ProxyURL] = []
        for way in ways {
            guard let proxy = way.proxy, !way.isWithheld, !open.contains(proxy) else { continue }
            open.append(proxy)
        }
        let blocked = lookAtProxies(open, &diagnosis)
        ServerProbe(probe: self).look(except: blocked, &diagnosis)
    }

    // MARK: Proxies

    /// Notes what the proxies are; those that lead nowhere are returned.
    private func lookAtProxies(
        _ proxies: [ProxyURL], _ diagnosis: inout Diagnosis
    ) -> [ProxyURL] {
        guard let first = ways.first(where: { $0.proxy != nil }), !proxies.isEmpty else {
            return []
        }
        diagnosis.progress(
            "looking at \(proxies.map { $0.endpoint }.joined(separator: ", "))")
        let probe = EndpointProbe(
            target: first.target, origin: nil, limits: limits, environment: seen.plain)
        var blocked: [ProxyURL] = []
        for report in probe.reports(of: proxies) {
            for step in ProbeSteps(report, to: first.target).all {
                diagnosis.note(step)
            }
            let same = proxies.filter { $0.endpoint == report.proxy.endpoint }
            let other = ProxyFindings.otherUser(
                report, wouldGetSecret: same.contains { $0.credentials?.isSecret == true })
            if let other {
                diagnosis.add(other)
                // What gets no password, and wants one, is asked nothing more.
                if !other.isAside {
                    blocked += same
                    continue
                }
            }
            // What curl alone sees, as it is inside TLS, is told by the server's answer.
            if report.proxy.scheme == .https, report.spoken.contains(.tls) { continue }
            findRightScheme(report, &diagnosis)
            var findings = ProxyFindings(
                report: report, profile: profile(of: report.proxy), target: first.target,
                others: { local.proxies }, isSpoken: { local.isSpoken($0) },
                replacement: { replacement(of: report.proxy, by: $0) })
            findings.passwordRemoval = seen.passwordRemoval(of: report.proxy)
            guard var finding = findings.finding else { continue }
            blocked.append(report.proxy)
            // What answers on another port.
            let hasAlternative = !finding.evidence.isEmpty
            if let way = ways.first(where: { $0.proxy == report.proxy && !$0.remedy.isEmpty }) {
                let place = way.route.decidedBy.text
                finding.replaceFix(way.remedy, edit: nil, evidence: ["\(place) names it"])
            }
            if report.connection == .refused || report.connection == .silent {
                let platform = PlatformCheck(
                    replacement: { replacement(of: report.proxy, by: $0) },
                    environment: seen.plain
                ).finding(for: report.proxy)
                // What is a guess comes after what is certain.
                if let platform, !hasAlternative {
                    diagnosis.add(
                        platform.severity == .problem ? [platform, finding] : [finding, platform])
                }
            }
            diagnosis.add(finding)
        }
        return blocked
    }

    /// Where the tool can't speak to what `report` tells of, looks for one to which it can, on that port first.
    private func findRightScheme(_ report: EndpointReport, _ diagnosis: inout Diagnosis) {
        let ids = ["tool.scheme", "tool.websocket"]
        guard report.connection == .connected,
            diagnosis.findings.contains(where: { ids.contains($0.id) })
        else { return }
        let same = LocalProxies.url(of: report).flatMap { local.isSpoken($0) ? $0 : nil }
        let other = report.proxy.isLoopback ? same ?? local.proxies.first : same
        guard let other else { return }
        let replacement = replacement(of: report.proxy, by: other)
        diagnosis.amend { finding in
            guard ids.contains(finding.id) else { return }
            finding.replaceFix(
                replacement?.steps ?? [], edit: replacement?.edit,
                evidence: ["\(other.endpoint) answers as \(other.scheme.rawValue)"])
        }
    }
}
