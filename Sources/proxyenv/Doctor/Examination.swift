import ProxyEnvCore

/// The look that `doctor` takes at one command, from the command itself to the server's answer.
struct Examination {
    /// The command, as it would be typed.
    let command: [UInt8]
    /// The arguments that it would get, as far as they are known.
    var arguments: ArraySlice<[UInt8]> = []
    /// The context.
    let context: Context
    /// proxyenv's own file, or why it cannot be read.
    let configuration: Result<Configuration, Failure>
    /// How long each step may take.
    let timeouts: ProbeTimeouts
    /// Tells somebody who waits what is being looked at.
    let progress: Progress

    private var name: String { DisplayText.shortened(FileName.last(of: command)) }
    private var tool: Tool? { Tools.started(by: command, arguments) }

    /// Takes the look; without `asksNetwork` only at what this machine says, and no password is read.
    func run(asksNetwork: Bool = true) -> Diagnosis {
        var diagnosis = Diagnosis()
        let tool = tool
        var known = tool ?? .unknown(name)
        // A program that is asked for a password may take its time.
        progress.show("looking up the profile of \(name)")
        var seen = EffectiveEnvironment(
            command, tool, context, configuration, password: asksNetwork ? .reused : .hidden)
        diagnosis.add(seen.diagnosis)
        var check = CommandCheck(command, tool, seen.environment)
        let view = context.environment["PROXYENV_SHELL_VIEW"].flatMap { ShellView($0) }
        let isThere = check.isThere(view, &diagnosis)
        lookAtShell(&diagnosis)
        guard isThere else { return diagnosis }
        var files = ToolFiles(context, seen.environment)
        files.take(arguments, of: known)
        var service = files.service(of: known).map { ServiceCheck($0, name: name, seen: seen) }
        service?.look(&diagnosis)
        service?.lookAtContainers(&diagnosis, home: context.home)
        if service?.isOfShell == true { service = nil }
        if service != nil {
            seen.leave(without: known.certificateVariables)
            files.environment = seen.environment
        }
        let trustsProject = context.options.has(.trustProject)
        seen.completed = files.completed(for: known, trustsProject: trustsProject)
        var completed = files
        completed.environment = seen.completed
        let urls = seen.isBroken ? [] : ToolHosts.urls(of: tool, &completed)
        let spared = seen.isBroken || !urls.isEmpty ? nil : ToolHosts.spared(of: tool, &completed)
        let asked = urls + (spared.map { [$0] } ?? [])
        if let provider = ToolHosts.unsaid(of: tool, in: seen.completed) {
            diagnosis.add(
                .noServer(
                    name, provider.variable, needs: provider.needed,
                    in: ShellChoice.typed(in: context)))
        }
        if service == nil {
            lookAtVariables(seen, of: urls, &files, asksNetwork: asksNetwork, &diagnosis)
        }
        UnreadSettings(known, seen.environment, context)?.look(&diagnosis)
        let unread = files.unread(of: known)
        for key in unread.keys {
            diagnosis.add(.unreadKey(key, ToolFiles.noKey, isAlone: !unread.haveProxy))
        }
        lookAtUnread(seen, &diagnosis)
        if known.runsInNode {
            NodeStart.look(seen.environment, in: ShellChoice.typed(in: context), &diagnosis)
        }
        if known.waitsForSwitch, let version = check.version(progress) {
            lookAtSwitch(known, version, seen, &diagnosis)
            known = known.told(version, in: seen.environment)
        }
        if let module = known.socksModule, namesSOCKS(known, seen, urls, &files),
            let python = check.python(without: module)
        {
            diagnosis.note(
                .route, .bad,
                "\(python), which runs \(name), has no \(Tool.package(ofSOCKS: module)): it speaks no SOCKS"
            )
            known = known.withoutSOCKS
        }
        // Without its profile the command does not even start; what this shell has besides is told by the variables.
        if seen.isBroken {
            check.finish(&diagnosis, hasPassword: false, progress)
            return diagnosis
        }
        if !trustsProject, let place = files.withheld(of: known) {
            diagnosis.note(
                .files, .unknown,
                "\(place) is this folder's own and was not followed (--trust-project follows it)")
        }
        if let url = asked.first, url != ToolHosts.keyServer(of: known, in: seen.completed) {
            known = known.withoutWebsocket
        }
        let trust = CertificateTrust(
            known, called: name, for: asked.first ?? ToolHosts.usual, &completed)
        if let finding = trust.finding { diagnosis.add(finding) }
        let routes = RouteCheck(
            name: name, tool: known, seen: seen, context: context, spared: spared
        ).routes(to: asked, &files, &diagnosis)
        service?.judge(routes, &diagnosis)
        if service == nil, let target = routes.first?.target {
            ProcessCheck(
                name: name, tool: known, environment: seen.environment, target: target,
                settings: files.settings(of: known, for: target)
            ).look(&diagnosis)
        }
        if asksNetwork, !routes.isEmpty, !isDeafToVariables, service?.isClosed != true {
            RouteProbe(
                name: name, tool: known, seen: seen, routes: routes, trust: trust,
                timeouts: timeouts, context: context, configuration: try? configuration.get(),
                progress: progress
            ).look(&diagnosis)
            diagnosis.putAsideWhatWasSurvived()
        }
        service?.cure(&diagnosis)
        let hasPassword = routes.contains { $0.proxy?.credentials != nil }
        check.finish(&diagnosis, hasPassword: hasPassword, progress)
        return diagnosis
    }

