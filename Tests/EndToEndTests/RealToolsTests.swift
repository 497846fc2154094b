import Testing

/// Real tools in a real interactive zsh, through a real proxy whose log is the proof; nothing leaves this machine.
@Suite struct RealToolsTests {
    /// A tool, what to type, and the request that the proxy then sees.
    struct Tool: CustomTestStringConvertible {
        let name: String
        let line: String
        let request: String

        var testDescription: String { name }
    }

    static let tools = [
        Tool(
            name: "curl", line: "curl -sS -m 20 https://curl.example.invalid/",
            request: "CONNECT curl.example.invalid:443"),
        Tool(
            name: "npm",
            line: "npm view some-package --fetch-retries=0 --registry=https://npm.example.invalid/",
            request: "CONNECT npm.example.invalid:443"),
        Tool(
            name: "pip",
            line:
                "pip download --retries 0 --no-input --index-url https://pip.example.invalid/simple some-package",
            request: "CONNECT pip.example.invalid:443"),
        Tool(
            name: "git", line: "git ls-remote https://git.example.invalid/some.git",
            request: "CONNECT git.example.invalid:443"),
    ]

    @Test(arguments: tools)
    func `a wrapped tool's request arrives at the proxy, and that of another does not`(
        _ tool: Tool
    ) throws {
        _ = try Binary.require(tool.name)
        let sandbox = try Sandbox()
        let proxy = try Tinyproxy(in: sandbox)
        try sandbox.write(
            """
            default = "local"
            [profiles.local]
            url = "http://127.0.0.1:\(proxy.port)"
            [commands]
            \(tool.name) = true

            """, to: ".config/proxyenv/config.toml")
        let line = "command -v proxyenv >/dev/null && eval \"$(proxyenv hook zsh)\"\n"
        let terminal = try sandbox.terminal(.zsh, startUp: line)
        // First what is not wrapped, to an address at which nothing listens and for which a proxy would be asked.
        let other = Self.tools[tool.name == "curl" ? 3 : 0]
        for line in ["command \(tool.line)", other.line] {
            try terminal.run(
                line.replacing(#/[a-z]+\.example\.invalid/#, with: "127.9.9.9:1"), limit: 60)
        }
        #expect(proxy.requests.isEmpty)
        try terminal.run(tool.line, limit: 60)
        #expect(proxy.requests.first == tool.request)
        #expect(Set(proxy.requests) == [tool.request])
    }

    @Test func `use sends everything through the proxy, and off nothing any more`() throws {
        _ = try Binary.require("curl")
        let sandbox = try Sandbox()
        let proxy = try Tinyproxy(in: sandbox)
        let line = "command -v proxyenv >/dev/null && eval \"$(proxyenv hook zsh)\"\n"
        let terminal = try sandbox.terminal(.zsh, startUp: line)
        let curl = "curl -sS -m 20 -o /dev/null"
        try terminal.run("proxyenv use \(proxy.port)")
        try terminal.run(
            "\(curl) http://plain.example.invalid/x; \(curl) https://tls.example.invalid/")
        #expect(
            proxy.requests == [
                "GET http://plain.example.invalid/x", "CONNECT tls.example.invalid:443",
            ])
        try terminal.run("\(curl) https://127.0.0.1:1/; \(curl) https://localhost:1/")
        try terminal.run("proxyenv off")
        try terminal.run("\(curl) https://127.9.9.9:1/")
        #expect(proxy.requests.count == 2)
    }
}
