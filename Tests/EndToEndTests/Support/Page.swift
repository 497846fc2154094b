import Testing

/// A page of the repository, in Markdown.
struct Page {
    /// A block of code between two lines of three backquotes.
    struct Block {
        /// The language's name, and what stands behind it.
        let language: Substring
        /// The lines of the block.
        var lines: [Substring] = []
    }

    /// The folder of the repository; this file lies three folders below it.
    static let repository =
        "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

    /// Where it is, seen from the repository's folder.
    let path: String
    /// All of it.
    let text: String
    /// The blocks of code.
    let blocks: [Block]
    /// The lines outside of blocks of code.
    let prose: [Substring]

    /// The page at `path`, seen from the repository's folder.
    init(_ path: String) throws {
        self.path = path
        let content = try #require(Sandbox.content(of: "\(Self.repository)/\(path)"), "\(path)")
        text = String(decoding: content, as: UTF8.self)
        var (blocks, prose): ([Block], [Substring]) = ([], [])
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if !isCode { blocks.append(Block(language: line.dropFirst(3))) }
                isCode.toggle()
            } else if isCode {
                blocks[blocks.count - 1].lines.append(line)
            } else {
                prose.append(line)
            }
        }
        (self.blocks, self.prose) = (blocks, prose)
    }

    /// The paths of the pages for readers, seen from the repository's folder.
    static func paths() throws -> [String] {
        let find = "cd \"$0\" && find *.md .github/*.md docs -name '*.md' 2>/dev/null | sort"
        return try Runner(
            arguments: ["/bin/sh", "-c", find, repository].map { Array($0.utf8) }, environment: []
        ).run().text.split(separator: "\n").map { String($0) }
    }

    /// Its headings, with the signs in front.
    var headings: [Substring] {
        prose.filter { line in
            line.hasPrefix("#") && line.drop { $0 == "#" }.hasPrefix(" ")
        }
    }

    /// What leads to a heading: its letters, digits, `-` and `_` in lower case, with `-` for a blank.
    var anchors: [String] {
        headings.map { heading in
            heading.drop { $0 == "#" }.dropFirst().lowercased().compactMap { character -> String? in
                if character == " " { return "-" }
                let isKept = character.isLetter || character.isNumber || "-_".contains(character)
                return isKept ? String(character) : nil
            }.joined()
        }
    }

    /// The rows of its tables, without those that stand between head and body.
    var rows: [Substring] { prose.filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") } }

    /// The code in its tables: what stands between backquotes, as many in front as behind.
    var codeInTables: [String] {
        rows.flatMap { row in
            var (found, rest): ([String], Substring) = ([], row)
            while let start = rest.firstIndex(of: "`") {
                let quotes = rest[start...].prefix { $0 == "`" }
                let code = rest[quotes.endIndex...]
                guard let end = code.firstRange(of: quotes) else { break }
                found.append(String(code[..<end.lowerBound]).replacing("\\|", with: "|"))
                rest = code[end.upperBound...]
            }
            return found
        }
    }

    /// Where its links lead, but for those to other servers.
    var links: [Substring] {
        prose.flatMap { line in
            line.split(separator: "](").dropFirst().map { $0.prefix { $0 != ")" } }
        }.filter { !$0.hasPrefix("http") }
    }

    /// The path to which `link` leads, seen from the repository's folder; empty for that folder.
    func target(of link: Substring) -> String {
        let file = link.prefix { $0 != "#" }
        if file.isEmpty { return path }
        var folders = path.split(separator: "/").dropLast()
        for part in file.split(separator: "/") {
            if part == ".." { _ = folders.popLast() } else { folders.append(part) }
        }
        return folders.joined(separator: "/")
    }
}
