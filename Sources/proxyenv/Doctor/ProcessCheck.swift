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

    /// Adds what was found.
    func look(_ diagnosis: inout Diagnosis) {
        let wanted = way(environment)
        lookAtDaemon(&diagnosis)
        lookAtTmux(wanted, &diagnosis)
        lookAtDesktop(wanted, &diagnosis)
        lookAtEditors(wanted, &diagnosis)
    }

    private func way(_ environment: Environment) -> Explanation.Way? {
        Explainer(tool, environment, []).routes(to: target).first?.way
    }

    private func lookAtDaemon(_ diagnosis: inout Diagnosis) {
        guard tool.name == "codex", let daemon = CodexDaemon(environment).running,
            let found = way(daemon.environment), let wanted = way(environment)
        else { return }
        let isSame = found == wanted
        diagnosis.note(
            "daemon", isSame ? .good : .bad,
            "codex app-server, process \(daemon.id), goes \(found.phrase)")
        if isSame { return }
        diagnosis.add(
            Finding(
                "process.daemon",
                "a codex app-server that runs already goes \(found.phrase), and codex goes through it",
                evidence: ["process \(daemon.id) keeps the variables that it was started with"],
                fix: ["codex app-server daemon stop", "codex --no-daemon"]))
    }

    /// tmux gives new windows its own variables, not those of who opens them.
    private func lookAtTmux(_ wanted: Explanation.Way?, _ diagnosis: inout Diagnosis) {
        guard environment.nonEmpty("TMUX") != nil,
            let found = variables(of: ["tmux", "show-environment", "-g"], separator: 0x0A)
        else { return }
        let way = way(found)
        guard way != .direct, way != wanted, let way else { return }
        diagnosis.add(
            Finding(
                "process.tmux", .warning,
                "tmux gives new windows other proxy variables: \(name) goes \(way.phrase) there",
                fix: ProxyVariables.known.filter { found.nonEmpty($0) != nil }
                    .map { "tmux set-environment -gu \($0)" }))
    }

    /// What programs get that the desktop starts.
    private func lookAtDesktop(_ wanted: Explanation.Way?, _ diagnosis: inout Diagnosis) {
        #if canImport(Darwin)
            var entries: [[UInt8]] = []
            for name in ["https_proxy", "HTTPS_PROXY"] {
                if let value = output(of: ["launchctl", "getenv", name]), !value.isEmpty {
                    entries.append(Array("\(name)=".utf8) + value.filter { $0 != 0x0A })
                }
            }
            let found = Environment(entries: entries)
        #else
            guard environment.nonEmpty("XDG_RUNTIME_DIR") != nil,
                let found = variables(
                    of: ["systemctl", "--user", "show-environment"], separator: 0x0A)
            else { return }
        #endif
        let way = way(found)
        guard let way, way != .direct, way != wanted else { return }
        diagnosis.add(
            Finding(
                "process.desktop", .warning,
                "programs that the desktop starts have other proxy variables: \(name) goes \(way.phrase) there",
                fix: [
                    "proxyenv shim add \(name)",
                    "Log out and in again after you have changed them.",
                ]))
    }

    /// Extension hosts of editors, in which the command may be running too.
    private func lookAtEditors(_ wanted: Explanation.Way?, _ diagnosis: inout Diagnosis) {
        guard let wanted, wanted != .direct else { return }
        var told = 0
        for id in ProcessTree.own where told < 1 {
            let words = ProcessTree.arguments(of: id)
            let isHost = words.contains { word in
                word.equals("--type=extensionHost")
                    || word.firstOccurrence(of: Array("extensionHostProcess".utf8)) != nil
            }
            guard isHost, let found = ProcessTree.environment(of: id), let way = way(found),
                way != wanted
            else { continue }
            told += 1
            diagnosis.add(
                Finding(
                    "process.editor", .warning,
                    "an editor that runs already goes \(way.phrase), and so does \(name) in it",
                    evidence: ["process \(id) keeps the variables that it was started with"],
                    fix: [
                        "proxyenv shim add \(name)",
                        "Quit the editor, all its windows, and start it again.",
                    ]))
        }
    }

    private func variables(of words: [String], separator: UInt8) -> Environment? {
        output(of: words).map { output in
            Environment(entries: output.split(separator: separator).map { Array($0) })
        }
    }

    private func output(of words: [String]) -> [UInt8]? {
        let outcome = try? ChildProcess.run(
            words.map { Array($0.utf8) }, ShimFolder.left(out: environment), quietly: true,
            limit: 500)
        guard let outcome, outcome.status == 0, !outcome.wasStopped else { return nil }
        return outcome.output
    }
}
