import Testing

@testable import ProxyEnvCore

/// What lets Node read proxy variables, and what ends it then.
///
/// Each value was tried with Node 24.19.0.
@Suite struct NodeSwitchTests {
    private func patch(
        _ url: String?, _ variables: [(String, String)] = [], in baseline: Environment = .init()
    ) throws -> ProfileEnvironment {
        let url = try url.map { try ProxyURLParser.parse([UInt8]($0)) }
        let profile = ResolvedProfile(
            proxies: url.map { .init(everything: $0) }, noProxy: [], inheritsNoProxy: true,
            certificateBundle: nil, extraCertificates: nil,
            variables: variables.map { .init(name: $0.0, value: [UInt8]($0.1)) })
        return ProfileEnvironment(profile, in: baseline)
    }

    @Test(arguments: ["http://h:1", "https://h:1", "http://u:p%20w@h:1", "http://[::1]:1"])
    func `a proxy that Node takes lets Node read the variables`(_ url: String) throws {
        #expect(try patch(url).patch[ProxyVariables.node]?.value?.text == "1")
    }

    private static let fatal = [
        "socks5h://h:1", "socks5://h:1", "socks4://h:1", "socks4a://h:1", "http://u:%FF@h:1",
    ]

    @Test(arguments: fatal)
    func `a proxy with which Node ends lets it read nothing`(_ url: String) throws {
        #expect(try patch(url).patch[ProxyVariables.node] == nil)
    }

    @Test(arguments: fatal)
    func `it takes the user's own setting away`(_ url: String) throws {
        let baseline = Environment(
            "NODE_USE_ENV_PROXY=1", "NODE_OPTIONS=--use_env_proxy --no-warnings \"--use-env-proxy\""
        )
        let made = try patch(url, in: baseline)
        #expect(made.patch[ProxyVariables.node] == .unset(name: ProxyVariables.node))
        #expect(made.patch["NODE_OPTIONS"]?.value?.text == "--no-warnings")
    }

    @Test(arguments: fatal)
    func `it unsets NODE_OPTIONS where nothing else stands there`(_ url: String) throws {
        let made = try patch(url, in: Environment("NODE_OPTIONS=--use-env-proxy=true"))
        #expect(made.patch["NODE_OPTIONS"] == .unset(name: "NODE_OPTIONS"))
    }

    @Test(arguments: fatal)
    func `it leaves other options of Node alone`(_ url: String) throws {
        let made = try patch(url, in: Environment("NODE_OPTIONS=--no-use-env-proxy -r \"a b\""))
        #expect(made.patch["NODE_OPTIONS"] == nil)
    }

    @Test func `the kinds of target are looked at each, ALL_PROXY is not`() throws {
        let socks = try ProxyURLParser.parse([UInt8]("socks5h://h:1"))
        let http = try ProxyURLParser.parse([UInt8]("http://h:1"))
        for (proxies, isOn) in [
            (Profile.Proxies(http: http, https: http, all: socks), true),
            (Profile.Proxies(http: socks, https: http, all: nil), false),
            (Profile.Proxies(http: http, https: socks, all: http), false),
        ] {
            let profile = ResolvedProfile(
                proxies: proxies, noProxy: [], inheritsNoProxy: true, certificateBundle: nil,
                extraCertificates: nil, variables: [])
            let made = ProfileEnvironment(profile, in: Environment()).patch
            #expect((made[ProxyVariables.node] != nil) == isOn)
        }
    }

    @Test func `a switch of the profile's own is left out where Node would end`() throws {
        let own = try patch("socks5h://h:1", [("NODE_USE_ENV_PROXY", "1"), ("A", "b")])
        #expect(own.patch[ProxyVariables.node] == nil)
        #expect(own.patch["A"]?.value?.text == "b")
        #expect(own.isNodeSwitchLeftOut)
    }

    @Test func `an option of the profile's own is left out where Node would end`() throws {
        let options = try patch("socks5h://h:1", [("NODE_OPTIONS", "--use-env-proxy -r x")])
        #expect(options.patch["NODE_OPTIONS"]?.value?.text == "-r x")
        #expect(options.isNodeSwitchLeftOut)
    }

