import Testing

@testable import ProxyEnvCore

/// Clash's configuration.
@Suite struct ClashImportTests {
    private func findings(_ text: String) throws -> ImportFindings {
        try ClashImport.findings(in: [UInt8](text), path: "c.yaml")
    }

    @Test(
        arguments: [
            ("mixed-port: 7890\n", "- - http://127.0.0.1:7890"),
            ("\u{FEFF}mixed-port: 7890\r\nport: 1\r\n", "- - http://127.0.0.1:7890"),
            (
                "port: 7890 # http\nsocks-port: '7891'\n",
                "http://127.0.0.1:7890 http://127.0.0.1:7890 socks5h://127.0.0.1:7891"
            ),
            ("socks-port: 7891", "- - socks5h://127.0.0.1:7891"),
            ("mixed-port: 0\nport: 7890", "http://127.0.0.1:7890 http://127.0.0.1:7890 -"),
            ("\"mixed-port\": \"7890\"", "- - http://127.0.0.1:7890"),
            ("proxies:\n  - name: a\n    port: 99\nmixed-port: 2\n", "- - http://127.0.0.1:2"),
            ("dns:\n  port: x\nrules: [port: 3]\nmixed-port: 2", "- - http://127.0.0.1:2"),
            ("mixed-port: 1\nbind-address: 10.0.0.2\n", "- - http://127.0.0.1:1"),
            ("mixed-port: 1\nallow-lan: true\nbind-address: 10.0.0.2\n", "- - http://10.0.0.2:1"),
            ("mixed-port: 1\nallow-lan: true\nbind-address: '*'\n", "- - http://127.0.0.1:1"),
            (
                "mixed-port: 1\nallow-lan: true\nbind-address: \"[fe80::1]\"",
                "- - http://[fe80::1]:1"
            ),
            ("mixed-port: 1\nauthentication:\n- 'u:it''s'\n", "- - http://u:it%27s@127.0.0.1:1"),
            (
                "mixed-port: 1\nauthentication:\n  - \"u:a\\\"b\\u00e9\" # me\n",
                "- - http://u:a%22b%C3%A9@127.0.0.1:1"
            ),
            ("mixed-port: 1\nauthentication: [\"u:p,q\"]\n", "- - http://u:p%2Cq@127.0.0.1:1"),
            ("mixed-port: 1\nauthentication: []\n", "- - http://127.0.0.1:1"),
            ("mixed-port: 1\nauthentication:\n  - u:p:q#r\n", "- - http://u:p%3Aq%23r@127.0.0.1:1"),
            ("mixed-port: 1\nmixed-port: 2\n", "- - http://127.0.0.1:2"),
            ("verge_mixed_port: 7897\nauto_close_connection: false\n", "- - http://127.0.0.1:7897"),
            (
                "mixed-port: 1\nauthentication: [\n  # me\n  \"u:p\",\n]\nmode: rule\n",
                "- - http://u:p@127.0.0.1:1"
            ),
            (
                "mixed-port: 1\r\nauthentication: [\r\n  u:p\r\n] # end\r\nx: 1\r\n",
                "- - http://u:p@127.0.0.1:1"
            ),
            (
                "listeners:\n- name: in\n  type: mixed\n  port: 10810\n  listen: 0.0.0.0\n",
                "- - http://127.0.0.1:10810"
            ),
            ("port: 7890\nmixed-port:\n", "http://127.0.0.1:7890 http://127.0.0.1:7890 -"),
            ("mixed-port: ~\nsocks-port: 1\n", "- - socks5h://127.0.0.1:1"),
            ("mixed-port: 1\nauthentication:\n-\tu:p\n", "- - http://u:p@127.0.0.1:1"),
            (
                "mixed-port: 1\nallow-lan: true\nbind-address: \"0:0:0:0:0:0:0:0\"",
                "- - http://127.0.0.1:1"
            ),
        ])
    func `ports, the address, and the user`(_ text: String, _ shown: String) throws {
        #expect(try findings(text).shown == [shown])
    }

