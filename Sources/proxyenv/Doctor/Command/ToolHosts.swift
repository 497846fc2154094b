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

    private mutating func urls() -> [[UInt8]] {
        guard let tool else { return [Self.usual] }
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
        for provider in tool.providers {
            if let url = provider.url(in: environment) { return url }
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
        case .repository: return remote
        }
    }

    /// Where the repository here comes from, if that is a place of the web.
    private var remote: [UInt8]? {
        guard let url = GitRemote(environment).url, url.hasPrefix("http") else { return nil }
        return Target(url)?.comparedURL
    }
}

/// Where the git repository here comes from.
struct GitRemote {
    /// What git says of `origin`, or nil where there is none.
    let url: [UInt8]?

    /// Asks the git of `environment`.
    init(_ environment: Environment) {
        let words = ["git", "remote", "get-url", "origin"].map { Array($0.utf8) }
        let outcome = try? ChildProcess.run(
            words, ShimFolder.inquiry(in: environment), quietly: true, limit: 1000)
        guard let outcome, outcome.status == 0, !outcome.wasStopped else {
            url = nil
            return
        }
        url = Array(outcome.output.prefix { $0 > 0x20 })
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
