/// What is wrong with proxy variables, for everybody and for one tool.
public struct EnvironmentLint {
    /// The tool, or nil for one that is not known.
    let tool: Tool?
    /// The environment that it is started with.
    let environment: Environment
    /// That environment with the variables that its own files set.
    public var completed: Environment
    /// What its own files say.
    public var settings: [ToolSetting] = []
    /// The name by which the tool is called, or nil for one that is not known.
    let toolName: String?
    /// What the shell tells of itself, variables that it hands to no program among it.
    public var view: ShellView?
    /// What the tool asks for, where that is known; else its usual hosts.
    public var urls: [[UInt8]] = []
    /// The other tools that this shell starts with its variables: what helps this one must not take their routes away.
    public var others: [(tool: Tool, name: String)] = []
    /// Whether a proxy answers at a URL; nil where nobody is asked.
    public var answers: ((ProxyURL) -> Bool)?
    /// What sets all variables alike: `proxyenv use URL`, or what the caller knows better.
    let remedy: (String?) -> [String]

    /// A look at `environment`, as `tool` will have it.
    ///
    /// - Parameters:
    ///   - tool: The tool, or nil for one that is not known.
    ///   - environment: The environment that it is started with.
    ///   - name: The name by which it was started, where that is not its own.
    ///   - remedy: The commands that set all variables alike, to a URL where one is given.
    public init(
        _ tool: Tool?, _ environment: Environment, called name: String? = nil,
        remedy: @escaping (String?) -> [String]
    ) {
        self.tool = tool
        self.environment = environment
        completed = environment
        toolName = tool.map { name ?? $0.name }
        self.remedy = remedy
    }

    /// What is wrong, in the order in which it should be mended.
    public var findings: [Finding] {
        var findings: [Finding] = []
        for pair in [ProxyVariables.https, ProxyVariables.http, ProxyVariables.all] {
            findings += compare(pair)
            findings += values(pair).filter { new in !findings.contains { $0.kind == new.kind } }
        }
        return findings + misspelt + unexported + kinds + lists
    }

    /// The variables that the shell has and hands to no program, where that is all that names a proxy.
    private var unexported: [Finding] {
        guard let view else { return [] }
        let pairs = [ProxyVariables.https, ProxyVariables.http, ProxyVariables.all]
        if pairs.contains(where: { $0.names.contains { completed.nonEmpty($0) != nil } }) {
            return []
        }
        let names = pairs.flatMap { $0.names }
        let who = toolName ?? "a program"
        return view.variables
            .filter { names.contains($0) && completed[$0] == nil }
            .map { .unexported($0, for: who, in: view.language) }
            + view.assignments.map { .assigned($0.name, $0.value, for: who, in: view.language) }
    }

    /// The variables whose names nothing reads.
    private var misspelt: [Finding] {
        MisspeltVariables.slips(in: completed, of: tool).map { slip in
            .misspelt(
                slip.name, meant: slip.meant, for: toolName ?? "what reads variables",
                evidence: [line(slip.name, slip.value)], fix: cure(slip.value))
        }
    }

    // MARK: One kind of target alone

    /// That the variables name a proxy for other targets than those with TLS, or one that is dangerous for these.
    private var kinds: [Finding] {
        let tool = tool ?? .requests
        guard let target = Target(Array("https://example.com/".utf8)) else { return [] }
        let routes = Explainer(tool, completed, []).routes(to: target)
        var findings: [Finding] = []
        let name = ProxyVariables.http.names.first { completed.nonEmpty($0) != nil }
        let isMissing = ProxyVariables.https.names.allSatisfy { completed[$0] == nil }
        let readsVariables = tool.transports.contains {
            $0.variables.spelling != .neither && !$0.variables.https.isEmpty
        }
        if let name, isMissing, readsVariables, targets.contains(where: { $0.isSecure }),
            let route = routes.first(where: { $0.decision == .direct && $0.exempted == nil })
        {
            let value = completed[name] ?? []
            findings.append(
                .httpsMissing(
                    name, toolName ?? "what reads it",
                    transport: tool.isManifold ? route.transport : nil,
                    evidence: [line(name, value)], fix: cure(value)))
        }
        if let danger = tool.dangerOfAllProxy,
            routes.contains(where: { $0.warnings.contains(danger) })
        {
            let name = ProxyVariables.all.names.first { completed.nonEmpty($0) != nil } ?? ""
            let value = completed[name] ?? []
            findings.append(.allProxy(danger, evidence: [line(name, value)], fix: cure(value)))
        }
        return findings
    }

