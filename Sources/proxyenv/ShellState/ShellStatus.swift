import ProxyEnvCore

/// What is known of the shell that asks for its status.
struct ShellStatus {
    /// What has become of a command's wrapper.
    enum WrapperState: String {
        /// The shell's function of that name is proxyenv's.
        case wrapped
        /// The shell has a function of that name that is the user's own.
        case function
        /// An alias of that name leads past the wrapper.
        case alias
        /// An alias of that name leads to a program's path.
        case aliasOfPath
        /// The shell leaves the name to its shim.
        case shim
        /// The shell has no function of that name.
        case missing
        /// The shell can have no wrapper of that name.
        case unwrappable
        /// The shell has not loaded the hook.
        case noHook
        /// The shell has not told.
        case unknown

        /// The state in words.
        var text: String {
            switch self {
            case .wrapped: "goes through its wrapper"
            case .function: "not wrapped: a function or an alias of yours has this name"
            case .alias: "not wrapped: your alias skips the wrapper"
            case .aliasOfPath: "not wrapped: your alias leads to a path, past the wrapper"
            case .shim: "goes through its shim"
            case .missing: "not wrapped in this shell: proxyenv reload"
            case .unwrappable: "this shell cannot wrap it: write `proxyenv run` before it"
            case .noHook: "not wrapped: this shell has no hook (proxyenv help hook)"
            case .unknown: "wrapper unknown"
            }
        }

        /// Whether the profile of the rule is not what the typed command gets.
        var isPast: Bool {
            switch self {
            case .wrapped, .shim, .unknown: false
            case .function, .alias, .aliasOfPath, .missing, .unwrappable, .noHook: true
            }
        }

        /// What has become of the wrapper of `name` in the shell of `context`.
        ///
        /// - Parameters:
        ///   - name: The command's name.
        ///   - wrappable: The commands that the shell can wrap.
        ///   - view: What the shell has told, if it has.
        ///   - context: The context.
        init(
            of name: String, among wrappable: Set<String>, _ view: ShellView?, _ context: Context
        ) {
            guard let view else {
                let word = Array(name.utf8)
                let folder = ShimFolder(context.environment)
                let isShim = folder.map {
                    FileSystem.isExecutable($0.file(word))
                        && ShimPlace(of: word, in: $0, context.environment) == .first
                }
                if isShim == true {
                    self = .shim
                } else if case .notLoaded = HookState(context) {
                    self = .noHook
                } else {
                    self = .unknown
                }
                return
            }
            switch view.target(ofAlias: name) {
            case .path?: self = .aliasOfPath
            case .other?: self = .alias
            case .proxyenv?: self = .wrapped
            case .wrapper?, nil:
                if view.wrappers.contains(name) {
                    self = .wrapped
                } else if view.shims.contains(name) {
                    self = .shim
                } else if view.functions.contains(name) {
                    self = .function
                } else {
                    self = wrappable.contains(name) ? .missing : .unwrappable
                }
            }
        }
    }

    /// A command of the file and its wrapper.
    struct CommandStatus {
        /// The command's name.
        let name: String
        /// What has become of its wrapper.
        let state: WrapperState
        /// Whether an alias of that name stands before it.
        let hasAlias: Bool
        /// The commands of more words that start its program past the wrapper.
        let externs: [String]
        /// Where its rule stands.
        let source: ValueSource?
    }

    /// The profile that is active.
    let active: String?
    /// The proxy that the environment names, without its password.
    let proxy: String?
    /// Why the environment is not what the profile says now, or nil if it is.
    let stale: String?
    /// The profile that was active before.
    let previous: String?
    /// The variables that somebody else has changed since `use`.
    let changedSince: [String]
    /// The proxy variables of which the programs that the shell starts see the spelling in capitals alone, as it knows no second one.
    let capitals: [String]
    /// What the shell has told of itself.
    let view: ShellView?
    /// What the shell has told, where that can't be read, as the integration is not its own.
    let unreadView: [UInt8]?
    /// The commands of the file.
    let commands: [CommandStatus]
    /// Where each value of the active profile comes from.
    let sources: [ValueSource]
    /// Where the default profile is named.
    let defaultSource: ValueSource?

