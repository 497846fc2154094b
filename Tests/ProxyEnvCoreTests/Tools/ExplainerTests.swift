import Testing

@testable import ProxyEnvCore

/// The simulation does what the real programs did; each table is one that was filled by running them.
@Suite struct ExplainerTests {
    static let proxy = "http://127.0.0.1:7890"

    /// The way that `tool` takes: `proxy`, `direct`, `none`, or the proxy's URL with `!` if it can't speak to it.
    static func way(
        _ tool: String, _ url: String, _ variables: [String], settings: [ToolSetting] = []
    ) throws -> String {
        let transport = tool.hasSuffix("/ws") ? 0 : nil
        let name = tool.split(separator: "/").first.map { String($0) } ?? tool
        let known = try #require(Tools.named([UInt8](name)))
        let target = try #require(Target([UInt8](url)))
        let environment = Environment(entries: variables.map { [UInt8]($0) })
        let routes = Explainer(known, environment, settings).routes(to: target)
        let route = try #require(transport.map { routes[$0] } ?? routes.last)
        if route.decision == .proxy(proxy) { return "proxy" }
        return route.decision.text + (route.isUsable || route.decision == .refused ? "" : "!")
    }

    @Test(arguments: [
        // http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY, all_proxy, ALL_PROXY: h for http://, s for https://
        ("codex/ws", "s s s s s s"), ("codex", "h h s s hs hs"),
        ("claude", "hs hs hs hs hs hs"),
        ("curl", "h - s s hs hs"), ("cargo", "h - s s hs hs"), ("git", "h - s s hs hs"),
        ("wget", "h - s - - -"), ("apt", "hs - s - - -"), ("pip", "h h s s hs hs"),
        ("requests", "h h s s hs hs"), ("httpx", "h h s s hs hs"), ("urllib", "h h s s - -"),
        ("aiohttp", "h h s s - -"), ("npm", "h h hs hs - -"), ("node-fetch", "- - - - - -"),
        ("node-http", "- - - - - -"),
    ])
    func `one variable alone counts for the targets that it counts for`(
        tool: String, expected: String
    ) throws {
        let names = [
            "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
        ]
        let cells = expected.split(separator: " ")
        try #require(cells.count == names.count)
        for (name, cell) in zip(names, cells) {
            for (letter, scheme) in [("h", "http"), ("s", "https")] {
                // codex's websocket was tried with wss alone.
                if tool == "codex/ws", scheme == "http" { continue }
                let way = try Self.way(tool, "\(scheme)://example.com", ["\(name)=\(Self.proxy)"])
                let isMeant = cell.contains(letter)
                #expect(way == (isMeant ? "proxy" : "direct"), "\(tool) \(name) \(scheme)")
            }
        }
    }

    private static let spellings = [
        ("curl", "lower", "upper"), ("cargo", "lower", "upper"), ("git", "lower", "direct"),
        ("pip", "lower", "direct"), ("requests", "lower", "direct"),
        ("httpx", "lower", "direct"),
        ("urllib", "lower", "direct"), ("aiohttp", "lower", "direct"),
        ("wget", "lower", "direct"),
        ("apt", "lower", "direct"), ("codex", "upper", "upper"), ("codex/ws", "upper", "upper"),
        ("claude", "lower", "upper"),
    ]

    @Test(arguments: spellings.map { ($0.0, $0.1) })
    func `of two spellings that disagree the one wins that did`(tool: String, winner: String) throws
    {
        let (lower, upper) = ("https_proxy=http://lower:1", "HTTPS_PROXY=http://upper:1")
        for order in [[lower, upper], [upper, lower]] {
            #expect(try Self.way(tool, "https://example.com", order) == "http://\(winner):1")
        }
    }

    @Test(arguments: spellings.map { ($0.0, $0.2) })
    func `an empty variable in lower case hides the other one where it did`(
        tool: String, winner: String
    ) throws {
        let variables = ["https_proxy=", "HTTPS_PROXY=http://upper:1"]
        let expected = winner == "direct" ? "direct" : "http://\(winner):1"
        #expect(try Self.way(tool, "https://example.com", variables) == expected)
    }

    @Test(arguments: ["codex", "codex/ws"])
    func `an empty variable in upper case hides the other one from codex`(tool: String) throws {
        let variables = ["HTTPS_PROXY=", "https_proxy=\(Self.proxy)"]
        #expect(try Self.way(tool, "https://example.com", variables) == "direct")
    }

    @Test(arguments: ["codex", "codex/ws"])
    func `where both are empty codex takes ALL_PROXY`(tool: String) throws {
        let variables = ["HTTPS_PROXY=", "https_proxy=", "ALL_PROXY=\(Self.proxy)"]
        #expect(try Self.way(tool, "https://example.com", variables) == "proxy")
    }

    @Test func `npm takes the last in the environment, empty or not`() throws {
        let (a, b) = ("https_proxy=http://a:1", "HTTPS_PROXY=http://b:1")
        #expect(try Self.way("npm", "https://x.com", [a, b]) == "http://b:1")
        #expect(try Self.way("npm", "https://x.com", [b, a]) == "http://a:1")
        #expect(try Self.way("npm", "https://x.com", [b, "https_proxy="]) == "direct")
    }

    static let dialects = """
        codex/ws codex claude curl cargo git wget requests pip httpx urllib aiohttp npm apt
        """.split(separator: " ").map { String($0) }

