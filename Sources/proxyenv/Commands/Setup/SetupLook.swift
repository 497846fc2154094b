import ProxyEnvCore

/// What `setup` sees before it does anything.
struct SetupLook {
    /// The shell that is set up.
    let shell: Shell
    /// Its program, or nil where none is found.
    let program: [UInt8]?
    /// The files of profiles.
    let configuration: Configuration
    /// What answers, and what is installed.
    let findings: SetupFindings
    /// What could be made of the system's settings.
    let systemProfile: (name: String, proposal: Proposal)?
    /// The shell's start-up files.
    let startUp: StartUpLook

    /// Looks at the machine.
    ///
    /// - Throws: That the files can't be read, or are wrong.
    init(_ context: Context) throws(Failure) {
        (shell, program) = try Self.shell(context)
        configuration = try ConfigurationFiles.load(in: context)
        startUp = try StartUpLook(shell, program, context)
        var findings = SetupFindings()
        var reader = ConfigReader(configuration)
        let reference = reader.readDefault()
        findings.defaultName = reference?.text
        if !reader.diagnostics.isEmpty { throw .config(reader.diagnostics, in: configuration) }
        if let reference { try Self.require(reference, in: configuration) }
        findings.ruled = Self.ruled(configuration)
        let search = ProgramSearch(context.environment)
        for name in SetupFindings.candidates
        where !findings.installed.contains(name) && search.has(Array(name.utf8)) {
            findings.installed.append(name)
        }
        var system: (name: String, proposal: Proposal)?
        // A default that is set stays, whatever answers.
        if findings.defaultName == nil {
            let detection = Detection(configuration, context)
            findings.proxies =
                Self.ownProxy(configuration, context).map { [$0] } ?? Self.proxies(detection)
            system = detection.systemProfile
        }
        self.findings = findings
        systemProfile = system
    }

    /// The default that `word` names.
    ///
    /// - Throws: That it names none, or that there is a default already.
    func choice(_ word: [UInt8]) throws(Failure) -> SetupPlan.Choice {
        let reference = try DefaultCommand.reference(word)
        if let name = findings.defaultName {
            if name == reference.text { return .kept(name) }
            throw Failure(
                "the default is `\(DisplayText.shortened(Array(name.utf8)))` already",
                hint: "Change it: `\(ShellWords.line(["proxyenv", "default", reference.text]))`.")
        }
        try Self.require(reference, in: configuration)
        return .named(reference)
    }

    private static func require(
        _ reference: ProfileReference, in configuration: Configuration
    ) throws(Failure) {
        let known = ConfigReader(configuration).knownProfileNames
        guard case .name(let name) = reference, !known.contains(name) else { return }
        throw .unknown("profile", name.utf8, in: known, hint: "See `proxyenv list`.")
    }

    // MARK: The shell

    /// The shell in which this was typed, else the user's own: a script may run in any.
    private static func shell(
        _ context: Context
    ) throws(Failure) -> (shell: Shell, program: [UInt8]?) {
        let isNamed =
            context.options.shell != nil || context.environment.nonEmpty("PROXYENV_SHELL") != nil
        let own = context.environment.nonEmpty("SHELL")
        var shell: Shell?
        if !isNamed {
            if ProcessTree.isJobOfParent { shell = ShellChoice.parent }
            shell = shell ?? own.flatMap { Shells.named($0) }
        }
        let chosen: Shell
        if let shell { chosen = shell } else { chosen = try ShellChoice.shell(in: context) }
        func isIt(_ path: [UInt8]) -> Bool { Shells.named(path)?.name == chosen.name }
        if let running = ProcessTree.ancestors(limit: 8).first(where: { isIt($0.program) }) {
            return (chosen, running.program)
        }
        if let own, PathText.isAbsolute(own), isIt(own) { return (chosen, own) }
        let search = ProgramSearch(context.environment)
        let names = [chosen.name] + chosen.aliases
        return (chosen, names.lazy.compactMap { search.path(of: Array($0.utf8)) }.first)
    }

    // MARK: Proxies

    private static func ruled(_ configuration: Configuration) -> [String] {
        var names: [String] = []
        for layer in configuration.layers {
            guard let table = layer.document.table("commands") else { continue }
            for id in layer.document.children(of: table) {
                names.append(String(decoding: layer.document.key(of: id), as: UTF8.self))
            }
        }
        return names
    }

    /// The first profile of the files whose proxy answers.
    private static func ownProxy(
        _ configuration: Configuration, _ context: Context
    ) -> SetupFindings.Proxy? {
        var reader = ConfigReader(configuration)
        var names: [String] = []
        var urls: [ProxyURL] = []
        for name in configuration.profileNames {
            guard let url = reader.readProfile(name)?.proxies?.https else { continue }
            names.append(name)
            urls.append(url)
        }
        if urls.isEmpty { return nil }
        let environment = EndpointProbe.environment(context.shellSwitch)
        let look = LocalProxies.first(of: urls, timeouts: .local, in: environment)
        return look.found.map {
            SetupFindings.Proxy(source: .file, name: names[$0.index], url: urls[$0.index].masked)
        }
    }

    private static func proxies(_ detection: Detection) -> [SetupFindings.Proxy] {
        var proxies: [SetupFindings.Proxy] = []
        for found in detection.found
        where found.otherUser == nil && (found.isOwn || !found.asksForPassword) {
            let source: SetupFindings.Proxy.Source =
                found.isOwn ? .file : found.isProfile ? .builtIn : .port
            proxies.append(
                SetupFindings.Proxy(
                    source: source, name: found.profile, url: found.url.masked,
                    program: found.program))
        }
        if let system = detection.systemProfile,
            let url = ProposalKeys(system.proposal)?.proxies.https
        {
            proxies.append(
                SetupFindings.Proxy(
                    source: .system, name: system.name, url: url.masked,
                    program: system.proposal.origin))
        }
        return proxies
    }
}
