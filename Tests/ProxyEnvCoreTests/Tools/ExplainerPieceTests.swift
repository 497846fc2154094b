import Testing

@testable import ProxyEnvCore

/// What the real programs did with forms of values, exemptions and targets that are put together from the same pieces.
@Suite struct ExplainerPieceTests {
    private static let proxy = "http://127.0.0.1:7890"
    private static let names = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"]

    private static func way(
        _ tool: String, _ url: String, _ variables: [String], settings: [ToolSetting] = []
    ) throws -> String {
        let name = tool.split(separator: "/").first.map { String($0) } ?? tool
        let known = try #require(Tools.named([UInt8](name)))
        let target = try #require(Target([UInt8](url)))
        let environment = Environment(entries: variables.map { [UInt8]($0) })
        let routes = Explainer(known, environment, settings).routes(to: target)
        let route = try #require(tool.hasSuffix("/ws") ? routes.first : routes.last)
        if route.decision == .proxy(proxy) { return route.isUsable ? "proxy" : "proxy!" }
        return route.decision.text + (route.isUsable || route.decision == .refused ? "" : "!")
    }

    @Test(arguments: [
        // curl 7.88, git 2.39, Python 3.11, requests 2.34 and codex 0.163: a star with blanks around.
        ("curl", "* ", "https://example.com", "proxy"),
        ("git", " *", "https://example.com", "proxy"),
        ("urllib", " *", "https://example.com", "proxy"),
        ("requests", "* ", "https://example.com", "proxy"),
        ("aiohttp", "* ", "https://example.com", "proxy"),
        ("codex/ws", "* ", "https://example.com", "direct"),
        ("uv", "x,*\r", "https://example.com", "direct"),
        // A dot behind the name.
        ("curl", ".example.com.", "https://example.com", "direct"),
        ("curl", "example.com", "https://example.com.", "direct"),
        ("cargo", "10.1.2.3.", "https://10.1.2.3", "proxy"),
        ("uv", "example.com.", "https://example.com", "proxy"),
        // npm 10.8 compares labels, those of addresses too.
        ("npm", "..example.com", "https://example.com", "direct"),
        ("npm", ".10.1.2.3", "https://10.1.2.3", "direct"),
        ("npm", "example.com", "https://example.com.", "proxy"),
        ("npm", "Example.com", "https://example.com", "proxy"),
        // Python looks at the ends of addresses as if they were names.
        ("pip", "3", "https://10.1.2.3", "direct"),
        ("urllib", ".2.3", "https://10.1.2.3", "direct"),
        ("urllib", "..example.com", "https://example.com", "direct"),
        ("curl", ".3", "https://10.1.2.3", "proxy"),
        // Networks: of IPv6 for reqwest; libcurl reads the length as C does, and 0 as the address alone.
        ("uv", "::1/128", "https://[::1]", "direct"),
        ("uv", "0:0:0:0:0:0:0:1", "https://[::1]", "direct"),
        ("curl", "::1", "https://[0:0:0:0:0:0:0:1]", "direct"),
        ("requests", "0:0:0:0:0:0:0:1", "https://[::1]", "proxy"),
        ("curl", "::1/128", "https://[::1]", "proxy"),
        ("curl", "0:0:0:0:0:0:0:1", "https://[::1]", "proxy"),
        ("curl", "0.0.0.0/0", "https://10.1.2.3", "proxy"),
        ("curl", "10.0.0.0/8\r", "https://10.1.2.3", "direct"),
        ("uv", "0.0.0.0/0", "https://10.1.2.3", "direct"),
        ("requests", "::1/128", "https://[::1]", "proxy"),
        // An address in another form.
        ("curl", "10.0.0.0/8", "https://0x0a.1.2.3", "direct"),
        ("uv", "10.1.2.3", "https://10.1.515", "direct"),
        ("urllib", "10.1.2.3", "https://10.1.515", "proxy"),
        // cargo's libcurl ends the list at a blank.
        ("cargo", "example.com other.com", "https://example.com", "direct"),
        // httpx 0.28 refuses what is no host.
        ("httpx", "x:y", "https://example.com", "none"),
        ("httpx", "a\tb", "https://example.com", "none"),
        ("httpx", "x:y,*", "https://example.com", "direct"),
    ])
    func `an exemption counts for the target for which it did`(
        tool: String, list: String, url: String, expected: String
    ) throws {
        let variables = Self.names.map { "\($0)=\(Self.proxy)" }
        let way = try Self.way(tool, url, variables + ["no_proxy=\(list)", "NO_PROXY=\(list)"])
        #expect(way == expected, "\(tool) \(list) \(url)")
    }

