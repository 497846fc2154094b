import Testing

@testable import ProxyEnvCore

/// The configurations of V2Ray, Xray and sing-box.
@Suite struct V2RayImportTests {
    private func findings(_ text: String) throws -> ImportFindings {
        try V2RayImport.findings(in: [UInt8](text), path: "v.json")
    }

    @Test(
        arguments: [
            (
                """
                // mine
                {
                  "log": {"loglevel": "warning"}, # quiet
                  "inbounds": [
                    {"tag": "socks", "port": 10808, "listen": "127.0.0.1", "protocol": "socks",
                     "settings": {"auth": "noauth", "udp": true, "accounts": [{"user": "x", "pass": "y"}]}},
                    /* and */
                    {"tag": "http", "port": "10809", "listen": "0.0.0.0", "protocol": "http",
                     "settings": {"accounts": [{"user": "u", "pass": "p@ss"}, {"user": "v"}]}},
                    {"tag": "api", "port": 1, "protocol": "dokodemo-door"}
                  ]
                }
                """,
                [
                    "-socks - - socks5h://127.0.0.1:10808", "- - http://u:p%40ss@127.0.0.1:10809",
                ]
            ),
            (
                #"{"inbounds": [{"port": 1, "protocol": "socks", "settings": {"auth": "password", "accounts": [{"user": "u", "pass": "p"}]}}]}"#,
                ["- - socks5h://u:p@127.0.0.1:1"]
            ),
            (
                #"{"inbound": {"port": 1, "listen": "::1", "protocol": "http"}, "inboundDetour": [{"port": 2, "protocol": "mixed"}]}"#,
                ["- - http://[::1]:1", "- - http://127.0.0.1:2"]
            ),
            (
                #"{"inbounds": [{"type": "mixed", "listen": "::", "listen_port": 2080, "users": [{"username": "u", "password": "p"}]}]}"#,
                ["- - http://u:p@127.0.0.1:2080"]
            ),
            (
                "{\"inbounds\": [{\"type\": \"mixed\", \"listen_port\": 2080,\n // end\n },\n],\n}",
                ["- - http://127.0.0.1:2080"]
            ),
            (
                #"{"inbounds": [{"port": 1, "protocol": "SOCKS"}, {"port": 2, "protocol": "HTTP"}]}"#,
                ["-socks - - socks5h://127.0.0.1:1", "- - http://127.0.0.1:2"]
            ),
            (
                #"{"inbounds": [{"type": "http", "listen_port": 1, "tls": {"enabled": true}}, {"port": 2, "protocol": "http", "streamSettings": {"security": "tls"}}, {"type": "http", "listen_port": 3, "tls": {"enabled": false}}]}"#,
                [
                    "-https - - https://127.0.0.1:1", "-https - - https://127.0.0.1:2",
                    "- - http://127.0.0.1:3",
                ]
            ),
        ])
    func `the inbounds that speak HTTP or SOCKS`(_ text: String, _ shown: [String]) throws {
        #expect(try findings(text).shown == shown)
        #expect(try findings("\u{FEFF}" + text).shown == shown)
    }

