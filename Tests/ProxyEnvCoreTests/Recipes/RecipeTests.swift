import Testing

@testable import ProxyEnvCore

/// What a tool gets besides the variables that every program reads.
@Suite struct RecipeTests {
    private func profile(
        _ url: String?, all: String? = nil, noProxy: [String] = [], ssh: Bool = false
    ) throws -> ResolvedProfile {
        let proxy = try url.map { try ProxyURLParser.parse(Array($0.utf8)) }
        let other = try all.map { try ProxyURLParser.parse(Array($0.utf8)) } ?? proxy
        return ResolvedProfile(
            proxies: proxy.map { .init(http: $0, https: $0, all: other) },
            noProxy: noProxy.map { Array($0.utf8) }, inheritsNoProxy: true,
            certificateBundle: nil, extraCertificates: nil, sshProxy: ssh ? proxy : nil,
            variables: [])
    }

    /// What `tool` gets that no other program would, as lines; a name alone is unset.
    private func recipe(
        _ tool: Tool, _ profile: ResolvedProfile, in entries: [String] = [],
        isOverruled: Bool = false, gitKeys: [String] = []
    ) -> [String] {
        let baseline = Environment(entries: entries.map { Array($0.utf8) })
        let plain = ProfileEnvironment(profile, in: baseline).patch
        let recipe = Recipe(
            tool, isOverruled: isOverruled, gitKeys: gitKeys.map { Array($0.utf8) })
        return ProfileEnvironment(profile, in: baseline, recipe: recipe).patch.changes
            .filter { plain[$0.name] != $0 }
            .map { change in
                change.value.map { "\(change.name)=\(String(decoding: $0, as: UTF8.self))" }
                    ?? change.name
            }
    }

    private let url = "http://127.0.0.1:7890"

    @Test func `what ends without a module for SOCKS gets no ALL_PROXY that it does not need`()
        throws
    {
        let mixed = try profile(url, all: "socks5h://127.0.0.1:7891")
        for tool in [Tool.pip, .aider, .httpx, .requests] {
            let changes = recipe(tool, mixed)
            #expect(changes.contains("ALL_PROXY") && changes.contains("all_proxy"), "\(tool.name)")
        }
        #expect(!recipe(.curl, mixed).contains("ALL_PROXY"))
        // Where all goes by SOCKS, it is what the user wants.
        #expect(!recipe(.aider, try profile("socks5h://127.0.0.1:7891")).contains("ALL_PROXY"))
    }

