import Testing

/// The form of the README and of the pages, and whether the program knows the commands that they show.
@Suite struct DocumentationTests {
    private static func pages() throws -> [Page] { try Page.paths().map { try Page($0) } }

    @Test func `the README is read in two minutes`() throws {
        for path in ["README.md", "README.zh-CN.md"] {
            #expect(
                try Page(path).text.split(separator: "\n", omittingEmptySubsequences: false)
                    .count <= 251)
        }
    }

    @Test func `every link leads to a file, and to a heading in it`() throws {
        let pages = try Self.pages()
        #expect(pages.count > 25)
        for page in pages {
            for link in page.links {
                let target = page.target(of: link)
                if let other = pages.first(where: { $0.path == target }) {
                    guard let sign = link.firstIndex(of: "#") else { continue }
                    let anchor = String(link[link.index(after: sign)...])
                    #expect(other.anchors.contains(anchor), "\(page.path): \(link)")
                } else {
                    // A folder, or a file that is no page.
                    let kinds = try Runner(
                        arguments: ["/bin/ls", "-d", "\(Page.repository)/\(target)"]
                            .map { Array($0.utf8) }, environment: []
                    ).run()
                    #expect(kinds.status == 0, "\(page.path): \(link)")
                }
            }
        }
    }

    @Test func `every page stands in the list of the pages`() throws {
        let list = try Page("docs/README.md")
        let linked = Set(list.links.map { list.target(of: $0) })
        for path in try Page.paths() where path.hasPrefix("docs/") && path != list.path {
            #expect(linked.contains(path), "\(path)")
        }
    }

    @Test func `the program knows each command that a page shows, with its options`() throws {
        let sandbox = try Sandbox()
        var commands: Set<ShownCommand> = []
        for page in try Self.pages() {
            for block in page.blocks
            where ["sh", "console", "bat"].contains(block.language.prefix { $0 != " " }) {
                for line in block.lines {
                    // What does not begin with a prompt was printed.
                    if block.language == "console", !line.hasPrefix("$ ") { continue }
                    commands.formUnion(ShownCommand.all(in: line))
                }
            }
            if page.path.hasPrefix("README") || page.path.contains("troubleshooting") {
                for code in page.codeInTables where code.contains("proxyenv ") {
                    // PowerShell's line asks whether there is such a command.
                    if code.contains("Get-Command") { continue }
                    commands.formUnion(ShownCommand.all(in: code[...]))
                }
            }
        }
        #expect(commands.count > 50)
        for command in commands.sorted(by: { $0.words.lexicographicallyPrecedes($1.words) }) {
            try expectKnown(command, in: sandbox)
        }
    }

    /// Expects that the program takes the words of `command`, of which nothing is done: the last word is one that it refuses, and it
    /// looks at what is wrong in their order.
    private func expectKnown(_ command: ShownCommand, in sandbox: Sandbox) throws {
        let name = command.words[0]
        // The hook's own, of which the program knows nothing; and what asks for no command.
        if name == "reload" || name.hasPrefix("-") { return }
        let help = try errors(of: ["help", name], in: sandbox)
        #expect(help.status == 0, "\(command.words)")
        let stranger = name == "test" ? "--rules" : "--watch"
        let refused = try errors(of: command.adding([stranger]), in: sandbox)
        #expect(
            refused.errorText.contains("`\(name)` takes no `\(stranger)`"),
            "\(command.words): \(refused.errorText)")
        // A command with `…` takes any number of words, and would do something with them.
        let usage = help.text.split(separator: "\n").first { $0.hasPrefix("Usage: ") } ?? ""
        if usage.contains("…") || command.launches { return }
        let extra = (1...9).map { "word-too-many-\($0)" }
        let tooMany = try errors(of: command.adding(extra), in: sandbox)
        #expect(
            tooMany.errorText.contains("takes no further `word-too-many")
                || tooMany.errorText.contains("takes no further word"),
            "\(command.words): \(tooMany.errorText)")
    }

    private func errors(of words: [String], in sandbox: Sandbox) throws -> Outcome {
        try Runner(
            arguments: ([sandbox.program] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
    }

    // MARK: The Chinese pages

    @Test(arguments: [
        ("README.md", "README.zh-CN.md"),
        ("docs/troubleshooting.md", "docs/zh-CN/troubleshooting.md"),
    ])
    func `the Chinese page shows what the English one shows`(english: String, chinese: String)
        throws
    {
        let (page, other) = (try Page(english), try Page(chinese))
        #expect(page.blocks.map { Self.code(of: $0) } == other.blocks.map { Self.code(of: $0) })
        #expect(page.rows.count == other.rows.count)
        #expect(
            page.headings.map { $0.prefix { $0 == "#" } }
                == other.headings.map { $0.prefix { $0 == "#" } })
        let shown = { (page: Page) in page.codeInTables.filter { $0.contains("proxyenv ") } }
        #expect(shown(page) == shown(other))
    }

    /// The lines of `block` without comments, which are in the reader's language.
    private static func code(of block: Page.Block) -> [String] {
        [String(block.language)]
            + block.lines.map { line in
                let end = line.firstRange(of: " #")?.lowerBound ?? line.endIndex
                let code = line[..<end]
                return String(code.prefix(code.count - code.reversed().prefix { $0 == " " }.count))
            }
    }
}
