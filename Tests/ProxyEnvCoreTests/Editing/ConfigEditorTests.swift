import Testing

@testable import ProxyEnvCore

/// An edit changes what it is about and nothing else.
@Suite struct ConfigEditorTests {
    /// A change, by a few words.
    enum Change {
        case set(ConfigPath, TOMLValue)
        case remove(ConfigPath)
        case removeWithTable(ConfigPath)
        case rename(ConfigPath, String)
        case add(ConfigPath, [(String, TOMLValue)])
    }

    /// The document after `changes` to `text`.
    static func edited(_ text: String, _ changes: Change...) throws -> String {
        var editor = ConfigEditor([UInt8](text))
        for change in changes {
            switch change {
            case .set(let path, let value): try editor.set(path, to: value)
            case .remove(let path): try editor.remove(path)
            case .removeWithTable(let path): try editor.remove(path, keeping: 0)
            case .rename(let path, let name): try editor.rename(path, to: [UInt8](name))
            case .add(let path, let members):
                try editor.addTable(path, members.map { ([UInt8]($0.0), $0.1) })
            }
        }
        return editor.source.text
    }

    static func text(_ text: String) -> TOMLValue { .string([UInt8](text)) }
    static func list(_ texts: String...) -> TOMLValue { .strings(texts.map { [UInt8]($0) }) }
    static let url = ConfigPath.profile("a").appending("url")
    static let new = ConfigPath.profile("a").appending("all")

    @Test(arguments: [
        ("[profiles.a]\nurl = \"x\"  # why\n", "[profiles.a]\nurl = \"y\"  # why\n"),
        ("[profiles.a]\nurl = 'x'", "[profiles.a]\nurl = 'y'"),
        ("[profiles.a]\r\n\turl\t=\t'''\r\nx'''\r\n", "[profiles.a]\r\n\turl\t=\t\"y\"\r\n"),
        ("profiles.a.url=\"x\"\n", "profiles.a.url=\"y\"\n"),
        ("profiles . \"a\" . url = 'x'\n", "profiles . \"a\" . url = 'y'\n"),
        (
            "[profiles]\na = { all = 'z', url = 'x' }\n",
            "[profiles]\na = { all = 'z', url = 'y' }\n"
        ),
        ("profiles={a={url=1}}", "profiles={a={url=\"y\"}}"),
        (
            "[profiles.b]\nurl='x'\n[profiles.\"\\u0061\"]\nurl='x'",
            "[profiles.b]\nurl='x'\n[profiles.\"\\u0061\"]\nurl='y'"
        ),
    ])
    func `a value is replaced in its quotes, and nothing around it changes`(
        before: String, after: String
    ) throws {
        #expect(try Self.edited(before, .set(Self.url, Self.text("y"))) == after)
    }

