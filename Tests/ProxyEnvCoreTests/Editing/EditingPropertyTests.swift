import TestSupport
import Testing

@testable import ProxyEnvCore

/// Whatever the file looks like: after an edit it means what was asked, every other line is as it was, and the
/// opposite edit gives back every byte.
@Suite struct EditingPropertyTests {
    /// Everything that `source` means, a line for each value: its path, and what it is.
    static func meaning(of source: [UInt8]) -> [String: String] {
        let document = ConfigDocument(parsing: source)
        var values: [String: String] = [:]
        func walk(_ node: ConfigDocument.NodeID, _ path: String) {
            if document[node].isTable {
                for child in document.children(of: node) {
                    walk(child, "\(path)/\(document.key(of: child).text)")
                }
            } else if document[node].kind == .array {
                values[path] =
                    document.children(of: node)
                    .map { document.string($0)?.text ?? "?" }.joined(separator: "|") + "|"
            } else {
                values[path] =
                    document.string(node)?.text
                    ?? Array(document.source[document[node].valueRange]).shown
            }
        }
        walk(ConfigDocument.root, "")
        return values
    }

    /// The lines of `source` that `others` lack, the order of both kept; nil if their common part is not all of `others`.
    static func lines(of source: [UInt8], besides others: [UInt8]) -> [String] {
        // The mark in front of a file stays there and its last line's end is that of the file, whichever lines those are now.
        func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let rest = text.starts(with: mark) ? text.dropFirst(mark.count) : text[...]
            return rest.split(separator: 0x0A, omittingEmptySubsequences: false).map {
                $0.last == 0x0D ? $0.dropLast() : $0
            }
        }
        let (source, others) = (lines(source), lines(others))
        return source.difference(from: others).insertions.map { change in
            guard case .insert(_, let line, _) = change else { return "" }
            return Array(line).text
        }
    }

    /// A name that the file has no profile of.
    private static func freeName(in source: [UInt8]) -> String {
        let taken = meaning(of: source).keys
        return ConfigGenerator.profiles.first { name in
            !taken.contains { $0.hasPrefix("/profiles/\(name)/") }
        } ?? "another"
    }

    private static func profiles(in source: [UInt8]) -> [String] {
        ConfigGenerator.profiles.filter { name in
            meaning(of: source).keys.contains { $0.hasPrefix("/profiles/\(name)/") }
        }
    }

    @Test
    func `setting a value changes its line alone, and setting it back gives back every byte`()
        throws
    {
        var generator = ConfigGenerator(random: SplitMix64(for: "set"))
        var count = 0
        for _ in 0..<300 {
            let source = generator.file()
            #expect(ConfigDocument(parsing: source).diagnostics == [], "\(source.shown)")
            guard let name = Self.profiles(in: source).first else { continue }
            count += 1
            let path = ConfigPath.profile(name).appending("url")
            var editor = ConfigEditor(source)
            try editor.set(path, to: .string([UInt8]("socks5://new:2")))
            var expected = Self.meaning(of: source)
            expected["/profiles/\(name)/url"] = "socks5://new:2"
            #expect(Self.meaning(of: editor.source) == expected, "\(source.shown)")
            let removed = Self.lines(of: source, besides: editor.source)
            #expect(removed.count == 1 && removed[0].contains("http://h:1"), "\(source.shown)")
            try editor.set(path, to: .string([UInt8]("http://h:1")))
            #expect(editor.source == source)
        }
        #expect(count > 100)
    }

    @Test func `a key that comes and goes leaves no trace, and no line but its own changes`() throws
    {
        var generator = ConfigGenerator(random: SplitMix64(for: "insert"))
        for _ in 0..<300 {
            let source = generator.file()
            for path in [
                ConfigPath.top("fresh"), .profile("b").appending("all"),
                .profile("x.y").appending("env").appending("FRESH"), .rule([UInt8]("curl")),
            ] {
                var editor = ConfigEditor(source)
                let present = (0..<path.keys.count).last {
                    editor.node(at: ConfigPath(Array(path.keys[..<$0]))) != nil
                }
                try editor.set(path, to: .string([UInt8]("\"é\\")))
                var expected = Self.meaning(of: source)
                let key = path.keys.map { "/\($0.text)" }.joined()
                expected[key] = "\"é\\"
                #expect(Self.meaning(of: editor.source) == expected, "\(source.shown)")
                // On a line of its own nothing else changes; within braces, or behind a last line without an end, one does.
                let gone = Self.lines(of: source, besides: editor.source)
                #expect(gone.count <= 1, "\(gone) \(source.shown)")
                try editor.remove(path, keeping: present)
                #expect(
                    editor.source == source,
                    "\(key)\n\(source.shown)\n\(editor.source.shown)")
            }
        }
    }

    @Test func `a profile that is added is there, and removing it gives back every byte`() throws {
        var generator = ConfigGenerator(random: SplitMix64(for: "add"))
        for _ in 0..<300 {
            let source = generator.file()
            let name = Self.freeName(in: source)
            var editor = ConfigEditor(source)
            try editor.addTable(
                .profile(name),
                [
                    ([UInt8]("url"), .string([UInt8]("http://new:3"))),
                    ([UInt8]("no-proxy"), .strings([[UInt8]("h")])),
                ])
            var expected = Self.meaning(of: source)
            expected["/profiles/\(name)/url"] = "http://new:3"
            expected["/profiles/\(name)/no-proxy"] = "h|"
            #expect(Self.meaning(of: editor.source) == expected, "\(source.shown)")
            try editor.remove(.profile(name))
            #expect(editor.source == source, "\(source.shown)\n\(editor.source.shown)")
        }
    }

    @Test func `a profile that is removed is gone, with nothing else that means anything`() throws {
        var generator = ConfigGenerator(random: SplitMix64(for: "remove"))
        for _ in 0..<300 {
            let source = generator.file()
            for name in Self.profiles(in: source) {
                var editor = ConfigEditor(source)
                try editor.remove(.profile(name))
                let expected = Self.meaning(of: source)
                    .filter { !$0.key.hasPrefix("/profiles/\(name)/") }
                #expect(Self.meaning(of: editor.source) == expected, "\(source.shown)")
                // Lines go; but where one was in braces with others, none comes.
                let new = Self.lines(of: editor.source, besides: source)
                #expect(new.count <= 1, "\(new) \(source.shown)")
            }
        }
    }

    @Test
    func `renaming a profile does it everywhere, and back again gives back every byte`()
        throws
    {
        var generator = ConfigGenerator(random: SplitMix64(for: "rename"))
        for _ in 0..<300 {
            let source = generator.file()
            for name in Self.profiles(in: source) where name != "x.y" {
                var editor = ConfigEditor(source)
                try editor.rename(.profile(name), to: [UInt8]("renamed"))
                let prefix = "/profiles/\(name)/"
                var expected: [String: String] = [:]
                for (key, value) in Self.meaning(of: source) {
                    let isInside = key.hasPrefix(prefix)
                    expected[isInside ? "/profiles/renamed/\(key.dropFirst(prefix.count))" : key] =
                        value
                }
                #expect(Self.meaning(of: editor.source) == expected, "\(source.shown)")
                try editor.rename(.profile("renamed"), to: [UInt8](name))
                #expect(editor.source == source, "\(source.shown)\n\(editor.source.shown)")
            }
        }
    }

    @Test func `a list that changes holds what was asked, and its comments stay`() throws {
        var generator = ConfigGenerator(random: SplitMix64(for: "lists"))
        var count = 0
        for _ in 0..<300 {
            let source = generator.file()
            guard let old = Self.meaning(of: source)["/no-proxy"] else { continue }
            let path = ConfigPath.top("no-proxy")
            let before = old.split(separator: "|").map { [UInt8](String($0)) }
            var texts = before
            texts.insert(
                [UInt8]("new"), at: Int.random(in: 0...texts.count, using: &generator.random))
            var editor = ConfigEditor(source)
            try editor.set(path, to: .strings(texts))
            #expect(
                Self.meaning(of: editor.source)["/no-proxy"]
                    == texts.map { $0.text + "|" }.joined(), "\(source.shown)")
            guard !before.isEmpty else { continue }
            count += 1
            try editor.set(path, to: .strings(before))
            #expect(editor.source == source, "\(source.shown)\n\(editor.source.shown)")
        }
        #expect(count > 20)
    }
}
