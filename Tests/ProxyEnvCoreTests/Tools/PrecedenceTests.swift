import Testing

@testable import ProxyEnvCore

/// Files and variables that name different proxies, as the tools were seen to choose.
@Suite struct PrecedenceTests {
    /// The ways to `http://` and `https://`: `f` is the file's proxy, `e` that of the variables.
    private static func ways(
        _ tool: String, _ keys: [String], _ variables: [String], host: String = "example.com"
    ) throws -> String {
        let known = try #require(Tools.named([UInt8](tool)))
        let settings = keys.map { key in
            let parts = key.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.last == "f" ? "http://f:1" : String(parts[1])
            return ToolSetting(
                name: String(parts[0]), value: [UInt8](value), path: "f", line: 1, key: "k")
        }
        let environment = Environment(
            entries: variables.map {
                [UInt8]($0.hasSuffix("=e") ? $0.dropLast() + "http://e:1" : $0)
            }
        )
        return try ["http", "https"].map { scheme in
            let target = try #require(Target([UInt8]("\(scheme)://\(host)")))
            let route = Explainer(known, environment, settings).routes(to: target)[0]
            switch route.decision.text {
            case "http://f:1": return "f"
            case "http://e:1": return "e"
            default: return route.decision.text
            }
        }.joined(separator: " ")
    }

    private static let file = ["http_proxy=f", "https_proxy=f"]
    private static let both = ["http_proxy=e", "https_proxy=e"]

    @Test(
        arguments: [
            (file, [], "f f"), (file, both, "f f"), (["http_proxy=f"], both, "f direct"),
            (["https_proxy=f"], both, "direct f"), (["http_proxy=f"], ["all_proxy=e"], "f direct"),
            (file + ["no_proxy=example.com"], both, "direct direct"),
            (file, ["no_proxy=example.com"], "f f"), (["no_proxy=example.com"], both, "e e"),
            (["no_proxy=example.com"], both + ["no_proxy=other"], "e e"),
            ([], both + ["no_proxy=example.com"], "direct direct"),
            (["http_proxy=::"], both, "none none"), (["https_proxy="], both, "none none"),
        ] as [([String], [String], String)])
    func `uv looks at no variable where its file names any proxy (uv 0.13.9, tried)`(
        keys: [String], variables: [String], ways: String
    ) throws {
        #expect(try Self.ways("uv", keys, variables) == ways)
    }

    @Test(
        arguments: [
            (file, [], "f f"), (["http_proxy=f"], [], "f direct"), (file, both, "e e"),
            (file, ["all_proxy=e"], "f f"), (file, both + ["no_proxy=example.com"], "f f"),
            (file, ["no_proxy=example.com"], "f f"),
            (file, ["http_proxy=", "HTTPS_PROXY="], "f f"),
        ] as [([String], [String], String)])
    func `conda's file counts where no variable does`(
        keys: [String], variables: [String], ways: String
    ) throws {
        #expect(try Self.ways("conda", keys, variables) == ways)
    }

    private static let options =
        "-Dhttp.proxyHost=e -Dhttp.proxyPort=1 -Dhttps.proxyHost=e -Dhttps.proxyPort=1"

