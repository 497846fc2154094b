import TestSupport
import Testing

@testable import ProxyEnvCore

/// Readers of foreign text with their worst input: sixteen times as much of it takes sixteen times the work.
@Suite(.serialized) struct LinearReaderTests {
    private static func check(_ one: LinearCase, _ sizes: Work.Sizes = .worst) {
        one.check(sizes)
    }

    private static let readers: [(name: String, read: @Sendable ([UInt8]) -> Void)] = [
        ("JSON", { _ = JSONReader.strings(in: $0) }),
        ("JSON with comments", { _ = try? JSONReader.tree(of: $0, allowsComments: true) }),
        ("YAML entries", { _ = YAMLText.entries(in: $0) }),
        ("YAML leaves", { _ = YAMLText.leaves(in: $0) }),
        ("YAML scalar", { _ = YAMLText.unquoted($0[...]) }),
        ("YAML list", { _ = YAMLText.flowItems($0[...]) }),
        ("XML", { _ = XMLText.events(in: $0) }),
        ("shell words", { _ = ShellWords.split($0) }),
        (
            "PEM",
            {
                _ = PEM.holdsCertificate($0); _ = PEM.certificates(in: $0)
            }
        ),
        ("script strings", { _ = ScriptStrings.strings(in: $0) }),
        ("PAC", { _ = try? PACImport.findings(in: $0, place: "p") }),
        (
            "Clash",
            {
                _ = try? ClashImport.findings(in: $0, path: "p"); _ = ClashConfig.ports(in: $0)
            }
        ),
        ("V2Ray", { _ = try? V2RayImport.findings(in: $0, path: "p") }),
        (
            "git's answer",
            { _ = GitImport.findings(in: $0) { String(decoding: $0, as: UTF8.self) } }
        ),
        ("git's file", { _ = GitConfigText.line(of: [UInt8]("http.https://x.org.proxy"), in: $0) }),
        ("GNOME", { _ = GNOMESettings.read($0) }), ("KDE", { _ = KDESettings.read($0) }),
        ("macOS", { _ = MacSettings.read($0) }), ("Windows", { _ = WindowsSettings.read($0) }),
        (
            "list of hosts",
            {
                var list: [[UInt8]] = []; _ = ForeignNoProxy.add($0, to: &list)
            }
        ),
        (
            "NO_PROXY",
            {
                var list = NoProxyList(); _ = list.addInherited($0)
            }
        ),
        ("URL", { _ = try? ProxyURLParser.parse($0) }), ("target", { _ = Target($0) }),
        ("pasted URL", { _ = PastedURL($0) }),
        (
            "hidden",
            {
                _ = Secrets.hidden(in: $0); _ = Secrets.hiddenInProse($0)
                _ = Masking.secret(inLine: $0[...])
            }
        ),
        ("secret line", { _ = Masking.secret(in: $0, line: $0.count..<$0.count) }),
        (
            "shown",
            {
                _ = DisplayText.escaped($0); _ = DisplayText.shortened($0)
            }
        ),
        ("UTF-8", { _ = UTF8Reader.firstInvalidOffset(in: $0) }),
        (
            "percent",
            {
                _ = PercentEncoding.decode($0); _ = PercentEncoding.encode($0)
            }
        ),
        ("version", { _ = Version(in: $0) }),
        (
            "address",
            {
                _ = IPAddress.ipv6($0); _ = IPAddress.ipv4($0)
            }
        ),
        ("curl", { _ = CurlTranscript($0, mark: "m", status: 0) }),
        ("head", { _ = HTTPHead($0)?.proxySchemes }),
        ("schemes", { _ = AuthenticationSchemes.names(in: $0) }),
        ("tmux", { _ = TmuxText(global: $0, session: $0) }),
        ("systemd", { _ = SystemdText.unquoted($0[...]) }),
        ("routes", { _ = RouteTable($0) }),
        ("control groups", { _ = ControlGroups.isContainer($0) }),
        ("state", { _ = SavedState($0) }), ("choice", { _ = RememberedChoice($0) }),
        ("Java's options", { _ = JavaProperties.values(in: $0) }),
        ("NODE_OPTIONS", { _ = NodeSwitch.withoutOption($0) }),
        ("TOML", { _ = ConfigDocument(parsing: $0).diagnostics }),
        (
            "profiles",
            {
                let layer = Configuration.Layer(
                    path: "p", document: ConfigDocument(parsing: $0), distrust: nil)
                _ = ConfigReader.check(Configuration(layers: [layer]))
            }
        ),
    ]

