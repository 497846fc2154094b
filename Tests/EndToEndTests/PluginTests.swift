import Testing

/// `shell/proxyenv.plugin.zsh`, which plugin managers of zsh source.
@Suite struct PluginTests {
    private let sandbox: Sandbox

    /// The plugin; this file lies two folders below the repository's own.
    private let plugin =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        + "/shell/proxyenv.plugin.zsh"

    init() throws {
        sandbox = try Sandbox("[commands]\nteller = '7890'\n")
        try sandbox.installTeller("teller")
    }

    @Test func `the plugin wraps the commands, as the line in .zshrc does`() throws {
        let outcome = try sandbox.run("source '\(plugin)'\nteller a\n", in: .zsh)
        #expect(
            outcome.text == "teller http://127.0.0.1:7890 http://127.0.0.1:7890 <a>\n",
            "\(outcome.errorText)")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `without the program the plugin says so, and nothing else changes`() throws {
        let outcome = try sandbox.run(
            "source '\(plugin)'\nwhence -w proxyenv teller", in: .zsh, with: ["PATH": "/nowhere"])
        #expect(
            outcome.errorText.hasPrefix("proxyenv: the plugin is here, and the program is not"),
            "\(outcome.errorText)")
        #expect(outcome.text == "proxyenv: none\nteller: none\n", "\(outcome.text)")
    }
}
