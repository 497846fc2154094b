import Testing

@testable import ProxyEnvCore

/// What may be added to a table or an array of tables, and what may not: as Python's `tomllib` has it.
@Suite struct RedefinitionTests {
    /// The document `text`, in which the name that stands a second time is marked.
    private static func expect(_ text: String) throws {
        let text = MarkedText(text)
        let diagnostics = ConfigDocument(parsing: text.bytes).diagnostics
        let diagnostic = try #require(diagnostics.first)
        let name = text.bytes[text.range].filter {
            $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
        }
        #expect(diagnostics.count == 1)
        #expect(diagnostic.message == "`\(name.text)` stands here a second time")
        #expect(diagnostic.range == text.range)
        #expect(diagnostic.hint == "Keep one of the two.")
    }

    @Test(arguments: [
        "a = 1\n1️⃣a2️⃣ = 1", "a = 1\n1️⃣\"a\"2️⃣ = 1", "'a' = 1\n1️⃣a2️⃣ = 1", "a.b = 1\na.1️⃣b2️⃣ = 1",
        "[a]\nb = 1\n1️⃣b2️⃣ = 1", "a = {b = 1, 1️⃣b2️⃣ = 2}", "a = {b.c = 1, b.1️⃣c2️⃣ = 2}",
        "[[a]]\nb = 1\n1️⃣b2️⃣ = 1", "a = [{b = 1, 1️⃣b2️⃣ = 1}]",
    ])
    func `a key stands once`(text: String) throws { try Self.expect(text) }

    @Test(arguments: [
        "[a]\n[1️⃣a2️⃣]", "[a.b]\n[a]\n[a.1️⃣b2️⃣]", "[a.b]\n[a]\n[1️⃣a2️⃣]", "a = 1\n[1️⃣a2️⃣]",
        "a = {}\n[1️⃣a2️⃣]", "a = {}\n[1️⃣a2️⃣.b]", "a = {b = {}}\n[1️⃣a2️⃣.b]", "a = []\n[1️⃣a2️⃣]",
        "a = [{}]\n[1️⃣a2️⃣.b]", "[[a]]\n[1️⃣a2️⃣]", "[a]\nb.c = 1\n[a.1️⃣b2️⃣]", "a.b = 1\n[1️⃣a2️⃣]",
        "[a]\nb = 1\n[a.1️⃣b2️⃣]", "[a]\nb = 1\n[a.1️⃣b2️⃣.c]", "[[a]]\n[a.b]\n[a.1️⃣b2️⃣]",
    ])
    func `a header stands once, and not for what is no table of a header`(text: String) throws {
        try Self.expect(text)
    }

    @Test(arguments: [
        "[a]\n[[1️⃣a2️⃣]]", "a = []\n[[1️⃣a2️⃣]]", "a = [{}]\n[[1️⃣a2️⃣]]", "a = 1\n[[1️⃣a2️⃣]]",
        "[a.b]\n[[1️⃣a2️⃣]]", "a.b = 1\n[[1️⃣a2️⃣]]", "[[a]]\n[a.b]\n[[a.1️⃣b2️⃣]]",
        "[[a]]\nb = []\n[[a.1️⃣b2️⃣]]",
    ])
    func `an array of tables is made by headers alone`(text: String) throws {
        try Self.expect(text)
    }

    @Test(arguments: [
        "a = 1\n1️⃣a2️⃣.b = 1", "a = {}\n1️⃣a2️⃣.b = 1", "a = []\n1️⃣a2️⃣.b = 1", "a.b = 1\na.1️⃣b2️⃣.c = 1",
        "[a.b]\n[a]\n1️⃣b2️⃣.c = 1", "[[a.b]]\n[a]\n1️⃣b2️⃣.c = 1", "a.b = 1\n1️⃣a2️⃣ = 1",
        "a = {b = {c = 1}, 1️⃣b2️⃣.d = 1}", "a = {b.c = 1, 1️⃣b2️⃣ = {}}", "a.b = {c = 1}\na.1️⃣b2️⃣.d = 1",
    ])
    func `a dotted key adds only to tables that dotted keys of the same section made`(text: String)
        throws
    { try Self.expect(text) }

    @Test(arguments: [
        "[a.b.c]\n[a.b]\n[a]", "[a]\n[b]\n[a.c]", "[a]\nb.c = 1\n[a.b.d]",
        "[a]\nb.c = 1\nb.d = 1",
        "a.b = 1\n[a.c]", "[a.b.c]\n[a]\nb.d = 1", "[[a]]\nb = 1\n[[a]]\nb = 1",
        "[[a]]\n[a.b]\n[[a]]\n[a.b]", "[[a.b]]\n[a]\nc = 1", "[a.b]\n[[a.c]]",
        "[x]\na.b = 1\n[y]\na.b = 1",
        "a = {b.c = 1, b.d = 2}", "a = [{b = 1}, {b = 1}]", "[[a]]\nb.c = 1\n[[a]]\nb.c = 1",
    ])
    func `what tomllib accepts is accepted`(text: String) {
        #expect(ConfigDocument(parsing: [UInt8](text)).diagnostics == [])
    }

    @Test func `where it stands first is kept for the note`() {
        let text = MarkedText("1️⃣a2️⃣ = 1\na = 2")
        let kinds = ConfigDocument(parsing: text.bytes).diagnostics.map { $0.kind }
        #expect(kinds == [.syntax(.redefined("a", first: text.range))])
    }
}