    @Test(arguments: [
        (
            "[profiles.a]\nurl = \"x\"\n\n[b]\n",
            "[profiles.a]\nurl = \"x\"\nall = \"y\"\n\n[b]\n"
        ),
        ("[profiles.a]\n  url=\"x\" # c", "[profiles.a]\n  url=\"x\" # c\n  all=\"y\""),
        ("[profiles.a] # c\n# url\n", "[profiles.a] # c\nall = \"y\"\n# url\n"),
        ("[profiles.a]", "[profiles.a]\nall = \"y\""),
        (
            "profiles.a.url = 'x'\r\n[b]\r\n",
            "profiles.a.url = 'x'\r\nprofiles.a.all = \"y\"\r\n[b]\r\n"
        ),
        ("profiles.a.env.X = 'x'\n", "profiles.a.env.X = 'x'\nprofiles.a.all = \"y\"\n"),
        (
            "[profiles]\na.url = 'x'\nb.url='z'\n",
            "[profiles]\na.url = 'x'\na.all = \"y\"\nb.url='z'\n"
        ),
        (
            "[profiles]\na = { url = 'x' } # c\n",
            "[profiles]\na = { url = 'x', all = \"y\" } # c\n"
        ),
        ("[profiles]\na = {}\n", "[profiles]\na = { all = \"y\" }\n"),
        (
            "profiles = { b = { url = 'x' } }\n",
            "profiles = { b = { url = 'x' }, a = { all = \"y\" } }\n"
        ),
        (
            "[profiles.a]\nno-proxy = [\n 'x', # c\n]\n",
            "[profiles.a]\nno-proxy = [\n 'x', # c\n]\nall = \"y\"\n"
        ),
        (
            "[profiles.a.env]\nX = '1'\n",
            "[profiles.a]\nall = \"y\"\n\n[profiles.a.env]\nX = '1'\n"
        ),
        ("\u{FEFF}", "\u{FEFF}[profiles.a]\nall = \"y\"\n"),
        ("default = 'a'", "default = 'a'\n\n[profiles.a]\nall = \"y\""),
        (
            "[profiles.b]\nurl = 'x'\n# all = 'z'\n\n# Commands\n[commands]\n",
            "[profiles.b]\nurl = 'x'\n# all = 'z'\n\n[profiles.a]\nall = \"y\"\n\n# Commands\n[commands]\n"
        ),
        (
            "[profiles.b]\nurl = 'x'\n# Commands\n[commands]\n",
            "[profiles.b]\nurl = 'x'\n\n[profiles.a]\nall = \"y\"\n# Commands\n[commands]\n"
        ),
    ])
    func `a new key goes behind the table's last one and is written as that is`(
        before: String, after: String
    ) throws {
        #expect(try Self.edited(before, .set(Self.new, Self.text("y"))) == after)
        // Taking it out again gives back every byte.
        // A table that was there and empty is the exception: what is empty then goes too.
        let isEmptyTable = before == "[profiles.a]" || before.contains("{}")
        #expect(
            try Self.edited(
                before, .set(Self.new, Self.text("y")),
                isEmptyTable ? .remove(Self.new) : .removeWithTable(Self.new)) == before)
    }

    @Test(arguments: [
        ("", "default = \"y\"\n"),
        ("\n", "default = \"y\"\n\n\n"),
        ("# mine\n", "# mine\ndefault = \"y\"\n"),
        ("# mine", "# mine\ndefault = \"y\""),
        ("# mine\n\n# A\n[a]\n", "# mine\n\ndefault = \"y\"\n\n# A\n[a]\n"),
        ("# mine\n[a]\n", "# mine\ndefault = \"y\"\n\n[a]\n"),
        ("no-proxy = []\n\n[a]", "no-proxy = []\ndefault = \"y\"\n\n[a]"),
        ("\u{FEFF}[a]\n", "\u{FEFF}default = \"y\"\n\n[a]\n"),
    ])
    func `a key at the top stands in front of the tables`(before: String, after: String) throws {
        let path = ConfigPath.top("default")
        #expect(try Self.edited(before, .set(path, Self.text("y"))) == after)
        #expect(try Self.edited(before, .set(path, Self.text("y")), .remove(path)) == before)
    }

    @Test(arguments: [
        ("[]", "[\"a\", \"b\"]"),
        ("[ 'b' ]", "[ 'a', 'b' ]"),
        ("['a', 'x']", "['a', 'b']"),
        ("['x','a','b']", "['a','b']"),
        ("[\n  'a', # first\n]", "[\n  'a', # first\n  'b',\n]"),
        ("[\n  'a' # first\n]", "[\n  'a', # first\n  'b'\n]"),
        (
            "[\n  # Mine\n  'a',\n  # Gone\n  'x',\n  'b'\n]",
            "[\n  # Mine\n  'a',\n  # Gone\n  'b'\n]"
        ),
        ("[\r\n\t'a',\r\n\t'b',\r\n\t'c', # c\r\n]", "[\r\n\t'a',\r\n\t'b',\r\n]"),
        ("['a' # one\n, 'b']", "['a' # one\n, 'b']"),
        ("[1, 2]", "[\"a\", \"b\"]"),
        ("[ # none\n]", "[ # none\n  \"a\",\n  \"b\",\n]"),
    ])
    func `an element of an array comes and goes without the others`(before: String, after: String)
        throws
    {
        let path = ConfigPath.top("no-proxy")
        let edited = try Self.edited("no-proxy = \(before)\n", .set(path, Self.list("a", "b")))
        #expect(edited == "no-proxy = \(after)\n")
    }

    @Test(arguments: [
        ("[profiles.a]\nurl = 'x'\n", ""),
        ("x = 1\n\n[profiles.a]\nurl = 'x'", "x = 1"),
        ("[profiles.a]\nurl = 'x'\n\n[profiles.a.env]\nX = '1'\n\n[b]\n", "[b]\n"),
        ("# mine\n\n# A\n[profiles.a]\nurl = 'x'\n# more\n\n[b]\n", "# mine\n\n[b]\n"),
        ("# mine\n[profiles.a]\nurl = 'x'\n[b]\n", "# mine\n[b]\n"),
        ("[profiles]\na = { url = 'x' }\nb = 1\n", "[profiles]\nb = 1\n"),
        (
            "profiles = { a = { url = 'x' }, b = { url = 'y' } }",
            "profiles = { b = { url = 'y' } }"
        ),
        ("profiles = { b.url = 'y', a.url = 'x', a.all = 'z' }", "profiles = { b.url = 'y' }"),
        ("profiles = { a.url = 'y' }", "profiles = {}"),
        ("profiles.a.url = 'x'\nprofiles.b.url = 'y'\n", "profiles.b.url = 'y'\n"),
        ("[profiles.ab]\nx = 1\n[profiles.a]\n[c]\n", "[profiles.ab]\nx = 1\n[c]\n"),
    ])
    func `a table goes with its comments and its blank line, in as many pieces as it is written in`(
        before: String, after: String
    ) throws {
        #expect(try Self.edited(before, .remove(.profile("a"))) == after)
    }

    @Test func `a name is changed wherever it stands, with quotes only where they are needed`()
        throws
    {
        let before =
            "[profiles.a]\nurl = 'x'\n[profiles.\"a\".env]\nX = '1'\n[profiles.ab]\n[a.a]\n"
        let after =
            "[profiles.\"b.c\"]\nurl = 'x'\n[profiles.\"b.c\".env]\nX = '1'\n[profiles.ab]\n[a.a]\n"
        #expect(try Self.edited(before, .rename(.profile("a"), "b.c")) == after)
        #expect(
            try Self.edited("profiles = { a.url = 1, a.all = 2 }", .rename(.profile("a"), "b"))
                == "profiles = { b.url = 1, b.all = 2 }")
    }

    @Test func `what can't be put anywhere is refused, and the document stays as it is`() {
        for text in [
            "profiles = 1", "[[profiles]]\na = 1\n", "profiles = [{ a = 1 }]", "[profiles]\na = 1",
        ] {
            var editor = ConfigEditor([UInt8](text))
            #expect(throws: ConfigEditor.Problem.unreachable, "\(text)") {
                try editor.set(Self.url, to: Self.text("y"))
            }
            #expect(editor.source.text == text)
        }
    }

    @Test func `bytes that are not UTF-8 are refused`() throws {
        var editor = ConfigEditor([])
        #expect(throws: ConfigEditor.Problem.notUTF8) {
            try editor.set(Self.url, to: .string([0xFF]))
        }
    }
}