    // MARK: Two spellings

    private func compare(_ pair: ProxyVariables.Pair) -> [Finding] {
        guard let lower = environment[pair.lower], let upper = environment[pair.upper],
            lower != upper
        else { return [] }
        let evidence = [line(pair.lower, lower), line(pair.upper, upper)]
        if lower.isEmpty || upper.isEmpty {
            let (empty, full) =
                lower.isEmpty ? (pair.lower, pair.upper) : (pair.upper, pair.lower)
            let isTool = hides(empty, full)
            return [
                .empty(
                    empty, hides: full, from: isTool ? readers(empty) : others(empty),
                    isTool: isTool, evidence: evidence, fix: cure(lower.isEmpty ? upper : lower))
            ]
        }
        if let same = try? ProxyURLParser.parse(lower), same == (try? ProxyURLParser.parse(upper)) {
            return []
        }
        return [
            .differ(
                pair.lower, pair.upper, evidence: evidence + [choice(pair)],
                fix: cure(overruling(pair) ?? better(lower, upper)),
                isOverruled: overruling(pair) != nil)
        ]
    }

    /// What the tool connects to, or what stands for the hosts of one that connects to any.
    var targets: [Target] { Self.targets(of: tool, urls) }

    /// What `tool` connects to, by `urls` where that is known.
    static func targets(of tool: Tool?, _ urls: [[UInt8]] = []) -> [Target] {
        let hosts = urls.isEmpty ? (tool?.hosts ?? []).map { Array($0.utf8) } : urls
        let usual = ["https://example.com/", "http://example.com/"].map { Array($0.utf8) }
        return (hosts.isEmpty ? usual : hosts).compactMap { Target($0) }
    }

    /// Whether the empty spelling takes the other one away from the tool.
    private func hides(_ empty: String, _ full: String) -> Bool {
        guard let tool else { return true }
        return tool.transports.contains { transport in
            let rule = transport.variables
            let name = String(decoding: empty.utf8.map { $0.lowercased }, as: UTF8.self)
            guard rule.http.contains(name) || rule.https.contains(name) else { return false }
            switch (rule.spelling, rule.empty) {
            case (_, .absent), (.neither, _): return false
            case (.last, _): return true
            case (.lowerOnly, _): return empty == name
            case (.upperFirst, _): return empty != name
            case (.lowerFirst, _), (.lowerFirstButHTTP, _): return empty == name
            }
        }
    }

    private func readers(_ empty: String) -> String {
        toolName ?? others(empty)
    }

    private func others(_ empty: String) -> String {
        let isLower = empty.utf8.first.map { $0 == $0.lowercased } ?? true
        return isLower ? "git, pip and Python" : "codex and what else reads upper case first"
    }

    /// Which of two spellings the tool takes.
    private func choice(_ pair: ProxyVariables.Pair) -> String {
        let lowerFirst = "curl, git and Python take \(pair.lower), codex and Go \(pair.upper)"
        guard let tool, let rule = tool.transports.first?.variables else { return lowerFirst }
        switch rule.spelling {
        case .upperFirst:
            return "\(toolName ?? tool.name) takes \(pair.upper); curl and git \(pair.lower)"
        case .last:
            return "\(toolName ?? tool.name) takes the one that comes last in the environment"
        case .neither: return lowerFirst
        case .lowerFirst, .lowerOnly, .lowerFirstButHTTP:
            return "\(toolName ?? tool.name) takes \(pair.lower); codex and Go \(pair.upper)"
        }
    }

