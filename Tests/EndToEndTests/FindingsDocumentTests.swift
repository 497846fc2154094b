import ProxyEnvCore
import Testing

/// What the documents and the schemas say of findings, held against the one list of them.
@Suite struct FindingsDocumentTests {
    /// What `words` print in the repository's folder.
    private func text(_ words: String...) throws -> String {
        // This file lies two folders below the repository's own.
        let repository = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try Runner(
            arguments: (["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", repository] + words).map {
                Array($0.utf8)
            }, environment: []
        ).run().text
    }

    @Test func `the table of the document is the list of the program`() throws {
        let rows = try text("/bin/cat", "docs/findings.md").split(separator: "\n")
            .split { $0 == "| id | usually a | what it is |" }.last?.dropFirst().map(String.init)
        #expect(
            rows
                == FindingKind.allCases.map {
                    "| `\($0.rawValue)` | \($0.facts.severity.rawValue) | \($0.facts.meaning) |"
                })
    }

    @Test(arguments: ["doctor", "test"]) func `the schema knows each id, and no other`(
        _ command: String
    ) throws {
        let schema = try text("/bin/cat", "docs/schema/\(command).json")
        let ids = schema.split(separator: "\"").map(String.init).filter { word in
            let parts = word.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 2
                && word.utf8.allSatisfy { $0 == 0x2E || $0 == 0x2D || (0x61...0x7A).contains($0) }
        }
        #expect(ids == FindingKind.allCases.map { $0.rawValue })
    }

    @Test func `each finding is demanded by a test`() throws {
        let tests = try text(
            "/bin/sh", "-c", "cat $(find Tests -name '*Tests.swift') Tests/real/codex")
        // A machine with WSL can't be had in a test: its words are compared in one.
        for kind in FindingKind.allCases {
            #expect(
                tests.contains(kind.rawValue) || tests.contains(".\(kind)"), "\(kind.rawValue)")
        }
    }
}
