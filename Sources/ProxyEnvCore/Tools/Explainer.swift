/// Simulates what a tool does with an environment and with its own files.
public struct Explainer: Sendable {
    /// A variable and where it stands.
    private struct Variable {
        let name: String
        let value: [UInt8]
        let source: Explanation.Source
        /// The setting that it stands for, if it is in a file.
        var setting: ToolSetting?
    }

    private let tool: Tool
    private let variables: [Variable]
    /// What the tool's own files say of proxies, and the variables in their place; the last counts.
    private let keys: [Variable]
    /// What properties of Java's in variables say; the last counts.
    private let properties: [Variable]
    /// The variable that ends the tool at its start, as Node reads it.
    private let fatal: String?

    /// A simulation of `tool`.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - environment: Its environment, in whose order the last of two may count.
    ///   - settings: What its own files say.
    public init(_ tool: Tool, _ environment: Environment, _ settings: [ToolSetting]) {
        self.tool = tool
        var variables: [Variable] = []
        for entry in environment.entries {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: entry[..<equals], as: UTF8.self)
            variables.append(
                Variable(
                    name: name, value: Array(entry[(equals + 1)...]), source: .variable(name: name))
            )
        }
        if case .variables = tool.settings {
            var names = NameSet()
            let own = settings.reversed().filter { names.insert($0.name) }.reversed()
            variables.removeAll { names.contains($0.name) }
            variables += own.map {
                Variable(name: $0.name, value: $0.value, source: $0.source, setting: $0)
            }
            keys = []
        } else {
            let own = settings.map {
                Variable(name: $0.name, value: $0.value, source: $0.source, setting: $0)
            }
            keys = Self.keys(own, tool, variables)
        }
        properties = Self.properties(tool, variables)
        fatal = tool.runsInNode ? NodeSwitch.fatalVariable(in: environment) : nil
        self.variables = variables
    }

    /// What `settings` and the variables in their place say, the last counts.
    private static func keys(
        _ settings: [Variable], _ tool: Tool, _ variables: [Variable]
    ) -> [Variable] {
        var all = settings
        for own in tool.ownVariables {
            for variable in variables where tool.isOwn(variable.name, own.name) {
                if variable.value.isEmpty, tool.noProxyWord != "" { continue }
                all.append(
                    Variable(name: own.meaning, value: variable.value, source: variable.source))
            }
        }
        // A value that takes a key away takes those that stand before it.
        var gone = NameSet()
        var keys: [Variable] = []
        for key in all.reversed() {
            if tool.isNothing(key.value) {
                _ = gone.insert(key.name)
            } else if !gone.contains(key.name) {
                keys.append(key)
            }
        }
        return keys.reversed()
    }

    /// What Java's properties in variables say.
    private static func properties(_ tool: Tool, _ variables: [Variable]) -> [Variable] {
        guard case .javaProperties(let name, _) = tool.means else { return [] }
        var properties: [Variable] = []
        for name in JavaProperties.variables(of: name) {
            guard let variable = variables.last(where: { $0.name == name }) else { continue }
            for setting in JavaProperties.proxies(in: variable.value) {
                properties.append(
                    Variable(name: setting.name, value: setting.value, source: variable.source))
            }
        }
        return properties
    }

    /// The ways that the tool takes to `target`, one for each of its transports.
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
            transport: transport.name, way: .direct, isUsable: true, decidedBy: .nothing)
        let rule = transport.variables
        if let odd = refused(rule, target, transport) {
            result.way = .refused
            result.isUsable = false
            result.decidedBy = odd.source
            result.warnings.append("\(tool.name) refuses \(odd.source.text), whatever else is set")
            return result
        }
        if let setting = setting(for: target, rule, transport) {
            result.overruled = all(rule, target).map { $0.source }
            decide(&result, setting, target, transport)
            return result
        }
        if isAlone, let other = keys.first(where: { $0.name != "no_proxy" }) {
            result.decidedBy = other.source
            result.overruled = all(rule, target).map { $0.source }
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
        let isOverlooked = { (variable: Variable) in
            transport.values.overlooks(variable.value, isSecure: target.isSecure)
        }
        guard
            let variable = winner(rule, target, unless: isOverlooked) ?? winner(rule, target)
        else {
            result.overruled = all(rule, target).filter { !$0.value.isEmpty }.map { $0.source }
            if let empty = all(rule, target).first(where: { $0.value.isEmpty }) {
                result.decidedBy = empty.source
                if !result.overruled.isEmpty {
                    result.warnings.append("the empty \(empty.name) hides what else is set")
                }
            }
            return
        }
        let names = rule.names(isSecure: target.isSecure)
        result.overruled = (all(rule, target) + keys.filter { names.contains($0.name) })
            .filter { $0.source != variable.source && $0.value != variable.value }
            .map { $0.source }
        if variable.value.isEmpty {
            result.decidedBy = variable.source
            if !result.overruled.isEmpty {
                result.warnings.append("the empty \(variable.name) hides what else is set")
            }
            return
        }
        let others = both(variable.name).filter { $0.value != variable.value }
        if !others.isEmpty {
            result.warnings.append(
                "\(variable.name) and \(others[0].name) differ: other tools take the other")
        }
        decide(&result, variable, target, transport)
    }

    /// A key or a variable that the tool refuses, whichever of them decides; it reads all before it connects.
    private func refused(
        _ rule: VariableRule, _ target: Target, _ transport: Tool.Transport
    ) -> Variable? {
        guard transport.values.checksAll || isAlone else { return nil }
        if let dialect = transport.noProxy, let list = noProxy(dialect) {
            // Nothing is looked at any more where everything is exempted.
            if dialect.match(target, in: list.value).map({ $0.equals("*") }) ?? false { return nil }
            if dialect.fails(at: list.value) { return list }
        }
        for key in keys where key.name != "no_proxy" {
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
            if let variable = winner(one, target), variable.value.contains(UInt8(ascii: ":")),
                transport.values.read(variable.value, isSecure: target.isSecure) == .refused
            {
                return variable
            }
        }
        return nil
    }

    /// Decides by `variable`, and by what is exempted from it.
    private func decide(
        _ result: inout Explanation, _ variable: Variable, _ target: Target,
        _ transport: Tool.Transport
    ) {
        let (value, source) = (variable.value, variable.source)
        result.decidedBy = source
        result.value = value
        result.origin = variable.setting?.origin ?? .own
        result.isMadeOfVariables = variable.setting?.written != nil
        if value.isEmpty {
            result.way = .direct
            return
        }
        if transport.noProxy?.sparesLoopback == true, target.isLoopback {
            result.way = .direct
            result.decidedBy = .nothing
            result.warnings.append(
                "\(tool.name) reaches this machine without a proxy, whatever is set")
            result.overruled.insert(source, at: 0)
            return
        }
        let reading = transport.values.read(value, isSecure: target.isSecure)
        if var dialect = transport.noProxy, let list = noProxy(dialect, for: source) {
            if dialect.asksUrllib, list.name == "NO_PROXY", last("no_proxy") != nil {
                dialect = dialect.withoutUrllib
            }
            if dialect.fails(at: list.value) {
                result.way = .refused
                result.isUsable = false
                result.decidedBy = list.source
                result.warnings.append("it fails at an entry in brackets in \(list.name)")
                return
            }
            if let entry = dialect.match(target, in: list.value) {
                result.exempted = (DisplayText.shortened(entry), list.source)
                result.overruled.insert(source, at: 0)
                result.decidedBy = list.source
                result.way = .direct
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
            result.way = .refused
            result.isUsable = false
            result.warnings.append("\(tool.name) refuses the value of \(source.text)")
        case .proxy(let text, let isSpoken):
            result.way = .proxy(variable.setting?.shown(text) ?? text)
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

    /// What a way can't reach whatever it is told.
    private func checkReach(
        _ result: inout Explanation, _ target: Target, _ transport: Tool.Transport
    ) {
        guard target.ipv6 != nil else { return }
        if case .proxy(let shown) = result.way, result.isUsable,
            (result.taken ?? shown).utf8.starts(with: "socks4".utf8)
        {
            result.isUsable = false
            result.warnings.append("SOCKS 4 knows no IPv6 address")
        }
        guard !transport.reachesIPv6 else { return }
        // A proxy that looks up names itself takes it for one.
        if case .proxy(let shown) = result.way,
            ["http", "socks5h:", "socks4a:"].contains(where: {
                (result.taken ?? shown).utf8.starts(with: $0.utf8)
            })
        {
            return
        }
        result.way = .refused
        result.isUsable = false
        result.warnings.append(
            "\(tool.name) reaches an IPv6 address through an HTTP proxy alone"
        )
    }

    // MARK: Which variable

    private func last(_ name: String) -> Variable? { variables.last { $0.name == name } }

    /// Both spellings of `name` that are set.
    private func both(_ name: String) -> [Variable] {
        let lower = String(decoding: name.utf8.map { $0.lowercased }, as: UTF8.self)
        return [lower, lower.uppercasedASCII].compactMap { last($0) }
    }

    /// All variables that the tool may look at for `target`.
    private func all(_ rule: VariableRule, _ target: Target) -> [Variable] {
        rule.names(isSecure: target.isSecure).flatMap { name in
            rule.spellings(of: name).compactMap { last($0) }
        }
    }

    /// The variable that decides, which may be empty, or nil if none does; a value that is overlooked leaves the next
    /// variable its turn, but not the other spelling.
    private func winner(
        _ rule: VariableRule, _ target: Target,
        unless isOverlooked: (Variable) -> Bool = { _ in false }
    ) -> Variable? {
        let isCGI = rule.isCGIAware && last("REQUEST_METHOD") != nil
        if isCGI, rule.hidesAllFromCGI { return nil }
        for name in rule.names(isSecure: target.isSecure) where !(isCGI && name == "http_proxy") {
            var candidates = rule.spellings(of: name).compactMap { last($0) }
            if rule.spelling == .last, candidates.count > 1 {
                let order = variables.map { $0.name }
                let newest = candidates.max {
                    (order.lastIndex(of: $0.name) ?? 0) < (order.lastIndex(of: $1.name) ?? 0)
                }
                candidates = newest.map { [$0] } ?? []
            }
            switch rule.empty {
            case .absent:
                let found = candidates.first { !$0.value.isEmpty }
                if let found, !isOverlooked(found) { return found }
            case .hidesOtherCase:
                let first = candidates.first.flatMap { $0.value.isEmpty ? nil : $0 }
                if let first, !isOverlooked(first) { return first }
            case .direct:
                if let first = candidates.first { return first }
            }
        }
        return nil
    }

    /// The list of exemptions that counts for the proxy that stands in `source`, or for those of the variables.
    private func noProxy(
        _ dialect: NoProxyDialect, for source: Explanation.Source = .nothing
    ) -> Variable? {
        let own = keys.last { $0.name == "no_proxy" }
        let isApart = [.apart, .alone, .last].contains(tool.settings.precedence)
        if isApart, keys.contains(where: { $0.source == source }) { return own }
        if !isApart, let own { return own }
        if case .javaProperties = tool.means {
            if let list = properties.last(where: { $0.name == "no_proxy" }) { return list }
            let value = Array(JavaProperties.standardHosts.utf8)
            return Variable(name: "Java's own list", value: value, source: .nothing)
        }
        let rule = VariableRule(
            http: ["no_proxy"], https: ["no_proxy"], spelling: dialect.spelling,
            empty: dialect.emptyHides ? .hidesOtherCase : .absent)
        guard let target = Target(Array("https://x".utf8)) else { return nil }
        return winner(rule, target)
    }

    /// What the tool's own file says for `target`, or a property of Java's, or nil where a variable has its turn.
    private func setting(
        for target: Target, _ rule: VariableRule, _ transport: Tool.Transport
    ) -> Variable? {
        let names = rule.names(isSecure: target.isSecure)
        if tool.settings.precedence == .last { return lastSetting(names, target, rule, transport) }
        let keyNames = target.isSecure ? names : rule.httpKeys ?? names
        for source in [keys, properties] {
            for name in keyNames + ["all_proxy"] {
                if let setting = source.last(where: { $0.name == name }) { return setting }
            }
        }
        return nil
    }

    /// What the tool's own file says under the first of `names` that says anything there or in a variable, the variable first.
    private func lastSetting(
        _ names: [String], _ target: Target, _ rule: VariableRule, _ transport: Tool.Transport
    ) -> Variable? {
        let list = transport.noProxy.flatMap { noProxy($0)?.value } ?? []
        let isExempt = transport.noProxy?.match(target, in: list) != nil
        for name in names {
            let one = VariableRule(
                http: [name], https: [name], spelling: rule.spelling, empty: rule.empty)
            if !isExempt, winner(one, target) != nil { return nil }
            if let setting = keys.last(where: { $0.name == name }) { return setting }
        }
        return nil
    }
}

extension Tool {
    /// Whether the variable `name` is the one that stands for a key.
    fileprivate func isOwn(_ name: String, _ own: String) -> Bool {
        if mindsCaseOfOwn { return name == own }
        let text = name.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
        return text.equalsIgnoringCase(own)
    }

    /// Whether `value` of a key, or of a variable in its place, takes that key away.
    fileprivate func isNothing(_ value: [UInt8]) -> Bool {
        guard let word = noProxyWord, !word.isEmpty else { return false }
        return value.isEmpty || [word, "false", "undefined"].contains { value.equals($0) }
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
