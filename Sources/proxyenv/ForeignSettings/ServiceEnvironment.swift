import ProxyEnvCore

/// The variables of the server that does a tool's work, and who says so.
struct ServiceEnvironment {
    /// The server.
    let service: ToolService
    /// Its variables, and where they stand.
    private(set) var settings: [ToolSetting] = []
    /// What is not known of them, for people; nil where the server itself has told, or its process.
    private(set) var assumption: String?
    /// Whether it is started in the shell, as far as anybody knows, and has the variables of that.
    private(set) var isOfShell = false
    /// Whether its proxies may not be asked from here: a password is hidden, or they are on another machine.
    private(set) var isClosed = false
    /// Whether another machine has it.
    let isElsewhere: Bool
    /// Whether a person has started it, as far as its process shows.
    private(set) var isStartedByHand = false

    /// Those of `service` for who has `environment`.
    ///
    /// The server is asked first, then its process, then the files that it is started with.
    init(of service: ToolService, seenBy environment: Environment, _ files: inout ToolFiles) {
        self.service = service
        isElsewhere = service.isElsewhere(in: environment)
        if let answer = Self.answer(of: service, environment) {
            settings = answer
            lookForWhatIsHidden()
            // A proxy there is none of this machine's.
            if isElsewhere, !settings.isEmpty, !isClosed {
                isClosed = true
                assumption = "its proxy answers on the machine that has \(service.title)"
            }
            return
        }
        if isElsewhere {
            assumption = "\(service.title) on another machine has no proxy of its own"
            return
        }
        if let process = Self.process(of: service) {
            settings = process
            isStartedByHand = service.isStartedInShells
            return
        }
        var found: [ToolSetting] = []
        for file in service.files { found += files.settings(in: file) }
        settings = ToolSetting.merged(found)
        if !settings.isEmpty {
            assumption = "\(service.title) was started with these files"
        } else if service.isStartedInShells {
            isOfShell = true
            assumption = "\(service.title) is started in this shell, with its variables"
        } else {
            assumption = "\(service.title), which has not answered, has no proxy"
        }
        if let other = found.last(where: { $0.effect == .names }), !isOfShell {
            assumption? += ", and \(DisplayText.shortened(other.value)) sets none"
        }
    }

    /// What it does, for people.
    var sentence: String { "\(service.title) \(service.work), with variables of its own" }

    /// The routes that it takes for `tool`, which has `environment`, to `target`.
    func routes(of tool: Tool, in environment: Environment, to target: Target) -> [Explanation] {
        let own = isOfShell ? environment : Environment(entries: [])
        var routes = Explainer(tool, own, settings).routes(to: target)
        for index in routes.indices {
            routes[index].warnings.append(sentence)
            if let assumption { routes[index].warnings.append("assumed: \(assumption)") }
        }
        return routes
    }

    // MARK: Who says so

    private static func answer(
        of service: ToolService, _ environment: Environment
    ) -> [ToolSetting]? {
        guard let question = service.question else { return nil }
        let outcome = try? ChildProcess.run(
            question.map { Array($0.utf8) }, ShimFolder.inquiry(in: environment), quietly: true,
            limit: 2000)
        guard let outcome, outcome.status == 0, !outcome.wasStopped else { return nil }
        return service.answer(outcome.output)
    }

    /// What the process of `service` was started with, as far as this user may see it.
    private static func process(of service: ToolService) -> [ToolSetting]? {
        for id in ProcessTree.own where service.isProcess(ProcessTree.arguments(of: id)) {
            guard let environment = ProcessTree.environment(of: id) else { continue }
            return settings(of: environment, at: "process \(id)")
        }
        return nil
    }

    /// The variables of `environment` that have a say, which stand at `place`.
    private static func settings(of environment: Environment, at place: String) -> [ToolSetting] {
        (ProxyVariables.present(in: environment) + ["SSL_CERT_FILE"]).compactMap { name in
            environment[name].map {
                ToolSetting(name: name, value: $0, path: place, line: 0, key: name)
            }
        }
    }

    /// Docker Desktop's daemon has a proxy inside its virtual machine, which goes by Desktop's own settings.
    private mutating func lookForWhatIsHidden() {
        let values = settings.filter { Self.names.contains($0.name) }.map { $0.value }
        if values.contains(where: { $0.firstOccurrence(of: Array(".docker.internal".utf8)) != nil })
        {
            isClosed = true
            assumption = "Docker Desktop's own settings lead it on (Settings, Resources, Proxies)"
        } else if values.contains(where: { $0.firstOccurrence(of: Array("xxxxx".utf8)) != nil }) {
            isClosed = true
            assumption = "its proxy takes the password, which it does not tell"
        }
    }

    private static let names =
        ProxyVariables.http.names + ProxyVariables.https.names
}