    /// The status of the shell whose environment `context` has.
    init(_ configuration: Configuration, _ context: Context) {
        let shellSwitch = context.shellSwitch
        let view = context.environment["PROXYENV_SHELL_VIEW"].flatMap { ShellView($0) }
        active = shellSwitch.active.map(Self.shown)
        let value =
            context.environment.nonEmpty("https_proxy")
            ?? context.environment.nonEmpty("HTTPS_PROXY")
        proxy = value.map { DisplayText.shortened($0, to: 200) }
        stale = shellSwitch.active.flatMap { Self.stale($0, value, configuration, context) }
        previous = shellSwitch.previous.map(Self.shown)
        changedSince = shellSwitch.changedSince
        capitals = Self.capitals(context)
        self.view = view
        unreadView = view == nil ? context.environment["PROXYENV_SHELL_VIEW"] : nil
        let reader = ConfigReader(configuration)
        sources = shellSwitch.active.map { reader.sources(ofProfile: $0) } ?? []
        defaultSource = reader.source(ofTop: "default")
        let names = configuration.commandNames
        let rules = reader.sources(ofRules: names)
        let wrappable = Set(view?.language.wrappable(names) ?? names)
        commands = zip(names, rules).map { name, source in
            CommandStatus(
                name: name, state: WrapperState(of: name, among: wrappable, view, context),
                hasAlias: view.map {
                    $0.aliases.contains(name) && $0.target(ofAlias: name) != .proxyenv
                } ?? false,
                externs: view?.externs(of: name) ?? [], source: source)
        }
    }

    private static func capitals(_ context: Context) -> [String] {
        if !context.foldsNames { return [] }
        typealias Known = ProxyVariables
        return [Known.http, Known.https, Known.all, Known.none].filter {
            context.environment.nonEmpty($0.upper) != nil && context.environment[$0.lower] == nil
        }.map { $0.upper }
    }

    /// A profile's name from a variable, which anybody can have written there.
    private static func shown(_ name: String) -> String {
        DisplayText.shortened(Array(name.utf8))
    }

    /// Why the profile `name` would now give another proxy than `value`.
    private static func stale(
        _ name: String, _ value: [UInt8]?, _ configuration: Configuration, _ context: Context
    ) -> String? {
        var resolver = ProfileResolver(context, configuration)
        guard let reference = try? ProfileReference(Array(name.utf8)) else {
            return "the active profile has an impossible name"
        }
        guard let profile = try? resolver.profile(reference) else {
            return "there is no correct profile \(name) any more"
        }
        switch profile.route {
        case .firstReachable, .system: return nil
        case .direct: return value == nil ? nil : "\(name) is not a proxy"
        case .proxies(let proxies):
            // What somebody else has put there is no change of the profile.
            let isOther = ["https_proxy", "HTTPS_PROXY"].contains {
                resolver.shellSwitch.changedSince.contains($0)
            }
            let present = value.flatMap { try? ProxyURLParser.parse($0) }
            let isSame =
                present?.scheme == proxies.https.scheme && present?.port == proxies.https.port
                && present?.host == proxies.https.host
                && present?.credentials?.username
                    == (proxies.https.credentials?.username ?? profile.username)
            guard isSame || isOther else { return "\(name) is now \(ProfileText.route(profile))" }
            let names = changedNames(reference, &resolver)
            return names.isEmpty
                ? nil : "\(name) now sets \(names.joined(separator: ", ")) otherwise"
        }
    }

    /// The variables that `use` would give another value than it gave; proxies with a password are not compared.
    private static func changedNames(
        _ reference: ProfileReference, _ resolver: inout ProfileResolver
    ) -> [String] {
        let shellSwitch = resolver.shellSwitch
        guard let state = shellSwitch.state,
            let resolution = try? resolver.resolve(reference, password: .hidden),
            let patch = (try? resolver.patch(resolution)).map({ shellSwitch.spelled($0) })
        else { return [] }
        // Nobody is asked for a password here, so that what holds one can't be compared.
        let hidden = (resolution.profile.proxies?.distinct ?? [])
            .filter { $0.credentials?.password != nil }.map { $0.text }
        var names: [String] = []
        for change in patch.changes where !shellSwitch.changedSince.contains(change.name) {
            let given = state.records.first { $0.name == change.name }?.given
            let isHidden = change.value.map { hidden.contains($0) } ?? false
            if !isHidden, given != change.value.map({ Digest64(of: $0) }) {
                names.append(change.name)
            }
        }
        for record in state.records where patch[record.name] == nil { names.append(record.name) }
        return names
    }
}
