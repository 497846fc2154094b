import ProxyEnvCore

/// The questions to the servers that a command needs, each by the way that the command takes.
struct ServerProbe {
    /// The ways, and whose they are.
    let probe: RouteProbe

    /// A question and the way that it is about.
    private struct Asked {
        let question: OriginProbe.Question
        let target: Target
        let hasKey: Bool
        let isWebsocket: Bool
        /// Whether NO_PROXY exempts the server, which has been told.
        var isExempted = false
    }

    /// Asks the servers whose way does not lead through one of `blocked`, and notes what they answer.
    func look(except blocked: [ProxyURL], _ diagnosis: inout Diagnosis) {
        var asked: [Asked] = []
        for way in probe.ways where way.route.isUsable && !way.isWithheld {
            if let proxy = way.proxy, blocked.contains(proxy) { continue }
            if way.route.transport == "websocket" { continue }
            asked.append(question(for: way))
        }
        if let websocket { asked.append(websocket) }
        asked = asked.filter { one in
            one.question.proxy.map { !blocked.contains($0) } ?? true
        }
        if asked.isEmpty { return }
        noteKey(&diagnosis)
        var hosts: [String] = []
        for host in asked.map({ DisplayText.shortened($0.target.host) }) where !hosts.contains(host)
        {
            hosts.append(host)
        }
        diagnosis.progress("asking \(hosts.joined(separator: ", "))")
        var origins = OriginProbe(
            url: asked[0].question.url, certificates: probe.trust.file, limit: probe.limits.origin,
            environment: EnvironmentPatch(CertificateTrust.ofCurl.map { .unset(name: $0) })
                .applied(to: probe.seen.plain))
        if let place = probe.trust.unchecked {
            origins.looksAtCertificates = false
            diagnosis.note("TLS", .unknown, "no certificate is looked at, by \(place)")
        }
        origins.keepsFolder = probe.trust.keepsFolder
        let answers = origins.answers(to: asked.map { $0.question })
        let judge = judge(zip(asked, answers).map { ($0, $1) })
        var found: [(target: Target, finding: Finding, others: [String])] = []
        for (one, answer) in zip(asked, answers) where !one.isWebsocket {
            let finding = judge(one, answer, one.target)
            if var step = findings(answer.origin, one, one.target).step(isGood: finding == nil) {
                step.milliseconds = answer.milliseconds.answer
                diagnosis.note(step)
            }
            guard let finding else { continue }
            if one.isExempted, finding.id == "way.direct" { continue }
            // What is wrong with several servers alike is told once.
            let known = found.firstIndex { judge(one, answer, $0.target) == $0.finding }
            if let known {
                found[known].others.append(DisplayText.shortened(one.target.host))
            } else {
                found.append((one.target, finding, []))
            }
        }
        for (target, finding, others) in found {
            var finding = finding
            let more = others.filter { $0 != DisplayText.shortened(target.host) }
            if !more.isEmpty {
                finding.evidence.append("the same with \(more.joined(separator: ", "))")
            }
            diagnosis.add(finding)
        }
        lookAtWebsocket(zip(asked, answers).map { ($0.0, $0.1.origin) }, &diagnosis)
    }

    /// Says of an answer what is wrong with it, as if it were that of a target; what is the same for all is found out before.
    private func judge(
        _ all: [(asked: Asked, answer: OriginProbe.Answer)]
    ) -> (Asked, OriginProbe.Answer, Target) -> Finding? {
        let isLost = all.contains { one, answer in
            if case .failed = answer.origin { one.question.proxy == nil } else { false }
        }
        let others = isLost ? probe.local.ways : []
        let isNowhereServed = all.filter { !$0.asked.isWebsocket }.allSatisfy { _, answer in
            if case .answered(let answer) = answer.origin { answer.status >= 500 } else { false }
        }
        return { one, answer, target in
            if let status = answer.refusal, let proxy = one.question.proxy {
                return refusal(status, of: proxy, to: target)
            }
            var findings = findings(answer.origin, one, target)
            findings.others = others
            findings.isNowhereServed = isNowhereServed
            return findings.finding
        }
    }

    /// That `proxy` has refused the way to `target` with `status`, although the one to another may be open.
    private func refusal(_ status: Int, of proxy: ProxyURL, to target: Target) -> Finding? {
        var report = EndpointReport(proxy: proxy)
        report.connection = .connected
        report.spoken = ProbeSteps.needed(by: proxy.scheme)
        report.noteRefusal(status)
        var findings = ProxyFindings(
            report: report, profile: probe.profile(of: proxy), target: target, others: { [] },
            replacement: { probe.replacement(of: proxy, by: $0) }
        )
        findings.passwordRemoval = probe.seen.passwordRemoval(of: proxy)
        return findings.finding
    }

