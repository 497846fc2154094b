import ProxyEnvCore
import Testing

/// What the README and the pages say in tables and files, held against the program.
@Suite struct ReadmeTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test func `the table of built-in profiles is the list of the program`() throws {
        var rows: [String: String] = [:]
        for line in try Page("docs/profiles.md").rows where line.hasPrefix("| `") {
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

    @Test func `the table of the shells is the list of the program`() throws {
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
        #expect(try Page("docs/shells.md").text.contains(head + table + "\n"), "\(head)\(table)")
    }

    @Test func `the files that it shows are right`() throws {
        let files = try Page.paths().flatMap { try Page($0).blocks }.filter {
            $0.language == "toml"
        }
        #expect(files.count >= 2)
        for file in files {
            try sandbox.write(
                file.lines.joined(separator: "\n"), to: ".config/proxyenv/config.toml")
            let outcome = try sandbox.proxyenv("validate")
            #expect(outcome.status == 0, "\(outcome.errorText)")
        }
    }

    /// The rows of the table in `page` below the line that begins with `heading`, each as its cells.
    private func table(_ heading: String, in page: Page) -> [[String]] {
        let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix(heading) }) else { return [] }
        return lines[start...].drop { !$0.hasPrefix("| ---") }.dropFirst()
            .prefix { $0.hasPrefix("| ") }
            .map { line in
                line.dropFirst(2).dropLast(2).replacing("\\|", with: "\u{1}")
                    .split(separator: " | ").map { String($0).replacing("\u{1}", with: "|") }
            }
    }

    /// `cell` without the backquotes around code.
    private func plain(_ cell: String) -> String {
        cell.replacing("``", with: "\u{1}").replacing("`", with: "").replacing("\u{1}", with: "")
    }

    @Test func `the table of the start-up lines is what help hook prints`() throws {
        var files: [(name: Substring, lines: [Substring])] = []
        for line in try sandbox.proxyenv("help", "hook").text.split(separator: "\n")
            .drop(while: { !$0.hasPrefix("The line for") }).dropFirst()
            .prefix(while: { $0.hasPrefix("  ") })
        {
            if line.hasPrefix("      ") {
                files[files.count - 1].lines.append(line.dropFirst(6))
            } else {
                files.append((line.dropFirst(2), []))
            }
        }
        let page = try Page("docs/shells.md")
        // Nushell has two files, which get more than a line: they stand below the table.
        for file in files where file.name.hasSuffix(".nu") {
            #expect(page.text.contains(file.lines.joined(separator: "\n")))
        }
        files.removeAll { $0.name.hasSuffix(".nu") }
        let lines = files.flatMap { [$0.name] + $0.lines }
        let rows = table("The hook gives your shell", in: page)
        #expect(rows.count * 2 == lines.count && rows.count > 8)
        for (index, row) in rows.enumerated() {
            let (file, line) = (lines[index * 2], lines[index * 2 + 1])
            #expect(plain(row[1]) == file)
            let code = line.contains("`") ? "``\(line)``" : "`\(line)`"
            // Elvish's has a remark behind it.
            #expect(row[2] == code || row[2].hasPrefix(code + ","), "\(row)")
            let name = row[0].prefix { $0 != " " }.lowercased()
            #expect(line.contains("proxyenv hook \(name)"))
        }
    }

    @Test func `the start-up lines of the README are those of its page`() throws {
        let all = table("The hook gives your shell", in: try Page("docs/shells.md"))
        for path in ["README.md", "README.zh-CN.md"] {
            let rows = try Page(path).rows.filter { $0.contains("proxyenv hook") }
                .map { $0.dropFirst(2).dropLast(2).replacing("\\|", with: "\u{1}") }
                .map { row in
                    row.split(separator: " | ").map { String($0).replacing("\u{1}", with: "|") }
                }
            #expect(rows.count == 4, "\(path)")
            for row in rows { #expect(all.contains(row), "\(path): \(row)") }
        }
    }

    @Test func `the lines for the folder of the shims are those of the shells`() throws {
        let rows = table(
            "They are in `~/.local/share/proxyenv/shims`", in: try Page("docs/shims.md"))
        #expect(rows.count == 3)
        for row in rows {
            #expect(plain(row[2]) == Shells.named(Array(row[0].utf8))?.shimPathLine)
        }
    }

    @Test func `the names of the shells are all that the program knows`() throws {
        let page = try Page("docs/commands.md").text
        let start = try #require(page.firstRange(of: "Known are ")).upperBound
        let text = page[start...].prefix { $0 != "." }
        let end = try #require(text.firstRange(of: ", under")).lowerBound
        // `sh (dash, ash), ksh and cmd`: a name, and in parentheses others for it.
        var (names, others): ([String], [(of: String, name: String)]) = ([], [])
        var isOther = false
        for word in text[..<end].split(whereSeparator: { " ,\n".contains($0) }) where word != "and"
        {
            isOther = isOther || word.hasPrefix("(")
            let name = word.filter { !"()".contains($0) }.lowercased()
            if isOther { others.append((names.last ?? "", name)) } else { names.append(name) }
            if word.hasSuffix(")") { isOther = false }
        }
        #expect(names == Shells.names)
        #expect(!others.isEmpty)
        for other in others {
            #expect(Shells.named(Array(other.name.utf8))?.name == other.of, "\(other.name)")
        }
    }
}
