import Testing

@testable import ProxyEnvCore

/// The simulation does what the real programs did; each table is one that was filled by running them.
@Suite struct ExplainerTests {
    private static let proxy = "http://127.0.0.1:7890"

    /// The way that `tool` takes: `proxy`, `direct`, `none`, or the proxy's URL with `!` if it can't speak to it.
    private static func way(
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

    @Test(arguments: [
        ("curl", "lower", "upper"), ("cargo", "lower", "upper"), ("git", "lower", "direct"),
        ("pip", "lower", "direct"), ("requests", "lower", "direct"),
        ("httpx", "lower", "direct"),
        ("urllib", "lower", "direct"), ("aiohttp", "lower", "direct"),
        ("wget", "lower", "direct"),
        ("apt", "lower", "direct"), ("codex", "upper", "upper"), ("codex/ws", "upper", "upper"),
        ("claude", "lower", "upper"),
    ])
    func `of two spellings that disagree the one wins that did`(
        tool: String, both: String, emptyLower: String
    ) throws {
        let (lower, upper) = ("https_proxy=http://lower:1", "HTTPS_PROXY=http://upper:1")
        let url = "https://example.com"
        for order in [[lower, upper], [upper, lower]] {
            #expect(try Self.way(tool, url, order) == "http://\(both):1")
        }
        let expected = emptyLower == "direct" ? "direct" : "http://\(emptyLower):1"
        #expect(try Self.way(tool, url, ["https_proxy=", upper]) == expected)
    }

    @Test
    func `an empty variable in upper case hides the other one from codex`()
        throws
    {
        for tool in ["codex", "codex/ws"] {
            let url = "https://example.com"
            #expect(
                try Self.way(tool, url, ["HTTPS_PROXY=", "https_proxy=\(Self.proxy)"]) == "direct")
            #expect(
                try Self.way(
                    tool, url, ["HTTPS_PROXY=", "https_proxy=", "ALL_PROXY=\(Self.proxy)"])
                    == "proxy")
        }
    }

    @Test func `npm takes the last in the environment, empty or not`() throws {
        let (a, b) = ("https_proxy=http://a:1", "HTTPS_PROXY=http://b:1")
        #expect(try Self.way("npm", "https://x.com", [a, b]) == "http://b:1")
        #expect(try Self.way("npm", "https://x.com", [b, a]) == "http://a:1")
        #expect(try Self.way("npm", "https://x.com", [b, "https_proxy="]) == "direct")
    }

    private static let dialects = """
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

    @Test func `of two lists that disagree the one counts that did`() throws {
        let proxies = ["https_proxy=\(Self.proxy)", "HTTPS_PROXY=\(Self.proxy)"]
        for tool in Self.dialects {
            let isUpper = tool.hasPrefix("codex") || tool == "npm"
            let way = try Self.way(
                tool, "https://example.com", proxies + ["no_proxy=other", "NO_PROXY=example.com"])
            #expect(way == (isUpper ? "direct" : "proxy"), "\(tool)")
        }
        for (tool, isExempted) in [
            ("wget", false), ("git", false), ("urllib", false), ("httpx", false),
            ("aiohttp", false),
            ("apt", false), ("curl", true), ("pip", true), ("requests", true), ("npm", true),
            ("cargo", true),
        ] {
            let way = try Self.way(
                tool, "https://example.com", proxies + ["no_proxy=", "NO_PROXY=example.com"])
            #expect(way == (isExempted ? "direct" : "proxy"), "\(tool)")
        }
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
    func `a value that codex overlooks leaves ALL_PROXY its turn, and not the other spelling`()
        throws
    {
        let url = "http://example.com"
        let broken = "HTTP_PROXY=http://127.0.0.1:1\r"
        #expect(try Self.way("codex", url, [broken, "ALL_PROXY=\(Self.proxy)"]) == "proxy")
        #expect(try Self.way("codex", url, [broken, "http_proxy=\(Self.proxy)"]) == "direct")
    }

    @Test func `programs in Go reach this machine without a proxy, and overlook what is no URL`()
        throws
    {
        let proxy = "https_proxy=\(Self.proxy)"
        for tool in ["go", "gh"] {
            for host in ["localhost", "127.0.0.9", "[::1]"] {
                #expect(try Self.way(tool, "https://\(host)", [proxy]) == "direct", "\(host)")
            }
            #expect(try Self.way(tool, "https://localhost.example.com", [proxy]) == "proxy")
            let broken = "HTTPS_PROXY=http://127.0.0.1:1\r"
            #expect(try Self.way(tool, "https://example.com", [broken]) == "direct")
        }
    }

    @Test func `a star exempts names from codex's requests, and not addresses`() throws {
        let variables = ["ALL_PROXY=\(Self.proxy)", "NO_PROXY=*,x"]
        #expect(try Self.way("codex", "https://example.com", variables) == "direct")
        for host in ["10.1.2.3", "[::1]"] {
            #expect(try Self.way("codex", "https://\(host)", variables) == "proxy")
        }
    }

    @Test
    func `requests and pip read NO_PROXY by their own rules where no_proxy is empty`()
        throws
    {
        for tool in ["requests", "pip"] {
            for (entry, way) in [
                ("sub.example.com", "direct"), (".example.com", "direct"),
                (".sub.example.com", "proxy"),
                ("*", "proxy"),
            ] {
                let variables = ["https_proxy=\(Self.proxy)", "no_proxy=", "NO_PROXY=\(entry)"]
                #expect(
                    try Self.way(tool, "https://sub.example.com", variables) == way,
                    "\(tool) \(entry)")
            }
        }
    }

    @Test
    func `npm and apt reach an IPv6 address through an HTTP proxy alone, and SOCKS 4 knows none`()
        throws
    {
        for tool in ["npm", "apt"] {
            #expect(try Self.way(tool, "https://[::1]", []) == "none")
            #expect(try Self.way(tool, "https://[::1]", ["https_proxy=\(Self.proxy)"]) == "proxy")
        }
        #expect(try Self.way("npm", "https://[::1]", ["https_proxy=socks5://h:1"]) == "none")
        #expect(
            try Self.way("curl", "https://[::1]", ["https_proxy=socks4://h:1"]) == "socks4://h:1!")
    }

    @Test func `httpx takes a bare word for a host, which is missed only where it decides`() throws
    {
        let variables = ["http_proxy=garbage", "https_proxy=\(Self.proxy)"]
        #expect(try Self.way("httpx", "https://example.com", variables) == "proxy")
        #expect(try Self.way("httpx", "http://example.com", variables) == "none")
    }

    @Test func `a tool's own variables beat its file, and say none in its own words`() throws {
        func key(_ name: String) -> ToolSetting {
            ToolSetting(name: name, value: [UInt8]("http://file:1"), path: "f", line: 1, key: "k")
        }
        let (url, file) = ("https://example.com", "http://file:1")
        for (tool, variable, settings, way) in [
            ("npm", "npm_config_https_proxy=\(Self.proxy)", [key("https_proxy")], "proxy"),
            ("npm", "npm_config_https_proxy=", [key("https_proxy")], file),
            ("npm", "npm_config_https_proxy=null", [key("https_proxy")], "direct"),
            ("npm", "NPM_CONFIG_PROXY=\(Self.proxy)", [], "proxy"),
            ("pip", "PIP_PROXY=\(Self.proxy)", [key("https_proxy")], "proxy"),
            ("pip", "PIP_PROXY=", [key("https_proxy")], file),
            ("cargo", "CARGO_HTTP_PROXY=", [key("https_proxy")], "direct"),
        ] {
            #expect(
                try Self.way(tool, url, [variable], settings: settings) == way,
                "\(tool) \(variable)")
        }
        // pip takes its own proxy for hosts in NO_PROXY too; the others do not.
        for (tool, variable, way) in [
            ("pip", "PIP_PROXY", "proxy"), ("cargo", "CARGO_HTTP_PROXY", "direct"),
            ("npm", "npm_config_proxy", "direct"),
        ] {
            let variables = ["\(variable)=\(Self.proxy)", "no_proxy=example.com"]
            #expect(try Self.way(tool, url, variables) == way, "\(tool)")
        }
    }

    @Test func `java reads properties in variables`() throws {
        let properties = "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=7890"
        for (options, url, way) in [
            (properties, "https://example.com", "proxy"),
            (properties, "http://example.com", "direct"),
            (properties, "https://127.1.2.3", "direct"), (properties, "https://[::1]", "direct"),
            (properties + " -Dhttp.nonProxyHosts=*.com|a*", "https://example.com", "direct"),
            (properties + " -Dhttp.nonProxyHosts=example|b*", "https://example.com", "proxy"),
            (properties + " -Dhttps.proxyHost=", "https://example.com", "direct"),
            ("-Dhttps.proxyHost=h", "https://example.com", "http://h:443"),
            ("-DsocksProxyHost=h -DsocksProxyPort=1", "https://example.com", "socks5://h:1"),
        ] {
            #expect(
                try Self.way("java", url, ["JAVA_TOOL_OPTIONS=\(options)"]) == way, "\(options)")
        }
        #expect(try Self.way("java", "https://x.com", ["https_proxy=\(Self.proxy)"]) == "direct")
        #expect(
            try Self.way(
                "mvn", "https://x.com",
                ["JAVA_TOOL_OPTIONS=-Dhttps.proxyHost=a", "MAVEN_OPTS=\(properties)"]) == "proxy")
    }

    @Test func `what others would be exempted by, and what lays claude's key open, is said`() throws
    {
        func warnings(_ tool: String, _ url: String, _ variables: [String]) throws -> [String] {
            let known = try #require(Tools.named([UInt8](tool)))
            let target = try #require(Target([UInt8](url)))
            let environment = Environment(entries: variables.map { [UInt8]($0) })
            return Explainer(known, environment, []).routes(to: target).flatMap { $0.warnings }
        }
        let proxy = "HTTPS_PROXY=\(Self.proxy)"
        #expect(
            try warnings("codex", "https://10.1.2.3", [proxy, "NO_PROXY=10.0.0.0/8"]) == [
                "`10.0.0.0/8` in NO_PROXY exempts it for others, not here"
            ])
        #expect(try warnings("codex", "https://x.com", [proxy, "NO_PROXY=10.0.0.0/8,y.com"]) == [])
        #expect(
            try warnings("claude", "https://api.anthropic.com", ["ALL_PROXY=\(Self.proxy)"]).first?
                .contains("unencrypted") == true)
        #expect(try warnings("claude", "https://api.anthropic.com", [proxy]) == [])
    }

    @Test func `what is taken is told as the tool takes it, without the password`() throws {
        func via(_ tool: String, _ value: String) throws -> String {
            try Self.way(tool, "https://x.com", ["https_proxy=\(value)", "HTTPS_PROXY=\(value)"])
        }
        #expect(try via("curl", "h:1") == "http://h:1")
        #expect(try via("curl", "http://h") == "http://h:1080")
        #expect(try via("requests", "http://h") == "http://h:80")
        #expect(try via("curl", "socks://h:1") == "socks4://h:1")
        #expect(try via("curl", "http://u:hush@h:1") == "http://u:***@h:1")
        #expect(try via("claude", "socks5://h:1") == "socks5://h:1!")
        #expect(try via("npm", "http://u:p%w@h:1") == "none")
        #expect(try via("curl", "http://u:p@s@h:1") == "none")
        #expect(try via("requests", "http://u:p@s@h:1") == "http://u:***@h:1")
    }

    @Test func `codex's own file beats the environment, and pip's file also NO_PROXY`() throws {
        func setting(_ name: String, _ value: String) -> ToolSetting {
            ToolSetting(name: name, value: [UInt8](value), path: "f", line: 1, key: name)
        }
        let variables = ["HTTPS_PROXY=\(Self.proxy)", "https_proxy=\(Self.proxy)"]
        let url = "https://example.com"
        #expect(
            try Self.way("codex", url, variables, settings: [setting("HTTPS_PROXY", "http://b:1")])
                == "http://b:1")
        #expect(
            try Self.way("codex", url, variables, settings: [setting("HTTPS_PROXY", "")])
                == "direct")
        #expect(
            try Self.way("codex", url, variables, settings: [setting("https_proxy", "http://b:1")])
                == "proxy")
        let exempted = variables + ["no_proxy=example.com"]
        for (tool, way) in [("pip", "http://b:1"), ("curl", "direct"), ("git", "direct")] {
            #expect(
                try Self.way(tool, url, exempted, settings: [setting("https_proxy", "http://b:1")])
                    == way, "\(tool)")
        }
    }
}
