import ProxyEnvCore

/// The questions to the servers that a command needs, each by the route that the command takes.
struct ServerProbe {
    /// The routes, and whose they are.
    private let probe: RouteProbe
    /// The key of the command, which is read once something is asked.
    private var key = KeyCheck.absent(reason: "")

    /// The questions to the servers of `probe`.
    init(_ probe: RouteProbe) { self.probe = probe }

    private mutating func readKey() {
        let (tool, environment) = (probe.tool, probe.seen.completed)
        if let first = probe.routes.first, tool.key != nil,
            first.url != ToolHosts.keyServer(of: tool, in: environment)
        {
            let host = DisplayText.shortened(first.target.host)
            key = .absent(
                reason: "\(host), which the settings of \(tool.name) name, gets none here")
            return
        }
        let path = KeyCheck.storePath(tool, environment)
        key = KeyCheck(
            tool, environment,
            store: path.flatMap { try? FileSystem.load($0, limit: 1 << 20).content })
    }

    /// A question and the route that it is about.
    private struct Asked {
        let question: OriginProbe.Question
        let target: Target
        let hasKey: Bool
        let isWebsocket: Bool
        /// Whether NO_PROXY exempts the server, which has been told.
        var isExempted = false
        /// Whether it exempts one of the user's own, on purpose.
        var isSpared = false
    }

    /// Asks the servers whose route does not lead through one of `blocked`, and notes what they answer.
    mutating func look(except blocked: [ProxyURL], _ diagnosis: inout Diagnosis) {
        let isOpen = { (proxy: ProxyURL?) in proxy.map { !blocked.contains($0) } ?? true }
        guard probe.routes.contains(where: { isOpen($0.proxy) }) else { return }
        readKey()
        var asked: [Asked] = []
        for route in probe.routes where route.route.isUsable && !route.isWithheld {
            guard isOpen(route.proxy), route.route.transport != "websocket" else { continue }
            asked.append(question(for: route))
        }
        if let websocket, isOpen(websocket.question.proxy) { asked.append(websocket) }
        if asked.isEmpty { return }
        noteKey(&diagnosis)
        var hosts: [String] = []
        for host in asked.map({ DisplayText.shortened($0.target.host) }) where !hosts.contains(host)
        {
            hosts.append(host)
        }
        probe.progress.show("asking \(hosts.joined(separator: ", "))")
        let answers = zip(asked, ask(asked, &diagnosis)).map { (asked: $0, answer: $1) }
        judge(answers, &diagnosis)
        lookAtWebsocket(answers.map { (asked: $0.asked, origin: $0.answer.origin) }, &diagnosis)
    }

    private func ask(_ asked: [Asked], _ diagnosis: inout Diagnosis) -> [OriginProbe.Answer] {
        var origins = OriginProbe(
            url: asked[0].question.url, certificates: probe.trust.file,
            limit: probe.timeouts.origin,
            environment: EnvironmentPatch(CertificateTrust.ofCurl.map { .unset(name: $0) })
                .applied(to: probe.seen.plain))
        if let place = probe.trust.unchecked {
            origins.looksAtCertificates = false
            diagnosis.note(.tls, .unknown, "no certificate is checked, by \(place)")
        }
        origins.keepsFolder = probe.trust.keepsFolder
        return origins.answers(to: asked.map { $0.question })
    }

    /// Notes what is wrong with `answers`; what is wrong with several servers alike is told once.
    private func judge(
        _ answers: [(asked: Asked, answer: OriginProbe.Answer)], _ diagnosis: inout Diagnosis
    ) {
        let plain = answers.filter { !$0.asked.isWebsocket }
        let isLost = answers.contains { judgement($1.origin, $0, $0.target).wantsOthers }
        let others = isLost ? probe.local.routes : nil
        let isNowhereServed = plain.allSatisfy { _, answer in
            if case .answered(let answer) = answer.origin { answer.status >= 500 } else { false }
        }
        func finding(_ one: Asked, _ answer: OriginProbe.Answer, as target: Target) -> Finding? {
            if let status = answer.refusal, let proxy = one.question.proxy {
                return refusal(status, of: proxy, to: target)
            }
            var judgement = judgement(answer.origin, one, target)
            judgement.others = others
            judgement.isNowhereServed = isNowhereServed
            return judgement.finding
        }
        var found: [(target: Target, finding: Finding, others: [String])] = []
        for (one, answer) in plain {
            let own = finding(one, answer, as: one.target)
            diagnosis.note(
                ProbeSteps.origin(
                    answer.origin, of: one.target, answer.milliseconds, own, hasKey: one.hasKey))
            guard var own, !one.isExempted || own.kind != .routeDirect else { continue }
            if one.isSpared, own.kind == .routeDirect {
                own = own.cured(by: [
                    "Start the server at \(one.target.endpoint), or mend what names it; NO_PROXY exempts it, so that no proxy is asked."
                ])
            }
            let known = found.firstIndex { finding(one, answer, as: $0.target) == $0.finding }
            if let known {
                found[known].others.append(DisplayText.shortened(one.target.host))
            } else {
                found.append((one.target, own, []))
            }
        }
        for (target, finding, others) in found {
            let more = others.filter { $0 != DisplayText.shortened(target.host) }
            diagnosis.add(
                more.isEmpty
                    ? finding
                    : finding.shown(by: ["the same with \(more.joined(separator: ", "))"]))
        }
    }

