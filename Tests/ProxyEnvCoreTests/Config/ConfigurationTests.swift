import Testing

@testable import ProxyEnvCore

/// What files mean that are right, one above the other.
@Suite struct ConfigurationTests {
    private static let readme = """
        default = "office"
        no-proxy = [".corp.example"]
        no-proxy-inherit = false

        [profiles.office]
        description = "Bürö"
        url = "http://Proxy.Corp.Example:8080/"
        username = "alice@corp"
        password-command = ["secret-tool", "lookup", ""]
        ca-file = "~/corp-ca.pem"
        no-proxy = ["10.0.0.0/8", "Git.corp.example"]
        env = { A = "1", B = "" }

        [profiles.tunnel]
        url = "http://127.0.0.1:7890"
        all = "socks5h://127.0.0.1:7891"
        no-proxy-inherit = true

        [profiles.anywhere]
        first-reachable = ["office", "clash", "direct"]

        [commands]
        codex = true
        npm = false
        claude = "office"
        pip = { profile = "clash", env = { PIP_RETRIES = "2" } }
        make = {}
        """

    @Test func `every key of a profile is read`() throws {
        let configuration = Configuration(Self.readme)
        #expect(configuration.findings == [])
        let url = ProxyURL(scheme: .http, host: "proxy.corp.example", port: 8080)
        var expected = Profile(name: "office", route: .proxies(Profile.Proxies(everything: url)))
        expected.description = [UInt8]("Bürö")
        expected.username = [UInt8]("alice@corp")
        expected.password = .command([[UInt8]("secret-tool"), [UInt8]("lookup"), []])
        expected.certificates = .added([UInt8]("~/corp-ca.pem"))
        expected.noProxy = [[UInt8]("10.0.0.0/8"), [UInt8]("Git.corp.example")]
        expected.inheritsNoProxy = false
        expected.variables = [
            Profile.Variable(name: "A", value: [UInt8]("1")),
            Profile.Variable(name: "B", value: []),
        ]
        #expect(configuration.profile("office") == expected)
    }