    @Test(arguments: readers.map { $0.name })
    func `a reader takes any input in linear time`(_ name: String) {
        guard let read = Self.readers.first(where: { $0.name == name })?.read else { return }
        for shape in LinearCase.shapes + Self.ownShapes {
            Self.check(
                LinearCase(
                    name: "\(name), \(shape.name)", head: shape.head, piece: shape.piece, read: read
                ), .sweep)
        }
    }

    @Test(arguments: [
        ("PAC", "proxies in one string"), ("PAC", "proxies"), ("curl", "heads"), ("head", "fields"),
        ("git's answer", "git's keys"), ("GNOME", "GNOME's hosts"), ("macOS", "macOS's hosts"),
        ("Clash", "ports"), ("V2Ray", "inbounds"), ("shell words", "one letter"),
        ("list of hosts", "commas"), ("tmux", "variables"), ("profiles", "lists"),
        ("profiles", "profiles"), ("PEM", "certificates"), ("JSON", "braces with names"),
        ("YAML leaves", "deeper"), ("XML", "tags"), ("script strings", "quotes"),
        ("hidden", "schemes"), ("NODE_OPTIONS", "words"), ("Java's options", "words"),
    ]) func `a reader takes 64 KB and 1 MB of its worst input`(_ name: String, _ shape: String)
        throws
    {
        let read = try #require(Self.readers.first { $0.name == name }?.read)
        let all = LinearCase.shapes + Self.ownShapes
        let shape = try #require(all.first { $0.name == shape })
        Self.check(
            LinearCase(
                name: "\(name), \(shape.name)", head: shape.head, piece: shape.piece, read: read))
    }

    /// Shapes that are the worst of one reader.
    private static let ownShapes: [(name: String, head: String, piece: @Sendable (Int) -> String)] =
        [
            ("proxies in one string", "x=\"", { "PROXY h\($0):1;" }),
            ("proxies", "", { "\"PROXY h\($0):1\"\n" }),
            ("heads", "", { _ in "HTTP/1.1 100 C\r\n\r\n" }),
            ("fields", "HTTP/1.1 407 C\r\n", { "Proxy-Authenticate: S\($0)\r\n" }),
            ("git's keys", "", { "file:f\0http.https://h\($0).proxy\nhttp://h\($0):1\0" }),
            (
                "GNOME's hosts",
                "org.gnome.system.proxy mode 'manual'\norg.gnome.system.proxy ignore-hosts ['a'",
                { ", 'h\($0)'" }
            ),
            (
                "macOS's hosts", "<dictionary> {\nExceptionsList : <array> {\n",
                { "\($0) : h\($0).example\n" }
            ),
            ("ports", "", { "port: \($0 % 65_000 + 1)\n" }),
            (
                "inbounds", "{\"inbounds\":[{}",
                { ",{\"protocol\":\"http\",\"port\":\($0 % 60_000 + 1)}" }
            ),
            ("variables", "", { "NAME\($0)=value\n" }), ("words", "", { _ in "-Dx=y " }),
            ("profiles", "", { "[profiles.p\($0)]\nurl = \"http://h:1\"\n" }),
            ("lists", "", { "[profiles.p\($0)]\nfirst-reachable = [\"p\($0 + 1)\", \"p0\"]\n" }),
            ("rules", "[commands]\n", { "c\($0) = \"none\"\n" }),
            ("unknown keys", "", { "key\(1_000_000 + $0) = 1\n" }),
            ("dotted keys", "", { _ in "a." }), ("inline tables", "a = ", { _ in "{a=" }),
            (
                "certificates", "",
                { _ in "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" }
            ),
            ("state", "1.-", { ".A\($0 + 1_000_000).-.-" }),
        ]
}
