import ProxyEnvCore

/// The hosts that a command needs, as URLs: those that it always needs, or what its own settings name instead.
struct ToolHosts {
    private let tool: Tool?
    private var files: ToolFiles
    private var environment: Environment { files.environment }

    /// What is asked where nothing is known.
    static let usual = Array(usualURL.utf8)

    /// What is asked for where nobody says what: an empty page that is everywhere the same.
    static let usualURL = "https://www.gstatic.com/generate_204"

    /// The URLs of `tool`, whose settings are in `files`, the one that matters most first; none where a server of one's own needs no proxy.
    static func urls(of tool: Tool?, _ files: inout ToolFiles) -> [[UInt8]] {
        var hosts = ToolHosts(tool: tool, files: files)
        defer { files = hosts.files }
        return hosts.urls()
    }

    /// The server on this machine that `tool` reaches directly, as NO_PROXY exempts it; nil where it asks another one.
    ///
    /// One in one's own network may be for those who are in it, and is not asked.
    static func spared(of tool: Tool?, _ files: inout ToolFiles) -> [UInt8]? {
        var hosts = ToolHosts(tool: tool, files: files)
        defer { files = hosts.files }
        return hosts.own().flatMap { Target($0)?.isLoopback == true ? $0 : nil }
    }

    /// The cloud that is switched on for `tool`, and of which `environment` does not say where it is; nil without one.
    static func unsaid(of tool: Tool?, in environment: Environment) -> ServerProvider? {
        tool?.providers.first { $0.isOn(in: environment) }
            .flatMap { $0.url(in: environment) == nil ? $0 : nil }
    }

    private mutating func urls() -> [[UInt8]] {
        guard let tool else { return [Self.usual] }
        if Self.unsaid(of: tool, in: environment) != nil { return [] }
        if let own = own(), let target = Target(own) {
            return isExempted(target, tool) ? [] : [own]
        }
        return tool.hosts.isEmpty ? [Self.usual] : tool.hosts.map { Array($0.utf8) }
    }

    /// Whether NO_PROXY exempts `target`, as is usual for a server in one's own network: it is no oversight then.
    private func isExempted(_ target: Target, _ tool: Tool) -> Bool {
        Explainer(tool, environment, []).routes(to: target)
            .allSatisfy { $0.exempted != nil }
    }

    /// The server that knows the key of `tool`: the one that a variable of `environment` names, else its own.
    static func keyServer(of tool: Tool, in environment: Environment) -> [UInt8]? {
        named(by: tool.serverVariables, in: environment) ?? tool.hosts.first.map { Array($0.utf8) }
    }

    private static func named(
        by variables: [ServerVariable], in environment: Environment
    ) -> [UInt8]? {
        variables.lazy.compactMap { variable in
            environment.nonEmpty(variable.name).flatMap { variable.url(in: $0) }
        }.first { _ in true }
    }

    /// The server, registry, index or repository that the tool's own settings name, or nil.
    private mutating func own() -> [UInt8]? {
        guard let tool else { return nil }
        if let provider = tool.providers.first(where: { $0.isOn(in: environment) }) {
            return provider.url(in: environment)
        }
        if let url = Self.named(by: tool.serverVariables, in: environment) { return url }
        switch tool.registry {
        case .none: return nil
        case .content(let file, let read): return files.value(in: file, read)
        case .keys(let keys):
            for (key, file) in keys {
                let value = files.value(of: key, in: file)
                if let url = value.flatMap({ ServerVariable.checked($0.text[...]) }) { return url }
            }
            return nil
        case .repository: return remote(tool)
        }
    }

    /// Where the repository here comes from, if that is a place of the web.
    private func remote(_ tool: Tool) -> [UInt8]? {
        guard let url = GitRemote(environment, tool).url, url.hasPrefix("http") else { return nil }
        return Target(url)?.comparedURL
    }
}

/// Where the git repository here comes from.
struct GitRemote {
    /// What git says of it, or nil where it says nothing.
    let url: [UInt8]?

    /// Asks the git of `environment`, as which `tool` is known; where there is no `origin`, what it asks in the place of its first host.
    init(_ environment: Environment, _ tool: Tool) {
        url =
            Self.answer(["remote", "get-url", "origin"], environment)
            ?? tool.hosts.first.flatMap {
                Self.answer(["ls-remote", "--get-url", $0], environment)
            }
    }

    private static func answer(_ words: [String], _ environment: Environment) -> [UInt8]? {
        let outcome = try? ChildProcess.run(
            (["git"] + words).map { Array($0.utf8) }, ShimFolder.inquiry(in: environment),
            quietly: true, limit: 1000)
        guard let outcome, outcome.status == 0, !outcome.wasStopped else { return nil }
        return Array(outcome.output.prefix { $0 > 0x20 })
    }

    /// Whether it is reached over ssh, which reads no proxy variable.
    var isSSH: Bool {
        guard let url else { return false }
        if url.hasPrefix("ssh://") { return true }
        let host = url.prefix { $0 != UInt8(ascii: ":") }
        return host.count < url.count && host.contains(UInt8(ascii: "@"))
            && !host.contains(UInt8(ascii: "/"))
    }
}
