import TestSupport
import Testing

@testable import ProxyEnvCore

/// Variables that name a tool's server, and values that name none.
@Suite struct ServerVariableTests {
    @Test(arguments: [
        ("npm", "npm_config_registry", "https://npm.corp/", "https://npm.corp/"),
        ("npm", "NPM_CONFIG_REGISTRY", " http://npm.corp:81/x ", "http://npm.corp:81/x"),
        ("pnpm", "npm_config_registry", "npm.corp", nil),
        ("yarn", "YARN_NPM_REGISTRY_SERVER", "https://npm.corp", "https://npm.corp"),
        ("bun", "BUN_CONFIG_REGISTRY", "https://npm.corp", "https://npm.corp"),
        ("pip", "PIP_INDEX_URL", "https://pypi.corp/simple", "https://pypi.corp/simple"),
        ("pip", "PIP_INDEX_URL", "file:///srv/simple", nil),
        ("uv", "UV_DEFAULT_INDEX", "https://pypi.corp/simple", "https://pypi.corp/simple"),
        ("uv", "UV_DEFAULT_INDEX", "corp=https://pypi.corp/a=b", "https://pypi.corp/a=b"),
        ("uv", "UV_DEFAULT_INDEX", "./packages", nil), ("uv", "UV_DEFAULT_INDEX", "=", nil),
        ("uv", "UV_INDEX_URL", "https://pypi.corp/simple", "https://pypi.corp/simple"),
        ("go", "GOPROXY", "https://go.corp,direct", "https://go.corp"),
        ("go", "GOPROXY", "https://go.corp|https://x.corp", "https://go.corp"),
        ("go", "GOPROXY", "direct", nil), ("go", "GOPROXY", "off", nil),
        ("go", "GOPROXY", "file:///go", nil), ("go", "GOPROXY", ",https://x.corp", nil),
        ("gh", "GH_HOST", "git.corp", "https://git.corp/"),
        ("gh", "GH_HOST", "https://git.corp", nil), ("gh", "GH_HOST", "a@b", nil),
        ("gh", "GH_HOST", " ", nil), ("gh", "GH_HOST", "git corp", nil),
        ("claude", "ANTHROPIC_BASE_URL", "https://gw.corp/", "https://gw.corp/v1/models"),
        (
            "claude", "ANTHROPIC_BASE_URL", "http://localhost:4000//",
            "http://localhost:4000/v1/models"
        ),
        ("claude", "ANTHROPIC_BASE_URL", "gw.corp", nil),
        ("claude", "ANTHROPIC_BASE_URL", "socks5://gw.corp", nil),
        ("claude", "ANTHROPIC_BASE_URL", "/", nil),
        ("aider", "OPENAI_API_BASE", "https://gw.corp/v1", "https://gw.corp/v1/models"),
        ("rustup", "RUSTUP_DIST_SERVER", "HTTPS://rust.corp", "HTTPS://rust.corp"),
        ("brew", "HOMEBREW_API_DOMAIN", "https://b.corp/api", "https://b.corp/api"),
        ("brew", "HOMEBREW_API_DOMAIN", "https://b.corp\r", nil),
        ("brew", "HOMEBREW_API_DOMAIN", "https://", nil),
        ("brew", "HOMEBREW_API_DOMAIN", "https://b.corp:port/", nil),
    ])
    func `the server that a variable names`(
        tool: String, name: String, value: String, expected: String?
    ) throws {
        let known = try #require(Tools.named([UInt8](tool)))
        let variable = try #require(known.serverVariables.first { $0.name == name })
        #expect(variable.url(in: [UInt8](value)) == expected.map { [UInt8]($0) })
    }

    @Test func `no value whatever is taken for more than it is`() {
        let pieces = ["https://", "a", "=", ",", "|", "/", ":", "@", " ", "\u{1B}", "1", "[", "#"]
        var generator = SplitMix64(for: "variables of servers")
        var count = 0
        let variables = Tools.all.flatMap { $0.serverVariables }
        for _ in 0..<2000 {
            let words = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            for variable in variables {
                guard let url = variable.url(in: [UInt8](words.joined())) else { continue }
                count += 1
                #expect(Target(url) != nil, "\(words)")
                #expect(url.allSatisfy { $0 > 0x20 && $0 != 0x7F }, "\(words)")
            }
        }
        #expect(count > 100)
    }
}