    @Test(
        arguments: [
            ("mvn", [], "e e"), ("mvn", file, "f f"), ("mvn", ["https_proxy=f"], "e f"),
            ("gradle", [], "e e"), ("gradle", file, "f f"), ("gradle", ["http_proxy=f"], "f e"),
            ("gradle", ["no_proxy=*.com"], "direct direct"),
        ] as [(String, [String], String)])
    func `mvn's and gradle's files go before the properties in variables`(
        tool: String, keys: [String], ways: String
    ) throws {
        let own = tool == "mvn" ? "MAVEN_OPTS" : "GRADLE_OPTS"
        for variable in [own, "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"] {
            #expect(
                try Self.ways(tool, keys, ["\(variable)=\(Self.options)"]) == ways, "\(variable)")
        }
    }

    @Test func `Maven's list does not exempt from the proxies of its file`() throws {
        let variable = "MAVEN_OPTS=\(Self.options) -Dhttp.nonProxyHosts=*.com"
        #expect(try Self.ways("mvn", Self.file, [variable]) == "f f")
        #expect(try Self.ways("mvn", [], [variable]) == "direct direct")
        #expect(try Self.ways("mvn", Self.file, [], host: "localhost") == "f f")
    }

    @Test func `of Java's variables the last one on the way to the command line counts`() throws {
        func option(_ name: String, _ host: String) -> String {
            "\(name)=-Dhttps.proxyHost=\(host) -Dhttps.proxyPort=1"
        }
        for (variables, host) in [
            (["_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS"], 0),
            (["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS"], 2),
            (["JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"], 0),
        ] {
            let entries = variables.enumerated().map { option($0.element, "h\($0.offset)") }
            #expect(try Self.ways("mvn", [], entries) == "direct http://h\(host):1")
        }
    }

    @Test(
        arguments: [
            ([], both + ["all_proxy=e", "npm_config_proxy=e"], "direct direct"),
            ([], ["YARN_HTTP_PROXY=e"], "e direct"), ([], ["yarn_https_proxy=e"], "direct e"),
            (file, [], "f f"), (file, ["YARN_HTTP_PROXY=e", "YARN_HTTPS_PROXY=e"], "e e"),
            (file, ["YARN_HTTP_PROXY=", "YARN_HTTPS_PROXY="], "direct direct"),
            (file, ["no_proxy=*", "NO_PROXY=*"], "f f"),
            ([], ["YARN_HTTP_PROXY=h:1"], "direct direct"),
            ([], ["YARN_HTTP_PROXY=a.b:1", "YARN_HTTPS_PROXY=e"], "direct e"),
            ([], ["YARN_HTTP_PROXY=http:/e:1", "YARN_HTTPS_PROXY=http:e:1"], "e e"),
            ([], ["YARN_HTTP_PROXY=u:p@h:1"], "direct direct"),
            ([], ["YARN_HTTP_PROXY=1.2.3.4:1", "YARN_HTTPS_PROXY=e"], "none none"),
            ([], ["YARN_HTTP_PROXY=localhost:1", "YARN_HTTPS_PROXY=e"], "direct e"),
        ] as [([String], [String], String)])
    func `Yarn since 2 reads its own variables and files alone (Yarn 3.5.0, tried)`(
        keys: [String], variables: [String], ways: String
    ) throws {
        #expect(try Self.ways("yarn", keys, variables) == ways)
    }

    @Test(
        arguments: [
            ([], both, "e e"), ([], ["http_proxy=e"], "e e"), ([], ["https_proxy=e"], "direct e"),
            ([], ["all_proxy=e"], "direct direct"), ([], ["npm_config_proxy=e"], "e e"),
            ([], ["npm_config_https_proxy=e"], "direct e"),
            ([], ["YARN_HTTP_PROXY=e"], "direct direct"),
            ([], both + ["no_proxy=example.com"], "direct direct"),
            (["all_proxy=f"], [], "f f"), (["https_proxy=f"], [], "direct f"),
            (["all_proxy=f"], both, "f f"), (["all_proxy=f"], ["no_proxy=example.com"], "f f"),
            ([], ["http_proxy=socks5://h:1"], "none socks5://h:1"),
            ([], ["http_proxy=\"http://e:1\""], "direct direct"),
        ] as [([String], [String], String)])
    func `Yarn 1 takes its file's proxies also for hosts in NO_PROXY (Yarn 1.21.1, tried)`(
        keys: [String], variables: [String], ways: String
    ) throws {
        #expect(try Self.ways("yarn-classic", keys, variables) == ways)
    }

    @Test(
        arguments: [
            ([], ["https_proxy=e"], "e e"), ([], ["http_proxy=e"], "e direct"),
            ([], ["http_proxy=http://x:1", "HTTPS_PROXY=e"], "e e"),
            ([], ["https_proxy=", "HTTPS_PROXY=e"], "e e"), ([], ["all_proxy=e"], "direct direct"),
            (["https_proxy=f"], both, "f f"), (["http_proxy=f"], both, "f e"),
            (["all_proxy=f"], both, "f f"), (["https_proxy="], both, "direct direct"),
            (["no_proxy=com"], both, "direct direct"),
            ([], both + ["no_proxy=example.com"], "direct direct"),
            ([], ["https_proxy=h:1"], "http://h:1 https://h:1"),
            (["https_proxy=f"], ["pnpm_config_https_proxy=e"], "e e"),
        ] as [([String], [String], String)])
    func `pnpm's https_proxy serves http:// too, and its files go before (pnpm 11's source)`(
        keys: [String], variables: [String], ways: String
    ) throws {
        #expect(try Self.ways("pnpm", keys, variables) == ways)
    }
}
