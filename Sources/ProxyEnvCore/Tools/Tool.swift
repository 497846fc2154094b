/// A command-line tool or a library, and what it does with proxy variables, as data.
public struct Tool: Sendable {
    /// The name under which it is asked for.
    public let name: String
    /// The names that it is started by, besides that.
    public var commands: [String] = []
    /// What npm calls its package, where that has another name.
    public var npmPackage: String?
    /// The transports by which it connects; all but codex have one.
    private(set) var transports: [Transport]
    /// The variables that make its program trust other certificates.
    public var certificateVariables: [String] = []
    /// What else decides whose certificates it takes.
    public var trust = TrustSettings()
    /// Variables of its own that stand for a key of its file and go before it: the name, and what it means.
    var ownVariables: [(name: String, meaning: String)] = []
    /// Whether these are read in this spelling alone; otherwise in any case, and with `-` for `_`.
    var mindsCaseOfOwn = false
    /// What those variables hold where there shall be no proxy, which beats the file; nil where no word does.
    var noProxyWord: String?
    /// What else makes the tool go through a profile's proxy, besides the variables that every program reads.
    var means: Means = .variables
    /// What is dangerous where `all_proxy` alone names the proxy.
    var dangerOfAllProxy: String?
    /// The hosts that it can't do without, as URLs, the one that matters most first; none where that is up to its user.
    ///
    /// Each URL is one that it asks for itself, and that answers everybody with something short.
    public var hosts: [String] = []
    /// The variables that name a server in the place of these hosts, the first that counts.
    public var serverVariables: [ServerVariable] = []
    /// The clouds that go before these variables, the first that is switched on.
    public var providers: [ServerProvider] = []
    /// What else names a server in their place, where no variable does.
    public var registry = Registry.none
    /// What is wrong with some of its versions.
    public var faults: [VersionFault] = []
    /// What it asks for a websocket first, as a URL.
    public private(set) var websocket: String?
    /// Whether it starts servers on this machine, or waits for one, so that these have to be reached without a proxy.
    public var talksToItself = false
    /// What a person has to know who starts it with a profile.
    public var advice: String?
    /// The file of its own that may name a proxy, and how it stands to the variables.
    public var settings: Settings = .none
    /// The folder in which it keeps its own files.
    public var folder: ToolFolder?
    /// What people write there in vain.
    public var unread: [UnreadSetting] = []
    /// The key by which its server knows its user.
    public var key: ToolKey?
    /// The server that it leaves running.
    public var daemon: ToolDaemon?
    /// The server that does its work on the network, with variables of its own.
    public var service: ToolService?
    /// The options of its command line by which its own files say something else, so that nobody can tell of them.
    var replacingOptions: [String] = []
    /// Whether it reads no variable before one switches that on.
    public var waitsForSwitch = false
    /// Where the facts are from: the version that was tried, or the document that was read; faults have a source of their own.
    public let source: String

    /// Whether it has several transports.
    public var isManifold: Bool { transports.count > 1 }

    /// Whether it is a program in Node, which Node ends where it can't take a variable's value.
    public var runsInNode: Bool { trust.isNodes }

    /// Whether it may connect by ssh, which reads no proxy variable.
    public var startsSSH: Bool { if case .gitConfiguration = means { true } else { false } }

    /// The tool as it is with a server that is not its own, of which it asks no websocket.
    public var withoutWebsocket: Tool {
        var tool = self
        tool.transports.removeAll { $0.name == "websocket" }
        tool.websocket = nil
        return tool
    }

    /// The tool as it is where the module for SOCKS is missing.
    ///
    /// requests, and pip with it, then refuses what it would ask; httpx ends at its start (requests 2.34.2, pip 23.2.1, httpx
    /// 0.28.1, tried).
    public var withoutSOCKS: Tool {
        var tool = self
        for index in tool.transports.indices { tool.transports[index].values.socks = [] }
        return tool
    }

    /// What most programs do, for one of which nothing is known.
    public static func unknown(_ name: String) -> Tool {
        Tool(
            name: name,
            transports: [Transport(variables: .requests, values: .libcurl, noProxy: .curl)],
            source: "what most programs do")
    }

    /// Whether what it gets hangs on what its own files say: its own variable would take NO_PROXY away from it.
    public var needsItsFiles: Bool { settings.precedence == .apart && !ownVariables.isEmpty }

