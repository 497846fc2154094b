import ProxyEnvCore
import Testing

/// What the README says, held against the program.
@Suite struct ReadmeTests {
    private let sandbox: Sandbox
    private let readme: String

    init() throws {
        sandbox = try Sandbox()
        // This file lies two folders below the README.
        let folders = #filePath.split(separator: "/").dropLast(3)
        let path = "/" + folders.joined(separator: "/") + "/README.md"
        let outcome = try Runner(
            arguments: ["/bin/cat", path].map { Array($0.utf8) }, environment: []
        ).run()
        readme = outcome.text
    }

    /// The code between three backticks and a language's name.
    private func blocks(_ language: String) -> [String] {
        readme.split(separator: "```\(language)\n").dropFirst()
            .compactMap { $0.split(separator: "```").first.map(String.init) }
    }

    @Test func `the table of built-in profiles is the list of the program`() throws {
        var rows: [String: String] = [:]
        for line in readme.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.split(separator: " ").first ?? "" }
            if cells.count == 3, cells[1].contains("://") {
                rows[cells[0].filter { $0 != "`" }] = cells[1].filter { $0 != "`" }
            }
        }
        let names = try sandbox.proxyenv("list", "-q").text.split(separator: "\n").map(String.init)
        let own = ["auto", "direct", "system"]
        #expect(rows.keys.sorted() == names.filter { !own.contains($0) }.sorted())
        for (name, url) in rows {
            #expect(try sandbox.proxyenv("show", name).text.contains("HTTPS_PROXY=\(url)\n"))
        }
    }

    @Test func `the table of the shells is the list of the program`() {
        var rows: [(names: String, evaluation: String, limits: String)] = []
        for shell in Shells.all {
            // Shells of one family stand in one row.
            if let index = rows.firstIndex(where: { $0.evaluation == shell.evaluation }) {
                rows[index].names += ", \(shell.name)"
            } else {
                rows.append((shell.name, shell.evaluation, shell.limits))
            }
        }
        let table = rows.map { row in
            let line = row.evaluation.replacing("|", with: "\\|")
            let quotes = line.contains("`") ? "``" : line.contains("proxyenv") ? "`" : ""
            let limits = row.limits.isEmpty ? "" : "\(row.limits) "
            return "| \(row.names) | \(quotes)\(line)\(quotes) | \(limits)|\n"
        }.joined()
        let head = "| shell | without the hook | what it cannot hold |\n| --- | --- | --- |\n"
        #expect(readme.contains(head + table + "\n"), "\(head)\(table)")
    }

    @Test func `the files that it shows are right`() throws {
        let files = blocks("toml")
        #expect(files.count == 2)
        for file in files {
            try sandbox.write(file, to: ".config/proxyenv/config.toml")
            let outcome = try sandbox.proxyenv("validate")
            #expect(outcome.status == 0, "\(outcome.errorText)")
        }
    }

    @Test func `the start-up lines are those that help and the hooks themselves name`() throws {
        for shell in ["zsh", "bash"] {
            let line = "command -v proxyenv >/dev/null && eval \"$(proxyenv hook \(shell))\""
            #expect(readme.contains("`\(line)`"))
            #expect(try sandbox.proxyenv("help", "hook").text.contains(line))
        }
    }
}
