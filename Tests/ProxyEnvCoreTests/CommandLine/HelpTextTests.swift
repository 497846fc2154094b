import Testing

@testable import ProxyEnvCore

/// The texts of `help`.
@Suite struct HelpTextTests {
    @Test func `the overview lists each command under its heading, but for the hidden ones`() {
        let lines = HelpText.overview(of: .sample).split(separator: "\n")
        #expect(lines.contains("Switch this shell"))
        #expect(lines.contains("  use [PROFILE]               switch to PROFILE"))
        #expect(lines.contains("  list                        list them"))
        #expect(lines.contains("  -q, --quiet                 print errors only"))
        #expect(!lines.contains { $0.contains("wrapped") })
        #expect(!lines.contains { $0.hasSuffix(" ") })
    }

    @Test func `a command's help is its use, its details and its options`() throws {
        let command = try #require(CommandTable.sample.named([UInt8]("hook")))
        let text = HelpText.help(for: command, startUpLines: [("~/.zshrc", "eval it")])
        #expect(
            text == """
                proxyenv hook: print the hook

                Usage: proxyenv hook SHELL

                More of it.

                The line for the start-up file:
                  ~/.zshrc
                      eval it

                Options
                  --config FILE               read FILE instead of ~/.config/proxyenv/config.toml
                  -q, --quiet                 print errors only
                  --color auto|always|never   whether to use colours
                  -h, --help                  show this help

                """)
    }
}