    /// Whether a variable or a file of its own names a proxy that speaks SOCKS.
    private func namesSOCKS(
        _ tool: Tool, _ seen: EffectiveEnvironment, _ urls: [[UInt8]], _ files: inout ToolFiles
    ) -> Bool {
        if seen.environment.namesSOCKS { return true }
        guard let target = urls.first.flatMap({ Target($0) }) else { return false }
        return files.settings(of: tool, for: target).contains { $0.value.hasPrefix("socks") }
    }

    /// Whether no variable tells it anything, so that its routes say nothing.
    private var isDeafToVariables: Bool {
        let name = FileName.last(of: command)
        return tool?.advice != nil || ["sudo", "doas"].contains { name.equals($0) }
    }

    /// Where PATH leads to instead of the command's shim; nil without one.
    private var shim: (place: ShimPlace, problem: String?)? {
        guard let folder = ShimFolder(context.environment), case .shim = folder.entry(command)
        else { return nil }
        let place = ShimPlace(of: command, in: folder, context.environment)
        return (place, place.problem(folder, home: context.home))
    }

    private func lookAtShell(_ diagnosis: inout Diagnosis) {
        guard let configuration = try? configuration.get() else { return }
        let status = ShellStatus(configuration, context)
        ShellCheck(
            name: DisplayText.shortened(command), status: status, startup: StartupLines(context),
            environment: context.environment, hook: HookState(context), shim: shim
        )
        .look(&diagnosis)
    }

    private func lookAtVariables(
        _ seen: EffectiveEnvironment, of urls: [[UInt8]], _ files: inout ToolFiles,
        asksNetwork: Bool, _ diagnosis: inout Diagnosis
    ) {
        let profile = seen.profile
        var lint = EnvironmentLint(tool, seen.environment, called: name) { url in
            if let url { return [ShellWords.line(["proxyenv", "use", url])] }
            return profile.map { ["proxyenv use \($0)"] }
                ?? ["proxyenv import env", "proxyenv use env"]
        }
        lint.urls = urls
        lint.others = others
        lint.completed = seen.completed
        if let tool, let target = urls.first.flatMap({ Target($0) }) {
            lint.settings = files.settings(of: tool, for: target)
        }
        lint.view = context.environment["PROXYENV_SHELL_VIEW"].flatMap { ShellView($0) }
        if asksNetwork {
            lint.answers = { url in
                EndpointProbe.reports(of: [url], url: nil, timeouts: timeouts, in: seen.plain)
                    .contains { $0.proposedURL != nil }
            }
        }
        let findings = lint.findings
        let lines = findings.isEmpty ? [] : StartupLines(context).lines
        // What is no fault of a tool that talks to nobody here is one all the same for others.
        for finding in findings
        where finding.kind != .environmentLocalhost || tool?.talksToItself != false {
            diagnosis.add(
                finding.kind == .environmentNoProxyIgnored ? finding : finding.shown(by: lines))
        }
    }

    /// The other wrapped commands that get what is active in the shell, as far as their tools are known.
    private var others: [(tool: Tool, name: String)] {
        guard let configuration = try? configuration.get() else { return [] }
        var reader = ConfigReader(configuration)
        return configuration.commandNames.compactMap { name in
            let word = Array(name.utf8)
            guard !FileName.last(of: command).elementsEqual(word),
                let rule = reader.readRule(word), rule.profile == nil
            else { return nil }
            return Tools.started(by: word).map { ($0, name) }
        }
    }

    /// A Node that could read variables, and has not been told to.
    private func lookAtSwitch(
        _ tool: Tool, _ version: Version, _ seen: EffectiveEnvironment, _ diagnosis: inout Diagnosis
    ) {
        let names = ProxyVariables.https.names + ProxyVariables.http.names
        guard tool.canBeTold(version),
            names.contains(where: { seen.environment.nonEmpty($0) != nil }),
            !NodeSwitch.isOn(in: seen.environment)
        else { return }
        diagnosis.add(
            .noSwitch(
                name, version, unfit: NodeSwitch.unfitVariable(in: seen.environment),
                in: ShellChoice.typed(in: context)))
    }

    /// What no variable reaches.
    private func lookAtUnread(_ seen: EffectiveEnvironment, _ diagnosis: inout Diagnosis) {
        let profile = seen.profile ?? "NAME"
        let name = FileName.last(of: command)
        if ["sudo", "doas"].contains(where: { name.equals($0) }) {
            diagnosis.add(.sudo(self.name, profile: profile))
        } else if let tool, tool.startsSSH {
            guard GitRemote(seen.environment, tool).isSSH,
                seen.environment["GIT_SSH_COMMAND"]?.firstOccurrence(
                    of: Array("ProxyCommand".utf8)) == nil
            else { return }
            diagnosis.add(.ssh(profile: profile))
        } else if let advice = tool?.advice {
            diagnosis.add(.unread(advice))
        }
    }
}
