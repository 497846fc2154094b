import ProxyEnvCore

/// The environment as a command will see it.
struct EffectiveEnvironment {
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
    /// Whether the profile has a user name or a password beside its URL.
    private var hasCredentials = false
    /// Whether the profile is that of this shell, which has to be told of what changes in it.
    private var isOfShell = false
    /// Whether its rule says that it needs no proxy.
    private(set) var isDirectByRule = false
    /// The profile that chooses among others, and has chosen to go without a proxy.
    private(set) var directList: String?
    /// The command whose rule has a URL in the place of a profile's name.
    private var ruleWithURL: String?
    /// The entries of NO_PROXY that the profile makes, and where each is from.
    private var exempted: NoProxyEntries?
    /// The entries that stand in the profile itself.
    private var ownExemptions: [[UInt8]] = []
    /// The environment with the variables that the command's own files set.
    var completed: Environment
    /// The environment in which nothing says anything of a proxy, for what `doctor` starts itself.
    let plain: Environment

    /// Which profile it was, and what is wrong with that.
    private(set) var diagnosis = Diagnosis()

    /// What is done for the profile's password.
    private let password: CredentialsResolver.PasswordUse

    /// The one of `command`, by --profile, its rule in `configuration`, or what this shell has.
    init(
        _ command: [UInt8], _ tool: Tool?, _ context: Context,
        _ configuration: Result<Configuration, Failure>, password: CredentialsResolver.PasswordUse
    ) {
        self.password = password
        environment = context.environment
        completed = environment
        plain = EndpointProbe.environment(context.shellSwitch)
        let given = context.options.values(of: .profile).last
        do throws(Failure) {
            var resolver = ProfileResolver(context, try configuration.get())
            try take(FileName.last(of: command), command, given, tool, &resolver)
        } catch {
            let isByVariable = given == nil && context.environment.nonEmpty(Self.choice) != nil
            add(
                error, isByVariable ? [ShellChoice.typed(in: context).unsetting(Self.choice)] : [])
        }
    }

    /// Takes what the profile `given` makes of the command, or its rule, or what this shell has.
    private mutating func take(
        _ name: [UInt8], _ command: [UInt8], _ given: [UInt8]?, _ tool: Tool?,
        _ resolver: inout ProfileResolver
    ) throws(Failure) {
        let rule = try resolver.rule(for: name)
        if given == nil,
            rule == nil || isBypassed(command, resolver.shellSwitch, context: resolver.context)
        {
            return takeShell(resolver)
        }
        let reference =
            if let given { try resolver.reference(given) } else {
                try resolver.reference(for: rule)
            }
        let isRules = given == nil && reference == rule?.profile
        if isRules, case .url = reference {
            ruleWithURL = String(decoding: name, as: UTF8.self)
        }
        let chosenName = try take(reference, rule, tool, &resolver)
        let isList = chosenName != reference.text
        isDirectByRule = isRules && proxies == nil && !isList
        directList = proxies == nil && isList ? reference.text : nil
        let text = isList ? "\(reference.text) (\(chosenName) is used)" : reference.text
        let why =
            if given != nil { "as you say" } else if isRules {
                "from the rule in [commands]"
            } else if resolver.context.environment.nonEmpty(Self.choice) != nil {
                "by \(Self.choice)"
            } else {
                "from the rule in [commands]: "
                    + (resolver.shellSwitch.active == nil ? "the default" : "this shell's")
            }
        diagnosis.note(.profile, .good, "\(text), \(why)")
    }

    /// The variable that names a profile where nobody else does, and goes before the rules.
    private static let choice = "PROXYENV_PROFILE"

    /// Whether the command is started past its wrapper, so that its rule does not count; that is noted.
    private mutating func isBypassed(
        _ command: [UInt8], _ shellSwitch: ShellSwitch, context: Context
    ) -> Bool {
        let name = DisplayText.shortened(command)
        let isPath = PathText.hasFolder(command)
        let isOff = shellSwitch.environment.nonEmpty("PROXYENV_BYPASS") != nil
        guard isPath || isOff else { return false }
        // With a profile of its own the shell gives it one all the same.
        if shellSwitch.active == nil {
            diagnosis.add(
                .bypass(name, byVariable: isOff, command, in: ShellChoice.typed(in: context)))
        }
        return true
    }

