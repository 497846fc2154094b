/// What an environment and a tool's own files say of proxies, as the tool sees it.
struct ToolVariables: Sendable {
    /// A variable and where it stands.
    struct Variable: Sendable {
        /// Its name, or what a key means.
        let name: String
        /// Its value.
        let value: [UInt8]
        /// Where it stands.
        let source: Explanation.Source
        /// The setting that it stands for, if it is in a file.
        var setting: ToolSetting?
    }

    private let tool: Tool
    private let variables: [Variable]
    /// Whether names have no case to the tool, as on Windows.
    private let foldsNames: Bool
    /// What the tool's own files say of proxies, and the variables in their place; the last counts.
    let keys: [Variable]
    /// What properties of Java's in variables say; the last counts.
    private let properties: [Variable]

    /// What `tool` sees of `environment`, in whose order the last of two may count, and of its own files, which say `settings`.
    init(_ tool: Tool, _ environment: Environment, _ settings: [ToolSetting]) {
        self.tool = tool
        foldsNames = environment.foldsNames
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
            var names = Set<String>()
            let own = tool.settings.counting(settings, in: environment).reversed()
                .filter { names.insert($0.name).inserted }.reversed()
            variables.removeAll { names.contains($0.name) }
            variables += own.map {
                Variable(name: $0.name, value: $0.value, source: $0.source, setting: $0)
            }
            keys = []
        } else {
            let own = settings.filter { $0.rank == .key }.map {
                Variable(name: $0.name, value: $0.value, source: $0.source, setting: $0)
            }
            keys = Self.keys(own, tool, variables, foldsNames: foldsNames)
        }
        properties = Self.properties(tool, variables, settings)
        self.variables = variables
    }

    /// What `settings` and the variables in their place say, the last counts.
    private static func keys(
        _ settings: [Variable], _ tool: Tool, _ variables: [Variable], foldsNames: Bool
    ) -> [Variable] {
        var all = settings
        for own in tool.ownVariables {
            for variable in variables
            where tool.isOwn(variable.name, own.name)
                || foldsNames && variable.name.utf8.equalsIgnoringCase(own.name)
            {
                if variable.value.isEmpty, tool.noProxyWord != "" { continue }
                all.append(
                    Variable(name: own.meaning, value: variable.value, source: variable.source))
            }
        }
        // A value that takes a key away takes those that stand before it.
        var gone = Set<String>()
        var keys: [Variable] = []
        for key in all.reversed() {
            if tool.isNothing(key.value) {
                gone.insert(key.name)
            } else if !gone.contains(key.name) {
                keys.append(key)
            }
        }
        return keys.reversed()
    }

    /// What Java's properties say, in variables and in files of Java's options; of two of the same name the last counts.
    private static func properties(
        _ tool: Tool, _ variables: [Variable], _ settings: [ToolSetting]
    ) -> [Variable] {
        guard case .javaProperties(let own, _) = tool.means else { return [] }
        var values: [String: Variable] = [:]
        func add(_ rank: ToolSetting.Rank) {
            for setting in settings where setting.rank == rank {
                values[setting.name] = Variable(
                    name: setting.name, value: setting.value, source: setting.source,
                    setting: setting)
            }
        }
        for name in JavaProperties.variables(of: own) {
            if name == own { add(.option) }
            guard let variable = variables.last(where: { $0.name == name }) else { continue }
            for (property, value) in JavaProperties.values(in: variable.value) {
                values[property] = Variable(name: name, value: value, source: variable.source)
            }
        }
        add(.argument)
        return JavaProperties.proxies(values.mapValues { $0.value }).map { found in
            let variable = values[found.property]
            return Variable(
                name: found.name, value: found.value, source: variable?.source ?? .nothing,
                setting: variable?.setting)
        }
    }

    /// The last variable called `name`, which counts.
    func last(_ name: String) -> Variable? {
        variables.last {
            $0.name == name || foldsNames && $0.name.utf8.equalsIgnoringCase(name)
        }
    }

    /// Both spellings of `name` that are set.
    func both(_ name: String) -> [Variable] {
        let lower = String(decoding: name.utf8.map { $0.lowercased }, as: UTF8.self)
        return [lower, lower.uppercasedASCII].compactMap { last($0) }
    }

    /// All variables that the tool may look at for `target`.
    func all(_ rule: VariableRule, _ target: Target) -> [Variable] {
        rule.names(isSecure: target.isSecure).flatMap { name in
            rule.spellings(of: name).compactMap { last($0) }
        }
    }

    /// The variable that decides, which may be empty, or nil if none does; a value that is overlooked leaves the next
    /// variable its turn, but not the other spelling.
    func winner(
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

    /// The list of exemptions that counts for the proxy that stands in `source`, or for those of the variables; of several
    /// that add up the one that exempts `target`.
    func noProxy(
        _ dialect: NoProxyDialect, for source: Explanation.Source = .nothing,
        _ target: Target? = nil
    ) -> Variable? {
        let lists = keys.filter { $0.name == "no_proxy" }
        let own = lists.last
        if dialect.addsUp {
            let kept = lists.reversed().prefix { !$0.value.isEmpty }
            let all = kept + (kept.count < lists.count ? [] : variable(dialect).map { [$0] } ?? [])
            return all.first { list in
                target.map { dialect.match($0, in: list.value) != nil } ?? false
            } ?? all.first
        }
        let isApart = [.apart, .alone, .last].contains(tool.settings.precedence)
        if isApart, keys.contains(where: { $0.source == source }) { return own }
        if !isApart, let own { return own }
        if case .javaProperties = tool.means {
            if let list = properties.last(where: { $0.name == "no_proxy" }) { return list }
            let value = Array(JavaProperties.standardHosts.utf8)
            return Variable(name: "Java's own list", value: value, source: .nothing)
        }
        return variable(dialect)
    }

    /// The variable of exemptions that counts.
    private func variable(_ dialect: NoProxyDialect) -> Variable? {
        let rule = VariableRule(
            http: ["no_proxy"], https: ["no_proxy"], spelling: dialect.spelling,
            empty: dialect.emptyHides ? .hidesOtherCase : .absent)
        guard let target = Target(Array("https://x".utf8)) else { return nil }
        return winner(rule, target)
    }

    /// What the tool's own file says for `target`, or a property of Java's, or nil where a variable has its turn.
    func setting(
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
