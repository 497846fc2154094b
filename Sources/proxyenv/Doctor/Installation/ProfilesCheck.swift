import ProxyEnvCore

/// The proxies of all profiles, and of what the rules name besides: built-in profiles, and URLs.
struct ProfilesCheck {
    /// The files.
    let files: ProfileResolver
    /// How long each step may take.
    let timeouts: ProbeTimeouts
    /// Tells somebody who waits what is being looked at.
    let progress: Progress

    /// A profile, or the URL in the rule of `command`, and the tools that go by it.
    private struct User {
        let reference: ProfileReference
        var command: String?
        var tools: [Tool] = []
        /// Whether a rule, the default, this shell or PROXYENV_PROFILE names it, and not a list alone.
        var isNamed = false
    }

    /// A proxy, who has it, and what puts another in its place.
    private struct Owned {
        let user: User
        let name: String
        let chosen: String
        let proxy: ProxyURL
        let replacement: (ProxyURL) -> ProxyReplacement
        /// Whether it is known to have no password, without anybody asked for one.
        let isWithoutPassword: Bool
    }

    /// Notes what was found, of all at once; what is behind them is a question for one command.
    func look(_ diagnosis: inout Diagnosis) {
        let most = InstallationCheck.mostLookedAt
        let users = users
        // What something goes by comes first.
        let wanted = users.filter { $0.isNamed } + users.filter { !$0.isNamed }
        let seen = users.count > most ? Array(wanted.prefix(most)) : users
        let owned = seen.flatMap { proxies(of: $0, &diagnosis) }
        defer {
            if users.count > most {
                diagnosis.note(
                    .profile, .unknown,
                    "\(users.count - most) more are not looked at here: proxyenv test PROFILE")
            }
        }
        guard !owned.isEmpty, let target = Target(ToolHosts.usual) else { return }
        var places: [ProxyURL] = []
        for one in owned where !places.contains(one.proxy) { places.append(one.proxy) }
        progress.show("looking at \(places.map { $0.endpoint }.joined(separator: ", "))")
        let plain = EndpointProbe.environment(files.shellSwitch)
        let reports = EndpointProbe.reports(of: places, url: nil, timeouts: timeouts, in: plain)
        var others: [ProxyURL]?
        for one in owned {
            guard let place = places.firstIndex(of: one.proxy) else { continue }
            let routes = one.user.tools.map { tool in
                LocalRoutes(
                    tool: tool, targets: [target], environment: plain,
                    configuration: files.configuration)
            }
            var judgement = EndpointJudgement(
                reports[place], profile: one.user.command == nil ? one.chosen : nil,
                target: target, hasSecret: !one.isWithoutPassword, replacement: one.replacement)
            judgement.isUsable = { proxy in routes.allSatisfy { $0.isSpoken(proxy) } }
            judgement.isAboutPassword = one.isWithoutPassword
            if judgement.wantsOthers {
                let known = others ?? LocalProxies.urls(in: plain)
                others = known
                judgement.others = known.filter(judgement.isUsable)
            }
            let finding = judgement.findings.first
            let isInUse = one.user.isNamed
            diagnosis.note(
                .profile, finding == nil ? .good : isInUse ? .bad : .unknown,
                "\(one.name): \(finding?.title ?? "\(one.proxy.endpoint) answers")"
                    + (finding == nil || isInUse ? "" : "; nothing uses it now"))
            // What is not in use need not run.
            if let finding, isInUse { diagnosis.add(finding) }
        }
    }

    /// The profiles of the files and those that the rules name, and the URLs that stand there.
    private var users: [User] {
        var users = files.configuration.profileNames.map { User(reference: .name($0)) }
        var places: [String: Int] = [:]
        for (place, user) in users.enumerated() { places[user.reference.text] = place }
        for command in files.configuration.commandNames {
            var resolver = files
            let name = Array(command.utf8)
            guard let rule = try? resolver.rule(for: name),
                let reference = try? resolver.reference(for: rule)
            else { continue }
            let tools = Tools.started(by: name).map { [$0] } ?? []
            switch reference {
            case .url:
                guard reference == rule.profile else { continue }
                users.append(
                    User(reference: reference, command: command, tools: tools, isNamed: true))
            case .name:
                if let known = places[reference.text] {
                    users[known].tools += tools
                    users[known].isNamed = true
                } else {
                    places[reference.text] = users.count
                    users.append(User(reference: reference, tools: tools, isNamed: true))
                }
            }
        }
        var resolver = files
        let active = files.shellSwitch.active.flatMap { name in
            try? resolver.reference(Array(name.utf8))
        }
        var reader = files.reader
        let chosen = files.context.environment.nonEmpty("PROXYENV_PROFILE").flatMap { name in
            try? resolver.reference(name)
        }
        let named = [active, chosen, reader.readDefault()]
        for index in users.indices where named.contains(users[index].reference) {
            users[index].isNamed = true
        }
        return users
    }

    /// The proxies of `user`; why they can't be used is added to `diagnosis`.
    private func proxies(of user: User, _ diagnosis: inout Diagnosis) -> [Owned] {
        // What is wrong with one profile is no fault of the next.
        var resolver = files
        do throws(Failure) {
            let resolution = try resolver.resolve(user.reference, password: .hidden)
            guard let proxies = resolution.profile.proxies else { return [] }
            if let source = resolution.chosen.password {
                let reader = PasswordReader(
                    baseline: files.shellSwitch.baseline, home: files.context.home,
                    profile: resolution.chosen.name)
                try reader.check(source)
            }
            let chosen = resolution.chosen.name
            let named = user.reference.text
            let name = named == chosen ? chosen : "\(named) (\(chosen) is used)"
            let written = resolution.chosen.proxies ?? proxies
            return proxies.distinct(with: written).map { proxy, written in
                let key = resolver.reader.key(of: proxy, in: proxies, ofProfile: chosen)
                let place: ProxyReplacement.Place =
                    user.command.map { .rule(command: $0) }
                    ?? .key(
                        key, profile: chosen, hasCredentials: resolution.chosen.hasCredentials)
                var proxy = proxy
                let isWithoutPassword =
                    resolution.chosen.password == nil && written.credentials?.password == nil
                // Nobody is asked for a password here.
                proxy.credentials = nil
                return Owned(
                    user: user, name: user.command ?? name, chosen: chosen, proxy: proxy,
                    replacement: { ProxyReplacement($0, at: place, for: proxy, written: written) },
                    isWithoutPassword: isWithoutPassword)
            }
        } catch {
            // What is wrong with the file has been told.
            guard error.diagnostics.isEmpty else { return [] }
            // A list that nothing uses need lead nowhere now.
            if !user.isNamed, case .firstReachable? = try? resolver.profile(user.reference).route {
                diagnosis.note(.profile, .unknown, "\(error.message); nothing uses it now")
                return []
            }
            diagnosis.note(.profile, .bad, error.message)
            diagnosis.add(.profile(error.message, fix: error.hints))
            return []
        }
    }
}