    @Test(arguments: [
        ("requests", "p.example.com:1", "https", "http://p.example.com:1"),
        ("requests", "u:p@127.0.0.1:7890", "https", "none"),
        ("curl", "u:p@127.0.0.1:7890", "https", "http://u:***@127.0.0.1:7890"),
        ("curl", "127.0.0.1:7890/", "https", "proxy"),
        ("uv", "u:p@127.0.0.1:7890", "https", "http://u:***@127.0.0.1:7890"),
        ("uv", "SOCKS5://127.0.0.1:7890", "https", "direct"),
        ("git", "SOCKS5://127.0.0.1:7890", "https", "socks5://127.0.0.1:7890!"),
        ("urllib", "https://127.0.0.1:7890", "https", "https://127.0.0.1:7890!"),
        ("urllib", "https://127.0.0.1:7890", "http", "https://127.0.0.1:7890!"),
        ("urllib", "127.0.0.1:7890/", "https", "none"),
        ("urllib", "//127.0.0.1:7890", "https", "proxy"),
        ("requests", "//127.0.0.1:7890", "https", "proxy"),
        ("uv", "127.0.0.1:7890/", "https", "direct"),
        ("uv", "http:/127.0.0.1:7890", "https", "direct"),
        ("codex", "Socks5h://127.0.0.1:7890", "https", "direct"),
        ("uv", "socks5://127.0.0.5", "https", "socks5://127.0.0.5:80"),
        ("curl", "https://127.0.0.5", "https", "https://127.0.0.5:443"),
        ("curl", "http:/127.0.0.1:7890", "https", "proxy"),
        ("git", "HTTPS://127.0.0.1:7890", "https", "https://127.0.0.1:7890!"),
        ("git", "socks6://127.0.0.1:7890", "https", "socks6://127.0.0.1:7890"),
        ("git", "ftp://127.0.0.1:7890", "https", "ftp://127.0.0.1:7890!"),
        ("wget", "u:p@127.0.0.1:7890", "https", "none"),
        ("wget", "[::1]:7890", "https", "none"),
        ("apt", "http://127.0.0.5", "https", "http://127.0.0.5:443"),
        ("wget", "https://127.0.0.1:7890", "https", "https://127.0.0.1:7890!"),
        ("wget", "https://127.0.0.1:7890", "http", "none"),
        ("aiohttp", "https://127.0.0.1:7890", "https", "direct"),
        ("aiohttp", "ftp://127.0.0.1:7890", "https", "ftp://127.0.0.1:7890!"),
        ("urllib", "http://127.0.0.5", "https", "http://127.0.0.5:443"),
        ("urllib", "http://127.0.0.5", "http", "http://127.0.0.5:80"),
        ("npm", "http:/127.0.0.1:7890", "https", "proxy"),
        ("npm", "http:127.0.0.1:7890", "https", "proxy"),
    ])
    func `a value is read as it was`(tool: String, value: String, scheme: String, expected: String)
        throws
    {
        let way = try Self.way(
            tool, "\(scheme)://example.com", Self.names.map { "\($0)=\(value)" })
        #expect(way == expected, "\(tool) \(value) \(scheme)")
    }

    @Test
    func `what reqwest takes for no URL leaves ALL_PROXY its turn, an odd port does not`()
        throws
    {
        for tool in ["uv", "codex"] {
            for (value, way) in [
                ("http://h:1\r", "proxy"), ("\"http://h:1\"", "proxy"),
                ("http://u:\u{F6}@h:1", "proxy"),
                ("http://h:abc", "direct"), ("http://h:1;", "direct"), ("http://h:99999", "direct"),
            ] {
                let variables = ["https_proxy=\(value)", "all_proxy=\(Self.proxy)"]
                #expect(try Self.way(tool, "https://example.com", variables) == way, "\(value)")
            }
        }
    }

    @Test
    func `REQUEST_METHOD takes all variables away from reqwest, and http_proxy alone from Go`()
        throws
    {
        let variables = Self.names.map { "\($0)=\(Self.proxy)" } + ["REQUEST_METHOD="]
        for (tool, url, way) in [
            ("codex", "https://example.com", "direct"), ("uv", "https://example.com", "direct"),
            ("codex/ws", "https://example.com", "proxy"), ("go", "https://example.com", "proxy"),
            ("go", "http://example.com", "direct"), ("curl", "http://example.com", "proxy"),
        ] {
            #expect(try Self.way(tool, url, variables) == way, "\(tool) \(url)")
        }
    }

    @Test func `a tool's own variable is read in the spelling in which it was`() throws {
        let url = "https://example.com"
        for (tool, variable, way) in [
            ("pip", "pip_proxy", "direct"), ("pip", "PIP_PROXY", "proxy"),
            ("npm", "npm_config_https-proxy", "proxy"), ("npm", "Npm_Config_Proxy", "proxy"),
            ("cargo", "cargo_http_proxy", "direct"),
        ] {
            #expect(try Self.way(tool, url, ["\(variable)=\(Self.proxy)"]) == way, "\(variable)")
        }
    }

    @Test(arguments: [
        ("null", "direct"), ("false", "direct"), ("", "direct"), ("127.0.0.1:1", "none"),
    ])
    func `npm takes these words in its file for none`(value: String, expected: String) throws {
        let text = "http-proxy=http://b:1\nhttps-proxy=\(Self.proxy)\nhttps-proxy=\(value)\n"
        let settings = SettingsFile.npmrc.settings(in: [UInt8](text), path: ".npmrc")
        #expect(try Self.way("npm", "https://example.com", [], settings: settings) == expected)
    }

