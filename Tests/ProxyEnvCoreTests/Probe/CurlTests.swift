import Testing

@testable import ProxyEnvCore

@Suite struct CurlTests {
    private func transcript(_ text: String, status: Int = 0) -> CurlTranscript {
        CurlTranscript(bytes(text), mark: "mark-1", status: status)
    }

    @Test(arguments: [
        (
            "Failed to connect to h port 443 after 12 ms: Couldn't",
            "Failed to connect to h port 443: Couldn't"
        ),
        (
            "Operation timed out after 2001 milliseconds with 0 bytes",
            "Operation timed out with 0 bytes"
        ),
        ("it broke after 3 tries", "it broke after 3 tries"), ("it broke after ", "it broke after"),
        ("after 5 ms", "after 5 ms"),
    ]) func `the time is told once, with the step`(_ error: String, _ message: String) {
        let text = "\nmark-1\n000\n0\n0\n0\n0\n\(error)\n"
        let shown = transcript(text, status: 7).message
        #expect(shown == message)
    }

    private let trailer = """

        mark-1
        200
        0.001500
        0.003500
        0.053500
        0.153500

        Subject:CN = a
        Issuer:O = Good CA, CN = R1
        Subject:O = Good CA
        Issuer:O = Root

        """

    @Test func `head, body, times and issuer are read`() throws {
        let read = transcript("HTTP/1.1 200 OK\r\nServer: x\r\n\r\nbody\nmark-2\n" + trailer)
        let head = try #require(read.head)
        #expect(head.status == 200)
        #expect(head.value(of: "server") == bytes("x"))
        #expect(read.body == bytes("body\nmark-2\n"))
        #expect([read.lookup, read.connect, read.tls, read.answer] == [1, 2, 50, 100])
        #expect(read.tunnelStatus == 200)
        #expect(read.issuer == "O = Good CA, CN = R1")
        #expect(read.isSecure && read.isTrusted && !read.isDistrust)
    }

    @Test func `announcements before the answer are left out`() {
        let read = transcript(
            "HTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/2 401 \r\nC: d\r\n\r\n{}" + trailer)
        #expect(read.head?.status == 401)
        #expect(read.body == bytes("{}"))
    }

    @Test func `an answer without an end is read as far as it came`() {
        let read = transcript("HTTP/1.1 200 OK\r\n\r\nxxx", status: 137)
        #expect(read.head?.status == 200)
        #expect(read.body == bytes("xxx"))
        #expect(read.lookup == nil && !read.isSecure)
    }

    @Test func `a failure has words of its own`() {
        let own = transcript(
            "\nmark-1\n000\n0.1\n0.2\n0.0\n0.0\nSSL certificate \u{1b}problem\n", status: 60)
        #expect(own.head == nil)
        #expect(own.isDistrust && !own.isSecure)
        #expect(own.message == "SSL certificate \\u{1b}problem")
    }

    @Test func `without words of its own each failure has others`() {
        let known = [5, 6, 7, 28, 35, 52, 56, 60, 97].map { transcript("", status: $0).message }
        #expect(Set(known).count == known.count)
        #expect(!known.contains { $0.contains { $0.isNumber } }, "\(known)")
    }

    @Test func `a status without words is named by its number`() {
        #expect(transcript("", status: 99).message.contains("99"))
    }

    @Test(
        arguments: [
            "", "\n", "mark-1", "\nmark-1\n", "\nmark-1\n\n\n\n\n\n\n\n\n", "HTTP/1.1 200",
            "\nmark-1\n99999999999999999999\n99999999999999999999.9\n-1\n1e9\n..,\nx\nIssuer:\n",
            "HTTP/1.1 200 OK\r\n\r\n\nmark-1\n\u{0}\n\u{7f}\n", "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        ])
    func `no output breaks the reader`(_ text: String) {
        let read = transcript(text)
        #expect(read.tunnelStatus == 0)
        #expect(!read.message.isEmpty)
    }

    @Test func `nothing in a value ends its line or its quotes`() {
        var config = CurlConfig()
        config.add("url", bytes("a\"b\\c\nd\re\0f"))
        config.add(flag: "silent")
        #expect(config.text == bytes("url = \"a\\\"b\\\\c\\nd\\ref\"\nsilent\n"))
    }

    @Test(
        arguments: [
            ("/usr/bin/mihomo -d /etc/mihomo", "/etc/mihomo/config.yaml"),
            ("verge-mihomo -d /d -f /d/clash-verge.yaml -ext-ctl-unix x", "/d/clash-verge.yaml"),
            ("clash-meta --f=my.yaml", "my.yaml"), ("clash", nil), ("mihomo -d", nil),
            ("vim -d /etc/mihomo", nil), ("mihomo -t -v", nil), ("", nil),
        ] as [(String, String?)])
    func `a Clash that runs was started with its file`(_ line: String, _ path: String?) {
        let words = line.split(separator: " ").map { bytes(String($0)) }
        #expect(ClashConfig.path(of: words) == path.map { bytes($0) })
    }

    @Test(
        arguments: [
            ("mixed-port: 7890\n", [7890]),
            ("port: 7890\nsocks-port: 7891\nport: 7890\n", [7890, 7891]),
            ("  port: 1\n# port: 2\nexternal-controller: 127.0.0.1:9090\n", []),
            ("port: 0\nport: 65536\nport: x\nport:\nport", []), ("port: 7890 # x\r\n", [7890]),
            ("mixed-port:\t7893", [7893]), ("\"mixed-port\": '7893'\n", [7893]),
            ("\u{FEFF}mixed-port: 7893\n", [7893]),
        ] as [(String, [UInt16])])
    func `Clash's ports are the numbers of three keys at the top`(_ text: String, _ ports: [UInt16])
    {
        #expect(ClashConfig.ports(in: bytes(text)) == ports)
    }
}
