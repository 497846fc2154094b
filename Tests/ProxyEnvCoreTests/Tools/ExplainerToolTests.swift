import Testing

@testable import ProxyEnvCore

/// What single tools do with variables and files of their own.
extension ExplainerTests {
    @Test(arguments: ["go", "gh"], ["localhost", "127.0.0.9", "[::1]"])
    func `programs in Go reach this machine without a proxy`(tool: String, host: String) throws {
        #expect(
            try Self.way(tool, "https://\(host)", ["https_proxy=\(Self.proxy)"]) == "direct")
    }

    @Test(arguments: ["go", "gh"])
    func `a host that only begins like this machine is another one for Go`(tool: String) throws {
        let url = "https://localhost.example.com"
        #expect(try Self.way(tool, url, ["https_proxy=\(Self.proxy)"]) == "proxy")
    }

    @Test(arguments: ["go", "gh"])
    func `programs in Go overlook what is no URL`(tool: String) throws {
        let broken = "HTTPS_PROXY=http://127.0.0.1:1\r"
        #expect(try Self.way(tool, "https://example.com", [broken]) == "direct")
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

    @Test(arguments: ["npm", "apt"])
    func `npm and apt reach an IPv6 address through an HTTP proxy alone`(tool: String) throws {
        #expect(try Self.way(tool, "https://[::1]", []) == "none")
        #expect(try Self.way(tool, "https://[::1]", ["https_proxy=\(Self.proxy)"]) == "proxy")
    }

    @Test(arguments: [("npm", "socks5://h:1", "none"), ("curl", "socks4://h:1", "socks4://h:1!")])
    func `an IPv6 address is more than npm asks of SOCKS, and than SOCKS 4 knows`(
        tool: String, proxy: String, way: String
    ) throws {
        #expect(try Self.way(tool, "https://[::1]", ["https_proxy=\(proxy)"]) == way)
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
    }

    @Test func `pip takes its own proxy for hosts in NO_PROXY too, and other tools do not`() throws
    {
        let url = "https://example.com"
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
    }

    @Test func `java reads no proxy variable`() throws {
        #expect(try Self.way("java", "https://x.com", ["https_proxy=\(Self.proxy)"]) == "direct")
    }

    @Test func `Maven's own variable goes before Java's`() throws {
        let properties = "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=7890"
        #expect(
            try Self.way(
                "mvn", "https://x.com",
                ["JAVA_TOOL_OPTIONS=-Dhttps.proxyHost=a", "MAVEN_OPTS=\(properties)"]) == "proxy")
    }

    private func warnings(
        _ tool: String, _ url: String, _ variables: [String]
    ) throws -> [String] {
        let known = try #require(Tools.named([UInt8](tool)))
        let target = try #require(Target([UInt8](url)))
        let environment = Environment(entries: variables.map { [UInt8]($0) })
        return Explainer(known, environment, []).routes(to: target).flatMap { $0.warnings }
    }

    @Test(arguments: [
        (
            "https://10.1.2.3", "NO_PROXY=10.0.0.0/8",
            ["`10.0.0.0/8` in NO_PROXY exempts it for others, not here"]
        ), ("https://x.com", "NO_PROXY=10.0.0.0/8,y.com", []),
    ])
    func `what others would be exempted by is said`(
        url: String, list: String, expected: [String]
    ) throws {
        #expect(try warnings("codex", url, ["HTTPS_PROXY=\(Self.proxy)", list]) == expected)
    }

    @Test(arguments: [("ALL_PROXY", true), ("HTTPS_PROXY", false)])
    func `what lays claude's key open is said`(variable: String, isSaid: Bool) throws {
        let warnings = try warnings(
            "claude", "https://api.anthropic.com", ["\(variable)=\(Self.proxy)"])
        #expect((warnings.first?.contains("unencrypted") == true) == isSaid)
        #expect(warnings.isEmpty == !isSaid)
    }

    @Test(arguments: [
        ("curl", "h:1", "http://h:1"), ("curl", "http://h", "http://h:1080"),
        ("requests", "http://h", "http://h:80"), ("curl", "socks://h:1", "socks4://h:1"),
        ("curl", "http://u:hush@h:1", "http://u:***@h:1"),
        ("claude", "socks5://h:1", "socks5://h:1!"), ("npm", "http://u:p%w@h:1", "none"),
        ("curl", "http://u:p@s@h:1", "none"), ("requests", "http://u:p@s@h:1", "http://u:***@h:1"),
    ])
    func `what is taken is told as the tool takes it, without the password`(
        tool: String, value: String, way: String
    ) throws {
        let variables = ["https_proxy=\(value)", "HTTPS_PROXY=\(value)"]
        #expect(try Self.way(tool, "https://x.com", variables) == way)
    }

    private func way(
        _ tool: String, _ name: String, _ value: String, without list: String? = nil
    ) throws -> String {
        let variables = ["HTTPS_PROXY=\(Self.proxy)", "https_proxy=\(Self.proxy)"]
        let setting = ToolSetting(name: name, value: [UInt8](value), path: "f", line: 1, key: name)
        return try Self.way(
            tool, "https://example.com", variables + (list.map { ["no_proxy=\($0)"] } ?? []),
            settings: [setting])
    }

    @Test(arguments: [
        ("HTTPS_PROXY", "http://b:1", "http://b:1"), ("HTTPS_PROXY", "", "direct"),
        ("https_proxy", "http://b:1", "proxy"),
    ])
    func `codex's own file beats the environment`(name: String, value: String, way: String) throws {
        #expect(try self.way("codex", name, value) == way)
    }

    @Test(arguments: [("pip", "http://b:1"), ("curl", "direct"), ("git", "direct")])
    func `pip's file beats NO_PROXY, and other files do not`(tool: String, way: String) throws {
        #expect(try self.way(tool, "https_proxy", "http://b:1", without: "example.com") == way)
    }
}
