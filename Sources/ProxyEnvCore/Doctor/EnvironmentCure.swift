/// Which value is proposed in the place of one that is wrong, and how it is set.
extension EnvironmentLint {
    /// Of two values the one at which a proxy answers, else the one that the tool takes.
    func better(_ lower: [UInt8], _ upper: [UInt8]) -> [UInt8] {
        if let answers, let first = MeantURL.endpoint(lower), let second = MeantURL.endpoint(upper),
            first != second
        {
            let isThere = (answers(first), answers(second))
            if isThere.0 != isThere.1 { return isThere.0 ? lower : upper }
        }
        let routes = targets.flatMap {
            Explainer(tool ?? .requests, environment, []).routes(to: $0)
        }
        let taken = routes.first { $0.value == lower || $0.value == upper }
        return taken?.value ?? lower
    }

    /// The value of another place that decides all routes of the tool, and leads through a proxy that it can use; nil without one.
    func overruling(_ pair: ProxyVariables.Pair) -> [UInt8]? {
        guard let tool else { return nil }
        var value: [UInt8]?
        for route in targets.flatMap({ Explainer(tool, environment, settings).routes(to: $0) }) {
            guard case .proxy = route.decision, route.isUsable else { return nil }
            if case .variable(let name) = route.decidedBy, pair.names.contains(name) { return nil }
            value = value ?? route.value
        }
        return value
    }

    /// What sets all variables to what `value` was meant to be, if the tool can speak to that.
    func cure(_ value: [UInt8]) -> [String] {
        let proxy = MeantURL.cleaned(value)
        let url = proxy.map { String(decoding: $0.text, as: UTF8.self) }
        if let proxy, let url, let tool, !tool.speaks(to: proxy) {
            return [
                "\(toolName ?? tool.name) cannot speak to \(url): turn on the HTTP port of the proxy program, or its mixed one; `proxyenv detect` shows what answers."
            ]
        }
        let commands = remedy(url)
        // What sets the profile that is used already changes nothing for others.
        guard let proxy, let url, commands != remedy(nil), let losing = loser(by: proxy) else {
            return commands
        }
        return [
            "\(losing) cannot speak to \(url): set it for \(toolName ?? "this command") alone, by `proxyenv exec \(url) -- \(toolName ?? "COMMAND")`."
        ]
    }

    /// The name of the first other tool that gets through now, by what is set, and could not by the proxy `url`; nil without one.
    private func loser(by url: ProxyURL) -> String? {
        let lost = others.first { other in
            let routes = Self.targets(of: other.tool).flatMap {
                Explainer(other.tool, environment, []).routes(to: $0)
            }
            return !routes.isEmpty && routes.allSatisfy { $0.isUsable }
                && !other.tool.speaks(to: url)
        }
        return lost?.name
    }
}