    /// Whether a file of its own may lead it elsewhere than a profile does; `isDirect` says that the profile names no proxy, so that
    /// the tool's own variables only take the place of a file where a word in them says that there is none.
    public func mayBeOverruled(isDirect: Bool) -> Bool {
        if settings.precedence != .last, settings.files.contains(where: { $0.isReadAtStart }) {
            return true
        }
        if case .proxyKeys = settings, isDirect, means.areVariables { return noProxyWord == nil }
        return false
    }

    /// Whether `arguments` put something in the place of what its own files say.
    public func namesItsOwn(_ arguments: ArraySlice<[UInt8]>) -> Bool {
        arguments.contains { word in
            replacingOptions.contains { word.equals($0) || word.hasPrefix($0 + "=") }
        }
    }

    /// Whether git's files may name its proxy; cargo looks there where its own say nothing.
    public var readsGit: Bool { settings.files.contains { $0.asksGit } }

    /// The port of a proxy in its files that names none, where that is one for all schemes.
    public var defaultPort: UInt16? {
        transports.first?.values.defaultPort.flatMap { UInt16(exactly: $0) }
    }

    /// A transport of a tool.
    struct Transport: Sendable {
        /// What it is called: `http`, or `websocket` for codex.
        var name = "http"
        /// Which variables are read.
        let variables: VariableRule
        /// What it makes of a value.
        var values: ValueRule
        /// How it reads NO_PROXY; nil for one that does not.
        let noProxy: NoProxyDialect?
        /// Whether an IPv4 address in another form, as `10.1.515` or `0x0a.1.2.3`, is taken for the address that it is.
        var readsAnyIPv4 = false
        /// Whether an IPv6 address is reached directly and by SOCKS.
        var reachesIPv6 = true
    }

    /// What names the server that a tool asks, besides variables.
    public enum Registry: Sendable {
        /// Nothing.
        case none
        /// Keys in files, the first that counts.
        case keys([(key: String, file: SettingsFile)])
        /// What a file's whole content says.
        case content(of: SettingsFile, @Sendable ([UInt8]) -> [UInt8]?)
        /// The repository in whose folder it is started.
        case repository
    }

    /// What makes a tool go through a proxy.
    enum Means: Sendable {
        /// The variables that every program reads, and those of its own.
        case variables
        /// git's `http.proxy`, by the variables that stand for a line of its files.
        case gitConfiguration
        /// Properties of Java's, in the variable of this name; what is in a public one, java prints.
        case javaProperties(variable: String, isPublic: Bool)

        /// Whether it is variables that name a proxy.
        var areVariables: Bool { if case .variables = self { true } else { false } }
    }

    /// The files of a tool's own that have a say.
    public enum Settings: Sendable, Equatable {
        /// There is none that is looked at.
        case none
        /// Keys in them name a proxy; those of the last kind count most.
        case proxyKeys([SettingsFile], Precedence = .first)
        /// It holds variables, which replace those of the environment, or only add to them; an empty one may count as absent.
        ///
        /// A key that is no variable's name replaces in any case what it stands for.
        case variables(SettingsFile, addsOnly: Bool = false, fillsEmpty: Bool = false)

        /// How keys and variables stand to each other, or nil where there are no keys.
        var precedence: Precedence? {
            if case .proxyKeys(_, let precedence) = self { precedence } else { nil }
        }

        /// The files.
        public var files: [SettingsFile] {
            switch self {
            case .none: []
            case .proxyKeys(let files, _): files
            case .variables(let file, _, _): [file]
            }
        }

        /// Those of the variables `settings` that count in `environment`.
        public func counting(
            _ settings: [ToolSetting], in environment: Environment
        ) -> [ToolSetting] {
            guard case .variables(_, addsOnly: true, let fillsEmpty) = self else {
                return settings
            }
            return settings.filter { setting in
                setting.key != setting.name
                    || (fillsEmpty
                        ? environment.nonEmpty(setting.name) : environment[setting.name]) == nil
            }
        }

        /// Whether they hold variables.
        public var areVariables: Bool { if case .variables = self { true } else { false } }
    }

    /// How a proxy that a file names, or a variable in its place, stands to one of the variables that every program reads.
    public enum Precedence: Sendable, Equatable {
        /// It goes before, and a list of exemptions counts for both, wherever it stands.
        case first
        /// It goes before, and NO_PROXY counts for the variables alone.
        case apart
        /// Where there is one, no variable counts at all.
        case alone
        /// It counts where no variable does, and NO_PROXY counts for the variables alone.
        case last
    }
}
