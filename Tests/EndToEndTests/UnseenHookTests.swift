import Testing

/// The hooks of shells that the tests have no interpreter of, held against texts and read back by readers of their grammar.
@Suite struct UnseenHookTests {
    private static let file = #"it's "o\ther".toml"#
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        let rules = ["codex", "pip3.12", "g++", "7z", "http"].map { "'\($0)' = true\n" }.joined()
        try sandbox.write("[commands]\n\(rules)", to: Self.file)
    }

    private func hook(_ shell: String) throws -> Outcome {
        try sandbox.proxyenv("--config", "\(sandbox.home)/\(Self.file)", "hook", shell)
    }

    @Test func `Nushell gets a command for each name but its own, and paths that it reads back`()
        throws
    {
        let outcome = try hook("nushell")
        #expect(outcome.errorText.isEmpty)
        for name in ["codex", "pip3.12", "g++"] {
            #expect(outcome.lines.contains("export def --wrapped \"\(name)\" [...rest] {"))
        }
        for name in ["7z", "http"] {
            #expect(
                outcome.lines.contains("# \(name): nushell cannot wrap a command of this name"))
        }
        #expect(
            outcome.text.contains("let names = ('7z codex g++ http pip3.12' | split row ' ' | "))
        let words = Self.doubleQuoted(outcome.text)
        #expect(words.contains(sandbox.program))
        #expect(words.contains("\(sandbox.home)/\(Self.file)"))
        #expect(!outcome.text.contains("PROXYENV/"))
    }

    @Test(arguments: [
        ("0.91.0", 0, true), ("0.107.0", 0, true), ("0.108.0", 1, true), ("0.112.2", 1, true),
        ("0.113.0", 4, false), ("0.115.1", 4, false),
    ])
    func `Nushell gets what its version takes: completers, and aliases or commands for the names`(
        _ version: String, completers: Int, hasAliases: Bool
    ) throws {
        let outcome = try sandbox.proxyenv(
            "--config", "\(sandbox.home)/\(Self.file)", "hook", "nushell",
            with: ["NU_VERSION": version])
        #expect(outcome.lines.filter { $0.hasPrefix("@complete ") }.count == completers)
        for name in ["codex", "g++", "pip3.12"] {
            let start =
                hasAliases ? "export alias \"\(name)\" = ^" : "export def --wrapped \"\(name)\" ["
            #expect(outcome.lines.filter { $0.hasPrefix(start) }.count == 1)
        }
        #expect(outcome.text.contains("export alias \"proxyenv exec\"") == hasAliases)
        let rest = hasAliases ? "[...args: string@\"nu-complete proxyenv\"]" : "[...args]"
        #expect(outcome.lines.contains("export def --env --wrapped proxyenv \(rest) {"))
        #expect(outcome.lines.first == "module proxyenv-hook {")
        #expect(outcome.lines.suffix(3) == ["}", "use proxyenv-hook *", ""])
    }

    /// The texts in double quotes, as Nushell reads them: a backslash begins an escape.
    private static func doubleQuoted(_ text: String) -> Set<String> {
        var words: Set<String> = []
        for line in text.split(separator: "\n") {
            var word: String?
            var isEscaped = false
            for character in line {
                if isEscaped {
                    word?.append(character)
                    isEscaped = false
                } else if character == "\\", word != nil {
                    isEscaped = true
                } else if character == "\"" {
                    if let word { words.insert(word) }
                    word = word == nil ? "" : nil
                } else {
                    word?.append(character)
                }
            }
        }
        return words
    }
}
