import ProxyEnvCore

/// Processes that keep an older environment, and hand it on to what they start.
struct ProcessCheck {
    /// The command's name, for people.
    let name: String
    /// What is known of it.
    let tool: Tool
    /// Its environment.
    let environment: Environment
    /// What it asks for.
    let target: Target
    /// What its own files say, which counts wherever it is started.
    let settings: [ToolSetting]

    /// Adds what was found.
    func look(_ diagnosis: inout Diagnosis) {
        let wanted = route(environment)
        lookAtDaemon(&diagnosis)
        lookAtServers(wanted, &diagnosis)
        lookAtTmux(wanted, &diagnosis)
        lookAtDesktop(wanted, &diagnosis)
        lookAtEditors(wanted, &diagnosis)
    }

    private func route(_ environment: Environment) -> Explanation.Decision? {
        Explainer(tool, environment, settings).routes(to: target).first?.decision
    }

    private func lookAtDaemon(_ diagnosis: inout Diagnosis) {
        guard let kind = tool.daemon, let daemon = RunningDaemon(of: tool, environment),
            let found = route(daemon.environment), let wanted = route(environment)
        else { return }
        let isSame = found == wanted
        diagnosis.note(
            .daemon, isSame ? .good : .bad,
            "\(kind.name), process \(daemon.id), goes \(found.phrase)")
        if isSame { return }
        diagnosis.add(
            .daemon(kind, process: Int(daemon.id), goes: found.phrase, tool.name))
    }

    /// Servers of the tool that another program has started, as its desktop app does.
    private func lookAtServers(_ wanted: Explanation.Decision?, _ diagnosis: inout Diagnosis) {
        guard let kind = tool.daemon else { return }
        let own = RunningDaemon(of: tool, environment)?.id
        var others: [Int] = []
        var route: Explanation.Decision?
        for id in ProcessTree.own where id != own && others.count < 5 {
            let words = ProcessTree.arguments(of: id)
            guard words.dropFirst().first?.equals(kind.argument) == true,
                FileName.stem(of: words[0]).equals(tool.name),
                let found = ProcessTree.environment(of: id),
                let decision = self.route(found), decision != wanted,
                route == nil || decision == route
            else { continue }
            route = decision
            others.append(Int(id))
        }
        guard let route else { return }
        diagnosis.add(.server(kind, processes: others, goes: route.phrase))
    }

    /// tmux gives new windows its own variables and those of the session, not those of who opens them.
    private func lookAtTmux(_ wanted: Explanation.Decision?, _ diagnosis: inout Diagnosis) {
        guard environment.nonEmpty("TMUX") != nil,
            let global = output(of: ["tmux", "show-environment", "-g"])
        else { return }
        let session = output(of: ["tmux", "show-environment"]) ?? []
        let variables = TmuxText(global: global, session: session)
        let route = route(variables.environment)
        guard route != .direct, route != wanted, let route else { return }
        diagnosis.add(
            .tmux(
                name, goes: route.phrase,
                fix: names(in: variables.environment).flatMap { variables.removal(of: $0) }))
    }

    /// What programs get that the desktop starts.
    private func lookAtDesktop(_ wanted: Explanation.Decision?, _ diagnosis: inout Diagnosis) {
        guard let found = DesktopVariables.read(in: environment, output(of:)) else { return }
        let route = route(found)
        guard let route, route != .direct, route != wanted else { return }
        if let registry = DesktopVariables.registry {
            diagnosis.add(
                .registry(
                    name, goes: route.phrase, evidence: registry.differences(from: environment),
                    removal: registry.removal))
            return
        }
        diagnosis.add(
            .desktop(
                name, goes: route.phrase, removal: DesktopVariables.removal(of: names(in: found))))
    }

    /// Extension hosts of editors, in which the command may be running too.
    private func lookAtEditors(_ wanted: Explanation.Decision?, _ diagnosis: inout Diagnosis) {
        guard let wanted, wanted != .direct else { return }
        var hosts: [(route: Explanation.Decision, processes: [String])] = []
        for id in ProcessTree.own {
            guard EditorProcess.isExtensionHost(ProcessTree.arguments(of: id)),
                let found = ProcessTree.environment(of: id), let route = route(found),
                route != wanted
            else { continue }
            if let index = hosts.firstIndex(where: { $0.route == route }) {
                hosts[index].processes.append("\(id)")
            } else {
                hosts.append((route, ["\(id)"]))
            }
        }
        for host in hosts.prefix(5) {
            diagnosis.add(
                .editor(
                    name, goes: host.route.phrase, processes: Array(host.processes.prefix(5))))
        }
    }

    /// The proxy variables that are set in `environment`.
    private func names(in environment: Environment) -> [String] {
        ProxyVariables.present(in: environment).filter { environment.nonEmpty($0) != nil }
    }

    private func output(of words: [String]) -> [UInt8]? {
        let outcome = try? ChildProcess.run(
            words.map { Array($0.utf8) }, ShimFolder.inquiry(in: environment), quietly: true,
            limit: 500)
        guard let outcome, outcome.status == 0, !outcome.wasStopped else { return nil }
        return outcome.output
    }
}
