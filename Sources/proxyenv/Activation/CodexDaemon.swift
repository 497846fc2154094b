import ProxyEnvCore

/// The server that codex leaves running, which keeps the proxy that it was started with.
///
/// codex-cli 0.163.0: the terminal interface talks to `codex app-server`, which outlives it; `codex exec` does not.
struct CodexDaemon {
    private let environment: Environment

    /// The server of who has `environment`.
    init(_ environment: Environment) { self.environment = environment }

    /// Says that it goes another way, if it does and the command with these `arguments` would use it.
    func note(
        _ arguments: ArraySlice<[UInt8]>, _ tool: Tool, profile: String, in context: Context
    ) {
        guard Self.isUsed(with: arguments), let daemon = running,
            let target = Target(Array((tool.hosts.first ?? "").utf8))
        else { return }
        // What the file says counts for both.
        var files = ToolFiles(context, environment, for: .start)
        let settings = files.settings(of: tool, for: target)
        guard let wanted = Explainer(tool, environment, settings).routes(to: target).first,
            let found = Explainer(tool, daemon.environment, settings).routes(to: target).first,
            wanted.way != found.way
        else { return }
        let way = found.way == .direct ? "goes without a proxy" : "still uses \(found.way.text)"
        context.note(
            "a running codex app-server (process \(daemon.id)) \(way), not profile "
                + "\(profile): `codex app-server daemon stop`, or `codex --no-daemon`")
    }

    /// The process and the environment that it was started with, or nil where none runs or it can't be seen.
    var running: (id: Int32, environment: Environment)? {
        guard let folder = environment.nonEmpty("CODEX_HOME") ?? home,
            let file = try? FileSystem.load(
                folder + Array("/app-server-daemon/daemon.pid".utf8), limit: 65_536),
            file.status.isRegular, let content = file.content, let id = Self.id(in: content),
            ProcessTree.arguments(of: id).contains(where: { $0.equals("app-server") })
        else { return nil }
        guard
            let block = try? FileSystem.loadVirtual(
                Array("/proc/\(id)/environ".utf8), limit: 1 << 20)
        else { return nil }
        return (id, Environment(entries: block.split(separator: 0).map { Array($0) }))
    }

    private var home: [UInt8]? { environment.nonEmpty("HOME").map { $0 + Array("/.codex".utf8) } }

    /// The number behind `"pid":`.
    private static func id(in content: [UInt8]) -> Int32? {
        let key = Array("\"pid\"".utf8)
        guard
            let start = content.indices.first(where: { content[$0...].starts(with: key) })
        else { return nil }
        let digits = content[(start + key.count)...]
            .drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }.prefix { $0.isDigit }
        guard (1...9).contains(digits.count) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
    }

    /// Whether codex asks the server when it is started like this.
    private static func isUsed(with arguments: ArraySlice<[UInt8]>) -> Bool {
        if arguments.contains(where: { $0.equals("--no-daemon") }) { return false }
        let first = arguments.first { $0.first != UInt8(ascii: "-") }
        let others = ["exec", "e", "login", "logout", "app-server", "doctor", "mcp", "update"]
        return !others.contains { first?.equals($0) == true }
    }
}
