import Testing

@testable import ProxyEnvCore

/// Documents that are right, and what they mean.
@Suite struct ConfigDocumentTests {
    private static func expect(_ source: [UInt8], _ outline: String) {
        let document = ConfigDocument(parsing: source)
        #expect(document.diagnostics == [])
        #expect(document.outline == outline)
    }

    @Test(arguments: [
        ("", "{}"), ("\n", "{}"), (" \t\r\n\r\n", "{}"), ("# é😀\t", "{}"), ("#", "{}"),
        ("\u{FEFF}", "{}"), ("\u{FEFF}a = 1", "{a: 1}"),
        ("\u{FEFF}[a]\r\nb = 1\r\n", "{a: {b: 1}}"),
        ("a = 1", "{a: 1}"), ("a = 1 # one", "{a: 1}"), ("a=1\r\nb=2", "{a: 1, b: 2}"),
        ("  a\t=\t1  \n", "{a: 1}"), ("a = 1\n\n\n\n", "{a: 1}"),
    ])
    func `an empty file, blanks, comments, a byte order mark and either line end are accepted`(
        text: String, outline: String
    ) { Self.expect([UInt8](text), outline) }

    @Test(arguments: [
        ("1 = 1\n-_a = 2", "{1: 1, -_a: 2}"), ("\"\" = 1", "{: 1}"), ("'' = 1", "{: 1}"),
        ("\"a b\" = 1\n'c\"' = 2", "{a b: 1, c\": 2}"), ("\"\\u00e9\\n\" = 1", "{é\\u{a}: 1}"),
        ("a . 'b' . \"c\" = 1", "{a: {b: {c: 1}}}"), ("1.2 = 3", "{1: {2: 3}}"),
        ("true = 1\ninf.nan = 2", "{true: 1, inf: {nan: 2}}"),
        ("a.b = 1\na.c.d = 2\na.c.e = 3", "{a: {b: 1, c: {d: 2, e: 3}}}"),
        ("\"a.b\" = 1\na.b = 2", "{a.b: 1, a: {b: 2}}"),
    ])
    func `keys are bare, quoted or dotted`(text: String, outline: String) {
        Self.expect([UInt8](text), outline)
    }

    @Test(arguments: [
        ("[a]\n[a.b]\nc = 1", "{a: {b: {c: 1}}}"), ("[ a . \"b\" ]", "{a: {b: {}}}"),
        ("[a.b]\n[a]\nc = 1", "{a: {b: {}, c: 1}}"), ("[\"\"]\na = 1", "{: {a: 1}}"),
        ("[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]", "{a: [{b: 1}, {b: 2, c: {}}]}"),
        ("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]", "{a: [{b: [{}, {}]}, {b: [{}]}]}"),
        (
            "a = {}\nb = { }\nc = { d.e = 1, d.f = { g = 2 } }",
            "{a: {}, b: {}, c: {d: {e: 1, f: {g: 2}}}}"
        ),
        ("a = {b = [\n{c = 1},\n{d = 2}\n]}", "{a: {b: [{c: 1}, {d: 2}]}}"),
        (
            "a = []\nb = [ # x\n]\nc = [1,]\nd = [\r\n1 ,\n# x\n\n2\n,]",
            "{a: [], b: [], c: [1], d: [1, 2]}"
        ),
        ("a = [[], [1, 'x', {}], 1.5]", "{a: [[], [1, \"x\", {}], 1.5]}"),
    ])
    func `tables, arrays of tables and inline tables nest`(text: String, outline: String) {
        Self.expect([UInt8](text), outline)
    }

