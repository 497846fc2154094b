import ProxyEnvCore

/// Which route the command will take to each host that it needs, and what leads it astray.
struct RouteCheck {
    /// The command's name, for people.
    let name: String
    /// What is known of it, or what most programs do.
    let tool: Tool
    /// Its environment.
    let seen: SeenEnvironment
    /// The world.
    let context: Context

    /// The ways to `urls`, each transport's; what leads astray is added to `diagnosis`.
    func ways(to urls: [[UInt8]], _ diagnosis: inout Diagnosis) -> [HostRoute] {
        var files = ToolFiles(context, seen.environment)
        var ways: [HostRoute] = []
        var exemptions = Exemptions(name: name, seen: seen)
        for url in urls {
            guard let target = Target(url) else { continue }
            let settings = files.settings(of: tool, for: target)
            let routes = Explainer(tool, seen.environment, settings).routes(to: target)
            let plain = Explainer(tool, seen.environment, []).routes(to: target)
            for (route, plain) in zip(routes, plain) {
                var way = HostRoute(
                    url: url, target: target, proxy: proxy(of: route, settings), route: route)
                if case .file(let path, let line, let key) = route.decidedBy {
                    way.remedy = remedy(path, line, key)
                    way.isOverruled = isOverruled(route, plain)
                }
                way.isWithheld =
                    route.origin == .project && route.isMadeOfVariables
                    && !context.options.has(.trustProject)
                if way.isWithheld { diagnosis.add(withheld(way)) }
                if way.isOverruled { diagnosis.add(overruled(way, plain)) }
                judge(route, &diagnosis)
                // What is merely tried is not needed.
                if !tool.hosts.isEmpty { exemptions.note(route, target) }
                ways.append(way)
            }
        }
        diagnosis.add(exemptions.findings)
        for problem in files.problems { diagnosis.note("files", .unknown, problem) }
        note(ways, &diagnosis)
        return ways
    }

    private func note(_ ways: [HostRoute], _ diagnosis: inout Diagnosis) {
        var told: [String] = []
        for way in ways {
            let kind = tool.isManifold ? "\(way.route.transport): " : ""
            let text = "\(kind)\(way.route.decision.words), by \(way.route.decidedBy.text)"
            if told.contains(text) { continue }
            told.append(text)
            diagnosis.note("way", way.route.isUsable ? .good : .bad, text)
        }
    }

    // MARK: What leads astray

    /// Whether the file that leads by `route` beats something else that was meant to count, by `plain`.
    private func isOverruled(_ route: Explanation, _ plain: Explanation) -> Bool {
        // Where nothing else names a proxy, the file is how its user wants it.
        route.decision != plain.decision
            && (seen.profile != nil || plain.decision != .direct || plain.exempted != nil)
    }

    private func overruled(_ way: HostRoute, _ plain: Explanation) -> Finding {
        let loser = seen.profile.map { "profile \($0)" } ?? "the environment"
        return Finding(
            "file.overrides",
            "\(way.route.decidedBy.text) beats \(loser): \(name) goes \(way.route.decision.phrase)",
            evidence: ["without it: \(plain.decision.phrase)"], fix: way.remedy)
    }

    private func withheld(_ way: HostRoute) -> Finding {
        Finding(
            "file.project",
            "\(way.route.decidedBy.text) puts your variables into the proxy's URL: nothing is sent there",
            evidence: ["\(name) sends them to \(way.route.decision.text)"],
            fix: [
                "If you trust this folder: proxyenv doctor \(name) --trust-project",
                "Else take the line out.",
            ])
    }

    private func judge(_ route: Explanation, _ diagnosis: inout Diagnosis) {
        if !route.isUsable {
            let finding = unusable(route)
            // That no such profile is taken for the tool has been told in better words.
            let isKnown = finding.id == "tool.scheme" && seen.isRefused
            if !isKnown { diagnosis.add(finding) }
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
        let isWebsocket = route.transport == "websocket"
        let way = tool.isManifold ? " by \(route.transport)" : ""
        let id = isWebsocket ? "tool.websocket" : "tool.scheme"
        let reason =
            route.decision == .refused
            ? "\(name) refuses the value of \(route.decidedBy.text)\(way)"
            : "\(name) can't speak to \(route.decision.text)\(way)"
        return Finding(
            id, reason, evidence: route.warnings,
            fix: ["Use a profile with an `http://` URL; `proxyenv detect` shows what answers."])
    }

    // MARK: The proxy

    /// The proxy of `route` with its password.
    private func proxy(of route: Explanation, _ settings: [ToolSetting]) -> ProxyURL? {
        guard case .proxy(let shown) = route.decision else { return nil }
        for known in seen.proxies?.distinct ?? [] where known.text == route.value { return known }
        if let url = try? ProxyURLParser.parse(route.value) { return url }
        // What is not quite right is taken as the tool takes it, without a password that nobody can read.
        guard var url = try? ProxyURLParser.parse(Array((route.taken ?? shown).utf8)) else {
            return nil
        }
        url.credentials = nil
        return url
    }
}

extension Explanation.Decision {
    /// The way as a few words.
    fileprivate var words: String {
        switch self {
        case .proxy(let url): url
        case .direct: "no proxy"
        case .refused: "nowhere"
        }
    }
}
