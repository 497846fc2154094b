import ProxyEnvCore

/// The environment as a command will see it.
struct SeenEnvironment {
    /// The environment.
    private(set) var environment: Environment
    /// The name of the profile that gives the proxy, or nil where variables of the user's do.
    private(set) var profile: String?
    /// Whether the profile can be changed by `proxyenv set`.
    private(set) var isNamed = false
    /// The proxies with their passwords, as the profile has them.
    private(set) var proxies: Profile.Proxies?
    /// Whether the command is refused the profile, as it can't speak to its proxy.
    private(set) var isRefused = false
    /// Whether the profile can't be used, so that nobody knows what the command will see.
    private(set) var isBroken = false
    /// The proxies of the profile, the keys of its file that hold them, and how these are written there.
    private var keys: [(proxy: ProxyURL, key: ProfileKey, written: ProxyURL)] = []
    /// The command whose rule has a URL in the place of a profile's name.
    private var ruleWithURL: String?
    /// The entries of NO_PROXY that the profile makes, and where each is from.
    private var exempted: NoProxyEntries?
    /// The entries that stand in the profile itself.
    private var ownExemptions: [[UInt8]] = []
    /// The environment in which nothing says anything of a proxy, for what `doctor` starts itself.
    let plain: Environment

    /// The one of `command`, by --profile, its rule, or what this shell has.
    init(
        _ command: [UInt8], _ tool: Tool?, _ context: Context, _ diagnosis: inout Diagnosis
    ) {
        environment = context.environment
        plain = EndpointProbe.environment(ShellSwitch(context.environment))
        do throws(Failure) {
            var resolver = try ProfileResolver(context)
            let rule = try resolver.rule(for: FileName.last(of: command))
            let given = context.options.values(of: .profile).last
            if given != nil || rule != nil {
                let reference =
                    if let given { try resolver.reference(given) } else {
                        try resolver.reference(for: rule)
                    }
                if given == nil, reference == rule?.profile, case .url = reference {
                    ruleWithURL = String(decoding: FileName.last(of: command), as: UTF8.self)
                }
                try take(reference, rule, tool, &resolver, &diagnosis)
                let why = given == nil ? "by its rule in [commands]" : "as you say"
                diagnosis.note("profile", .good, "\(profile ?? ""), \(why)")
            } else {
                takeShell(resolver, &diagnosis)
            }
        } catch {
            add(error, &diagnosis)
        }
    }

    /// Takes what `run` would give the command.
    private mutating func take(
        _ reference: ProfileReference, _ rule: CommandRule?, _ tool: Tool?,
        _ resolver: inout ProfileResolver, _ diagnosis: inout Diagnosis
    ) throws(Failure) {
        let resolution = try resolver.resolve(reference, for: rule, password: .reused)
        profile = resolution.name
        let chosen = resolution.chosen
        isNamed = ProfileName.isValid(Array(chosen.name.utf8)) && chosen.proxies != nil
        if isNamed { profile = chosen.name }
        proxies = resolution.profile.proxies
        takeKeys(of: proxies, written: chosen.proxies, in: chosen.name, resolver.reader)
        exempted = NoProxyEntries(chosen, &resolver)
        ownExemptions = chosen.noProxy
        let patch: EnvironmentPatch
        do throws(Failure) {
            patch = try resolver.patch(resolution, for: tool)
        } catch {
            isRefused = true
            diagnosis.add(
                Finding("tool.scheme", error.message, fix: error.hints))
            patch = try resolver.patch(resolution)
        }
        environment = resolver.shellSwitch.run(resolution.name, patch)
            .applied(to: resolver.context.environment)
    }

    private mutating func takeKeys(
        of proxies: Profile.Proxies?, written: Profile.Proxies?, in profile: String,
        _ reader: ConfigReader
    ) {
        guard let proxies, let written else { return }
        keys = proxies.distinct(with: written).map { proxy, written in
            (proxy, reader.key(of: proxy, in: proxies, ofProfile: profile), written)
        }
    }

    /// Whether it is the profile, or the rule's URL, that leads to `proxy`, and not what somebody has put into a variable since.
    func owns(_ proxy: ProxyURL) -> Bool { key(of: proxy) != nil }

    private func key(
        of proxy: ProxyURL
    ) -> (proxy: ProxyURL, key: ProfileKey, written: ProxyURL)? {
        keys.first { $0.proxy.scheme == proxy.scheme && $0.proxy.endpoint == proxy.endpoint }
    }

    /// What puts `other` in the place of `proxy`.
    func replacement(of proxy: ProxyURL, by other: ProxyURL) -> Replacement {
        if let known = key(of: proxy) {
            if isNamed, let profile {
                return Replacement(
                    other, at: .key(known.key, profile: profile), for: proxy,
                    written: known.written)
            }
            if let ruleWithURL {
                return Replacement(
                    other, at: .rule(command: ruleWithURL), for: proxy, written: known.written)
            }
        }
        return Replacement(other, forVariable: proxy)
    }

    /// Where the entry `text` of NO_PROXY is from, if the profile makes it.
    func origin(ofExemption text: String) -> String? { exempted?.origin(of: text) }

    /// The change of the profile that takes the entry `text` of NO_PROXY away, if it stands there.
    func removal(ofExemption text: String) -> Finding.Edit? {
        guard isNamed, let profile else { return nil }
        let kept = ownExemptions.filter { entry in
            var list = NoProxyList()
            try? list.add(entry)
            return !list.entries.contains { $0.equals(text) }
        }
        guard kept.count < ownExemptions.count else { return nil }
        return .key(
            profile: profile, .noProxy, values: kept.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Takes the environment as it is here.
    private mutating func takeShell(_ resolver: ProfileResolver, _ diagnosis: inout Diagnosis) {
        guard let active = resolver.shellSwitch.active else {
            diagnosis.note("profile", .unknown, "none: this shell's own variables, and no rule")
            return
        }
        let shown = DisplayText.shortened(Masking.maskedURL(Array(active.utf8)))
        diagnosis.note("profile", .good, "\(shown), active in this shell")
        let reader = ConfigReader(resolver.configuration)
        if ProfileName.isValid(Array(active.utf8)),
            reader.hasProfile(active) || BuiltInProfiles.named(active) != nil
        {
            profile = active
            var resolver = resolver
            let reference = ProfileReference.name(active)
            let known = try? resolver.profile(reference)
            isNamed = known?.proxies != nil
            takeKeys(of: known?.proxies, written: known?.proxies, in: active, reader)
        }
    }

    private mutating func add(_ failure: Failure, _ diagnosis: inout Diagnosis) {
        isBroken = true
        guard let first = failure.diagnostics.first else {
            diagnosis.note("profile", .bad, failure.message)
            diagnosis.add(Finding("config.profile", failure.message, fix: failure.hints))
            return
        }
        let line = DiagnosticRenderer.line(first.diagnostic, in: first.file)
        diagnosis.note("profile", .bad, line)
        diagnosis.add(
            Finding(
                "config.invalid", "proxyenv's own file is wrong: \(line)",
                fix: ["proxyenv validate", "proxyenv edit"]))
    }
}
