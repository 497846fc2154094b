import TestSupport
import Testing

@testable import ProxyEnvCore

/// What `setup --undo` goes by.
@Suite struct SetupRecordTests {
    @Test func `a record is what its text says`() throws {
        var record = SetupRecord()
        record.folders = [Array("/home/a b/.config".utf8)]
        record.files = [
            SetupRecord.StartUpFile(
                path: [0x2F, 0xFF, 0x0A, 0x20], isMade: true, lines: Digest64(of: [1])),
            SetupRecord.StartUpFile(path: Array("/x".utf8), isMade: false, lines: nil),
        ]
        var edit = SetupRecord.Edit(path: Array("/c".utf8), isMade: true)
        edit.insertions = TextInsertions(from: Array("ab".utf8), to: Array("xaby\n".utf8))
        edit.profile = (Array("local-1".utf8), Digest64(of: [2]))
        edit.defaultName = Array("http://127.0.0.1:1".utf8)
        edit.commands = [Array("codex".utf8), Array("npm".utf8)]
        record.edits = [SetupRecord.Edit(path: Array("/d".utf8), isMade: false), edit]
        #expect(SetupRecord(record.text) == record)
        #expect(try #require(SetupRecord(SetupRecord().text)).isEmpty)
    }

    @Test(
        arguments: [
            "", "something", "proxyenv-setup 2\n", "proxyenv-setup 1\nfile",
            "proxyenv-setup 1\nfile %4",
            "proxyenv-setup 1\ncommand codex", "proxyenv-setup 1\nedit /a\ninserted 3 1",
            "proxyenv-setup 1\nwhatever /a",
        ])
    func `a text that is none is not taken for a part of one`(_ text: String) {
        #expect(SetupRecord(Array(text.utf8)) == nil)
    }

    @Test func `what was put into a text comes out of it, and of no other`() throws {
        var generator = SplitMix64(for: "SetupRecordTests")
        for _ in 0..<5000 {
            let old = generator.bytes(upTo: 12, from: Array("ab\n".utf8))
            var new = old
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let place = Int.random(in: 0...new.count, using: &generator)
                new.insert(contentsOf: generator.bytes(upTo: 5, from: [0x61, 0x0A]), at: place)
            }
            let insertions = try #require(TextInsertions(from: old, to: new), "\(old) \(new)")
            #expect(insertions.undone(in: new) == old)
            #expect(insertions.undone(in: new + [0x61]) == nil)
        }
        #expect(TextInsertions(from: Array("abc".utf8), to: Array("acb".utf8)) == nil)
    }

    @Test func `a profile that was changed has another digest`() {
        let path = ConfigPath.profile("a")
        func digest(_ text: String) -> Digest64? {
            ConfigEditor(Array(text.utf8)).digest(at: path)
        }
        let one = digest("[profiles.a]\nurl = 'http://a:1'\n")
        #expect(one != nil)
        #expect(one == digest("# another place\n[profiles.a] # comment\nurl='http://a:1'\n"))
        #expect(one != digest("[profiles.a]\nurl = 'http://a:2'\n"))
        #expect(one != digest("[profiles.a]\nurl = 'http://a:1'\nssh = true\n"))
        #expect(digest("[profiles.b]\nurl = 'http://a:1'\n") == nil)
    }
}
