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
        /// The number of another ordinary user whose program it is; nil if it is nobody's.
        let otherUser: UInt32?
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
        /// What is wrong with it as a proxy.
        let finding: Finding
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

    /// What the system is set to.
    struct System {
        /// What it is called: `GNOME`.
        let name: String
        /// The proxy without its password, in words that are safe to show; empty where none is named.
        let value: String
        /// What it leads to.
        let state: String
        /// Whether a proxy answers there.
        let isGood: Bool
        /// What to do where no proxy is named.
        var hint: String?
    }

    /// The proxies, in the order in which `auto` prefers them.
    private(set) var found: [Found] = []
    /// What is no proxy.
    private(set) var others: [Other] = []
    /// The variables that name a proxy.
    private(set) var variables: [Variable] = []
    /// Whether the variables are not those of a profile that is active in this shell.
    let areVariablesForeign: Bool
    /// What the system is set to; nothing where it is set to no proxy, or can't be asked.
    private(set) var system: [System] = []
    /// The profile that could be made of the system's settings, if a proxy answers there that is not among those found.
    ///
    /// There is none where a password is among them, which `import` puts where passwords go.
    private(set) var systemProfile: (name: String, proposal: Proposal)?
    /// Whether a password is among the system's settings.
    private(set) var isSystemSecret = false

    /// A port on which a proxy may listen, and why.
    private struct Candidate {
        let port: UInt16
        /// The host as a profile has it, and its address.
        var host = "127.0.0.1"
        var address = "127.0.0.1"
        let program: String
    }

    /// The files in which local proxy programs have their ports, below the folder of the user's settings.
    private static let files = ["mihomo", "clash"]

    /// Looks at all of them at once.
    init(_ configuration: Configuration, _ context: Context) {
        areVariablesForeign = context.environment.nonEmpty(SavedState.Variable.active) == nil
        let candidates = Self.candidates(context)
        let named = Self.namedProxies(context.environment)
        let settings = try? SystemSettingsReader(
            environment: context.shellSwitch.baseline, home: context.home, limit: 500
        ).read()
        let known = settings.flatMap { $0.mode == .manual ? $0.kinds.proxies : nil }
        let proxies: [ProxyURL] =
            candidates.map { candidate in
                var url = ProxyURL.local(candidate.port)
                url.host = candidate.address
                return url
            }
            + named.compactMap { entry in
                var url = entry.url
                // No password goes to what is only looked at.
                url?.credentials = nil
                return url
            }
            + (known?.distinct ?? []).map { url in
                var url = url
                url.credentials = nil
                return url
            }
        let environment = EndpointProbe.environment(context.shellSwitch)
        let reports = Self.reports(of: proxies, in: environment)
        let reader = ConfigReader(configuration)
        for (candidate, report) in zip(candidates, reports) { add(candidate, report, reader) }
        var rest = reports.dropFirst(candidates.count)
        for entry in named { add(entry.name, entry.value, entry.url, &rest) }
        if let settings { add(settings, known, rest) }
    }

    /// What each of `proxies` was found to be; one that is named several times is asked once.
    private static func reports(
        of proxies: [ProxyURL], in environment: Environment
    ) -> [EndpointReport] {
        var places: [ProxyURL] = []
        for proxy in proxies where !places.contains(proxy) { places.append(proxy) }
        let reports = EndpointProbe.reports(
            of: places, url: nil, timeouts: .local, in: environment)
        return proxies.compactMap { proxy in places.firstIndex(of: proxy).map { reports[$0] } }
    }

    private mutating func add(
        _ settings: SystemSettings, _ proxies: Profile.Proxies?,
        _ reports: ArraySlice<EndpointReport>
    ) {
        guard let proxies else {
            if settings.mode == .direct { return }
            let state = settings.unusable
            system.append(
                System(
                    name: settings.system, value: "", state: state.message, isGood: false,
                    hint: state.hints.first))
            return
        }
        for (url, report) in zip(proxies.distinct, reports) {
            let (state, isGood) = Self.state(report)
            system.append(
                System(name: settings.system, value: url.masked, state: state, isGood: isGood))
        }
        isSystemSecret = proxies.distinct.contains { $0.credentials != nil }
        let isNew = !found.contains { $0.url.endpoint == proxies.https.endpoint }
        guard isNew, !isSystemSecret, system.contains(where: { $0.isGood }) else { return }
        systemProfile = settings.findings.proposals.first.map { (settings.profileName, $0) }
    }

    /// The known ports, each once, those that a file names first.
    private static func candidates(_ context: Context) -> [Candidate] {
        var candidates: [Candidate] = []
        func add(_ port: UInt16, _ program: String) {
            if candidates.contains(where: { $0.port == port }) { return }
            candidates.append(Candidate(port: port, program: program))
        }
        let known = BuiltInProfiles.localProxies
        let folder = StandardFolders(context.environment).settings
        let usual = folder.map { folder in
            files.map { PathText.path("\($0)/config.yaml", in: folder) }
        }
        let places = FilePlaces(context.environment, home: context.home)
        let settings = V2RayNConfig.files(places)
        for path in running + (usual ?? []) + ClashConfig.files(places) + settings {
            guard let content = try? FileSystem.load(path, limit: 4 << 20).content else { continue }
            let name = ConfigurationFiles.displayed(path, home: context.home)
            let ports =
                settings.contains(path)
                ? V2RayNConfig.ports(in: content) : ClashConfig.ports(in: content)
            for port in ports
            where !known.contains(where: { $0.port == port }) {
                add(port, name)
            }
        }
        for proxy in known {
            let programs = known.filter { $0.port == proxy.port }.map { $0.program }
            add(proxy.port, programs.joined(separator: "; "))
        }
        guard Platform.isWSL, WSLNetwork.current(in: context.environment) == .separate,
            let gateway = DefaultRoute.gateway
        else { return candidates }
        // The same programs may run in Windows.
        return candidates
            + candidates.map { candidate in
                Candidate(
                    port: candidate.port, host: HostPlaceholder.wslHost.rawValue, address: gateway,
                    program: "\(candidate.program), in Windows")
            }
    }

    /// The files with which such programs of this user run now.
    private static var running: [[UInt8]] {
        ProcessTree.own.compactMap { id in
            ClashConfig.path(of: ProcessTree.arguments(of: id))
                .flatMap { ProcessTree.path($0, of: id) }
        }
    }

    private mutating func add(
        _ candidate: Candidate, _ report: EndpointReport, _ reader: ConfigReader
    ) {
        guard report.connection == .connected else { return }
        guard var url = report.spokenURL else {
            let endpoint = report.proxy.endpoint
            let isTLS = report.spoken == .tls
            let finding = isTLS ? .tls(endpoint) : Self.judgement(report).otherProtocol
            if let finding { others.append(Other(endpoint: endpoint, finding: finding)) }
            return
        }
        url.host = candidate.host
        let known = LocalProxies.profile(of: url, in: reader) { scheme in
            report.spoken.contains(.needed(by: scheme))
        }
        found.append(
            Found(
                url: url, spoken: report.spoken, asksForPassword: report.asksForPassword,
                otherUser: report.otherUser, program: candidate.program,
                profile: known ?? Self.freeName(for: url, reader), isProfile: known != nil,
                isOwn: known.map { reader.hasProfile($0) } ?? false))
    }

    /// A name for a profile that leads to `url`, which none has.
    private static func freeName(for url: ProxyURL, _ reader: ConfigReader) -> String {
        let base = "\(url.isLoopback ? "local" : "windows")-\(url.port)"
        var name = base
        var number = 1
        while reader.hasProfile(name) {
            number += 1
            name = "\(base)-\(number)"
        }
        return name
    }

    /// A judgement of the proxy of `report`, whatever lies behind it.
    private static func judgement(_ report: EndpointReport) -> EndpointJudgement {
        var judgement = EndpointJudgement(
            report, profile: nil, target: nil, hasSecret: false, replacement: { _ in nil })
        judgement.isAboutPassword = false
        return judgement
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
        let shown = DisplayText.shortened(value, to: 100)
        guard url != nil, let report = reports.popFirst() else {
            variables.append(
                Variable(
                    name: name, value: shown, state: "is not a URL with a scheme and a port",
                    isGood: false))
            return
        }
        let (state, isGood) = Self.state(report)
        variables.append(Variable(name: name, value: shown, state: state, isGood: isGood))
    }

    /// What a URL leads to, of which `report` tells, and whether that is a proxy.
    private static func state(_ report: EndpointReport) -> (text: String, isGood: Bool) {
        let finding = judgement(report).findings.first
        return (finding?.title ?? "answers", finding == nil)
    }
}