    @Test func `a list of candidates is read`() {
        let configuration = Configuration(Self.readme)
        #expect(
            configuration.profile("anywhere")?.route
                == .firstReachable(["office", "clash", "direct"]))
    }

    @Test func `a profile that no file has is none`() {
        let configuration = Configuration(Self.readme)
        #expect(configuration.profile("nowhere") == nil)
    }

    @Test func `a route's own key wins over url`() {
        let proxies = Configuration(Self.readme).profile("tunnel")?.proxies
        #expect(proxies?.https == .local(7890))
        #expect(proxies?.all == .local(7891, .socks5h))
    }

    @Test func `a profile's own no-proxy-inherit wins over the file's`() {
        #expect(Configuration(Self.readme).profile("tunnel")?.inheritsNoProxy == true)
    }

    @Test func `two routes with keys of their own need no url`() {
        let apart = Configuration("profiles.a = {http = 'http://h:1', https = 'https://i:2'}")
        #expect(apart.profile("a")?.proxies?.http.endpoint == "h:1")
        #expect(apart.profile("a")?.proxies?.https.endpoint == "i:2")
        #expect(apart.profile("a")?.proxies?.all == nil)
    }

    @Test func `what holds for all profiles is read`() {
        var reader = ConfigReader(Configuration(Self.readme))
        #expect(reader.readDefault() == .name("office"))
        #expect(reader.readSharedNoProxy() == [[UInt8](".corp.example")])
        #expect(reader.diagnostics == [])
    }

    @Test(
        arguments: [
            ("codex", CommandRule()), ("npm", nil), ("none", nil), ("make", CommandRule()),
            ("claude", CommandRule(profile: .name("office"))),
            (
                "pip",
                CommandRule(
                    profile: .name("clash"),
                    variables: [Profile.Variable(name: "PIP_RETRIES", value: [UInt8]("2"))])
            ),
        ] as [(String, CommandRule?)])
    func `a rule is read`(command: String, rule: CommandRule?) {
        var reader = ConfigReader(Configuration(Self.readme))
        #expect(reader.readRule([UInt8](command)) == rule)
        #expect(reader.diagnostics == [])
    }

    @Test func `profiles, and commands with a rule, are listed by name`() {
        let configuration = Configuration(Self.readme)
        #expect(configuration.profileNames == ["anywhere", "office", "tunnel"])
        #expect(configuration.commandNames == ["claude", "codex", "make", "pip"])
    }

    private static let lower = """
        default = "a"
        no-proxy = ["x"]
        [profiles.a]
        url = "http://low:1"
        username = "u"
        password = "p"
        env = { A = "low", B = "low" }
        [commands]
        npm = true
        pip = true
        """

    private static let higher = """
        default = "direct"
        [profiles.a]
        url = "http://high:2"
        password-env = "P"
        env = { A = "high" }
        [profiles.b]
        url = "http://b:1"
        [commands]
        npm = false
        git = "a"
        """

    @Test
    func `a profile's key in a higher file replaces the same key of a lower one, and no other`() {
        let configuration = Configuration(Self.lower, Self.higher)
        #expect(configuration.findings == [])
        let profile = configuration.profile("a")
        #expect(profile?.proxies?.https.endpoint == "high:2")
        #expect(profile?.username == [UInt8]("u"))
        #expect(profile?.password == .variable("P"))
        #expect(profile?.variables.map { "\($0.name)=\($0.value.text)" } == ["B=low", "A=high"])
    }

    @Test func `a key at the top of a higher file replaces that of a lower one`() {
        var reader = ConfigReader(Configuration(Self.lower, Self.higher))
        #expect(reader.readDefault() == .name("direct"))
        #expect(reader.readSharedNoProxy() == [[UInt8]("x")])
    }

    @Test func `the profiles and the rules of both files count`() {
        let configuration = Configuration(Self.lower, Self.higher)
        #expect(configuration.profileNames == ["a", "b"])
        #expect(configuration.commandNames == ["git", "pip"])
    }

    @Test func `a rule of a higher file switches that of a lower one off`() {
        var reader = ConfigReader(Configuration(Self.lower, Self.higher))
        #expect(reader.readRule([UInt8]("npm")) == nil)
    }

    @Test(arguments: [
        ("url = 'http://h:1'", "first-reachable = ['direct']", true),
        ("first-reachable = ['direct']", "url = 'http://h:1'", false),
        ("first-reachable = ['direct']", "http = 'http://h:1'\nhttps = 'http://h:1'", false),
        ("http = 'http://h:1'\nhttps = 'http://h:1'", "first-reachable = ['direct']", true),
        ("first-reachable = ['a']", "url = 'http://h:1'", false),
    ])
    func `the route of a higher file replaces the other kind of a lower one`(
        lower: String, higher: String, isFirstReachable: Bool
    ) {
        let configuration = Configuration("[profiles.a]\n\(lower)", "[profiles.a]\n\(higher)")
        #expect(configuration.findings == [])
        let route = configuration.profile("a")?.route
        #expect((route == .firstReachable(["direct"])) == isFirstReachable)
        #expect((configuration.profile("a")?.proxies != nil) == !isFirstReachable)
    }

    @Test func `what is wrong names the file, the lowest first`() {
        let configuration = Configuration("\n[profiles.a]\nurl = ''", "x = 1")
        let diagnostics = ConfigReader.check(configuration)
        #expect(
            diagnostics.map { DiagnosticRenderer.line($0, in: configuration.file(of: $0)) } == [
                "0.toml:3:8: the proxy's URL is empty", "1.toml:1:1: unknown key `x` in the file",
            ])
    }

    @Test func `of a file that is no TOML nothing else is told`() {
        let broken = Configuration("a = 1", "a = ")
        #expect(ConfigReader.check(broken).map { $0.layer } == [1])
    }

    @Test func `what is wrong in one profile leaves the others alone`() {
        let configuration = Configuration(
            "[profiles.a]\nurl = ''\n[profiles.b]\nurl = 'http://h:1'\n")
        #expect(configuration.profile("a") == nil)
        #expect(configuration.profile("b") != nil)
    }

    @Test func `what is wrong in one rule leaves the others alone`() {
        let configuration = Configuration("[commands]\ncd = true\nnpm = 1")
        #expect(ConfigReader.checkRules(configuration).count == 2)
        #expect(configuration.commandNames == ["npm"])
    }
}
