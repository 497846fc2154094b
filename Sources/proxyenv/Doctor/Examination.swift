import ProxyEnvCore

/// The look that `doctor` takes at one command, from the command itself to the server's answer.
struct Examination {
    /// The command, as it would be typed.
    let command: [UInt8]
    /// The world.
    let context: Context
    /// How long each step may take.
    let limits: ProbeLimits

    private var name: String { DisplayText.shortened(FileName.last(of: command)) }
    private var tool: Tool? { Tools.started(by: command) }

    /// Takes the look; without `asksNetwork` only at what this machine says, and at nobody's password.
    func run(_ diagnosis: inout Diagnosis, asksNetwork: Bool = true) {
        let tool = tool
        var known = tool ?? .unknown(name)
        // A program that is asked for a password may take its time.
        diagnosis.progress("looking up the profile of \(name)")
        let seen = SeenEnvironment(
            command, tool, context, password: asksNetwork ? .reused : .hidden, &diagnosis)
        var check = CommandCheck(command, tool, seen.environment)
        let view = context.environment["PROXYENV_SHELL_VIEW"].flatMap { ShellView($0) }
        let isThere = check.isThere(view, &diagnosis)
        lookAtShell(&diagnosis)
        guard isThere else { return }
        lookAtVariables(seen, &diagnosis)
        UnreadSettings(known, seen.environment, context)?.look(&diagnosis)
        lookAtUnread(seen, &diagnosis)
        if known.runsInNode { NodeStart.look(seen.environment, &diagnosis) }
        if known.waitsForSwitch, let version = check.version(diagnosis) {
            lookAtSwitch(known, version, seen, &diagnosis)
            known = known.told(version, in: seen.environment)
        }
        // Without its profile the command does not even start; what this shell has besides is told by the variables.
        if seen.isBroken { return check.finish(&diagnosis, hasPassword: false) }
        let urls = ToolHosts(tool, seen.environment).urls
        let trust = CertificateTrust(
            known, called: name, seen.environment, for: urls.first ?? ToolHosts.usual)
        if let finding = trust.finding { diagnosis.add(finding) }
        let ways = RouteCheck(name: name, tool: known, seen: seen, context: context)
            .ways(to: urls, &diagnosis)
        if let target = ways.first?.target {
            var files = ToolFiles(context, seen.environment)
            ProcessCheck(
                name: name, tool: known, environment: seen.environment, target: target,
                settings: files.settings(of: known, for: target)
            ).look(&diagnosis)
        }
        if asksNetwork, !ways.isEmpty, !isDeafToVariables {
            RouteProbe(
                name: name, tool: known, seen: seen, ways: ways, trust: trust, limits: limits,
                context: context
            ).look(&diagnosis)
            diagnosis.setAsideWhatIsGotThrough()
        }
        let hasPassword = ways.contains { $0.proxy?.credentials != nil }
        check.finish(&diagnosis, hasPassword: hasPassword)
    }

    /// Whether no variable tells it anything, so that its ways say nothing.
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
        guard let configuration = try? ConfigurationFiles.load(in: context) else { return }
        let status = ShellStatus(configuration, context)
        ShellCheck(
            name: DisplayText.shortened(command), status: status, startup: StartupLines(context),
            hook: HookState(context), shim: shim
        )
        .look(&diagnosis)
    }

    private func lookAtVariables(_ seen: SeenEnvironment, _ diagnosis: inout Diagnosis) {
        let profile = seen.profile
        let lint = EnvironmentLint(tool, seen.environment, called: name) { url in
            if let url { return [ShellWords.line(["proxyenv", "use", url])] }
            return profile.map { ["proxyenv use \($0)"] }
                ?? ["proxyenv import env", "proxyenv use env"]
        }
        var findings = lint.findings
        if !findings.isEmpty {
            let lines = StartupLines(context).lines
            for index in findings.indices where findings[index].id != "env.no-proxy-ignored" {
                findings[index].evidence += lines
            }
        }
        // What is no fault of a tool that talks to nobody here is one all the same for others.
        diagnosis.add(findings.filter { $0.id != "env.localhost" || tool?.talksToItself != false })
    }

    /// A Node that could read variables, and has not been told to.
    private func lookAtSwitch(
        _ tool: Tool, _ version: Version, _ seen: SeenEnvironment, _ diagnosis: inout Diagnosis
    ) {
        let names = ProxyVariables.https.names + ProxyVariables.http.names
        guard tool.canBeTold(version),
            names.contains(where: { seen.environment.nonEmpty($0) != nil }),
            !NodeSwitch.isOn(in: seen.environment)
        else { return }
        var (what, fix) = ("which a profile sets", "export \(ProxyVariables.node)=1")
        if let unfit = NodeSwitch.unfitVariable(in: seen.environment) {
            what = "and then ends at its start, as it can't use the value of \(unfit)"
            fix =
                "Use the HTTP port of the proxy program, or its mixed one, with an http:// URL; `proxyenv detect` shows what answers."
        }
        diagnosis.add(
            Finding(
                "tool.switch",
                "\(name) \(version.text) reads proxy variables only where \(ProxyVariables.node)=1 says so, \(what)",
                fix: [fix]))
    }

    /// What no variable reaches.
    private func lookAtUnread(_ seen: SeenEnvironment, _ diagnosis: inout Diagnosis) {
        let profile = seen.profile ?? "NAME"
        let name = FileName.last(of: command)
        if ["sudo", "doas"].contains(where: { name.equals($0) }) {
            diagnosis.add(
                Finding(
                    "tool.sudo", "\(self.name) drops the caller's variables",
                    fix: ["\(self.name) proxyenv exec \(profile) -- …"]))
        } else if tool?.startsSSH == true {
            guard GitRemote(seen.environment).isSSH,
                seen.environment["GIT_SSH_COMMAND"]?.firstOccurrence(
                    of: Array("ProxyCommand".utf8)) == nil
            else { return }
            diagnosis.add(
                Finding(
                    "tool.ssh", .warning,
                    "this repository comes over ssh, which reads no proxy variable",
                    fix: ["proxyenv set \(profile) ssh true"]))
        } else if let advice = tool?.advice {
            diagnosis.add(
                Finding("tool.unread", .warning, advice, fix: ["proxyenv help exec"]))
        }
    }
}
