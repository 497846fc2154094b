import ProxyEnvCore

/// Finds the profile that is meant, and looks up everything that it refers to.
struct ProfileResolver {
    /// The context.
    let context: Context
    /// The state of the environment.
    let shellSwitch: ShellSwitch
    /// The reader of the files.
    var reader: ConfigReader
    /// The name that the command line or a variable gave, about which no line of a file is at fault.
    private var typedName: String?

    /// A profile ready to be applied.
    struct Resolution {
        /// The name under which it is active: a profile's name, or a URL.
        var name: String
        /// The profile that was chosen, which is another where the one named chooses among several.
        var chosen: Profile
        /// What it sets.
        var profile: ResolvedProfile
        /// Whether its proxy was seen to accept a connection.
        var isReachable = false
    }

    /// Reads the files.
    ///
    /// - Throws: That they can't be read.
    init(_ context: Context) throws(Failure) {
        self.init(context, try ConfigurationFiles.load(in: context))
    }

    /// A resolver that looks into `configuration`.
    init(_ context: Context, _ configuration: Configuration) {
        self.context = context
        shellSwitch = context.shellSwitch
        reader = ConfigReader(configuration)
    }

    // MARK: Which profile

    /// The profile that is named where nobody names one: PROXYENV_PROFILE, else `default`, else `auto`.
    ///
    /// - Throws: What is wrong with the name.
    mutating func defaultReference() throws(Failure) -> ProfileReference {
        if let name = context.environment.nonEmpty("PROXYENV_PROFILE") {
            return try reference(name)
        }
        let reference = reader.readDefault()
        try throwDiagnostics()
        return reference ?? .name("auto")
    }

    /// The profile that a command gets: PROXYENV_PROFILE, its rule's, this shell's, `default`, `auto`, in this order.
    ///
    /// - Throws: What is wrong with the name.
    mutating func reference(for rule: CommandRule?) throws(Failure) -> ProfileReference {
        if context.environment.nonEmpty("PROXYENV_PROFILE") == nil {
            if let reference = rule?.profile { return reference }
            if let name = context.environment.nonEmpty(SavedState.Variable.active) {
                return try reference(name)
            }
        }
        return try defaultReference()
    }

    /// Where each value of `profile` comes from, those that it shares with others too; none for one that no file has.
    func sources(of profile: Profile) -> [ValueSource] {
        let own = reader.sources(ofProfile: profile.name)
        if own.isEmpty { return [] }
        return own + ["no-proxy", "no-proxy-inherit"].compactMap { reader.source(ofTop: $0) }
    }

    /// All that the files say.
    var configuration: Configuration { reader.configuration }

    /// The hosts that every profile leaves out.
    mutating func sharedNoProxy() -> [[UInt8]] { reader.readSharedNoProxy() }

    /// The profile that `text`, of the command line or a variable, names.
    ///
    /// - Throws: That it names none.
    mutating func reference(_ text: [UInt8]) throws(Failure) -> ProfileReference {
        do throws(ProfileReference.Problem) {
            let reference = try ProfileReference(word: text)
            if case .name(let name) = reference { typedName = name }
            return reference
        } catch {
            throw .reference(error)
        }
    }

    /// The rule of the command `name`, or nil if there is none.
    ///
    /// - Throws: What is wrong with it.
    mutating func rule(for name: [UInt8]) throws(Failure) -> CommandRule? {
        let rule = reader.readRule(name)
        try throwDiagnostics()
        return rule
    }

    /// The profile that `reference` names, as the files or the list of built-in ones describe it.
    ///
    /// - Throws: That there is none, or what is wrong with it.
    mutating func profile(_ reference: ProfileReference) throws(Failure) -> Profile {
        switch reference {
        case .url(let url):
            return Profile(name: reference.text, route: .proxies(Profile.Proxies(everything: url)))
        case .name(let name):
            let profile = reader.readProfile(name)
            try throwDiagnostics()
            if let profile = profile ?? BuiltInProfiles.named(name) { return profile }
            if name != typedName {
                try throwProblems { problem in
                    if case .unknownProfile(name, _) = problem { true } else { false }
                }
            }
            throw .unknown(
                "profile", name.utf8, in: reader.knownProfileNames, hint: "See `proxyenv list`.")
        }
    }

    private func throwDiagnostics() throws(Failure) {
        if !reader.diagnostics.isEmpty {
            throw .config(reader.diagnostics, in: reader.configuration)
        }
    }

    /// Fails with where the files say what `isCause` holds for, if they do.
    ///
    /// - Throws: Those.
    func throwProblems(where isCause: (ConfigProblem) -> Bool) throws(Failure) {
        let causes = ConfigReader.check(reader.configuration).filter { diagnostic in
            if case .meaning(let problem) = diagnostic.kind { isCause(problem) } else { false }
        }
        if !causes.isEmpty { throw .config(causes, in: reader.configuration) }
    }

    // MARK: What it refers to

