/// What, besides the variables that name a file of certificates, decides whose certificates a tool takes.
public struct TrustSettings: Sendable {
    /// Something that keeps a tool from looking at certificates, or lets it take the system's.
    public enum Switch: Sendable, Equatable {
        /// A variable of this name, with this value, or with any.
        case variable(String, value: String?)
        /// A word among those that a variable of this name holds.
        case option(String, word: String)
        /// A key of its own file, with this value, or with any.
        case key(String, value: String?)
    }

    /// What makes a tool on Windows take the certificates of Windows' own store, and none that a variable names.
    public enum Store: Sendable, Equatable {
        /// That it is the program which Windows brings.
        case programOfWindows
        /// A key of its own file, with this value, where none of the other keys is `true`.
        case key(String, value: String, unless: String)
    }

    /// The kind of file of its own that has a say.
    public let file: SettingsFile?
    /// The keys of it that name a file of certificates, the first that counts.
    public let keys: [String]
    /// What keeps it from looking at certificates.
    public let switches: [Switch]
    /// Whether it brings the authorities of the public along, and takes none that somebody has added to the system's.
    public var bringsOwnRoots = false
    /// What lets it take the system's all the same.
    public var systemSwitches: [Switch] = []
    /// What makes it take the certificates of Windows' own store.
    public var store: Store?
    /// Whether a file of certificates comes besides the system's folder of them, as in curl.
    public var keepsFolder = false

    /// Settings of these parts.
    init(
        _ file: SettingsFile? = nil, keys: [String] = [], switches: [Switch] = [],
        bringsOwnRoots: Bool = false, systemSwitches: [Switch] = [], store: Store? = nil,
        keepsFolder: Bool = false
    ) {
        self.store = store
        self.file = file
        self.keys = keys
        self.switches = switches
        self.bringsOwnRoots = bringsOwnRoots
        self.systemSwitches = systemSwitches
        self.keepsFolder = keepsFolder
    }

    /// What every program in Node does (Node's documents: CLI; Node 20.20.2 and 24.19.0, tried).
    static let node = TrustSettings(
        switches: [unchecked], bringsOwnRoots: true, systemSwitches: nodeSystem)
    private static let nodeSystem: [Switch] = [
        .variable("NODE_USE_SYSTEM_CA", value: "1"),
        .option("NODE_OPTIONS", word: "--use-system-ca"),
        .option("NODE_OPTIONS", word: "--use-openssl-ca"),
    ]

    /// Whether these are those of a program in Node.
    var isNodes: Bool { systemSwitches == Self.nodeSystem }

    /// What claude does, which takes the system's authorities too (its documents: corporate proxy).
    static let claude = TrustSettings(switches: [unchecked])

    private static let unchecked = Switch.variable("NODE_TLS_REJECT_UNAUTHORIZED", value: "0")

    /// npm and those that read its files (npm's documents: config).
    static let npm = TrustSettings(
        .npmrc, keys: ["cafile"],
        switches: [
            unchecked, .variable("npm_config_strict_ssl", value: "false"),
            .key("strict-ssl", value: "false"),
        ], bringsOwnRoots: true, systemSwitches: nodeSystem)

    /// yarn since 2 (its settings reference).
    static let yarn = TrustSettings(
        .yarnrcYAML, keys: ["httpsCaFilePath", "caFilePath"],
        switches: [unchecked, .key("enableStrictSsl", value: "false")],
        bringsOwnRoots: true, systemSwitches: nodeSystem)

    /// uv (0.13.9, tried).
    static let uv = TrustSettings(
        .uvTOML, bringsOwnRoots: true,
        systemSwitches: ["UV_SYSTEM_CERTS", "UV_NATIVE_TLS"].flatMap { name in
            ["1", "true"].map { .variable(name, value: $0) }
        } + ["system-certs", "native-tls"].map { .key($0, value: "true") })

    /// pip (its documents: configuration).
    static let pip = TrustSettings(.pipConf, keys: ["cert"])

    /// git, by its own answer (git's manual: git-config).
    static let git = TrustSettings(
        .gitconfig, keys: ["http.sslCAInfo"],
        switches: [
            .variable("GIT_SSL_NO_VERIFY", value: nil), .key("http.sslVerify", value: "false"),
        ],
        store: .key("http.sslBackend", value: "schannel", unless: "http.schannelUseSSLCAInfo"),
        keepsFolder: true)

    /// curl (its manual; 7.88.1 of Debian, tried).
    static let curl = TrustSettings(
        .curlrc, keys: ["cacert"],
        switches: [.key("insecure", value: nil), .key("k", value: nil)],
        // A file of its own counts, a variable does not (curl's manual: --cacert, and its source, tool_operate.c).
        store: .programOfWindows, keepsFolder: true)
}
