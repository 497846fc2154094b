/// Simulates what a tool does with an environment and with its own files.
public struct Explainer: Sendable {
    private let tool: Tool
    private let variables: ToolVariables
    /// The variable that ends the tool at its start, as Node reads it.
    private let fatal: String?
    /// The file that the tool cannot read, so that it does nothing.
    private let fault: ToolSetting?

    /// A simulation of `tool`.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - environment: Its environment, in whose order the last of two may count.
    ///   - settings: What its own files say.
    public init(_ tool: Tool, _ environment: Environment, _ settings: [ToolSetting]) {
        self.tool = tool
        variables = ToolVariables(tool, environment, settings.filter { !$0.isFault })
        fault = settings.first { $0.isFault }
        fatal = tool.runsInNode ? NodeSwitch.fatalVariable(in: environment) : nil
    }

    /// The routes that the tool takes to `target`, one for each of its transports.
    public func routes(to target: Target) -> [Explanation] {
        tool.transports.map {
            let target = $0.readsAnyIPv4 ? target.withPlainAddress : target
            var result = route(to: target, $0)
            checkReach(&result, target, $0)
            if let fatal { result.warnings.append(NodeSwitch.warning(of: fatal)) }
            return result
        }
    }

    // MARK: One transport

    private func route(to target: Target, _ transport: Tool.Transport) -> Explanation {
        var result = Explanation(
            transport: transport.name, decision: .direct, isUsable: true, decidedBy: .nothing)
        let rule = transport.variables
        if let fault {
            result.decision = .refused
            result.isUsable = false
            result.isBroken = true
            result.decidedBy = fault.source
            result.warnings.append("\(tool.name) cannot read that file and does nothing")
            return result
        }
        if let odd = refused(rule, target, transport) {
            result.decision = .refused
            result.isUsable = false
            result.decidedBy = odd.source
            result.warnings.append("\(tool.name) refuses \(odd.source.text), whatever else is set")
            return result
        }
        if let setting = variables.setting(for: target, rule, transport) {
            result.overruled = variables.all(rule, target).map { $0.source }
            decide(&result, setting, target, transport)
            return result
        }
        if isAlone, let other = variables.keys.first(where: { $0.name != "no_proxy" }) {
            result.decidedBy = other.source
            result.overruled = variables.all(rule, target).map { $0.source }
            result.warnings.append(
                "\(tool.name) looks at no variable where its file names any proxy")
            return result
        }
        followVariables(&result, target, transport)
        return result
    }

    /// Whether no variable counts where a file names any proxy.
    private var isAlone: Bool { tool.settings.precedence == .alone }

    /// Goes by the variables, where nothing of the tool's own says where to.
    private func followVariables(
        _ result: inout Explanation, _ target: Target, _ transport: Tool.Transport
    ) {
        let rule = transport.variables
        let isOverlooked = { (variable: ToolVariables.Variable) in
            transport.values.overlooks(variable.value, isSecure: target.isSecure)
        }
        guard
            let variable = variables.winner(rule, target, unless: isOverlooked)
                ?? variables.winner(rule, target)
        else {
            result.overruled = variables.all(rule, target).filter { !$0.value.isEmpty }.map {
                $0.source
            }
            if let empty = variables.all(rule, target).first(where: { $0.value.isEmpty }) {
                result.decidedBy = empty.source
                if !result.overruled.isEmpty {
                    result.warnings.append("the empty \(empty.name) hides what else is set")
                }
            }
            return
        }
        let names = rule.names(isSecure: target.isSecure)
        result.overruled =
            (variables.all(rule, target) + variables.keys.filter { names.contains($0.name) })
            .filter { $0.source != variable.source && $0.value != variable.value }
            .map { $0.source }
        if variable.value.isEmpty {
            result.decidedBy = variable.source
            if !result.overruled.isEmpty {
                result.warnings.append("the empty \(variable.name) hides what else is set")
            }
            return
        }
        let others = variables.both(variable.name).filter { $0.value != variable.value }
        if !others.isEmpty {
            result.warnings.append(
                "\(variable.name) and \(others[0].name) differ: other tools take the other")
        }
        decide(&result, variable, target, transport)
    }

