import ProxyEnvCore

/// The proxies that answer on this machine, and what the environment's proxy variables lead to.
struct Detection {
    /// A proxy that answers on a port of this machine.
    struct Found {
        /// By what it can be used.
        let url: ProxyURL
        /// What it speaks.
        let spoken: EndpointReport.Protocols
        /// Whether it asks for a password.
        let asksForPassword: Bool
        /// The programs whose port it is, or the file that names it.
        let program: String
        /// The name of the profile for it.
        let profile: String
        /// Whether there is such a profile already, built in or in the files.
        let isProfile: Bool
        /// Whether the user's files have that profile.
        let isOwn: Bool
    }

    /// Something on such a port that is no proxy.
    struct Other {
        /// Where it is.
        let endpoint: String
        /// What it is, in words that are safe to show.
        let description: String
    }

    /// A proxy variable.
    struct Variable {
        /// Its name.
        let name: String
        /// Its value without the password, in words that are safe to show.
        let value: String
        /// What it leads to.
        let state: String
        /// Whether a proxy answers there.
        let isGood: Bool
    }

    /// The proxies, in the order in which `auto` prefers them.
    private(set) var found: [Found] = []
    /// What is no proxy.
    private(set) var others: [Other] = []
    /// The variables that name a proxy.
    private(set) var variables: [Variable] = []

    /// A port on which a proxy may listen, and why.
    private struct Candidate {
        let port: UInt16
        let program: String
        let profile: String?
    }

    /// The files in which local proxy programs have their ports, below the folder of the user's settings.
    private static let files = ["mihomo", "clash"]

    /// Looks at all of them at once.
    init(_ configuration: Configuration, _ context: Context) {
        let candidates = Self.candidates(context)
        let named = Self.namedProxies(context.environment)
        let proxies: [ProxyURL] =
            candidates.map { .local($0.port) }
            + named.compactMap { entry in
                var url = entry.url
                // No password goes to what is only looked at.
                url?.credentials = nil
                return url
            }
        let environment = EndpointProbe.environment(ShellSwitch(context.environment))
        let reports = EndpointProbe.reports(
            of: proxies, url: nil, limits: .local, in: environment)
        let reader = ConfigReader(configuration)
        for (candidate, report) in zip(candidates, reports) { add(candidate, report, reader) }
        var rest = reports.dropFirst(candidates.count)
        for entry in named { add(entry.name, entry.value, entry.url, &rest) }
    }

    /// The known ports, each once, those that a file names first.
    private static func candidates(_ context: Context) -> [Candidate] {
        var candidates: [Candidate] = []
        func add(_ port: UInt16, _ program: String, _ profile: String?) {
            if candidates.contains(where: { $0.port == port }) { return }
            candidates.append(Candidate(port: port, program: program, profile: profile))
        }
        let known = BuiltInProfiles.localProxies
        for program in files {
            guard let folder = settings(context.environment) else { break }
            let path = folder + Array("/\(program)/config.yaml".utf8)
            guard let content = try? FileSystem.load(path, limit: 4 << 20).content else { continue }
            let name = ConfigurationFiles.displayed(path, home: context.home)
            for port in ClashConfig.ports(in: content)
            where !known.contains(where: { $0.port == port }) {
                add(port, name, nil)
            }
        }
        for proxy in known {
            let programs = known.filter { $0.port == proxy.port }.map { $0.program }
            add(proxy.port, programs.joined(separator: "; "), proxy.name)
        }
        return candidates
    }

    private static func settings(_ environment: Environment) -> [UInt8]? {
        if let folder = environment.nonEmpty("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            return folder
        }
        return environment.nonEmpty("HOME").map { $0 + Array("/.config".utf8) }
    }

    private mutating func add(
        _ candidate: Candidate, _ report: EndpointReport, _ reader: ConfigReader
    ) {
        guard report.connection == .connected else { return }
        guard let url = LocalProxies.url(of: report) else {
            others.append(
                Other(endpoint: report.proxy.endpoint, description: Self.description(of: report)))
            return
        }
        var asks = false
        if case .required = report.authentication { asks = true }
        let name = Self.profileName(for: candidate, url, reader)
        found.append(
            Found(
                url: url, spoken: report.spoken, asksForPassword: asks, program: candidate.program,
                profile: name,
                isProfile: reader.hasProfile(name) || BuiltInProfiles.named(name) != nil,
                isOwn: reader.hasProfile(name)))
    }

    /// The profile that has `url`: one in the files, or a built-in one that is right; else a name for a new one.
    private static func profileName(
        for candidate: Candidate, _ url: ProxyURL, _ reader: ConfigReader
    ) -> String {
        var reader = reader
        for name in reader.knownProfileNames where reader.hasProfile(name) {
            if let proxies = reader.readProfile(name)?.proxies,
                proxies.https.isLoopback, proxies.https.port == url.port
            {
                return name
            }
        }
        if let name = candidate.profile, !reader.hasProfile(name),
            BuiltInProfiles.named(name)?.proxies?.https.scheme == url.scheme
        {
            return name
        }
        return "local-\(url.port)"
    }

    /// What something that is no proxy is, in words that are safe to show.
    static func description(of report: EndpointReport) -> String {
        if let server = report.serverDescription { return "no proxy, but \(server)" }
        if report.spoken.contains(.tls) { return "something that speaks TLS" }
        return report.muteness.map { "something that \($0)" } ?? "no proxy"
    }

    // MARK: Variables

    private typealias Named = (name: String, value: [UInt8], url: ProxyURL?)

    private static func namedProxies(_ environment: Environment) -> [Named] {
        let names =
            ProxyVariables.http.names + ProxyVariables.https.names + ProxyVariables.all.names
        return names.compactMap { name in
            environment.nonEmpty(name).map { (name, $0, try? ProxyURLParser.parse($0)) }
        }
    }

    private mutating func add(
        _ name: String, _ value: [UInt8], _ url: ProxyURL?,
        _ reports: inout ArraySlice<EndpointReport>
    ) {
        let shown = DisplayText.shortened(Masking.maskedURL(value), to: 100)
        guard let url, let report = reports.popFirst() else {
            variables.append(
                Variable(
                    name: name, value: shown, state: "is no URL with a scheme and a port",
                    isGood: false))
            return
        }
        let isGood = report.spoken.contains(ProbeSteps.needed(by: url.scheme))
        let state =
            switch report.connection {
            case .unresolvable: "nobody knows its address"
            case .refused: "nothing listens there"
            case .silent: "does not answer"
            case .failed(let message): message
            case .connected where isGood: "answers"
            case .connected where LocalProxies.url(of: report) != nil:
                "speaks \(ProbeSteps.names(of: report.spoken)), not \(url.scheme.rawValue)"
            case .connected: "is \(Self.description(of: report))"
            }
        variables.append(Variable(name: name, value: shown, state: state, isGood: isGood))
    }
}
