import Testing

@testable import ProxyEnvCore

/// PAC files, which are read and never run.
@Suite struct PACImportTests {
    private func findings(_ text: String) throws -> ImportFindings {
        try PACImport.findings(in: [UInt8](text), place: "p.pac")
    }

    @Test(
        arguments: [
            (
                """
                function FindProxyForURL(url, host) {
                  // return "PROXY old:1";
                  if (isPlainHostName(host)) return "DIRECT";
                  return "PROXY h:1; SOCKS5 h:2; SOCKS h:2; proxy H:1; DIRECT";
                }
                """, ["- - http://h:1", "- - socks5h://h:2"]
            ),
            ("var a = 'HTTPS h:1', b = `SOCKS4 h:2`;", ["- - https://h:1", "- - socks4://h:2"]),
            ("/* 'PROXY x:1'\n */ return \"PROXY h\"", ["- - http://h:80"]),
            ("return 'HTTPS h; SOCKS5 [::1]:3'", ["- - https://h:443", "- - socks5h://[::1]:3"]),
            ("x = /[\"']/; return \"PROXY h:1\";", ["- - http://h:1"]),
            ("x = a / b; y = \"PROXY h:1\" / 'PROXY h:2';", ["- - http://h:1", "- - http://h:2"]),
            ("x(/\\/'[/']/, 'PROXY h:1')", ["- - http://h:1"]),
            ("// it's\nreturn \"PROXY h:1\";", ["- - http://h:1"]),
            ("var a = 'it\\'s; PROXY h:1';", ["- - http://h:1"]),
            (
                "return /^https?:\\/\\//.test(u) ? \"PROXY h:1\" : 'PROXY h:2';",
                ["- - http://h:1", "- - http://h:2"]
            ),
            ("return /\"/.test(u) ? \"PROXY h:1\" : \"x\"", ["- - http://h:1"]),
            ("x = returned / 2; y = 'PROXY h:1' /2", ["- - http://h:1"]),
            ("x = a\\'; y = \"PROXY h:1\"", ["- - http://h:1"]),
        ])
    func `each proxy once`(_ text: String, _ shown: [String]) throws {
        #expect(try findings(text).shown == shown)
    }

    @Test func `plain SOCKS is told of, and each proxy has its line`() throws {
        let findings = try findings(
            "\n\nreturn 'SOCKS h:1';\n/* \n */ return `\nPROXY`, 'PROXY x:2'")
        #expect(findings.shown == ["- - socks5h://h:1", "- - http://x:2"])
        #expect(findings.remarks == ["p.pac:3: SOCKS h:1 is taken for SOCKS 5"])
        #expect(findings.proposals.map { $0.origin } == ["p.pac:3", "p.pac:6"])
    }

    @Test(arguments: [
        "return 'DIRECT'", "x", "return 'PROXY ' + host", "\"PROXY", "'PROXY h:1\n'", "/*", "//",
        "\\", "'\\", "`PROXY h:1", "PROXY h:1", "x = /it's \\", "return '__PROXY__';",
    ])
    func `a script that names none is an error`(_ text: String) {
        #expect(throws: ImportProblem.self) { try findings(text) }
    }

    @Test func `a proxy that the script puts together is told of by its line`() throws {
        let text = "p = 'PROXY ' + h;\nq = 'PROXY h:1; SOCKS\t' + i;\nr = 'PROXY';\ns = ' ';"
        let findings = try findings(text)
        #expect(findings.shown == ["- - http://h:1"])
        #expect(
            findings.remarks == [
                "p.pac:1 is passed over: the script puts a proxy together there",
                "p.pac:2 is passed over: the script puts a proxy together there",
            ])
    }

    @Test func `a script that puts all of its proxies together is an error`() throws {
        let problem = #expect(throws: ImportProblem.self) { try self.findings("x\n'PROXY ' + h") }
        #expect(problem?.message == "it puts its proxy together from pieces")
        #expect(problem?.line == 2)
    }

    @Test(arguments: ["'\\", "\"'`\\", "`\\", "'\"`"])
    func `quotes that open nothing cost no time`(_ piece: String) {
        let text = String(repeating: piece, count: 250_000)
        #expect(throws: ImportProblem.self) { try findings(text) }
    }

    @Test func `nobody chooses among thousands`() throws {
        let text = (1...5000).map { "'PROXY h\($0):1; PROXY h\($0):0'" }.joined(separator: ",\n")
        let findings = try findings(text).shortened
        #expect(findings.proposals.count == 100)
        #expect(findings.remarks.count == 22)
        #expect(findings.remarks[20] == "there are 81 more such lines")
        #expect(findings.remarks[21] == "only the first 100 proxies are taken, as there are more")
    }

    @Test func `a name that is no host is passed over and told of`() throws {
        let findings = try findings("return 'PROXY h:99999; PROXY %%:1'")
        #expect(findings.proposals.isEmpty)
        #expect(findings.remarks.count == 2)
    }
}