    @Test func `mihomo's listeners are taken where no port stands at the top`() throws {
        let text = """
            listeners:
              - name: tunnel
                type: tunnel
                port: 5353
              - type: socks
                name: in
                port: 10808
              - {name: x, type: tunnel, port: 3}
              - name: web
                port: '10809' # here
                type: http
              - name: shut
                type: http
                port: 4
                users:
                  - username: u
                    password: hush
            rules: []
            """
        let found = try findings(text)
        #expect(
            found.shown == [
                "-socks - - socks5h://127.0.0.1:10808", "- - http://127.0.0.1:10809",
                "- - http://u:hush@127.0.0.1:4",
            ])
        #expect(found.proposals.map { $0.suffix } == ["-socks", "", ""])
        #expect(found.remarks == [])
        #expect(ClashConfig.ports(in: Array("port: 1\n\(text)".utf8)) == [1, 10808, 10809, 4])
    }

    @Test(arguments: [
        (
            "listeners:\n- {name: in, type: mixed, port: 10810, listen: 0.0.0.0} # here\n",
            "- - http://127.0.0.1:10810", 1
        ),
        (
            "listeners: [{name: a, type: socks, port: 1}, {type: http, port: '2'}]\n",
            "- - socks5h://127.0.0.1:1", 2
        ),
        (
            "listeners: [\n  {name: a, type: http,\n   port: 3, users: [ {username: u, password: \"p:1\"} ]},\n]\n",
            "- - http://u:p%3A1@127.0.0.1:3", 1
        ),
        (
            "listeners:\n- type: http\n  users: [{username: u, password: p}, {username: v}]\n  port: 4\n",
            "- - http://u:p@127.0.0.1:4", 1
        ),
        (
            "listeners:\n- type: http\n  users:\n  - {username: u, password: p}\n  - username: v\n    password: w\n  port: 5\n",
            "- - http://u:p@127.0.0.1:5", 1
        ),
        ("listeners:\n- {type: http, port: 6, users: []}\n", "- - http://127.0.0.1:6", 1),
    ])
    func `listeners in braces, and their users`(_ text: String, _ shown: String, _ count: Int)
        throws
    {
        let found = try findings(text)
        #expect(found.proposals.count == count)
        #expect(found.shown.first?.hasSuffix(shown) == true, "\(found.shown)")
    }

    @Test(arguments: [
        "listeners: [{type: http, port: 1", "listeners:\n- {type: http, port: 1\n",
        "listeners: [[[[[[[[[[{type: http, port: 1}]]]]]]]]]]\n", "listeners: {}\n",
    ])
    func `what has no end is no listener`(_ text: String) {
        #expect(throws: ImportProblem.self) { try findings(text) }
    }

    @Test func `a listener whose users cannot be read is passed over`() throws {
        let found = try findings("listeners:\n- {type: http, port: 1, users: all}\n")
        #expect(found.remarks == ["c.yaml:2 is passed over: its users cannot be read"])
        #expect(found.proposals.isEmpty)
    }

    @Test func `what Clash Verge does to open connections is told`() throws {
        let found = try findings("auto_close_connection: true\nverge_mixed_port: 7897\n")
        #expect(found.remarks.first?.hasPrefix("c.yaml:1: Clash Verge closes open") == true)
        #expect(found.remarks.count == 1)
    }

    @Test func `of several users the first is taken, and that is told without a password`() throws {
        let findings = try findings("port: 1\nauthentication: ['u:hush', v:w]\n")
        #expect(findings.shown.count == 1)
        #expect(findings.remarks == ["c.yaml:2: the first of 2 users is used"])
        #expect(findings.proposals.first?.origin == "c.yaml:1")
    }

    @Test(
        arguments: [
            ("a: 1\n", nil, "no `mixed-port`, `port` or `socks-port` is in it"),
            ("<html>\n<body>", nil, "no `mixed-port`"), ("\0\0", nil, "no `mixed-port`"),
            ("a: 1\nport: abc\n", 2, "`port` is `abc`, expected a port"),
            ("port: 70000\n", 1, "`port` is `70000`"), ("port: -1\n", 1, "`port` is `-1`"),
            ("port:\n  - 1\n", 1, "`port` is ``"), ("port: [1]\n", 1, "`port` is `[1]`"),
            ("port: '1\n", 1, "`port` is"),
            ("port: 1\nauthentication:\n  - \"u:hush\n", 3, "is not closed"),
            ("x: &a\n- u:hush\nport: 1\nauthentication: *a\n", 4, "is not plain text"),
            ("port: 1\nauthentication:\n  - &u \"u:hush\"\n", 3, "is not plain text"),
            ("port: 1\nauthentication:\n  - !!str u:hush\n", 3, "is not plain text"),
            ("port: 1\nauthentication:\n  - |\n    u:hush\n", 3, "is not plain text"),
            ("port: 1\nauthentication: [\"u:hush\",\n", 2, "does not end as one"),
            ("port: 1\nauthentication: [\"u:hu\\x07sh\"]\n", 2, "a control character"),
        ])
    func `what is wrong is told by its line, without a password`(
        _ text: String, _ line: Int?, _ message: String
    ) {
        let problem = #expect(throws: ImportProblem.self) { try findings(text) }
        #expect(problem?.line == line)
        #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
        #expect(problem?.message.contains("hush") == false)
    }
}