    @Test func `SOCKS inside TLS is told of and passed over`() throws {
        let findings = try findings(
            "{\"inbounds\": [\n{\"type\": \"mixed\", \"listen_port\": 1, \"tls\": {\"enabled\": true}}]}"
        )
        #expect(findings.proposals.isEmpty)
        #expect(
            findings.remarks == ["v.json:2 is passed over: no tool speaks SOCKS inside TLS"])
    }

    @Test func `thousands on one line are read in no time, and not all of them taken`() throws {
        let one = "{\"port\":1,\"protocol\":\"http\"}"
        let list = Array(repeating: one, count: 60_000).joined(separator: ",")
        let findings = try findings("{\"inbounds\":[\n\(list)]}")
        #expect(findings.proposals.count == ImportFindings.mostProposals + 1)
        #expect(findings.proposals.allSatisfy { $0.origin == "v.json:2" })
    }

    @Test func `a port by a variable, and a socket, are told of and passed over`() throws {
        let findings = try findings(
            #"""
            {"inbounds": [{"port": "env:PORT", "protocol": "http"},
              {"port": 1, "listen": "/run/x", "protocol": "http"}, {"protocol": "socks"}]}
            """#)
        #expect(findings.proposals.isEmpty)
        #expect(
            findings.remarks == [
                "v.json:1 is passed over: the inbound's port is not a number",
                "v.json:2 is passed over: `/run/x` is not an address",
                "v.json:2 is passed over: the inbound's port is not a number",
            ])
    }

    @Test(
        arguments: [
            (
                #"{"inbound": [{"localPort": 10808, "protocol": "socks"}], "indexId": "1"}"#, 1,
                "v2rayN's own file, with the local port 10808"
            ),
            (
                #"{"Inbound": [{"LocalPort": 10809, "Protocol": "socks"}]}"#, 1,
                "v2rayN's own file, with the local port 10809"
            ),
            ("{\"inbounds\": [{},,]}", 1, "not JSON"), ("{\"inbounds\": [],,}", 1, "not JSON"),
            ("{", 1, "not JSON"), ("{\n  \"inbounds\": [,]\n}", 2, "not JSON"), ("[]", 1, "object"),
            ("{} x", 1, "not JSON"), ("/* {}", 1, "not JSON"), ("{\"a\": 'hush'}", 1, "not JSON"),
            ("{\n\"inbounds\": {}}", 2, "`inbounds` is not an array"),
            ("{\"inbounds\": [\n1]}", 2, "an inbound is not an object"), ("{}", nil, "no inbound"),
            (String(repeating: "[", count: 100_000), 1, "not JSON"),
            (
                #"{"inbounds": [{"port": 1, "protocol": "http", "settings": {"accounts": [{"user": "u", "pass": "hu\nsh"}]}}]}"#,
                1, "control character"
            ),
        ])
    func `what is wrong is told by its line`(_ text: String, _ line: Int?, _ message: String) {
        let problem = #expect(throws: ImportProblem.self) { try findings(text) }
        #expect(problem?.line == line)
        #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
        #expect(problem?.message.contains("hush") == false)
    }

    private static let wrong = [
        "null", "[]", "{}", "1.5", "-1", "1e3", "true", "\"\"", "[[]]", "[{}]",
    ]

    @Test(arguments: wrong, [("port", "\"protocol\": \"http\""), ("protocol", "\"port\": 1")])
    func `a value of the wrong type is no port and no protocol`(
        _ value: String, _ place: (key: String, other: String)
    ) {
        let text = "{\"inbounds\": [{\(place.other), \"\(place.key)\": \(value)}]}"
        let shown = (try? findings(text))?.shown ?? []
        #expect(shown.isEmpty)
    }

    @Test(arguments: wrong, ["listen", "settings", "users"])
    func `a value of the wrong type is no user`(_ value: String, _ key: String) {
        let text = "{\"inbounds\": [{\"port\": 1, \"protocol\": \"http\", \"\(key)\": \(value)}]}"
        let shown = (try? findings(text))?.shown ?? []
        #expect(!shown.contains { $0.contains("@") })
    }

    @Test(arguments: [
        (#""1080-1085""#, "socks5h://127.0.0.1:1080"),
        (#""1083,1085""#, "socks5h://127.0.0.1:1083"),
        (#""1080x""#, nil), (#""-1080""#, nil), (#""""#, nil), ("1080", "socks5h://127.0.0.1:1080"),
    ]) func `of several ports the first will do`(_ port: String, _ url: String?) throws {
        let found = try findings(#"{"inbounds": [{"protocol": "socks", "port": \#(port)}]}"#)
        #expect(
            found.proposals.first?.kinds.all.map { String(decoding: $0.text, as: UTF8.self) } == url
        )
        #expect(found.remarks.count == (url == nil ? 1 : 0))
    }

    @Test func `each kind has a name of its own`() throws {
        let found = try findings(
            #"{"inbounds": [{"protocol": "http", "port": 1}, {"protocol": "socks", "port": 2}, {"protocol": "http", "port": 3, "streamSettings": {"security": "tls"}}]}"#
        )
        #expect(found.proposals.map { $0.suffix } == ["", "-socks", "-https"])
    }
}
