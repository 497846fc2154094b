import Testing

@testable import ProxyEnvCore

/// Where claude's settings are, the last of which counts.
@Suite struct ClaudePlacesTests {
    @Test func `the administrator's folder of files goes before all, by their names`() {
        var places = FilePlaces(
            environment: Environment(entries: []), home: [UInt8]("/home/me".utf8),
            workingDirectory: [UInt8]("/code".utf8),
            isThere: { $0.equals("/etc/claude-code/managed-settings.json") },
            names: { folder in
                folder.equals("/etc/claude-code/managed-settings.d")
                    ? ["20-b.json", ".hidden.json", "10-a.json", "x.txt"].map { [UInt8]($0.utf8) }
                    : []
            },
            program: { _ in nil })
        places.given = [[UInt8]("given.json".utf8)]
        let paths = SettingsFile.claudeSettings.paths(places)
            .map { String(decoding: $0, as: UTF8.self) }
        #expect(
            paths == [
                "/home/me/.claude.json", "/home/me/.claude/settings.json",
                "/code/.claude/settings.json", "/code/.claude/settings.local.json", "given.json",
                "/etc/claude-code/managed-settings.json",
                "/etc/claude-code/managed-settings.d/10-a.json",
                "/etc/claude-code/managed-settings.d/20-b.json",
            ])
    }

    @Test(
        arguments: [
            (["-p", "--settings", "a"], "a"), (["--settings=b"], "b"),
            (["--settings", "a", "--settings=b"], "b"), (["--", "--settings", "a"], nil),
            (["--settings"], nil), (["--settings-x", "a"], nil), ([], nil),
        ] as [([String], String?)])
    func `what --settings names`(_ words: [String], _ expected: String?) {
        let words = words.map { [UInt8]($0.utf8) }
        let found = SettingsFile.claudeSettings.value(in: words[...])
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == expected)
        #expect(SettingsFile.npmrc.value(in: words[...]) == nil)
    }
}
