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
        let wanted = way(environment)
        lookAtDaemon(&diagnosis)
        lookAtTmux(wanted, &diagnosis)
        lookAtDesktop(wanted, &diagnosis)
        lookAtEditors(wanted, &diagnosis)
    }

    private func way(_ environment: Environment) -> Explanation.Decision? {
        Explainer(tool, environment, settings).routes(to: target).first?.decision
    }

    private func lookAtDaemon(_ diagnosis: inout Diagnosis) {
        guard let kind = tool.daemon, let daemon = RunningDaemon(of: tool, environment),
            let found = way(daemon.environment), let wanted = way(environment)
        else { return }
        let isSame = found == wanted
        diagnosis.note(
            "daemon", isSame ? .good : .bad,
            "\(kind.name), process \(daemon.id), goes \(found.phrase)")
        if isSame { return }
        diagnosis.add(
            Finding(
                "process.daemon",
                "a running \(kind.name) goes \(found.phrase), and \(tool.name) goes through it",
                evidence: ["process \(daemon.id) keeps the variables that it was started with"],
                fix: [kind.stop, "\(tool.name) \(kind.bypass)"]))
    }

    /// tmux gives new windows its own variables and those of the session, not those of who opens them.
    private func lookAtTmux(_ wanted: Explanation.Decision?, _ diagnosis: inout Diagnosis) {
        guard environment.nonEmpty("TMUX") != nil,
            let global = output(of: ["tmux", "show-environment", "-g"])
        else { return }
        let session = output(of: ["tmux", "show-environment"]) ?? []
        let variables = TmuxText(global: global, session: session)
        let way = way(variables.environment)
        guard way != .direct, way != wanted, let way else { return }
        diagnosis.add(
            Finding(
                "process.tmux", .warning,
                "tmux gives new windows other proxy variables: \(name) goes \(way.phrase) there",
                fix: names(in: variables.environment).flatMap { variables.removal(of: $0) }))
    }

    /// What programs get that the desktop starts.
    private func lookAtDesktop(_ wanted: Explanation.Decision?, _ diagnosis: inout Diagnosis) {
        guard let found = DesktopVariables.read(in: environment, output(of:)) else { return }
        let way = way(found)
        guard let way, way != .direct, way != wanted else { return }
        diagnosis.add(
            Finding(
                "process.desktop", .warning,
                "programs that the desktop starts have other proxy variables: \(name) goes \(way.phrase) there",
                fix: DesktopVariables.removal(of: names(in: found)) + [
                    "proxyenv shim add \(name)",
                    "Quit what the desktop has started, and start it again.",
                ]))
    }

    /// Extension hosts of editors, in which the command may be running too.
    private func lookAtEditors(_ wanted: Explanation.Decision?, _ diagnosis: inout Diagnosis) {
        guard let wanted, wanted != .direct else { return }
        var hosts: [(way: Explanation.Decision, processes: [String])] = []
        for id in ProcessTree.own {
            guard EditorProcess.isExtensionHost(ProcessTree.arguments(of: id)),
                let found = ProcessTree.environment(of: id), let way = way(found), way != wanted
            else { continue }
            if let index = hosts.firstIndex(where: { $0.way == way }) {
                hosts[index].processes.append("\(id)")
            } else {
                hosts.append((way, ["\(id)"]))
            }
        }
        for host in hosts.prefix(5) {
            diagnosis.add(
                Finding(
                    "process.editor", .warning,
                    "a running editor goes \(host.way.phrase), and so does \(name) in it",
                    evidence: host.processes.prefix(5).map {
                        "process \($0) keeps the variables that it was started with"
                    },
                    fix: [
                        "proxyenv shim add \(name)",
                        "Quit the editor, all its windows, and start it again.",
                    ]))
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
