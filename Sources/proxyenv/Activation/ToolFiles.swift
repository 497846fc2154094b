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
    mutating func settings(of tool: Tool, for target: Target) -> [ToolSetting] {
        let file: Tool.SettingsFile
        switch tool.settings {
        case .none: return []
        case .proxyKeys(let kind), .variables(let kind): file = kind
        }
        switch file {
        case .gitconfig: return git(target.url)
        case .aptConf: return apt()
        case .cargoConfig:
            // cargo asks git where it has nothing of its own.
            let own = settings(in: file)
            return own.isEmpty ? git(target.url) : own
        default: return settings(in: file)
        }
    }

    /// What the files of the kind `file` say, the one that counts last.
    mutating func settings(in file: Tool.SettingsFile) -> [ToolSetting] {
        paths(of: file).flatMap { read(file, $0) }
    }

    /// The files of the kind `file`, for people.
    func names(of file: Tool.SettingsFile) -> [String] {
        var names: [String] = []
        for path in paths(of: file) {
            let name = ConfigurationFiles.displayed(path, home: context.home)
            if !names.contains(name) { names.append(name) }
        }
        return names
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

    /// `http.proxy` for `url`, from wherever git has it, and the file: only git knows its files, includes and conditions.
    private func git(_ url: [UInt8]) -> [ToolSetting] {
        let asking = ["git", "config", "-z", "--get-urlmatch", "http.proxy"].map { Array($0.utf8) }
        guard
            let value = output(asking + [url])?.split(
                separator: 0, omittingEmptySubsequences: false
            ).first
        else { return [] }
        let place = gitPlace(of: Array(value))
        let path = ConfigurationFiles.displayed(place.path, home: context.home)
        return ["http_proxy", "https_proxy"].map {
            ToolSetting(
                name: $0, value: Array(value), path: path, line: lineOfProxy(in: place.path),
                key: place.key)
        }
    }

    /// The last place of git's that gives `value` to a proxy: the two answers have to be put together, as git 2.39 tells of an
    /// origin only where it does not compare URLs.
    private func gitPlace(of value: [UInt8]) -> (path: [UInt8], key: String) {
        let listing = [
            "git", "config", "-z", "--show-origin", "--get-regexp", "^http\\.(.*\\.)?proxy$",
        ]
        let fields =
            output(listing.map { Array($0.utf8) })?
            .split(separator: 0, omittingEmptySubsequences: false) ?? []
        var place = (path: Array("git's configuration".utf8), key: "http.proxy")
        for (origin, entry) in zip(fields, fields.dropFirst()) where origin.hasPrefix("file:") {
            let key = entry.prefix { $0 != 0x0A }
            guard entry[key.endIndex...].dropFirst().elementsEqual(value) else { continue }
            place = (Array(origin.dropFirst(5)), DisplayText.shortened(key))
        }
        return place
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
