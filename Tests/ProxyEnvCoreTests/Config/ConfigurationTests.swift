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
        #expect(
            configuration.profile("anywhere")?.route
                == .firstReachable(["office", "clash", "direct"]))
        #expect(configuration.profile("nowhere") == nil)
    }

    @Test func `a route's own key wins over url`() {
        let proxies = Configuration(Self.readme).profile("tunnel")?.proxies
        #expect(proxies?.https == .local(7890))
        #expect(proxies?.all == .local(7891, .socks5h))
        #expect(Configuration(Self.readme).profile("tunnel")?.inheritsNoProxy == true)
        let apart = Configuration("profiles.a = {http = 'http://h:1', https = 'https://i:2'}")
        #expect(apart.profile("a")?.proxies?.http.endpoint == "h:1")
        #expect(apart.profile("a")?.proxies?.https.endpoint == "i:2")
        #expect(apart.profile("a")?.proxies?.all == nil)
    }

    @Test func `rules, names and what holds for all profiles are read`() {
        let configuration = Configuration(Self.readme)
        var reader = ConfigReader(configuration)
        #expect(reader.readDefault() == .name("office"))
        #expect(reader.readSharedNoProxy() == [[UInt8](".corp.example")])
        #expect(reader.readRule([UInt8]("codex")) == CommandRule())
        #expect(reader.readRule([UInt8]("npm")) == nil)
        #expect(reader.readRule([UInt8]("none")) == nil)
        #expect(reader.readRule([UInt8]("claude")) == CommandRule(profile: .name("office")))
        let retries = Profile.Variable(name: "PIP_RETRIES", value: [UInt8]("2"))
        #expect(
            reader.readRule([UInt8]("pip"))
                == CommandRule(profile: .name("clash"), variables: [retries]))
        #expect(reader.readRule([UInt8]("make")) == CommandRule())
        #expect(reader.diagnostics == [])
        #expect(configuration.profileNames == ["anywhere", "office", "tunnel"])
        #expect(configuration.commandNames == ["claude", "codex", "make", "pip"])
    }

    @Test func `a key of a higher file replaces the same key of a lower one, and no other`() {
        let lower = """
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
        let higher = """
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
        let configuration = Configuration(lower, higher)
        #expect(configuration.findings == [])
        let profile = configuration.profile("a")
        #expect(profile?.proxies?.https.endpoint == "high:2")
        #expect(profile?.username == [UInt8]("u"))
        #expect(profile?.password == .variable("P"))
        #expect(profile?.variables.map { "\($0.name)=\($0.value.text)" } == ["B=low", "A=high"])
        var reader = ConfigReader(configuration)
        #expect(reader.readDefault() == .name("direct"))
        #expect(reader.readSharedNoProxy() == [[UInt8]("x")])
        #expect(reader.readRule([UInt8]("npm")) == nil)
        #expect(configuration.profileNames == ["a", "b"])
        #expect(configuration.commandNames == ["git", "pip"])
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
        let broken = Configuration("a = 1", "a = ")
        #expect(ConfigReader.check(broken).map { $0.layer } == [1])
    }

    @Test func `what is wrong in one profile or rule leaves the others alone`() {
        let configuration = Configuration(
            "[profiles.a]\nurl = ''\n[profiles.b]\nurl = 'http://h:1'\n[commands]\ncd = true\nnpm = 1"
        )
        #expect(configuration.profile("a") == nil)
        #expect(configuration.profile("b") != nil)
        #expect(ConfigReader.checkRules(configuration).count == 2)
        #expect(configuration.commandNames == ["npm"])
    }
}