    @Test(arguments: [
        ("example.com", "https://example.com", "yyyyyyyyyyyyyy"),
        ("example.com", "https://sub.example.com", "yyyyyyyyyyyyyy"),
        ("example.com", "https://notexample.com", "nn?nnnnnynnnny"),
        (".example.com", "https://example.com", "yyyyyynyynyyyn"),
        (".example.com", "https://sub.example.com", "yyyyyyyyyyyyyy"),
        ("*.example.com", "https://sub.example.com", "nnynnnnnnnnnnn"),
        ("*", "https://example.com", "yyyyyynyyyyynn"),
        ("10.0.0.0/8", "https://10.1.2.3", "nyyyyynyynnnnn"),
        ("10.1.2.3", "https://10.1.2.3", "yyyyyyyyyyyyyy"),
        ("10.", "https://10.1.2.3", "???nnnnnnnnnnn"),
        ("10.*", "https://10.1.2.3", "???nnnnnnnnnnn"),
        ("example.com:8080", "https://example.com:8080", "ynynnnnyyyynnn"),
        ("::1", "https://[::1]", "yyyyyyyyyynyn?"),
        ("[::1]", "https://[::1]", "ynynnnnnn?yn?n"),
        ("a, example.com", "https://example.com", "yyyyyyyyyyyyyn"),
        ("a example.com", "https://example.com", "nnyynynnnnnnnn"),
        ("a;example.com", "https://example.com", "???nnnnnnnnnnn"),
        ("EXAMPLE.COM", "https://example.com", "nyyyyyyyyyyyny"),
        ("http://example.com", "http://example.com", "???nnnnnnynnnn"),
    ])
    func `NO_PROXY means to each what it meant`(entry: String, url: String, expected: String) throws
    {
        try #require(expected.count == Self.dialects.count)
        for (tool, answer) in zip(Self.dialects, expected) where answer != "?" {
            var variables = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"]
                .map { "\($0)=\(Self.proxy)" }
            variables += ["no_proxy=\(entry)", "NO_PROXY=\(entry)"]
            let way = try Self.way(tool, url, variables)
            #expect(way == (answer == "y" ? "direct" : "proxy"), "\(tool)")
        }
    }

    private static let proxies = ["https_proxy=\(proxy)", "HTTPS_PROXY=\(proxy)"]

    @Test(arguments: dialects) func `of two lists that disagree the one counts that did`(
        tool: String
    ) throws {
        let isUpper = tool.hasPrefix("codex") || tool == "npm"
        let lists = ["no_proxy=other", "NO_PROXY=example.com"]
        let way = try Self.way(tool, "https://example.com", Self.proxies + lists)
        #expect(way == (isUpper ? "direct" : "proxy"))
    }

    @Test(arguments: [
        ("wget", false), ("git", false), ("urllib", false), ("httpx", false), ("aiohttp", false),
        ("apt", false), ("curl", true), ("pip", true), ("requests", true), ("npm", true),
        ("cargo", true),
    ])
    func `an empty list hides the other one where it did`(tool: String, isExempted: Bool) throws {
        let lists = ["no_proxy=", "NO_PROXY=example.com"]
        let way = try Self.way(tool, "https://example.com", Self.proxies + lists)
        #expect(way == (isExempted ? "direct" : "proxy"))
    }

    @Test(arguments: [
        // codex/ws codex claude curl cargo git wget requests pip httpx urllib aiohttp npm apt
        // p: taken, d: direct, n: refused, !: connected to without speaking it
        ("127.0.0.1:7890", "npppppppppp" + "nnn"),
        ("localhost:7890", "npppppp" + "nn" + "pp" + "nnn"),
        ("http://127.0.0.1:7890/", "pppppppppppppp"),
        ("http://127.0.0.1:7890/path", "pppppppppppppp"),
        ("HTTP://127.0.0.1:7890", "pppppppppppppn"),
        (" http://127.0.0.1:7890 ", "pdpnnnnnnn" + "pppn"),
        ("http://127.0.0.1:7890\r", "pdpnnnnnnn" + "pppp"),
        ("\"http://127.0.0.1:7890\"", "ndnnnnnnnnnnnn"),
        ("http://127.0.0.1:7890 ", "???????????" + "??p"),
        ("127.0.0.1", "np?pppp" + "pppp" + "nnd"),
        ("localhost", "np?pppp" + "pppp" + "nnd"),
        ("garbage", "nnnnnnnnnnnnnd"),
        ("socks5://127.0.0.1:7890", "p!!pppnpppn" + "!" + "pn"),
        ("socks5h://127.0.0.1:7890", "p!!pppnpppn" + "!" + "pp"),
        ("socks4://127.0.0.1:7890", "n!!pppnppn" + "n" + "!" + "pn"),
    ])
    func `a value is taken, refused or overlooked as it was`(value: String, expected: String) throws
    {
        try #require(expected.count == Self.dialects.count)
        for (tool, answer) in zip(Self.dialects, expected) where answer != "?" {
            // urllib refuses what is no http for plain targets, and speaks HTTP to it for TLS.
            if tool == "urllib", value.hasPrefix("socks") { continue }
            let variables = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"]
                .map { "\($0)=\(value)" }
            let way = try Self.way(tool, "https://example.com", variables)
            let found: Character =
                switch way {
                case "direct": "d"
                case "none": "n"
                case let way where way.hasSuffix("!"): "!"
                default: "p"
                }
            #expect(found == answer, "\(tool) \(value): \(way)")
        }
    }

    @Test
    func `a value that codex overlooks leaves ALL_PROXY its turn`()
        throws
    {
        let url = "http://example.com"
        let broken = "HTTP_PROXY=http://127.0.0.1:1\r"
        #expect(try Self.way("codex", url, [broken, "ALL_PROXY=\(Self.proxy)"]) == "proxy")
    }

    @Test func `a value that codex overlooks hides the other spelling`() throws {
        let url = "http://example.com"
        let broken = "HTTP_PROXY=http://127.0.0.1:1\r"
        #expect(try Self.way("codex", url, [broken, "http_proxy=\(Self.proxy)"]) == "direct")
    }
}