    /// A key or a variable that the tool refuses, whichever of them decides; it reads all before it connects.
    private func refused(
        _ rule: VariableRule, _ target: Target, _ transport: Tool.Transport
    ) -> ToolVariables.Variable? {
        guard transport.values.checksAll || isAlone else { return nil }
        if let dialect = transport.noProxy, let list = variables.noProxy(dialect) {
            // Nothing is looked at any more where everything is exempted.
            if dialect.match(target, in: list.value).map({ $0.equals("*") }) ?? false { return nil }
            if dialect.fails(at: list.value) { return list }
        }
        for key in variables.keys where key.name != "no_proxy" {
            switch transport.values.read(key.value, isSecure: target.isSecure) {
            case .refused where !key.value.isEmpty: return key
            case .direct where isAlone: return key
            default: break
            }
        }
        guard transport.values.checksAll else { return nil }
        for name in ["http_proxy", "https_proxy", "all_proxy"] {
            let one = VariableRule(
                http: [name], https: [name], spelling: rule.spelling, empty: rule.empty)
            // A bare word is taken for a host, and only missed where it decides.
            if let variable = variables.winner(one, target),
                variable.value.contains(UInt8(ascii: ":")),
                transport.values.read(variable.value, isSecure: target.isSecure) == .refused
            {
                return variable
            }
        }
        return nil
    }

    /// Decides by `variable`, and by what is exempted from it.
    private func decide(
        _ result: inout Explanation, _ variable: ToolVariables.Variable, _ target: Target,
        _ transport: Tool.Transport
    ) {
        let (value, source) = (variable.value, variable.source)
        result.decidedBy = source
        result.value = value
        result.origin = variable.setting?.origin ?? .own
        result.isMadeOfVariables = variable.setting?.written != nil
        if value.isEmpty {
            result.decision = .direct
            return
        }
        if transport.noProxy?.sparesLoopback == true, target.isLoopback {
            result.decision = .direct
            result.decidedBy = .nothing
            result.warnings.append(
                "\(tool.name) reaches this machine without a proxy, whatever is set")
            result.overruled.insert(source, at: 0)
            return
        }
        let reading = transport.values.read(value, isSecure: target.isSecure)
        if var dialect = transport.noProxy,
            let list = variables.noProxy(dialect, for: source, target)
        {
            if dialect.asksUrllib, list.name == "NO_PROXY", variables.last("no_proxy") != nil {
                dialect = dialect.withoutUrllib
            }
            if dialect.fails(at: list.value) {
                result.decision = .refused
                result.isUsable = false
                result.decidedBy = list.source
                result.warnings.append("it fails at an entry in brackets in \(list.name)")
                return
            }
            if let entry = dialect.match(target, in: list.value) {
                result.exempted = (DisplayText.shortened(entry), list.source)
                result.overruled.insert(source, at: 0)
                result.decidedBy = list.source
                result.decision = .direct
                return
            }
            let missed = dialect.missed(target, in: list.value)
            for entry in missed.prefix(Self.mostMissed) {
                result.warnings.append(
                    "`\(DisplayText.shortened(entry))` in \(list.name) exempts it for others, not here"
                )
            }
            if missed.count > Self.mostMissed {
                result.warnings.append(
                    "\(missed.count - Self.mostMissed) more entries in \(list.name) exempt it for others, not here"
                )
            }
        }
        if let danger = tool.dangerOfAllProxy, source.isAllProxy, target.isSecure {
            result.warnings.append(danger)
        }
        switch reading {
        case .direct:
            result.warnings.append("the value of \(source.text) counts for nothing, silently")
        case .refused:
            result.decision = .refused
            result.isUsable = false
            result.warnings.append("\(tool.name) refuses the value of \(source.text)")
        case .proxy(let text, let isSpoken):
            result.decision = .proxy(variable.setting?.shown(text) ?? text)
            result.taken = text
            result.isUsable = isSpoken
            if !isSpoken {
                let spoken = text.utf8.starts(with: "https:".utf8) ? "TLS" : "SOCKS"
                result.warnings.append(
                    "\(tool.name) speaks HTTP to that port, which speaks \(spoken)")
            }
        }
    }

    /// The most entries of NO_PROXY that are named one by one.
    private static let mostMissed = 3

    /// What a route can't reach whatever it is told.
    private func checkReach(
        _ result: inout Explanation, _ target: Target, _ transport: Tool.Transport
    ) {
        guard target.ipv6 != nil else { return }
        if case .proxy(let shown) = result.decision, result.isUsable,
            (result.taken ?? shown).utf8.starts(with: "socks4".utf8)
        {
            result.isUsable = false
            result.warnings.append("SOCKS 4 knows no IPv6 address")
        }
        guard !transport.reachesIPv6 else { return }
        // A proxy that looks up names itself takes it for one.
        if case .proxy(let shown) = result.decision,
            ["http", "socks5h:", "socks4a:"].contains(where: {
                (result.taken ?? shown).utf8.starts(with: $0.utf8)
            })
        {
            return
        }
        result.decision = .refused
        result.isUsable = false
        result.warnings.append(
            "\(tool.name) reaches an IPv6 address through an HTTP proxy alone"
        )
    }
}

extension Explanation.Source {
    /// Whether it is `all_proxy` in any case.
    fileprivate var isAllProxy: Bool {
        if case .variable(let name) = self {
            name.utf8.equalsIgnoringCase("all_proxy")
        } else {
            false
        }
    }
}
