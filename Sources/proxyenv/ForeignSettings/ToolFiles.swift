import ProxyEnvCore

/// The files of other tools that may name a proxy; they are read, and never written.
struct ToolFiles {
    /// The context.
    let context: Context
    /// The environment that the tool has.
    var environment: Environment {
        didSet {
            programs.environment = environment
            references = VariableReference(environment)
        }
    }
    /// The environment that the tool is started with, before its files add to it.
    private let first: Environment
    /// The programs that know their own files.
    private var programs: AskedPrograms
    /// What puts variables into the values.
    private var references: VariableReference
    /// What could not be read, for people.
    private(set) var problems: [String] = []
    /// What was read, so that settings, servers and certificates read no file twice; nil for one that can't be.
    private var contents: [(path: [UInt8], content: [UInt8]?)] = []
    /// The servers of tools that were looked at.
    private var services: [ServiceEnvironment] = []
    /// The most bytes of one file that are read.
    private let longest: Int
    /// Whether a file that is longer is told: not at each start, as the file in which claude keeps its state often is.
    private let tellsLength: Bool
    /// The files that the command line names.
    private var given: [[UInt8]] = []
    /// The bytes that may still be read of all of them.
    private var rest: Int

    /// The files of tools that have `environment`, or the present one.
    init(_ context: Context, _ environment: Environment? = nil, for purpose: Purpose = .answer) {
        self.context = context
        first = environment ?? context.environment
        self.environment = first
        (longest, rest) = purpose == .start ? (1 << 16, 1 << 17) : (1 << 20, 1 << 24)
        tellsLength = purpose != .start
        programs = AskedPrograms(environment: self.environment)
        references = VariableReference(self.environment)
    }

    /// What the files of `tool` say, the one that counts last.
    mutating func settings(of tool: Tool, for target: Target) -> [ToolSetting] {
        if let service = service(of: tool) { return service.settings }
        var result: [ToolSetting] = []
        for file in tool.settings.files {
            let settings = settings(in: file, for: target)
            switch file.references {
            case .none: result += settings
            case .dotEnv: result += filled(settings) { $0.expandedDotEnv($1) }
            case .braces(let takesFallback):
                result += filled(settings) { $0.expanded($1, takesFallback: takesFallback) }
            }
        }
        return result
    }

    /// `settings` with what `fill` makes of their values; those that become too long are passed over.
    private mutating func filled(
        _ settings: [ToolSetting], _ fill: (inout VariableReference, [UInt8]) -> [UInt8]?
    ) -> [ToolSetting] {
        var result: [ToolSetting] = []
        for setting in settings {
            if let value = fill(&references, setting.value) {
                result.append(setting.with(value))
            } else if problems.last?.hasSuffix(Self.tooLong) != true {
                problems.append("\(setting.source.text) and what follows it \(Self.tooLong)")
            }
        }
        return result
    }

    /// The server that does the work of `tool`, with its variables; nil for a tool that has none.
    mutating func service(of tool: Tool) -> ServiceEnvironment? {
        guard let service = serviceNeeded(by: tool) else { return nil }
        if let known = services.first(where: { $0.service.name == service.name }) { return known }
        let found = ServiceEnvironment(of: service, seenBy: first, &self)
        services.append(found)
        return found
    }

    /// The server that does the work of `tool` here; nil for a tool that does it itself.
    func serviceNeeded(by tool: Tool) -> ToolService? {
        tool.service.flatMap { $0.isReplaced(for: tool, in: places) ? nil : $0 }
    }

    private static let tooLong =
        "would be longer than \(VariableReference.longest >> 10) KB with its variables and was passed over"

    /// What the files of the kind `file` say, the one that counts last.
    ///
    /// - Parameters:
    ///   - file: The kind.
    ///   - target: The target, for files that tell hosts apart; without one they tell of what holds for all.
    /// - Returns: The settings, with no variable in them replaced.
    mutating func settings(in file: SettingsFile, for target: Target? = nil) -> [ToolSetting] {
        var own: [ToolSetting] = []
        for path in file.paths(places) { own += read(file, path, target) }
        guard own.isEmpty, let program = file.program else { return own }
        switch program {
        case .git: return target.map { gitFiles.proxies(for: $0, &programs) } ?? []
        case .gitOfUser: return gitFiles.ownProxies(&programs)
        case .apt: return programs.aptProxies(for: target)
        }
    }

