/// What is wrong with NO_PROXY.
extension EnvironmentLint {
    /// What is wrong with the lists.
    var lists: [Finding] {
        var findings: [Finding] = []
        let names = [ProxyVariables.none.lower, ProxyVariables.none.upper]
        if let lower = completed[names[0]], let upper = completed[names[1]], lower != upper {
            findings.append(
                .noProxyDiffers(
                    evidence: [line(names[0], lower), line(names[1], upper)], fix: remedy(nil)))
        }
        return findings + local + ignored
    }

    /// This machine's own names, which no tool leaves out by itself.
    private var local: [Finding] {
        let hasProxy = [ProxyVariables.https, ProxyVariables.http, ProxyVariables.all]
            .contains { $0.names.contains { completed.nonEmpty($0) != nil } }
        guard hasProxy else { return [] }
        let tool = tool ?? .requests
        var missing: [String] = []
        for host in ["localhost", "127.0.0.1"] {
            guard let target = Target(Array("http://\(host):1/".utf8)) else { continue }
            // A tool's websocket leads to its own servers.
            let routes = Explainer(tool, completed, []).routes(to: target)
                .filter { $0.transport != "websocket" }
            if routes.contains(where: { if case .proxy = $0.decision { true } else { false } }) {
                missing.append(host)
            }
        }
        if missing.isEmpty { return [] }
        let list = completed["no_proxy"] ?? completed["NO_PROXY"]
        return [
            .localhost(
                missing, evidence: [list.map { line("no_proxy", $0) } ?? "there is no NO_PROXY"],
                fix: remedy(nil))
        ]
    }

    /// Entries that mean nothing to the tool.
    private var ignored: [Finding] {
        guard let tool else { return [] }
        var entries: [String] = []
        var seen = Set<String>()
        var transports: [String] = []
        for transport in tool.transports {
            guard let dialect = transport.noProxy else { continue }
            let name = dialect.spelling == .upperFirst ? "NO_PROXY" : "no_proxy"
            for entry in (completed[name] ?? []).pieces(separatedBy: { ", \t".utf8.contains($0) }) {
                let isNetwork = entry.contains(UInt8(ascii: "/")) && !dialect.takesNetworks
                let isGlob = entry.hasPrefix("*.") && !dialect.takesWildcards
                if !isNetwork, !isGlob { continue }
                let text = "`\(DisplayText.shortened(entry, to: 60))`"
                if seen.insert(text).inserted { entries.append(text) }
                if !transports.contains(transport.name) { transports.append(transport.name) }
            }
        }
        if entries.isEmpty { return [] }
        let which = tool.isManifold ? "'s \(transports.joined(separator: " and "))" : ""
        return [
            .noProxyIgnored(Self.list(entries), by: "\(toolName ?? tool.name)\(which)")
        ]
    }

    /// `entries` in a sentence, which names few of very many.
    private static func list(_ entries: [String]) -> String {
        let most = 10
        let shown = entries.prefix(most).joined(separator: ", ")
        return entries.count > most ? "\(shown) and \(entries.count - most) more" : shown
    }
}
