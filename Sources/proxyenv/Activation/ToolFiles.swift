import ProxyEnvCore

/// The files of other tools that may name a proxy; they are read, and never written.
struct ToolFiles {
    /// The world.
    let context: Context
    /// What could not be read, for people.
    private(set) var problems: [String] = []

    /// The most bytes of such a file that are read.
    private static let longest = 1 << 20

    init(_ context: Context) { self.context = context }

    /// What the files of `tool` say, the one that counts last.
    mutating func settings(of tool: Tool, for url: [UInt8]) -> [ToolSetting] {
        let file: Tool.SettingsFile
        switch tool.settings {
        case .none: return []
        case .proxyKeys(let kind), .variables(let kind): file = kind
        }
        switch file {
        case .gitconfig: return git(url)
        case .aptConf: return apt()
        case .cargoConfig:
            // cargo asks git where it has nothing of its own.
            let own = paths(of: file).flatMap { read(file, $0) }
            return own.isEmpty ? git(url) : own
        default: return paths(of: file).flatMap { read(file, $0) }
        }
    }

    private func paths(of file: Tool.SettingsFile) -> [[UInt8]] {
        let variable = { (name: String) in context.environment.nonEmpty(name) }
        func home(_ name: String) -> [[UInt8]] {
            context.home.map { [$0 + Array(name.utf8)] } ?? []
        }
        let here = (FileSystem.workingDirectory ?? [0x2E])
        switch file {
        case .curlrc:
            return variable("CURL_HOME").map { [$0 + Array("/.curlrc".utf8)] } ?? home("/.curlrc")
        case .wgetrc:
            return [Array("/etc/wgetrc".utf8)]
                + (variable("WGETRC").map { [$0] } ?? home("/.wgetrc"))
        case .npmrc:
            return (variable("npm_config_userconfig").map { [$0] } ?? home("/.npmrc"))
                + [here + Array("/.npmrc".utf8)]
        case .pipConf:
            if let path = variable("PIP_CONFIG_FILE") { return [path] }
            return [Array("/etc/pip.conf".utf8)] + home("/.pip/pip.conf")
                + home("/.config/pip/pip.conf")
        case .cargoConfig:
            let folder = variable("CARGO_HOME").map { [$0] } ?? home("/.cargo")
            return folder.map { $0 + Array("/config.toml".utf8) }
        case .codexEnvironment:
            let folder = variable("CODEX_HOME").map { [$0] } ?? home("/.codex")
            return folder.map { $0 + Array("/.env".utf8) }
        case .claudeSettings:
            return home("/.claude/settings.json") + [here + Array("/.claude/settings.json".utf8)]
        case .gitconfig, .aptConf: return []
        }
    }

    private mutating func read(_ file: Tool.SettingsFile, _ path: [UInt8]) -> [ToolSetting] {
        let name = ConfigurationFiles.displayed(path, home: context.home)
        do throws(SystemError) {
            let (status, content) = try FileSystem.load(path, limit: Self.longest)
            guard status.isRegular else {
                problems.append("\(name) is no file and was passed over")
                return []
            }
            guard let content else {
                problems.append(
                    "\(name) is longer than \(Self.longest >> 20) MB and was passed over")
                return []
            }
            return SettingsText.settings(file, content, path: name)
        } catch {
            if error != .notFound, error != .notADirectory {
                problems.append("\(name) can't be read and was passed over: \(error.message)")
            }
            return []
        }
    }

    /// `http.proxy` for `url`, from wherever git has it, and the file.
    private func git(_ url: [UInt8]) -> [ToolSetting] {
        let words = ["git", "config", "--show-origin", "--get-urlmatch", "http.proxy"]
        guard let line = output(words.map { Array($0.utf8) } + [url]),
            let tab = line.firstIndex(of: 0x09)
        else { return [] }
        var origin = line[..<tab]
        if origin.hasPrefix("file:") { origin = origin.dropFirst(5) }
        let path = ConfigurationFiles.displayed(Array(origin), home: context.home)
        return ["http_proxy", "https_proxy"].map {
            ToolSetting(
                name: $0, value: Array(line[(tab + 1)...]), path: path,
                line: lineOfProxy(in: Array(origin)), key: "http.proxy")
        }
    }

    /// The line on which git's file names a proxy, 1 where that can't be seen.
    private func lineOfProxy(in path: [UInt8]) -> Int {
        guard let content = try? FileSystem.load(path, limit: Self.longest).content else {
            return 1
        }
        var number = 0
        for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if line.trimmingBlanks.prefix(5).equalsIgnoringCase("proxy") { return number }
        }
        return 1
    }

    /// `Acquire::http::Proxy` and its like, as apt-config has them.
    private func apt() -> [ToolSetting] {
        let names = [
            ("Acquire::http::Proxy", "http_proxy"), ("Acquire::https::Proxy", "https_proxy"),
        ]
        return names.compactMap { key, name in
            let words = ["apt-config", "dump", "--format", "%v%n", key].map { Array($0.utf8) }
            guard let value = output(words), !value.isEmpty else { return nil }
            let text = value.equalsIgnoringCase("DIRECT") ? [] : value
            return ToolSetting(name: name, value: text, path: "apt.conf", line: 1, key: key)
        }
    }

    /// What a program prints, without its line's end, or nil if it fails.
    private func output(_ words: [[UInt8]]) -> [UInt8]? {
        guard
            let outcome = try? ChildProcess.run(
                words, ShimFolder.left(out: context.environment), quietly: true, limit: 2000),
            outcome.status == 0, !outcome.wasStopped
        else { return nil }
        return outcome.output.last == 0x0A ? Array(outcome.output.dropLast()) : outcome.output
    }
}
