import Testing

@testable import ProxyEnvCore

/// To which proxies a tool speaks.
@Suite struct SpokenSchemesTests {
    @Test(arguments: [
        (Tool.curl, "socks5h://h:1", true), (.claude, "socks5h://h:1", false),
        (.claude, "http://h:1", true), (.wget, "https://h:1", false),
        (.java, "socks5h://h:1", true),
        (.codex, "https://h:1", false), (.ssh, "socks5h://h:1", true),
        (.yarn, "socks5h://h:1", false),
    ])
    func `the one rule`(_ tool: Tool, _ url: String, _ isSpoken: Bool) throws {
        let url = try ProxyURLParser.parse(Array(url.utf8))
        #expect(tool.speaks(to: url) == isSpoken)
    }
}