    /// Says what becomes of the key, where one is to be sent.
    private func noteKey(_ diagnosis: inout Diagnosis) {
        guard probe.context.options.has(.withKey), let target = probe.ways.first?.target else {
            return
        }
        let host = DisplayText.shortened(target.host)
        let remark = KeyCheck.mistake(probe.tool, probe.seen.environment).map { "; \($0)" } ?? ""
        if let place = projectProxy {
            diagnosis.note(
                "key", .unknown,
                "none is sent: \(place) names the proxy (--trust-project sends it all the same)")
            return
        }
        switch KeyCheck(probe.tool, probe.seen.environment) {
        case .key where probe.trust.unchecked != nil:
            diagnosis.note("key", .unknown, "none is sent: no certificate is looked at" + remark)
        case .key(_, let origin, _) where target.isSecure:
            let text =
                "that of \(origin) goes to \(host) alone, once, if its certificate is trusted"
            diagnosis.note("key", .good, text + remark)
        case .key:
            diagnosis.note("key", .unknown, "none is sent: \(host) is asked without TLS" + remark)
        case .absent(let reason):
            diagnosis.note("key", .unknown, "none is sent: \(reason)" + remark)
        }
    }

    /// What there is to say of `origin`, as if it were that of `target`.
    private func findings(
        _ origin: EndpointReport.Origin, _ asked: Asked, _ target: Target
    ) -> AnswerFindings {
        AnswerFindings(
            origin: origin.naming(target.host, for: asked.target.host), target: target,
            name: probe.name,
            profile: probe.profile(of: asked.question.proxy),
            hasProxy: asked.question.proxy != nil, hasKey: asked.hasKey,
            key: KeyCheck(probe.tool, probe.seen.environment),
            isDirectByRule: probe.seen.isDirectByRule,
            directList: probe.seen.directList,
            trust: probe.trust, home: probe.context.home)
    }

    private func question(for way: HostRoute) -> Asked {
        var question = OriginProbe.Question(url: way.url, proxy: way.proxy)
        var hasKey = false
        if probe.context.options.has(.withKey), way.target.isSecure,
            way.url == probe.ways.first?.url, projectProxy == nil,
            probe.trust.unchecked == nil,
            case .key(let headers, _, _) = KeyCheck(probe.tool, probe.seen.environment)
        {
            question.headers = headers
            hasKey = true
        }
        return Asked(
            question: question, target: way.target, hasKey: hasKey, isWebsocket: false,
            isExempted: way.route.exempted != nil)
    }

    /// The place in a project's file that names the proxy by which the key would go, unless that is trusted.
    private var projectProxy: String? {
        guard !probe.context.options.has(.trustProject), let url = probe.ways.first?.url else {
            return nil
        }
        return probe.ways.first { $0.url == url && $0.route.origin == .project }?
            .route.decidedBy.text
    }

    /// The request for a websocket, by the way that goes with it; nil for a tool without one.
    private var websocket: Asked? {
        guard let url = probe.tool.websocket.map({ Array($0.utf8) }), let target = Target(url),
            let way = probe.ways.first(where: { $0.route.transport == "websocket" }),
            way.route.isUsable, !way.isWithheld
        else { return nil }
        return Asked(
            question: OriginProbe.Question(url: url, proxy: way.proxy, asksForWebsocket: true),
            target: target, hasKey: false, isWebsocket: true)
    }

    /// A proxy that breaks only the websocket costs codex seconds at every start.
    private func lookAtWebsocket(
        _ answers: [(asked: Asked, origin: EndpointReport.Origin)], _ diagnosis: inout Diagnosis
    ) {
        guard let websocket = answers.first(where: { $0.asked.isWebsocket }) else { return }
        let plain = answers.first {
            !$0.asked.isWebsocket && $0.asked.target.host == websocket.asked.target.host
        }
        // Where nothing gets through, that is told already.
        guard case .answered(let answer)? = plain?.origin, answer.status < 500 else { return }
        var reason: String?
        switch websocket.origin {
        case .answered(let upgrade):
            let isCarried =
                [101, 400, 401, 404, 405, 426, 429].contains(upgrade.status)
                || upgrade.status == answer.status
            if !isCarried { reason = "the request for one is answered \(upgrade.status)" }
        case .failed(let message): reason = message
        case .tlsFailure(let failure): reason = failure.message
        case .notTried, .skipped: return
        }
        let host = DisplayText.shortened(websocket.asked.target.host)
        guard let reason else {
            diagnosis.note("websocket", .good, "\(host): carried")
            return
        }
        diagnosis.note("websocket", .bad, "\(host): \(reason)")
        diagnosis.add(
            Finding(
                "way.websocket",
                "the proxy does not carry websockets to \(host): \(probe.name) tries five times before it goes by HTTP",
                evidence: [reason, "that costs some 7 seconds at every start"],
                fix: [
                    "Let the proxy pass \(host) without looking inside, or take another profile: proxyenv list"
                ], isAside: true))
    }
}

extension EndpointReport.Origin {
    /// This with `name` in the place of `host` where curl names it, to compare what several servers suffer from.
    fileprivate func naming(_ name: [UInt8], for host: [UInt8]) -> EndpointReport.Origin {
        guard case .failed(let message) = self, name != host else { return self }
        let text = Array(message.utf8)
        guard let place = text.firstOccurrence(of: host) else { return self }
        return .failed(
            message: String(
                decoding: text[..<place] + name + text[(place + host.count)...], as: UTF8.self))
    }
}