    @Test func `npm gets its own names, and the list of hosts with them`() throws {
        #expect(
            recipe(.npm, try profile(url, noProxy: [".corp.example"])) == [
                "npm_config_https_proxy=\(url)",
                "npm_config_noproxy=localhost,127.0.0.1,::1,corp.example,.corp.example",
                "npm_config_proxy=\(url)",
            ])
    }

    @Test func `pip gets its own name only where its file names a proxy`() throws {
        #expect(recipe(.pip, try profile(url)) == [])
        #expect(recipe(.pip, try profile(url), isOverruled: true) == ["PIP_PROXY=\(url)"])
    }

    @Test func `cargo's own name holds the proxy`() throws {
        #expect(recipe(.cargo, try profile(url)) == ["CARGO_HTTP_PROXY=\(url)"])
    }

    @Test func `git's own name holds the proxy`() throws {
        #expect(
            recipe(.git, try profile("http://a:b%40c@h:1")) == [
                "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=http.proxy",
                "GIT_CONFIG_VALUE_0=http://a:b%40c@h:1",
            ])
    }

    @Test(
        arguments: [
            (Tool.npm, ["npm_config_https_proxy=null", "npm_config_proxy=null"]),
            (.cargo, ["CARGO_HTTP_PROXY="]),
            (
                .git,
                ["GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=http.proxy", "GIT_CONFIG_VALUE_0="]
            ),
            (
                .java,
                ["JAVA_TOOL_OPTIONS=-Dhttp.proxyHost= -Dhttps.proxyHost= -DsocksProxyHost="]
            ), (.curl, []),
        ])
    func `no proxy is each tool's own word for it`(_ tool: Tool, _ changes: [String]) throws {
        #expect(recipe(tool, try profile(nil)) == changes)
    }

    @Test func `git's other lines stay, and an older proxy makes way`() throws {
        let before = [
            "GIT_CONFIG_COUNT=3", "GIT_CONFIG_KEY_0=HTTP.proxy", "GIT_CONFIG_VALUE_0=http://old:1",
            "GIT_CONFIG_KEY_1=user.name", "GIT_CONFIG_VALUE_1=A B", "GIT_CONFIG_KEY_2=http.proxy",
            "GIT_CONFIG_VALUE_2=http://old:2",
        ]
        #expect(
            recipe(.git, try profile(url), in: before) == [
                "GIT_CONFIG_COUNT=2", "GIT_CONFIG_KEY_0=user.name", "GIT_CONFIG_KEY_1=http.proxy",
                "GIT_CONFIG_KEY_2", "GIT_CONFIG_VALUE_0=A B", "GIT_CONFIG_VALUE_1=\(url)",
                "GIT_CONFIG_VALUE_2",
            ])
    }

    @Test(arguments: ["-1", "99999999999999999999", "x", "", "1 "])
    func `a count that git would refuse is none`(_ count: String) throws {
        let changes = recipe(.git, try profile(url), in: ["GIT_CONFIG_COUNT=\(count)"])
        #expect(changes.first == "GIT_CONFIG_COUNT=1")
        #expect(changes.count == 3)
    }

    @Test func `keys of git's that go before http.proxy are set too`() throws {
        #expect(
            recipe(
                .git, try profile(url), in: ["GIT_CONFIG_PARAMETERS='http.proxy'='http://old:1'"],
                gitKeys: ["http.https://x.org/.proxy", "remote.it's.proxy"]) == [
                    "GIT_CONFIG_COUNT=3", "GIT_CONFIG_KEY_0=http.proxy",
                    "GIT_CONFIG_KEY_1=http.https://x.org/.proxy",
                    "GIT_CONFIG_KEY_2=remote.it's.proxy",
                    "GIT_CONFIG_PARAMETERS='http.proxy'='http://old:1' 'http.proxy'='\(url)' "
                        + "'http.https://x.org/.proxy'='\(url)' 'remote.it'\\''s.proxy'='\(url)'",
                    "GIT_CONFIG_VALUE_0=\(url)", "GIT_CONFIG_VALUE_1=\(url)",
                    "GIT_CONFIG_VALUE_2=\(url)",
                ])
    }

    @Test func `among git's keys those of a URL or a remote go before http.proxy`() {
        let names = [
            "http.proxy", "http.https://*.x.org.proxy", "remote.a.b.proxy", "PATH=http.proxy",
            "http.https://*.x.org.proxy", "https.x.y.z.proxy", "remote.a.pushurl",
        ]
        #expect(
            GitVariables.stronger(among: names.map { Array($0.utf8) }).map {
                String(decoding: $0, as: UTF8.self)
            } == ["http.https://*.x.org.proxy", "remote.a.b.proxy"])
    }

    @Test func `properties in variables that go before java's make way`() throws {
        let before = [
            "JDK_JAVA_OPTIONS=-Dhttp.proxyHost=old -Xmx1g", "_JAVA_OPTIONS=-DsocksProxyHost=old",
        ]
        let changes = recipe(.java, try profile(url), in: before)
        #expect(changes.contains("JDK_JAVA_OPTIONS=-Xmx1g"), "\(changes)")
        #expect(changes.contains("_JAVA_OPTIONS"), "\(changes)")
        let maven = recipe(.mvn, try profile(url), in: before)
        #expect(maven.contains("JDK_JAVA_OPTIONS=-Xmx1g") && maven.contains("_JAVA_OPTIONS"))
        #expect(
            recipe(.java, try profile(url), in: ["JDK_JAVA_OPTIONS=-Xmx1g  -Da=b"])
                .allSatisfy { $0.hasPrefix("JAVA_TOOL_OPTIONS=") })
    }

    @Test func `java gets properties behind the user's own, and its own from before make way`()
        throws
    {
        let before = [
            "JAVA_TOOL_OPTIONS=-Xmx1g -Dhttps.proxyHost=old -Dhttps.proxyPort=1 '-Da=b c' -Dhttp.proxyHosts=x"
        ]
        let hosts = ["git.corp.example", "10.0.0.0/8", "192.168.0.0/16", "1.2.3.0/20", "h:80"]
        #expect(
            recipe(.java, try profile(url, noProxy: hosts), in: before) == [
                "JAVA_TOOL_OPTIONS=-Xmx1g '-Da=b c' -Dhttp.proxyHosts=x -Dhttps.proxyHost=127.0.0.1 "
                    + "-Dhttps.proxyPort=7890 -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=7890 "
                    + "-Dhttp.nonProxyHosts=localhost|127.*|[::1]|git.corp.example|*.git.corp.example|10.*|192.168.*"
            ])
    }

    @Test func `a SOCKS proxy has a property of its own`() throws {
        #expect(
            recipe(.mvn, try profile("socks5h://h:9")).first?.contains("-DsocksProxyHost=h") == true
        )
    }

    private static let ssh = "ssh -o ProxyCommand='nc -X connect -x 127.0.0.1:7890 %h %p'"
    private static let sshWithKey =
        "ssh -i '~/k' -o ProxyCommand='nc -X connect -x 127.0.0.1:7890 %h %p'"

    @Test func `git's ssh goes through the proxy where the profile says so`() throws {
        let changes = recipe(
            .git, try profile(url, ssh: true), in: ["GIT_SSH_COMMAND=ssh -i '~/k'"])
        #expect(changes.last == "GIT_SSH_COMMAND=\(Self.sshWithKey)")
    }

    @Test func `another proxy takes the place of the one before`() throws {
        let other = try profile("socks5://[::1]:9", ssh: true)
        #expect(
            recipe(.git, other, in: ["GIT_SSH_COMMAND=\(Self.sshWithKey)"]).last
                == "GIT_SSH_COMMAND=ssh -i '~/k' -o ProxyCommand='nc -X 5 -x [::1]:9 %h %p'")
    }

    @Test func `without a proxy git's ssh is as before`() throws {
        #expect(
            recipe(.git, try profile(url), in: ["GIT_SSH_COMMAND=\(Self.sshWithKey)"]).last
                == "GIT_SSH_COMMAND=ssh -i '~/k'")
    }

    @Test func `a command for ssh that has nothing else is unset`() throws {
        #expect(
            recipe(.git, try profile(nil), in: ["GIT_SSH_COMMAND=\(Self.ssh)"]).last
                == "GIT_SSH_COMMAND")
    }

    @Test func `a proxy for all that the tool can't speak to is left out`() throws {
        let mixed = try profile(url, all: "socks5h://127.0.0.1:7891")
        #expect(recipe(.claude, mixed) == ["ALL_PROXY", "all_proxy"])
        #expect(recipe(.curl, mixed) == [])
    }

    @Test(arguments: [
        ("claude", "socks5h://h:1"), ("wget", "socks5://h:1"), ("wget", "https://h:1"),
        ("codex", "https://h:1"), ("codex", "socks4://h:1"), ("httpx", "socks4://h:1"),
        ("java", "http://u:p@h:1"), ("gradle", "socks5://u:p@h:1"),
    ]) func `a tool that can't speak to the proxy is refused`(_ tool: String, _ url: String) throws
    {
        let tool = try #require(Tools.named(Array(tool.utf8)))
        let profile = try profile(url)
        #expect(throws: Recipe.Refusal.self) { try Recipe(tool).check(profile) }
    }

    @Test func `every tool can be started with an http proxy, and without one`() throws {
        for tool in Tools.all {
            #expect(try Recipe(tool).check(try profile("http://u@h:1")) == nil, "\(tool.name)")
            #expect(try Recipe(tool).check(try profile(nil)) == nil, "\(tool.name)")
        }
    }

    @Test func `codex with SOCKS is started, and the way that has to do without is named`() throws {
        #expect(try Recipe(.codex).check(try profile("socks5h://h:1")) == "http")
    }

    @Test func `a refusal names the proxy without its password`() throws {
        let profile = try profile("socks5://me:geheim@h:1")
        #expect(
            throws: Recipe.Refusal.scheme(proxy: "socks5://me:***@h:1", spoken: ["http", "https"])
        ) { try Recipe(.claude).check(profile) }
    }

    @Test func `with what it gets, a tool goes through the profile whatever its files say`() throws
    {
        let target = try #require(Target(Array("https://example.com/".utf8)))
        for (tool, keys) in [
            (Tool.npm, ["https_proxy", "all_proxy"]), (.cargo, ["http_proxy", "https_proxy"]),
            (.pip, ["http_proxy", "https_proxy"]),
        ] {
            let stale = keys.map {
                ToolSetting(
                    name: $0, value: Array("http://old:1".utf8), path: "f", line: 1, key: "proxy")
            }
            let baseline = Environment(entries: [])
            for (url, way) in [(url, Explanation.Decision.proxy(url)), (nil, .direct)] {
                // pip has no word for none.
                if url == nil, tool.name == "pip" { continue }
                let patch = ProfileEnvironment(
                    try profile(url), in: baseline, recipe: Recipe(tool, isOverruled: true)
                ).patch
                let routes = Explainer(tool, patch.applied(to: baseline), stale).routes(to: target)
                #expect(routes.map { $0.decision } == [way], "\(tool.name)")
            }
        }
    }

    @Test(arguments: [
        ("npm", "npm"), ("/usr/bin/pip3.11", "pip"), ("npm.cmd", "npm"), ("CODEX.EXE", nil),
        ("codex.exe", "codex"), ("python3.12", "python"), ("", nil), ("...", nil), ("123", nil),
        ("unknown", nil),
    ]) func `a command's name leads to its tool`(_ path: String, _ name: String?) {
        #expect(Tools.started(by: Array(path.utf8))?.name == name)
    }
}