    /// Takes what `run` would give the command.
    ///
    /// - Returns: The name of the profile that was chosen.
    private mutating func take(
        _ reference: ProfileReference, _ rule: CommandRule?, _ tool: Tool?,
        _ resolver: inout ProfileResolver
    ) throws(Failure) -> String {
        let resolution = try resolver.resolve(reference, for: rule, password: password)
        profile = resolution.name
        let chosen = resolution.chosen
        isNamed = ProfileName.isValid(Array(chosen.name.utf8)) && chosen.proxies != nil
        if isNamed { profile = chosen.name }
        proxies = resolution.profile.proxies
        takeKeys(of: proxies, written: chosen.proxies, in: chosen.name, resolver.reader)
        hasCredentials = chosen.hasCredentials
        exempted = NoProxyEntries(chosen, &resolver)
        ownExemptions = chosen.noProxy
        let patch: EnvironmentPatch
        do throws(Failure) {
            patch = try resolver.patch(resolution, for: tool)
        } catch {
            isRefused = true
            diagnosis.add(.refused(error.message, fix: error.hints))
            patch = try resolver.patch(resolution)
        }
        environment = resolver.shellSwitch.run(resolution.name, patch)
            .applied(to: resolver.context.environment)
        return chosen.name
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

    /// What takes the password out of the URL that leads to `proxy`, where one stands there and goes before any other.
    func passwordRemoval(of proxy: ProxyURL) -> String? {
        guard isNamed, let profile, let known = key(of: proxy),
            known.written.credentials?.password != nil
        else { return nil }
        return ConfigChange(profile: profile, key: known.key, proxy: known.written).command
    }

    /// What has to be done behind a change of the profile.
    var afterChange: [String] {
        isOfShell ? profile.map { [ShellWords.line(["proxyenv", "use", $0])] } ?? [] : []
    }

    /// What puts `other`, which the profile `name` has if one has it, in the place of `proxy`.
    func replacement(
        of proxy: ProxyURL, by other: ProxyURL, called name: @autoclosure () -> String?
    ) -> ProxyReplacement {
        if let known = key(of: proxy) {
            if isNamed, let profile {
                var replacement = ProxyReplacement(
                    other,
                    at: .key(known.key, profile: profile, hasCredentials: hasCredentials),
                    for: proxy, written: known.written)
                replacement.steps += afterChange
                return replacement
            }
            if let ruleWithURL {
                return ProxyReplacement(
                    other, at: .rule(command: ruleWithURL), for: proxy, written: known.written)
            }
        }
        return ProxyReplacement(other, ofProfile: name(), forVariable: proxy)
    }

    /// Where the entry `text` of NO_PROXY is from, if the profile makes it.
    func origin(ofExemption text: String) -> String? { exempted?.origin(of: text) }

    /// The change of the profile that takes the entry `text` of NO_PROXY away, if it stands there.
    func removal(ofExemption text: String) -> ConfigChange? {
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

    /// Leaves the way to a server that has an environment of its own: nothing that is set here counts any more, nor do `others`.
    mutating func leave(without others: [String]) {
        environment = EnvironmentPatch(others.map { .unset(name: $0) }).applied(to: plain)
        completed = environment
        (profile, proxies, exempted) = (nil, nil, nil)
        (isNamed, hasCredentials, isOfShell, isDirectByRule) = (false, false, false, false)
        (directList, ruleWithURL) = (nil, nil)
        (keys, ownExemptions) = ([], [])
    }

    /// Takes the environment as it is here.
    private mutating func takeShell(_ resolver: ProfileResolver) {
        guard let active = resolver.shellSwitch.active else {
            diagnosis.note(.profile, .unknown, "none: this shell's own variables, and no rule")
            return
        }
        let shown = DisplayText.shortened(Array(active.utf8))
        diagnosis.note(.profile, .good, "\(shown), active in this shell")
        let reader = ConfigReader(resolver.configuration)
        if ProfileName.isValid(Array(active.utf8)),
            reader.hasProfile(active) || BuiltInProfiles.named(active) != nil
        {
            profile = active
            var resolver = resolver
            guard let known = try? resolver.profile(.name(active)) else { return }
            isNamed = known.proxies != nil
            isOfShell = true
            exempted = NoProxyEntries(known, &resolver)
            ownExemptions = known.noProxy
            takeKeys(of: known.proxies, written: known.proxies, in: active, reader)
            hasCredentials = known.hasCredentials
        }
    }

    private mutating func add(_ failure: Failure, _ fix: [String]) {
        isBroken = true
        guard let first = failure.diagnostics.first else {
            diagnosis.note(.profile, .bad, failure.message)
            diagnosis.add(.profile(failure.message, fix: fix + failure.hints))
            return
        }
        let line = DiagnosticRenderer.line(first.diagnostic, in: first.file)
        diagnosis.note(.profile, .bad, line)
        diagnosis.add(.config(first.diagnostic, line))
    }
}