    // MARK: Values

    private func values(_ pair: ProxyVariables.Pair) -> [Finding] {
        var findings: [Finding] = []
        for name in pair.names {
            guard let value = environment.nonEmpty(name), let fault = Self.fault(value) else {
                continue
            }
            let overruling = overruling(pair)
            // No host has a full-width colon or slash in it.
            let isTaken =
                overruling != nil || fault != .wideLetters && isTaken(value, pair)
            let who =
                tool.map {
                    isTaken ? "other tools than \(toolName ?? $0.name)" : toolName ?? $0.name
                } ?? "some tools"
            let finding = Finding.value(
                of: name, fault, for: who, isTaken: isTaken, evidence: [line(name, value)],
                fix: fix(fault, overruling ?? value))
            if !findings.contains(where: { $0.kind == finding.kind }) { findings.append(finding) }
        }
        return findings
    }

    /// Whether the tool does with a value what everybody would expect.
    private func isTaken(_ value: [UInt8], _ pair: ProxyVariables.Pair) -> Bool {
        guard let tool else { return false }
        return tool.transports.allSatisfy { transport in
            let isSecure = pair != ProxyVariables.http
            guard transport.variables.names(isSecure: isSecure).contains(pair.lower) else {
                return true
            }
            if value.contains(0x5C), transport.values.endsHostAtBackslash { return false }
            if case .proxy(_, let isSpoken) = transport.values.read(value, isSecure: isSecure) {
                return isSpoken
            }
            return false
        }
    }

    /// What is proposed in the place of `value`, which has `fault`.
    private func fix(_ fault: Finding.ValueFault, _ value: [UInt8]) -> [String] {
        switch fault {
        case .backslash: return [Self.backslashCure]
        case .unexpanded:
            // The one that was meant may have a value.
            let meant = MeantURL.unexpanded(value).flatMap { environment.nonEmpty($0) }
            guard let meant, MeantURL.cleaned(meant) != nil else { return [Self.unexpandedCure] }
            return cure(meant)
        default: return cure(value)
        }
    }

    private static let unexpandedCure =
        "Write the proxy itself: `proxyenv use http://HOST:PORT`; `proxyenv detect` shows what answers."
    private static let backslashCure =
        "Write `%5C` for the backslash: `http://DOMAIN%5Cuser:password@host:port`."

    /// What is wrong with a value; nil for a URL as every tool reads it.
    static func fault(_ value: [UInt8]) -> Finding.ValueFault? {
        if let first = UTF8Reader.scalar(in: value, at: 0), MeantURL.isQuote(first.scalar) {
            return .quotes
        }
        if MeantURL.unexpanded(value) != nil { return .unexpanded }
        if MeantURL.narrowed(value) != nil { return .wideLetters }
        if value.contains(0x0D) { return .carriageReturn }
        if let at = value.lastIndex(of: UInt8(ascii: "@")), value[..<at].contains(0x5C) {
            return .backslash
        }
        if value.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return .blank }
        do throws(ProxyURLParser.Problem) {
            _ = try ProxyURLParser.parse(value)
            return nil
        } catch {
            switch error.kind {
            case .missingScheme: return .noScheme
            case .ambiguousSocks: return .socks
            case .missingPort: return .noPort
            case .rawCharacterInCredentials, .brokenPercentEncoding: return .rawPassword
            case .path: return nil
            default: return .noURL
            }
        }
    }

    /// A variable as it is shown to people, with nothing secret in it.
    func line(_ name: String, _ value: [UInt8]) -> String {
        "\(name)=\(DisplayText.shortened(Masking.masked(name, value), to: 200))"
    }
}
