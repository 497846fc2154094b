import Testing

@testable import ProxyEnvCore

/// Variables, those of the environment and those in a file.
@Suite struct EnvironmentImportTests {
    private func findings(_ entries: [String]) -> ImportFindings {
        EnvironmentImport.findings(in: Environment(entries: entries.map { [UInt8]($0) }))
    }

    @Test(
        arguments: [
            ([], []), (["http_proxy="], []), (["no_proxy=a"], []),
            (["https_proxy=http://h:1"], ["- http://h:1 -"]),
            (["HTTPS_PROXY=http://h:1"], ["- http://h:1 -"]),
            (
                ["http_proxy=h:1", "https_proxy=h:2", "ALL_PROXY=socks5://h:3"],
                ["http://h:1 http://h:2 socks5://h:3"]
            ),
            (
                [
                    "https_proxy=http://h:1", "HTTPS_PROXY=http://h:1", "NO_PROXY=a,b",
                    "no_proxy=b,c",
                ],
                ["- http://h:1 - b c a"]
            ),
            (["https_proxy=http://h", "HTTPS_PROXY=http://h:1"], ["- http://h:1 -"]),
            (["https_proxy=", "HTTPS_PROXY=http://h:1"], ["- http://h:1 -"]),
        ])
    func `both spellings are read`(_ entries: [String], _ shown: [String]) {
        #expect(findings(entries).shown == shown)
    }

    @Test(
        arguments: [
            ("HTTPS_PROXY='http://u:pa$w@h:1'", "- http://u:pa%24w@h:1 -"),
            ("HTTPS_PROXY=http://u:pa\\$w@h:1", "- http://u:pa%24w@h:1 -"),
            ("HTTPS_PROXY=\"http://u:pa\\$w@h:1\"", "- http://u:pa%24w@h:1 -"),
            ("HTTPS_PROXY=http://u:$PW@h:1", nil), ("HTTPS_PROXY=\"http://u:${PW}@h:1\"", nil),
            (
                "NOTE=\"many\nHTTPS_PROXY=http://no:1\nlines\"\nHTTPS_PROXY=http://h:1",
                "- http://h:1 -"
            ),
            ("NOTE='never closed\nHTTPS_PROXY=http://no:1\n", ""),
        ] as [(String, String?)])
    func `codex's own file`(_ text: String, _ shown: String?) {
        let settings = SettingsFile.codexEnvironment.settings(in: [UInt8](text), path: "e")
        let findings = EnvironmentImport.findings(in: settings, description: "d")
        #expect(findings.shown.joined() == shown ?? "")
        #expect(
            findings.remarks
                == (shown == nil
                    ? ["e:1 (HTTPS_PROXY) is passed over: only codex can fill in its `$…`"] : []))
    }

    @Test func `two spellings that differ are told of, and lower case is taken`() {
        let findings = findings(["HTTPS_PROXY=http://h:2", "https_proxy=http://h:1"])
        #expect(findings.shown == ["- http://h:1 -"])
        #expect(findings.remarks == ["https_proxy and HTTPS_PROXY differ: https_proxy is used"])
        #expect(findings.proposals.first?.origin == "https_proxy")
    }

    @Test func `what is no proxy is told of by its variable, without a password`() {
        let findings = findings(["all_proxy=foo://u:hush@h:1", "http_proxy=h", "no_proxy=*"])
        #expect(findings.proposals.isEmpty)
        #expect(
            findings.remarks == [
                "http_proxy is passed over: this proxy's URL has no port",
                "all_proxy is passed over: it is not the URL of a proxy",
            ])
    }

    @Test func `in codex's file upper case is taken, and the last of a name`() {
        let text = """
            # mine
            export https_proxy=http://h:1
            HTTPS_PROXY="http://u:hush@h:2"\r
            OPENAI_API_KEY=x
            HTTPS_PROXY='http://u:hush@h:3'
            NO_PROXY=a
            """
        let settings = SettingsFile.codexEnvironment.settings(
            in: [UInt8](text), path: "~/.codex/.env")
        let findings = EnvironmentImport.findings(in: settings, description: "from codex")
        #expect(findings.shown == ["- http://u:hush@h:3 - a"])
        #expect(findings.remarks == ["HTTPS_PROXY and https_proxy differ: HTTPS_PROXY is used"])
        #expect(findings.proposals.first?.origin == "~/.codex/.env:5 (HTTPS_PROXY)")
    }
}