    @Test(arguments: [("http://h:1", "0"), (nil, "1")] as [(String?, String)])
    func `another switch of the profile's own counts`(_ url: String?, _ value: String) throws {
        let made = try patch(url, [("NODE_USE_ENV_PROXY", value)])
        #expect(made.patch[ProxyVariables.node]?.value?.text == value)
    }

    @Test(arguments: [
        ("https_proxy", "socks5h://x:1", false), ("HTTPS_PROXY", "socks5h://x:1", true),
        ("http_proxy", "h:1", false), ("all_proxy", "socks5h://x:1", true),
        ("https_proxy", "", true), ("https_proxy", "http://h", true),
        ("https_proxy", "http://h:1/pac", false),
    ])
    func `a proxy variable of the profile's own decides whether Node reads it`(
        _ name: String, _ value: String, _ isOn: Bool
    ) throws {
        let made = try patch("http://h:1", [(name, value)])
        #expect((made.patch[ProxyVariables.node] != nil) == isOn)
        #expect(!made.isNodeSwitchLeftOut)
    }

    @Test(arguments: [
        ("http://h:1", false), ("https://127.0.0.1:1", false), ("HTTP://h:1", false),
        (" http://h:1", false), ("http://h", false), ("http://h:1/", false), ("http:h:1", false),
        ("http://u:é@h:1", false), ("http://u@h:1", false), ("socks5://h:1", false),
        ("http://[::1]:1", false), ("http://u:p@x@h:1", false), ("", false),
        ("socks5h://h:1", true), ("socks4://h:1", true), ("ftp://h:1", true), ("h:1", true),
        ("127.0.0.1:1", true), ("http://h:99999", true), ("http://u:p%ss@h:1", true),
        ("http://u:%FF@h:1", true), ("http://h:1/path", true), ("http://h:1?x", true),
        ("\"http://h:1\"", true), ("http://", true), ("http://:1", true), ("foo", true),
    ]) func `a value that ends Node is known`(_ value: String, _ isFatal: Bool) {
        for name in ["http_proxy", "HTTPS_PROXY"] {
            let environment = Environment("\(name)=\(value)", "NODE_USE_ENV_PROXY=1")
            #expect((NodeSwitch.fatalVariable(in: environment) == name) == isFatal)
        }
    }

    @Test(arguments: [
        (["NODE_USE_ENV_PROXY=1"], true), (["NODE_USE_ENV_PROXY=true"], false), ([], false),
        (["NODE_OPTIONS=--use-env-proxy"], true), (["NODE_OPTIONS=-r x"], false),
        (["NODE_USE_ENV_PROXY=1", "NODE_OPTIONS=--use-env-proxy --no-use-env-proxy"], false),
        (["NODE_USE_ENV_PROXY=1", "http_proxy=http://h:1", "HTTP_PROXY=socks5h://h:1"], false),
        (["NODE_USE_ENV_PROXY=1", "http_proxy=", "HTTP_PROXY=socks5h://h:1"], false),
        (["NODE_USE_ENV_PROXY=1", "http_proxy=http://h:1", "ALL_PROXY=socks5h://h:1"], false),
    ]) func `Node ends only where it reads the value`(_ variables: [String], _ isFatal: Bool) {
        // Of two entries of one name the first counts.
        let isNamed = variables.contains { $0.hasPrefix("http_proxy") }
        let entries = variables + (isNamed ? [] : ["http_proxy=socks5h://h:1"])
        let environment = Environment(entries: entries.map { [UInt8]($0) })
        #expect((NodeSwitch.fatalVariable(in: environment) != nil) == isFatal)
    }

    @Test func `explain warns of it, for programs in Node alone`() throws {
        let environment = Environment("https_proxy=socks5h://h:1", "NODE_USE_ENV_PROXY=1")
        let target = try #require(Target([UInt8]("https://example.com/")))
        func warnings(_ tool: Tool) -> [String] {
            Explainer(tool, environment, []).routes(to: target).flatMap { $0.warnings }
        }
        let warning = NodeSwitch.warning(of: "https_proxy")
        for tool in [Tool.nodeFetch, .npm, .gemini] { #expect(warnings(tool).contains(warning)) }
        for tool in [Tool.curl, .codex] { #expect(!warnings(tool).contains(warning)) }
    }
}
