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

/// Servers that a cloud, or codex's settings, put in the place of a tool's own.
@Suite struct ServerProviderTests {
    @Test(arguments: [
        ("CLAUDE_CODE_USE_BEDROCK=1", "https://bedrock-runtime.us-east-1.amazonaws.com/"),
        (
            "CLAUDE_CODE_USE_BEDROCK=true AWS_REGION=eu-west-1",
            "https://bedrock-runtime.eu-west-1.amazonaws.com/"
        ),
        ("CLAUDE_CODE_USE_BEDROCK=1 ANTHROPIC_BEDROCK_BASE_URL=https://gw", "https://gw"),
        ("CLAUDE_CODE_USE_BEDROCK=0", nil), ("CLAUDE_CODE_USE_BEDROCK=", nil),
        ("CLAUDE_CODE_USE_BEDROCK=1 AWS_REGION=a/b", nil),
        ("CLAUDE_CODE_USE_VERTEX=1", "https://us-east5-aiplatform.googleapis.com/"),
        (
            "CLAUDE_CODE_USE_VERTEX=1 CLOUD_ML_REGION=global",
            "https://aiplatform.googleapis.com/"
        ),
        (
            "CLAUDE_CODE_USE_VERTEX=1 CLOUD_ML_REGION=eu",
            "https://aiplatform.eu.rep.googleapis.com/"
        ),
        (
            "CLAUDE_CODE_USE_FOUNDRY=on ANTHROPIC_FOUNDRY_RESOURCE=mine",
            "https://mine.services.ai.azure.com/"
        ),
        ("CLAUDE_CODE_USE_FOUNDRY=1", nil),
    ])
    func `the cloud that claude's variables choose`(_ words: String, _ url: String?) {
        let entries = words.split(separator: " ").map { Array($0.utf8) }
        let environment = Environment(entries: entries)
        let found = Tool.claude.providers.compactMap { $0.url(in: environment) }.first
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == url)
    }

    @Test(arguments: [
        ("", nil), ("model = 'x'", nil), ("model_provider = 'openai'", nil),
        ("openai_base_url = 'https://gw.corp/v1/'", "https://gw.corp/v1/models"),
        ("model_provider = 'ollama'", "http://localhost:11434/v1/models"),
        ("model_provider = 'x'", nil), ("model_provider = 5", nil),
        ("model_provider = 'x'\n[model_providers.x]\nbase_url = 'https://h'", "https://h/models"),
        ("model_provider = 'x'\n[model_providers.x]\nbase_url = 'h'", nil),
        ("[model_providers.openai]\nbase_url = 'https://h'", nil),
        (
            "profile = 'p'\nmodel_provider = 'x'\n[profiles.p]\nmodel_provider = 'y'\n"
                + "[model_providers.y]\nbase_url = 'https://y'\n[model_providers.x]\nbase_url = 'https://x'",
            "https://y/models"
        ),
        ("model_provider = 'x", nil),
    ])
    func `the server that codex's settings choose`(_ text: String, _ url: String?) {
        let found = CodexProvider.server(in: Array(text.utf8))
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == url)
    }

    @Test func `codex's file of variables sets none of codex's own`() {
        let text = Array("CODEX_HOME=/x\nexport CODEX_API_KEY=y\nHTTPS_PROXY=http://h:1\n".utf8)
        let names = SettingsFile.codexEnvironment.settings(in: text, path: "f").map { $0.name }
        #expect(names == ["HTTPS_PROXY"])
    }
}
