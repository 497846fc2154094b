import ProxyEnvCore

/// The hosts that a command needs, as URLs: those that it always needs, or what its own settings name instead.
struct ToolHosts {
    private let tool: Tool?
    private let environment: Environment

    /// What is asked where nothing is known.
    static let usual = Array(TestCommand.usualURL.utf8)

    /// Those of `tool`, which has `environment`.
    init(_ tool: Tool?, _ environment: Environment) {
        self.tool = tool
        self.environment = environment
    }

    /// The URLs, the one that matters most first.
    var urls: [[UInt8]] {
        guard let tool else { return [Self.usual] }
        if let own, Target(own) != nil { return [own] }
        return tool.hosts.isEmpty ? [Self.usual] : tool.hosts.map { Array($0.utf8) }
    }

    /// The registry, index or repository that the tool's own settings name, or nil.
    private var own: [UInt8]? {
        switch tool?.name {
        case "npm", "pnpm", "yarn":
            return environment.nonEmpty("npm_config_registry")
                ?? value("registry", in: [".npmrc"], isHere: true)
                ?? value("registry", in: ["/.npmrc"], isHere: false)
        case "pip", "pipx":
            return environment.nonEmpty("PIP_INDEX_URL")
                ?? value(
                    "index-url", in: ["/.config/pip/pip.conf", "/.pip/pip.conf"], isHere: false)
        case "git": return remote
        default: return nil
        }
    }

    /// The value of the last line `key = value` in the first of `files` that has one.
    private func value(_ key: String, in files: [String], isHere: Bool) -> [UInt8]? {
        for file in files {
            let path = isHere ? Array(file.utf8) : (environment["HOME"] ?? []) + Array(file.utf8)
            guard let content = try? FileSystem.load(path, limit: 1 << 20).content else { continue }
            for line in content.split(separator: 0x0A).reversed() {
                let name = line.prefix { $0 != UInt8(ascii: "=") }
                guard name.count < line.count, name.trimmingBlanks.equals(key) else { continue }
                return Array(line.dropFirst(name.count + 1).trimmingBlanks.filter { $0 != 0x0D })
            }
        }
        return nil
    }

    /// Where the repository here comes from, if that is a place of the web.
    private var remote: [UInt8]? {
        guard let url = GitRemote(environment).url, url.hasPrefix("http") else { return nil }
        return Masking.maskedURL(url) == url ? url : nil
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
            words, ShimFolder.left(out: environment), quietly: true, limit: 1000)
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