    @Test(arguments: [
        (#""""#, ""), ("''", ""), ("\"\"\"\"\"\"", ""), ("''''''", ""),
        (#""\b\t\n\f\r\"\\""#, "\u{8}\t\n\u{C}\r\"\\"), (#""\u00E9\U0001F600\u0000""#, "é😀\0"),
        (#""\uD7FF\uE000\U0010FFFF""#, "\u{D7FF}\u{E000}\u{10FFFF}"),
        (#"'\n'"#, "\\n"), ("\"#'\"", "#'"), ("'#\"'", "#\""), ("\"a\tb\"", "a\tb"),
        ("\"\"\"\nx\ny\"\"\"", "x\ny"), ("\"\"\"\r\nx\"\"\"", "x"), ("'''\nx'''", "x"),
        ("'''\n\nx'''", "\nx"),
        ("\"\"\"\"x\"\"\"\"", "\"x\""), ("\"\"\"x\"\"\"\"\"", "x\"\""),
        ("'''''x'''''", "''x''"),
        ("\"\"\"a\"b\"\"c\"\"\"", "a\"b\"\"c"), ("'''a''b'''", "a''b"),
        ("\"\"\"a \\\n   b\"\"\"", "a b"), ("\"\"\"a\\ \t\r\n\n\t b\\\n\"\"\"", "ab"),
        ("\"\"\"\\\n\\\n\"\"\"", ""), ("\"\"\"\\\"\"\"\\\"\"\"\"", "\"\"\"\""),
        ("'''\\\n'''", "\\\n"),
    ])
    func `strings of all four kinds mean what TOML says`(literal: String, value: String) throws {
        let document = ConfigDocument(parsing: [UInt8]("a = \(literal)"))
        #expect(document.diagnostics == [])
        let id = try #require(document.child(of: ConfigDocument.root, named: "a"))
        #expect(document.string(id) == [UInt8](value))
    }

    @Test(
        arguments: [
            (["0", "+0", "-0", "42", "+1_000", "0xDEAD_beef", "0o755", "0b1_0"], .integer),
            (
                [
                    "0.0", "-1.5", "1e5", "1E+5", "6.02e-23", "1_0.0_1", "1e0_6", "inf", "-inf",
                    "+nan", "0e0",
                ], .float
            ),
            (["true", "false"], .boolean),
            (
                [
                    "1979-05-27", "2000-02-29", "2024-02-29", "0001-01-01", "9999-12-31",
                    "1979-05-27T07:32:00", "1979-05-27t07:32:00.5z", "1979-05-27 07:32:00Z",
                    "1979-05-27T00:32:00.999999999-07:00", "1979-05-27T23:59:59+23:59", "07:32:00",
                    "00:00:00.000001",
                ], .dateTime
            ),
        ] as [([String], ConfigNode.Kind)])
    func `numbers, Booleans and dates are told apart`(texts: [String], kind: ConfigNode.Kind) throws
    {
        for text in texts {
            for source in ["a = \(text)", "a = \(text) # x", "a = [\(text)]", "a = {b=\(text)}"] {
                let document = ConfigDocument(parsing: [UInt8](source))
                #expect(document.diagnostics == [], "\(source)")
                #expect(document.nodes.last?.kind == kind, "\(source)")
                #expect(
                    document.nodes.last.map { Array(document.source[$0.valueRange]).text } == text)
            }
        }
    }

    @Test func `a node knows where its key and its value stand`() throws {
        let text = MarkedText("[t]\n\"1️⃣k\\u00e92️⃣\" = 3️⃣[1, 2]4️⃣ # x\n")
        let document = ConfigDocument(parsing: text.bytes)
        let table = try #require(document.child(of: ConfigDocument.root, named: "t"))
        let id = try #require(document.child(of: table, named: "ké"))
        #expect(document[id].keyRange == text.range)
        #expect(document[id].valueRange == text.marks[2]..<text.marks[3])
        #expect(document[table].valueRange == 0..<3)
        #expect(document.isKey(of: id, Array("ké".utf8)))
        #expect(!document.isKey(of: id, Array("k".utf8)))
        #expect(document.child(of: table, named: "k") == nil)
        #expect(document.child(of: ConfigDocument.root, named: "ké") == nil)
    }

    @Test func `a value of another type is no string and no Boolean`() throws {
        let document = ConfigDocument(parsing: [UInt8]("a = 'x'\nb = true\nc = 1"))
        let ids = Array(document.children(of: ConfigDocument.root))
        #expect(ids.map { document.string($0)?.text } == ["x", nil, nil])
        #expect(ids.map { document.boolean($0) } == [nil, true, nil])
    }

    @Test func `reading goes on after a table or key that stands twice, so that all are reported`()
    {
        let document = ConfigDocument(
            parsing: [UInt8]("a = 1\na = 2\n[b]\n[b]\nc = 1\n[b]\nc = 1\n= 1"))
        #expect(
            document.diagnostics.map { $0.message } == [
                "`a` stands here a second time", "`b` stands here a second time",
                "`b` stands here a second time", "expected a key or a table, found `=`",
            ])
    }

    @Test func `ten thousand profiles are each found`() throws {
        let names = (0..<10_000).map { "p\($0)" }
        let source = names.map { "[profiles.\($0)]\nurl = \"http://\($0):1\"\n" }.joined()
        let document = ConfigDocument(parsing: [UInt8](source))
        let profiles = try #require(document.table("profiles"))
        for name in names {
            let profile = try #require(document.child(of: profiles, named: name))
            let url = try #require(document.child(of: profile, named: "url"))
            #expect(document.string(url) == [UInt8]("http://\(name):1"))
        }
        #expect(document.child(of: profiles, named: "p10000") == nil)
    }
}