    /// The files of the kind `file`, for people.
    func names(of file: SettingsFile) -> [String] {
        var names: [String] = []
        for path in file.paths(places) {
            let name = ConfigurationFiles.displayed(path, home: context.home)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private var places: FilePlaces {
        var places = FilePlaces(environment, home: context.home)
        places.given = given
        return places
    }

    /// Takes what the `arguments` of `tool` name besides; a text in braces in the place of a file is kept as its content.
    mutating func take(_ arguments: ArraySlice<[UInt8]>, of tool: Tool) {
        for file in tool.settings.files {
            guard let option = file.option, let value = file.value(in: arguments) else { continue }
            let isText = value.trimmingBlanks.first == UInt8(ascii: "{")
            given = [isText ? Array(option.utf8) : PathText.portable(value)]
            if isText { contents.append((Array(option.utf8), value)) }
        }
    }

    private mutating func read(
        _ file: SettingsFile, _ path: [UInt8], _ target: Target?
    ) -> [ToolSetting] {
        guard let content = content(of: path) else { return [] }
        let name = ConfigurationFiles.displayed(path, home: context.home)
        if let fault = file.fault(content, name) {
            switch fault.reach {
            case .tool: return [fault.setting(name)]
            case .file, .line: note(fault.sentence(name))
            }
            if fault.reach == .file { return [] }
        }
        // What somebody names on the command line is meant.
        let isOfProject =
            !given.contains(path) && places.isOfProject(path, home: context.home)
        return file.settings(in: content, path: name, for: target)
            .map { $0.of(project: isOfProject) }
    }

    private mutating func note(_ problem: String) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    /// What the file at `path` holds; nil where it can't be read, which is among the problems unless it is not there.
    private mutating func content(of path: [UInt8]) -> [UInt8]? {
        if let known = contents.first(where: { $0.path == path }) { return known.content }
        let content = load(path)
        contents.append((path, content))
        return content
    }

    private mutating func load(_ path: [UInt8]) -> [UInt8]? {
        let name = ConfigurationFiles.displayed(path, home: context.home)
        do throws(SystemError) {
            let limit = min(longest, rest)
            let (status, content) = try FileSystem.load(path, limit: limit)
            guard status.isRegular else {
                problems.append("\(name) is not a file and was skipped")
                return nil
            }
            guard let content else {
                guard tellsLength else { return nil }
                problems.append(
                    limit < longest
                        ? "\(name) and the files before it are too long together, and it was passed over"
                        : "\(name) is longer than \(longest >> 20) MB and was passed over")
                return nil
            }
            rest -= content.count
            return content
        } catch {
            if error != .notFound, error != .notADirectory {
                problems.append("\(name) cannot be read and was passed over: \(error.message)")
            }
            return nil
        }
    }

    /// What `key` has for a value in the files of the kind `file`, and where, for people; nil where none has it.
    mutating func value(of key: String, in file: SettingsFile) -> (text: [UInt8], place: String)? {
        for path in file.paths(places).reversed() {
            guard let content = content(of: path),
                let (text, line) = file.value(of: key, in: content)
            else { continue }
            return (text, "\(ConfigurationFiles.displayed(path, home: context.home)):\(line)")
        }
        return nil
    }

    /// What `read` makes of the files of the kind `file`, of the one that counts.
    mutating func value(
        in file: SettingsFile, _ read: ([UInt8]) -> [UInt8]?
    ) -> [UInt8]? {
        for path in file.paths(places).reversed() {
            if let found = content(of: path).flatMap(read) { return found }
        }
        return nil
    }

    /// Where the files of `tool` set the variable `name`, for people; nil where they do not.
    mutating func place(of name: String, for tool: Tool) -> String? {
        variables(of: tool).last { $0.name == name && environment[name] == $0.value }?.source.text
    }

    /// Where a file of the folder's own sets something for `tool`, for people; nil where none does.
    mutating func withheld(of tool: Tool) -> String? {
        variables(of: tool).first { $0.origin == .project }?.source.text
    }

    /// The variables that the files of `tool` set, as far as they count.
    private mutating func variables(of tool: Tool) -> [ToolSetting] {
        guard tool.settings.areVariables, let target = Target(Array("https://example.com/".utf8))
        else { return [] }
        return tool.settings.counting(settings(of: tool, for: target), in: first)
    }

    /// The environment of `tool` with the variables that its own files set, the folder's own only where they are trusted.
    mutating func completed(for tool: Tool, trustsProject: Bool) -> Environment {
        let changes = variables(of: tool).filter { trustsProject || $0.origin != .project }
            .map { EnvironmentPatch.Change.set(name: $0.name, value: $0.value) }
        return EnvironmentPatch(changes).applied(to: environment)
    }

    /// What git has for `key`, for a connection to `target`.
    mutating func gitValue(of key: String, for target: Target) -> [UInt8]? {
        programs.output(of: AskedPrograms.gitValue(of: key, for: target))
            .map { Array($0.prefix { $0 != 0 }) }
    }

    /// The keys of git's files that go before `http.proxy`, as git lists them.
    mutating func gitProxyKeys() -> [[UInt8]] {
        let names = programs.output(of: AskedPrograms.gitProxyKeys)?.split(separator: 0) ?? []
        return GitVariables.stronger(among: names.map { Array($0) })
    }

    private var gitFiles: GitFiles { GitFiles(context, environment, places, longest: longest) }

    /// The routes of `tool` to `target`; git asks what its files put in the place of a URL.
    mutating func routes(of tool: Tool, to target: Target) -> [Explanation] {
        if let service = service(of: tool) {
            return service.routes(of: tool, in: environment, to: target)
        }
        let other = tool.startsSSH ? gitFiles.replacement(of: target, &programs) : nil
        let asked = other.map { $0.target } ?? target
        var routes: [Explanation] = []
        if let asked {
            let settings = settings(of: tool, for: asked)
            routes = Explainer(tool, environment, settings).routes(to: asked)
        }
        if let other { routes = other.routes(routes) }
        for key in unread(of: tool).keys {
            for index in routes.indices {
                routes[index].warnings.append(
                    "\(key.source.text) counts for nothing: \(Self.noKey)")
            }
        }
        return routes
    }

    /// What of git's files names a proxy in vain, and whether something there names one for all.
    mutating func unread(of tool: Tool) -> (keys: [ToolSetting], haveProxy: Bool) {
        tool.startsSSH ? gitFiles.unread(&programs) : ([], false)
    }

    /// Why a key of the section `https` is in vain.
    static let noKey = "git's http.proxy holds for https:// too"

    /// Begins to ask the programs that the files of several tools need, all at once.
    ///
    /// - Parameters:
    ///   - target: The target.
    ///   - isForGit: Whether git itself has this environment too; what a profile gives it has lines of its configuration.
    mutating func prepare(for target: Target, isForGit: Bool) {
        let own = [AskedPrograms.gitProxy(for: target), AskedPrograms.gitEntries]
        programs.start(
            [AskedPrograms.aptProxies, AskedPrograms.gitOwnProxy] + (isForGit ? own : []))
    }
}
