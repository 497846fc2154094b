import ProxyEnvCore

/// What git's files say of proxies, which git alone knows: includes, conditions and all.
struct GitFiles {
    private let context: Context
    private let environment: Environment
    private let places: FilePlaces
    /// The most bytes of one file that are read.
    private let longest: Int

    /// Files for a git that has `environment`, of which no more than `longest` bytes are read.
    init(_ context: Context, _ environment: Environment, _ places: FilePlaces, longest: Int) {
        self.context = context
        self.environment = environment
        self.places = places
        self.longest = longest
    }

    /// What git has for `target`: the proxy of the remote there, else `http.proxy`, from wherever git has it.
    func proxies(for target: Target, _ programs: inout AskedPrograms) -> [ToolSetting] {
        if programs.failsAtFiles(AskedPrograms.gitEntries) { return [fault(&programs)] }
        let entries = Self.entries(&programs)
        if let entry = remoteProxy(for: target, entries, &programs) {
            return settings(entry.value, entry)
        }
        guard let value = Self.first(AskedPrograms.gitProxy(for: target), &programs) else {
            return []
        }
        if let variable = GitVariables(environment).variable(of: value) {
            return settings(value, variable: variable)
        }
        // The two answers have to be put together, as git 2.39 tells of an origin only where it does not compare URLs.
        return settings(value, entries.proxy(value, inFiles: false))
    }

    /// What the user's git has for all URLs, without variables.
    func ownProxies(_ programs: inout AskedPrograms) -> [ToolSetting] {
        guard let value = Self.first(AskedPrograms.gitOwnProxy, &programs) else { return [] }
        return settings(value, Self.entries(&programs).proxy(value, inFiles: true))
    }

    /// What git asks in the place of `target`, or nil where it asks the same host.
    func replacement(
        of target: Target, _ programs: inout AskedPrograms
    ) -> GitReplacement? {
        let entries = Self.entries(&programs)
        guard entries.replaceURLs else { return nil }
        let url = target.writtenURL
        let question = AskedPrograms.gitURL(of: String(decoding: url, as: UTF8.self))
        guard let meant = programs.output(of: question), meant != url else { return nil }
        var source = Explanation.Source.configuration(of: "git", key: "url.….insteadof")
        if let entry = entries.replacement(of: url, by: meant) { source = place(of: entry).source }
        let found = GitReplacement(meant, by: source)
        return found.target?.comparedURL == target.comparedURL ? nil : found
    }

    /// The keys that name a proxy in vain, and whether `http.proxy` is there too.
    func unread(_ programs: inout AskedPrograms) -> (keys: [ToolSetting], haveProxy: Bool) {
        let entries = Self.entries(&programs)
        return (entries.unread.map { place(of: $0) }, entries.haveProxy)
    }

    /// The file at which git ends.
    private func fault(_ programs: inout AskedPrograms) -> ToolSetting {
        let user =
            environment.nonEmpty("GIT_CONFIG_GLOBAL").map { [$0] }
            ?? places.ofGit
        for path in user {
            let words = [
                "git", "config", "--file", String(decoding: path, as: UTF8.self), "--list",
            ]
            let isThere = (try? FileSystem.status(of: path)) != nil
            if isThere, programs.failsAtFiles(words) {
                let name = ConfigurationFiles.displayed(path, home: context.home)
                return ToolSetting(fault: "not git's form", path: name, line: 0)
            }
        }
        return ToolSetting(configurationOf: "git", key: "not git's form")
    }

    private static func entries(_ programs: inout AskedPrograms) -> GitEntries {
        GitEntries(programs.output(of: AskedPrograms.gitEntries) ?? [])
    }

    private static func first(
        _ question: [String], _ programs: inout AskedPrograms
    ) -> [UInt8]? {
        programs.output(of: question)?.split(separator: 0, omittingEmptySubsequences: false)
            .first.map { Array($0) }
    }

    /// The proxy of a remote whose repository `target` is, or leads to.
    private func remoteProxy(
        for target: Target, _ entries: GitEntries, _ programs: inout AskedPrograms
    ) -> GitEntries.Entry? {
        for name in entries.remotesWithProxy.reversed() {
            let question = AskedPrograms.gitURL(of: String(decoding: name, as: UTF8.self))
            guard let url = programs.output(of: question),
                let remote = GitReplacement(url, by: .nothing).target
            else { continue }
            if remote.isInside(target) { return entries.proxy(ofRemote: name) }
        }
        return nil
    }

    /// `value` as the proxy for all, which stands in `entry`.
    private func settings(_ value: [UInt8], _ entry: GitEntries.Entry?) -> [ToolSetting] {
        guard let entry else {
            return Self.names.map {
                ToolSetting(
                    name: $0, value: value, configurationOf: "git", key: "http.proxy")
            }
        }
        guard entry.path != nil else {
            let variable = GitVariables(environment).variable(of: value)
            return settings(value, variable: variable ?? GitVariables.parameters)
        }
        let place = place(of: entry)
        return Self.names.map {
            ToolSetting(name: $0, value: value, path: place.path, line: place.line, key: place.key)
                .of(project: place.origin == .project)
        }
    }

    private func settings(_ value: [UInt8], variable: String) -> [ToolSetting] {
        Self.names.map { ToolSetting(name: $0, value: value, variable: variable) }
    }

    private static let names = ["http_proxy", "https_proxy"]

    /// Where `entry` stands.
    private func place(of entry: GitEntries.Entry) -> ToolSetting {
        let key = DisplayText.shortened(entry.key)
        guard let path = entry.path else {
            return ToolSetting(name: key, value: entry.value, variable: GitVariables.parameters)
        }
        // git names the repository's own file from where it is asked.
        let isOfProject =
            !PathText.isAbsolute(path) || places.isOfProject(path, home: context.home)
        return ToolSetting(
            name: key, value: entry.value,
            path: ConfigurationFiles.displayed(path, home: context.home),
            line: line(of: entry.key, in: path), key: key
        ).of(project: isOfProject)
    }

    /// The line on which git's file has `key`, 1 where that can't be seen.
    private func line(of key: [UInt8], in path: [UInt8]) -> Int {
        let content = try? FileSystem.load(path, limit: longest).content
        return content.flatMap { GitConfigText.line(of: key, in: $0) } ?? 1
    }
}