    /// That `proxy` has denied the connection to `target` with `status`, although the one to another may be open.
    private func refusal(_ status: Int, of proxy: ProxyURL, to target: Target) -> Finding? {
        var report = EndpointReport(proxy: proxy)
        report.connection = .connected
        report.spoken = .needed(by: proxy.scheme)
        report.noteRefusal(status)
        return probe.judgement(report, to: target, hasSecret: false).finding
    }

    /// Says what becomes of the key, where one is to be sent.
    private func noteKey(_ diagnosis: inout Diagnosis) {
        guard probe.context.options.has(.withKey), let target = probe.routes.first?.target else {
            return
        }
        let host = DisplayText.shortened(target.host)
        let remark = KeyCheck.mistake(probe.tool, probe.seen.completed).map { "; \($0)" } ?? ""
        if let place = projectProxy {
            diagnosis.note(
                .key, .unknown,
                "none is sent: \(place) names the proxy (--trust-project sends it all the same)")
            return
        }
        switch key {
        case .key where probe.trust.unchecked != nil:
            diagnosis.note(.key, .unknown, "none is sent: no certificate is checked" + remark)
        case .key(_, let origin, _) where target.isSecure:
            let text =
                "that of \(origin) goes to \(host) alone, once, if its certificate is trusted"
            diagnosis.note(.key, .good, text + remark)
        case .key:
            diagnosis.note(.key, .unknown, "none is sent: \(host) is asked without TLS" + remark)
        case .absent(let reason):
            diagnosis.note(.key, .unknown, "none is sent: \(reason)" + remark)
        }
    }

    /// A judgement of `origin`, as if it were that of `target`.
    private func judgement(
        _ origin: EndpointReport.Origin, _ asked: Asked, _ target: Target
    ) -> AnswerJudgement {
        var trust = AnswerJudgement.Trust(clockSetting: Platform.clockSetting)
        trust.profile = probe.profile(of: asked.question.proxy)
        trust.isOwnAlone = !probe.trust.left.isEmpty
        if case .tlsFailure(let failure) = origin {
            let context = probe.context
            let file = probe.trust.authority(failure.issuer, home: context.home)
            trust.authority = file.map { FileRemedy.word($0) }
            trust.setting = probe.trust.variable.map {
                ShellChoice.typed(in: context).setting(
                    $0, toFile: file ?? "FILE", home: context.home)
            }
        }
        var judgement = AnswerJudgement(
            origin.naming(target.host, for: asked.target.host), of: target,
            hasProxy: asked.question.proxy != nil, trust: trust)
        judgement.name = probe.name
        judgement.hasKey = asked.hasKey
        judgement.key = key
        judgement.isDirectByRule = probe.seen.isDirectByRule
        judgement.directList = probe.seen.directList
        return judgement
    }

    private func question(for route: HostRoute) -> Asked {
        var question = OriginProbe.Question(url: route.url, proxy: route.proxy)
        var hasKey = false
        if probe.context.options.has(.withKey), route.target.isSecure,
            route.url == probe.routes.first?.url, projectProxy == nil,
            probe.trust.unchecked == nil,
            case .key(let headers, _, _) = key
        {
            question.headers = headers
            hasKey = true
        }
        return Asked(
            question: question, target: route.target, hasKey: hasKey, isWebsocket: false,
            isExempted: route.route.exempted != nil && !route.isSpared, isSpared: route.isSpared)
    }

    /// The place in a project's file that names the proxy by which the key would go, unless that is trusted.
    private var projectProxy: String? {
        guard !probe.context.options.has(.trustProject), let url = probe.routes.first?.url else {
            return nil
        }
        return probe.routes.first { $0.url == url && $0.route.origin == .project }?
            .route.decidedBy.text
    }

    /// The request for a websocket, by the route that goes with it; nil for a tool without one.
    private var websocket: Asked? {
        guard let url = probe.tool.websocket.map({ Array($0.utf8) }), let target = Target(url),
            let route = probe.routes.first(where: { $0.route.transport == "websocket" }),
            route.route.isUsable, !route.isWithheld
        else { return nil }
        return Asked(
            question: OriginProbe.Question(url: url, proxy: route.proxy, asksForWebsocket: true),
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
            diagnosis.note(.websocket, .good, "\(host): carried")
            return
        }
        diagnosis.note(.websocket, .bad, "\(host): \(reason)")
        diagnosis.add(.websocket(probe.name, to: host, reason))
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
