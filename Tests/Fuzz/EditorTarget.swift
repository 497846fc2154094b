/// The editor: whatever the document looks like, a change is made as asked or refused, and can be taken back.
enum EditorTarget {
    /// Takes the first byte of `input` for the change, and the rest for the document.
    static func run(_ input: [UInt8]) {
        guard let choice = input.first else { return }
        let source = Array(input.dropFirst())
        guard ConfigDocument(parsing: source).diagnostics.isEmpty else { return }
        var editor = ConfigEditor(source)
        let path = paths[Int(choice >> 3) % paths.count]
        do throws(ConfigEditor.Problem) {
            switch choice & 7 {
            case 0: try editor.set(path, to: .string(Array("new".utf8)))
            case 1: try editor.set(path, to: .strings([Array("a".utf8), Array("b".utf8)]))
            case 2: try editor.remove(path, keeping: 0)
            case 3: try editor.rename(path, to: Array("x.y".utf8))
            case 4: try comeAndGo(path, &editor)
            case 5: try addAndRemove(path, &editor)
            case 6: try editor.replaceStrings(strings(of: editor.document), by: Array("n".utf8))
            default: try editor.set(path, to: .boolean(true))
            }
        } catch {
            require(ConfigDocument(parsing: editor.source).diagnostics.isEmpty, "still a document")
            return
        }
        require(ConfigDocument(parsing: editor.source).diagnostics.isEmpty, "still a document")
    }

    private static let paths: [ConfigPath] = [
        .top("a"), .profile("a"), ConfigPath.profile("a").appending("b"), .rule(Array("a".utf8)),
        ConfigPath.profile("a").appending("b").appending("c"), .top("no-proxy"),
        ConfigPath.rule(Array("a".utf8)).appending("profile"),
    ]

    /// A key that is new comes and goes without a trace.
    private static func comeAndGo(
        _ path: ConfigPath, _ editor: inout ConfigEditor
    ) throws(ConfigEditor.Problem) {
        guard editor.node(at: path) == nil, !hasEmptyBraces(editor.source) else { return }
        let before = editor.source
        try editor.set(path, to: .boolean(true))
        require(leads(from: editor, path, to: before), "what comes and goes leaves no trace")
    }

    /// A section that is new comes and goes without a trace.
    private static func addAndRemove(
        _ path: ConfigPath, _ editor: inout ConfigEditor
    ) throws(ConfigEditor.Problem) {
        guard editor.node(at: path) == nil, !hasEmptyBraces(editor.source) else { return }
        let before = editor.source
        try editor.addTable(path, [(Array("url".utf8), .string(Array("é\"\\".utf8)))])
        require(
            leads(from: editor, path, to: before), "a section that comes and goes leaves no trace")
    }

    /// Whether to remove `path` gives `before`; which tables were made for it, only who asked for it knows.
    private static func leads(
        from editor: ConfigEditor, _ path: ConfigPath, to before: [UInt8]
    ) -> Bool {
        (0..<path.keys.count).contains { kept in
            var copy = editor
            try? copy.remove(path, keeping: kept)
            return copy.source == before
        }
    }

    /// Whether there are braces with blanks alone between them: those are not written again.
    private static func hasEmptyBraces(_ source: [UInt8]) -> Bool {
        source.indices.contains { index in
            let rest = source[(index + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
            return source[index] == 0x7B && rest.first == 0x7D && rest.startIndex > index + 1
        }
    }

    private static func strings(of document: ConfigDocument) -> [ConfigDocument.NodeID] {
        document.children(of: ConfigDocument.root).filter { document[$0].kind == .string }
    }
}
