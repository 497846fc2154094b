import Testing

@testable import ProxyEnvCore

@Suite struct MisspeltVariablesTests {
    private func slips(_ tool: Tool?, _ variables: [String]) -> [String] {
        let environment = Environment(entries: variables.map { Array($0.utf8) })
        return MisspeltVariables.slips(in: environment, of: tool).map { "\($0.name) \($0.meant)" }
    }

    @Test(arguments: [
        ("HTTPS_PORXY", "HTTPS_PROXY"), ("HTTPSPROXY", "HTTPS_PROXY"),
        ("https-proxy", "https_proxy"), ("HTTP_PROXYS", "HTTP_PROXY"),
        ("HTTPS_PROXY_URL", "HTTPS_PROXY"), ("PROXY", "HTTPS_PROXY"),
        ("Https_Proxy", "HTTPS_PROXY"), ("HTTPS_PROXY ", "HTTPS_PROXY"),
        (" http_proxy", "http_proxy"), ("HTTTP_PROXY", "HTTP_PROXY"),
        ("ALLPROXY", "ALL_PROXY"), ("ALL_PROXI", "ALL_PROXY"), ("AL_PROXY", "ALL_PROXY"),
    ])
    func `a name that is a slip away from a variable is named with it`(
        _ name: String, _ meant: String
    ) {
        #expect(slips(.codex, ["\(name)=http://127.0.0.1:7890"]) == ["\(name) \(meant)"])
    }

    @Test(arguments: [
        "GOPROXY=https://proxy.golang.org:443", "KUBE_PROXY=http://h:1", "MY_PROXY_HOST=http://h:1",
        "WSS_PROXY=http://h:1", "FTPS_PROXY=http://h:1", "RTP_PROXY=http://h:1",
        "npm_config_proxy=http://h:1", "HTTPS_PORXY=1", "HTTPS_PORXY=on", "HTTPS_PORXY=",
        "HTTPPORT=8080", "SOCKS_PROXY=socks5://h:1", "MYPROXY=http://h:1", "=C:=C:\\",
        "HTTPS_PROXY", "API_PROXY=http://h:1", "APP_PROXY=http://h:1", "SSL_PROXY=http://h:1",
    ])
    func `other programs' variables, and values that are no proxy, are left alone`(_ entry: String)
    {
        #expect(slips(.codex, [entry]) == [])
    }

    @Test(arguments: ["https_proxy", "HTTP_PROXY", "all_proxy"])
    func `beside a right name nothing is said`(_ name: String) {
        #expect(slips(.codex, ["HTTPS_PORXY=http://h:1", "\(name)=http://h:1"]) == [])
    }

    @Test func `Python reads a name in any case, and codex does not`() {
        #expect(slips(.requests, ["Https_Proxy=http://h:1"]) == [])
        #expect(slips(.codex, ["Https_Proxy=http://h:1"]) == ["Https_Proxy HTTPS_PROXY"])
    }

    @Test func `a variable of the tool's own is no slip`() throws {
        let npm = try #require(Tools.named(Array("npm".utf8)))
        #expect(slips(npm, ["PROXY=http://h:1"]) == [])
    }
}