    /// The profile that `reference` names, with everything looked up.
    ///
    /// - Parameters:
    ///   - reference: How it is named.
    ///   - rule: The rule of the command that it is for.
    ///   - password: What is done for its password.
    /// - Returns: The profile, ready to be applied.
    /// - Throws: What is missing or wrong.
    mutating func resolve(
        _ reference: ProfileReference, for rule: CommandRule? = nil,
        password: CredentialsResolver.PasswordUse
    ) throws(Failure) -> Resolution {
        let named = try profile(reference)
        let (chosen, isReachable) = try choose(named)
        warnOfOtherProblems()
        if password != .hidden { try OtherUsers.check(chosen, in: context.environment) }
        let credentials = CredentialsResolver(context: context, shellSwitch: shellSwitch)
        let proxies = try credentials.proxies(of: chosen, password)
        let certificates = try certificates(of: chosen)
        let shared = chosen.route == .direct ? [] : reader.readSharedNoProxy()
        let resolved = ResolvedProfile(
            proxies: proxies,
            noProxy: chosen.noProxy + shared,
            inheritsNoProxy: chosen.inheritsNoProxy,
            certificateBundle: certificates.bundle,
            extraCertificates: certificates.extra,
            sshProxy: chosen.takesSSH ? proxies?.all ?? proxies?.https : nil,
            variables: chosen.variables + (rule?.variables ?? []))
        return Resolution(
            name: reference.text, chosen: chosen, profile: resolved, isReachable: isReachable)
    }

    /// The change that `resolution` makes to the baseline.
    ///
    /// - Parameters:
    ///   - resolution: The profile.
    ///   - tool: The tool that is started with it, which may get variables of its own.
    /// - Returns: The change.
    /// - Throws: That the tool can't speak to the proxy, or that a variable would be longer than the system takes.
    func patch(_ resolution: Resolution, for tool: Tool? = nil) throws(Failure) -> EnvironmentPatch
    {
        let recipe = try tool.map { (tool) throws(Failure) in try self.recipe(tool, resolution) }
        let environment = ProfileEnvironment(
            resolution.profile, in: shellSwitch.baseline, recipe: recipe)
        let most = 10
        for entry in environment.leftOut.prefix(most) {
            context.note("`\(DisplayText.shortened(entry))` of the present NO_PROXY is left out")
        }
        if environment.leftOut.count > most {
            context.note(
                "\(environment.leftOut.count - most) more entries of the present NO_PROXY are left out"
            )
        }
        if environment.isNodeSwitchLeftOut {
            context.note(
                "warning: \(ProxyVariables.node) of `env` is left out: Node would not start with it, as this proxy is not http:// or https://"
            )
        }
        // Linux refuses to start anything with a variable of 128 KiB (MAX_ARG_STRLEN), its name, `=` and the NUL behind it
        // among them. No shell that was tried takes less (`LongestValueTests`); cmd's line is shorter, and `Cmd` says so.
        let longest = 131_072
        for change in environment.patch.changes {
            let possible = longest - change.name.utf8.count - 2
            if let value = change.value, value.count > possible {
                throw Failure(
                    "\(change.name) would be \(value.count) bytes long, at most \(possible) are possible",
                    hint: "Take entries out of `no-proxy`, or variables out of `env`.")
            }
        }
        return environment.patch
    }

    private func recipe(_ tool: Tool, _ resolution: Resolution) throws(Failure) -> Recipe {
        var files = ToolFiles(context, for: .start)
        // git starts first, for its own answer alone: only it knows its files.
        let recipe = Recipe(
            tool, isOverruled: tool.needsItsFiles && files.nameProxy(of: tool),
            gitKeys: tool.startsSSH ? files.gitProxyKeys() : [])
        do throws(Recipe.Refusal) {
            let unusable = try recipe.check(resolution.profile)
            if let proxy = resolution.profile.sshProxy, tool.startsSSH,
                !SSHCommand.can(proxy)
            {
                context.note(
                    "warning: ssh is left as it is: netcat cannot give \(proxy.masked) a password or speak TLS to it"
                )
            }
            if let unusable {
                context.note(
                    "warning: \(tool.name) can use such a proxy for some of its connections only, not for \(unusable); "
                        + "a profile with an http:// URL does for both")
            }
        } catch {
            throw .refusal(error, tool, profile: resolution.name)
        }
        return recipe
    }

    /// The profile with what the system says, and with a host for each placeholder.
    ///
    /// - Throws: That the system does not say, or that no host is found.
    func known(_ profile: Profile) throws(Failure) -> Profile {
        guard profile.route == .system else { return try withHosts(profile) }
        return try SystemProfile.resolved(profile, shellSwitch.baseline, home: context.home)
    }

    /// The profile with a host for each placeholder.
    private func withHosts(_ profile: Profile) throws(Failure) -> Profile {
        guard let proxies = profile.proxies else { return profile }
        var result = profile
        let environment = shellSwitch.baseline
        result.route = .proxies(
            try proxies.map { (url) throws(Failure) -> ProxyURL in
                guard let placeholder = HostPlaceholder(Array(url.host.utf8)) else { return url }
                guard let host = HostLookup.host(for: placeholder, in: environment) else {
                    throw Failure("profile \(profile.name): no host found for \(url.host)")
                }
                var url = url
                url.host = host
                return url
            })
        return result
    }

    private func certificates(
        of profile: Profile
    ) throws(Failure) -> (bundle: [UInt8]?, extra: [UInt8]?) {
        var bundle = CertificateBundle(baseline: shellSwitch.baseline, profile: profile.name)
        switch profile.certificates {
        case nil: return (nil, nil)
        case .added(let path)?: return (try bundle.bundle(with: path), try bundle.checked(path))
        case .replaced(let path)?:
            bundle.key = .caBundle
            let path = try bundle.checked(path)
            return (path, path)
        }
    }

    /// One line about what is wrong elsewhere in the files; it does not keep this profile from being used.
    private func warnOfOtherProblems() {
        if context.options.isQuiet { return }
        let problems = ConfigReader.check(reader.configuration)
        guard let first = problems.first else { return }
        let more = problems.count > 1 ? ", and \(problems.count - 1) more" : ""
        let line = DiagnosticRenderer.line(first, in: reader.configuration.file(of: first))
        context.note("warning: \(line)\(more); see `proxyenv validate`")
    }
}