    @Test(
        arguments: [
            (.curlrc, "-x=http://b:1", "https_proxy", "=http://b:1"),
            (.curlrc, "-xhttp://b:1", "https_proxy", "http://b:1"),
            (.curlrc, "--proxy=http://b:1", "https_proxy", nil),
            (.curlrc, "--proxy http://b:1", "https_proxy", "http://b:1"),
            (.curlrc, "Proxy: http://b:1", "https_proxy", "http://b:1"),
            (.curlrc, "x = http://b:1", "https_proxy", nil),
            (.curlrc, "proxy =", "https_proxy", nil),
            (.curlrc, "proxy = \"\"", "https_proxy", ""),
            (.curlrc, "proxy1.0 = b:1", "https_proxy", "b:1"),
            (.curlrc, "preproxy = socks5://b:1\nproxy = c:1", "https_proxy", "socks5://b:1"),
            (.wgetrc, "use_proxy = off\nhttps_proxy = http://b:1", "https_proxy", ""),
            (.wgetrc, "use_proxy = no\nuse_proxy = yes\nhttps_proxy = b:1", "https_proxy", "b:1"),
            (.wgetrc, "use_proxy = true", "https_proxy", "true"),
            (.npmrc, "https-proxy = http://b:1 # c", "https_proxy", "http://b:1"),
            (.npmrc, "https-proxy = \"http://b:1\"", "https_proxy", "http://b:1"),
            (.pipConf, "[global]\n--Proxy: http://b:1", "https_proxy", "http://b:1"),
            (
                .pipConfOfCommands, "[download]\nproxy = a:1\n[global]\nproxy = b:1",
                "https_proxy", "a:1"
            ),
            (.pipConf, "[global]\nproxy =", "https_proxy", nil),
            (.pipConf, "[DEFAULT]\nproxy = a:1", "https_proxy", nil),
            (.pipConf, "[DEFAULT]\nproxy = a:1\n[list]\na = b", "https_proxy", nil),
            (.pipConf, "[global]\na = b\n[DEFAULT]\nproxy = a:1", "https_proxy", "a:1"),
            (.pipConf, "[DEFAULT]\nproxy = a:1\n[global]\nproxy = b:1", "https_proxy", "b:1"),
            (.pipConf, "[DEFAULT]\nproxy = a:1\n[global]\nproxy =", "https_proxy", nil),
            (
                .pipConfOfCommands,
                "[DEFAULT]\nproxy = a:1\n[download]\n[global]\nproxy = b:1", "https_proxy", "a:1"
            ),
            (.pipConf, "[global]\nproxy = b:1 ; c", "https_proxy", "b:1 ; c"),
            (.codexEnvironment, "HTTPS_PROXY=http://b:1 # c", "HTTPS_PROXY", "http://b:1"),
            (.codexEnvironment, "HTTPS_PROXY='$A'", "HTTPS_PROXY", "\\$A"),
        ] as [(SettingsFile, String, String, String?)])
    func `a line of a settings file is read as the tool read it`(
        file: SettingsFile, text: String, name: String, expected: String?
    ) {
        let settings = file.settings(in: [UInt8](text), path: "f")
        let value = settings.last { $0.name == name }?.value
        #expect(value == expected.map { [UInt8]($0) }, "\(text)")
    }

    @Test
    func `gem and bundle speak HTTP to a proxy with TLS, and bundle minds the case of a scheme`()
        throws
    {
        for tool in ["gem", "bundle"] {
            for (value, way) in [
                ("https://h:1", "https://h:1!"), ("h:1", "http://h:1"),
                ("HTTP://h:1", tool == "gem" ? "http://h:1" : "none"),
            ] {
                let variables = ["http_proxy=\(value)", "https_proxy=\(value)"]
                for url in ["http://example.com", "https://example.com"] {
                    #expect(try Self.way(tool, url, variables) == way, "\(tool) \(value) \(url)")
                }
            }
        }
    }

    @Test func `codex's file names other variables with and without braces`() {
        let environment = Environment(entries: [[UInt8]("A=http://b:1")])
        for (value, expected) in [
            ("$A", "http://b:1"), ("${A}/", "http://b:1/"), ("x$NONE", "x"), ("\\$A", "$A"),
            ("$", ""), ("${A", "http://b:1"), ("$A_B", "http://b:1_B"), ("${A_B}", ""),
        ] {
            var reference = VariableReference(environment)
            let found = reference.expandedDotEnv([UInt8](value))
            #expect(found == [UInt8](expected), "\(value)")
        }
    }

    @Test func `git compares a URL with its path, and never sees a user, a password or a token`()
        throws
    {
        for (url, expected) in [
            ("https://u:p@example.com/x/y?z=1", "https://example.com:443/x/y"),
            ("https://ghp_x@example.com/x.git", "https://example.com:443/x.git"),
            (
                "https://example.com/glpat-0123456789abcdef/x.git", "https://example.com:443/"
            ),
            ("http://example.com", "http://example.com:80/"),
            ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ] {
            #expect(try #require(Target([UInt8](url))).comparedURL == [UInt8](expected))
        }
    }
}
