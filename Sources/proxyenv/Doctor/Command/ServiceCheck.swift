import ProxyEnvCore

/// The server that does the command's work: which way it goes, whatever the command gets.
struct ServiceCheck {
    private let found: ServiceEnvironment
    private let name: String
    /// What the command itself gets.
    private let seen: EffectiveEnvironment

    /// A look at `found` for the command `name`, which gets what `seen` has.
    init(_ found: ServiceEnvironment, name: String, seen: EffectiveEnvironment) {
        self.found = found
        self.name = name
        self.seen = seen
    }

    private var service: ToolService { found.service }

    /// Whether it has what the command gets, as far as anybody knows.
    var isOfShell: Bool { found.isOfShell }

    /// Whether its way can't be tried from here.
    var isClosed: Bool { found.isClosed }

    /// Notes that it is asked in the place of the command.
    func look(_ diagnosis: inout Diagnosis) {
        diagnosis.assumption = found.assumption
        diagnosis.note(
            .daemon, found.assumption == nil ? .good : .unknown,
            found.sentence + (found.assumption.map { "; assumed: \($0)" } ?? ""))
    }

    /// Notes what the file of the command says for containers alone.
    func lookAtContainers(_ diagnosis: inout Diagnosis, home: [UInt8]?) {
        guard let folder = service.containerFolder?.path(in: seen.environment) else { return }
        let path = PathText.path("config.json", in: folder)
        guard let text = (try? FileSystem.load(path, limit: 1 << 20))?.content,
            ToolService.namesProxies(text)
        else { return }
        let shown = ConfigurationFiles.displayed(path, home: home)
        diagnosis.note(
            .files, .unknown,
            "`proxies` in \(shown) are for what runs in containers: \(service.title) does not read them"
        )
    }

    /// Notes where the command alone would go another way than the server.
    func judge(_ routes: [HostRoute], _ diagnosis: inout Diagnosis) {
        guard let route = routes.first, let tool = Tools.named(Array(name.utf8)),
            let own = Explainer(tool, seen.environment, []).routes(to: route.target).first,
            own.decision != .direct, own.decision != route.route.decision
        else { return }
        diagnosis.note(
            .daemon, .unknown,
            "\(name) itself has \(own.decision.text), which counts for what it does without \(service.name)"
        )
    }

    /// Puts what mends the server in the place of what would mend the shell.
    func cure(_ diagnosis: inout Diagnosis) {
        let groups: [FindingKind.Group] = [.environment, .tool, .proxy, .route, .platform]
        diagnosis.amend { finding in
            guard groups.contains(finding.kind.facts.group), let first = finding.fix.first else {
                return finding
            }
            // A sentence holds for a server too; what is for the shell behind it does not, and where it stands first there is no
            // proxy to propose.
            if first.hasSuffix(".") {
                return finding.cured(by: finding.fix.filter { $0.hasSuffix(".") })
            }
            return finding.cured(by: fix(in: first))
        }
    }

    /// What does for the server what `command` would do for the shell.
    private func fix(in command: String) -> [String] {
        let names = ProxyVariables.http.names + ProxyVariables.https.names
        let words = command.split(separator: " ")
        let proposed =
            words.count > 2 && (words[1] == "use" || words[1] == "exec") ? String(words[2]) : nil
        let profile = proposed ?? seen.profile ?? "NAME"
        if found.isElsewhere {
            return ["Set the proxy on the machine that has \(service.title), and restart it there."]
        }
        if found.isStartedByHand {
            return service.restartByHand(with: profile)
        }
        let setting = found.settings.last { names.contains($0.name) }
        guard let setting, setting.path.utf8.suffix(5).elementsEqual(".json".utf8) else {
            return service.remedy(
                profile: profile, in: seen.environment, isUnit: Platform.hasSystemd)
        }
        let change = "Change `\(setting.key)` in \(setting.path), and restart \(service.name)"
        return [
            Platform.hasSystemd
                ? "\(change): \(service.restart(in: seen.environment))" : "\(change)."
        ]
    }
}
