import ProxyEnvCore

/// Which route the command will take to each host that it needs, and what leads it astray.
struct RouteCheck {
    /// The command's name, for people.
    let name: String
    /// What is known of it, or what most programs do.
    let tool: Tool
    /// Its environment.
    let seen: EffectiveEnvironment
    /// The context.
    let context: Context
    /// The server of one's own that NO_PROXY exempts on purpose.
    var spared: [UInt8]?

    /// The routes to `urls`, each transport's; what leads astray is added to `diagnosis`.
    func routes(
        to urls: [[UInt8]], _ files: inout ToolFiles, _ diagnosis: inout Diagnosis
    ) -> [HostRoute] {
        var found: [HostRoute] = []
        var exemptions = Exemptions(name: name, seen: seen)
        for url in urls {
            guard let target = Target(url) else { continue }
            let settings = files.settings(of: tool, for: target)
            let routes = Explainer(tool, seen.environment, settings).routes(to: target)
            let plain = Explainer(tool, seen.environment, []).routes(to: target)
            for (route, plain) in zip(routes, plain) {
                var host = HostRoute(
                    url: url, target: target, proxy: proxy(of: route, settings), route: route)
                if route.isBroken {
                    diagnosis.add(
                        .broken(route.decidedBy.text, name, fix: mending(route.decidedBy)))
                } else if let remedy = remedy(route.decidedBy) {
                    host.remedy = remedy
                    host.isOverruled = isOverruled(route, plain)
                }
                host.isWithheld =
                    route.origin == .project && route.isMadeOfVariables
                    && !context.options.has(.trustProject)
                if host.isWithheld {
                    diagnosis.add(
                        .project(host.route.decidedBy.text, name, to: host.route.decision.text))
                }
                if host.isOverruled { diagnosis.add(overruled(host, plain)) }
                judge(route, &diagnosis)
                // What is merely tried is not needed.
                host.isSpared = url == spared
                if !tool.hosts.isEmpty, !host.isSpared { exemptions.note(route, target) }
                found.append(host)
            }
        }
        diagnosis.add(exemptions.findings)
        for problem in files.problems { diagnosis.note(.files, .unknown, problem) }
        note(found, &diagnosis)
        return found
    }

    private func note(_ routes: [HostRoute], _ diagnosis: inout Diagnosis) {
        var told: [String] = []
        for route in routes.map({ $0.route }) {
            let kind = tool.isManifold ? "\(route.transport): " : ""
            let text = "\(kind)\(route.decision.words), by \(route.decidedBy.text)"
            if told.contains(text) { continue }
            told.append(text)
            diagnosis.note(.route, route.isUsable ? .good : .bad, text)
        }
    }

    // MARK: What leads astray

    /// Whether the file that leads by `route` beats something else that was meant to count, by `plain`.
    private func isOverruled(_ route: Explanation, _ plain: Explanation) -> Bool {
        // Where nothing else names a proxy, the file is how its user wants it.
        route.decision != plain.decision
            && (seen.profile != nil || plain.decision != .direct || plain.exempted != nil)
    }

    private func overruled(_ host: HostRoute, _ plain: Explanation) -> Finding {
        .overridden(
            host.route.decidedBy.text,
            beats: seen.profile.map { "profile \($0)" } ?? "the environment", name,
            goes: host.route.decision.phrase, meant: plain.decision.phrase, fix: host.remedy)
    }

    private func judge(_ route: Explanation, _ diagnosis: inout Diagnosis) {
        if !route.isUsable, !route.isBroken {
            let finding = unusable(route)
            // That no such profile is taken for the tool has been told in better words.
            let isKnown = finding.kind == .toolScheme && seen.isRefused
            if !isKnown { diagnosis.add(finding) }
        }
    }

    /// What mends the file that the tool cannot read.
    private func mending(_ source: Explanation.Source) -> [String] {
        switch source {
        case .file(let path, _, _): FileRemedy.mending(path, isGit: tool.startsSSH)
        case .configuration(let program, _): FileRemedy.showing(configurationOf: program)
        case .variable, .nothing: []
        }
    }

    /// What takes away the setting that decides; nil where no file decides.
    private func remedy(_ source: Explanation.Source) -> [String]? {
        switch source {
        case .file(let path, let line, let key): remedy(path, line, key)
        case .configuration: FileRemedy.findingGitProxies
        case .variable, .nothing: nil
        }
    }

    private func remedy(_ path: String, _ line: Int, _ key: String) -> [String] {
        let shown = Array(path.utf8)
        let real = shown.hasPrefix("~/") ? (context.home ?? []) + shown.dropFirst() : shown
        let text = (try? FileSystem.load(real, limit: 1 << 20))?.content?.split(
            separator: 0x0A, maxSplits: line, omittingEmptySubsequences: false
        ).dropFirst(max(line - 1, 0)).first.map { Array($0) }
        let isGit =
            tool.readsGit && Array(key.utf8).hasSuffix(".proxy") && !shown.hasSuffix("config.toml")
        return FileRemedy.steps(path: path, line: line, key: key, text: text, isGit: isGit)
    }

    private func unusable(_ route: Explanation) -> Finding {
        .scheme(
            name,
            route.decision == .refused
                ? .refuses(route.decidedBy.text) : .cannotSpeak(to: route.decision.text),
            transport: tool.isManifold ? route.transport : nil,
            isWebsocket: route.transport == "websocket", evidence: route.warnings)
    }

    // MARK: The proxy

    /// The proxy of `route` with its password.
    private func proxy(of route: Explanation, _ settings: [ToolSetting]) -> ProxyURL? {
        guard case .proxy(let shown) = route.decision else { return nil }
        for known in seen.proxies?.distinct ?? [] where known.text == route.value { return known }
        if let url = try? ProxyURLParser.parse(route.value) { return url }
        // What is not quite right is taken as the tool takes it, without a password that nobody can read.
        let taken = try? ProxyURLParser.parse(Array((route.taken ?? shown).utf8))
        guard var url = taken ?? MeantURL.cleaned(route.value) else { return nil }
        url.credentials = nil
        return url
    }
}

extension Explanation.Decision {
    /// The route in a few words.
    fileprivate var words: String {
        switch self {
        case .proxy(let url): url
        case .direct: "no proxy"
        case .refused: "nowhere"
        }
    }
}
