import Testing

@testable import ProxyEnvCore

@Suite struct HTTPConversationTests {
    private func result(
        _ input: [UInt8], bodyLimit: Int = 0, ends: Bool = true
    ) -> HTTPConversation.Result {
        let conversation = Conversation.http(HTTPConversation([], bodyLimit: bodyLimit))
        guard case .http(let http) = hold(conversation, input, ends: ends).conversation else {
            return .pending
        }
        return http.result
    }

    private func head(_ text: String) throws -> HTTPHead {
        guard case .answered(let head, _) = result(bytes(text)) else {
            throw Problem.noHead
        }
        return head
    }

    private enum Problem: Error { case noHead }

    @Test func `a request for a tunnel names the target twice, and the password in base64`() throws
    {
        let credentials = ProxyURL.Credentials(
            username: bytes("al:ice"), password: bytes("p@ss\r\nX: y"))
        #expect(
            HTTPRequest.connect(try target("https://Example.com"), credentials)
                == bytes(
                    "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n"
                        + "Proxy-Authorization: Basic YWw6aWNlOnBAc3MNClg6IHk=\r\n"
                        + "User-Agent: proxyenv\r\n\r\n"))
    }

    @Test func `a request for a tunnel without a password names the target alone`() throws {
        #expect(
            HTTPRequest.connect(try target("https://[::1]:8443"))
                == bytes(
                    "CONNECT [::1]:8443 HTTP/1.1\r\nHost: [::1]:8443\r\n"
                        + "User-Agent: proxyenv\r\n\r\n"))
    }

    @Test func `a request of a proxy has the whole URL`() throws {
        #expect(
            HTTPRequest.get(try target("http://h")).starts(
                with: bytes("GET http://h:80/ HTTP/1.1\r\nHost: h:80\r\nConnection: close\r\n")))
    }

    @Test func `a request of a web server has the path`() {
        #expect(
            HTTPRequest.page(host: "127.0.0.1:9090").starts(
                with: bytes("GET / HTTP/1.1\r\nHost: 127.0.0.1:9090\r\nConnection: close\r\n")))
    }

    @Test func `a host with a line's end in it can't write a field of its own`() throws {
        let request = HTTPRequest.connect(try target("https://a\r\nX y"))
        #expect(request.starts(with: bytes("CONNECT a%0D%0Ax%20y:443 HTTP/1.1\r\n")))
        #expect(request.count { $0 == 0x0A } == 4)
    }

    @Test(
        arguments: [
            ("HTTP/1.1 200 Connection established\r\n\r\n", 200, "Connection established"),
            ("HTTP/1.0 407\r\n\r\n", 407, ""),
            ("HTTP/1.1 403 Filtered \nA: b\n\n", 403, "Filtered"),
            ("HTTP/2  502  Bad  Gateway\r\n\r\nthe tunnel's bytes", 502, "Bad  Gateway"),
            ("HTTP/1.1 999 \u{1b}[31m\r\n\r\n", 999, "\u{1b}[31m"),
        ])
    func `a status line is read as servers write it`(
        _ text: String, _ status: Int, _ reason: String
    )
        throws
    {
        let head = try head(text)
        #expect(head.status == status)
        #expect(head.reason == bytes(reason))
    }

    @Test func `fields keep their order, and are found in any case`() throws {
        let head = try head("HTTP/1.1 200 OK\r\nb:  1 \r\nA:2\r\n: x\r\nno colon\r\nB: 3\r\n\r\n")
        #expect(head.fields.map { String(decoding: $0.name, as: UTF8.self) } == ["b", "A", "B"])
        #expect(head.value(of: "B") == bytes("1"))
        #expect(head.value(of: "a") == bytes("2"))
        #expect(head.value(of: "c") == nil)
    }

    @Test(
        arguments: [
            ("Basic realm=\"a, b\"", ["Basic"]),
            (
                "Basic realm=\"a\", Digest realm=\"b\", nonce=\"x, NTLM\", qop=\"auth\"",
                ["Basic", "Digest"]
            ),
            ("Negotiate, NTLM", ["Negotiate", "NTLM"]),
            ("Negotiate YII==, NTLM TlRM=", ["Negotiate", "NTLM"]),
            ("Basic realm = \"a\\\", Fake \", charset=UTF-8", ["Basic"]),
            ("", []), (",,;,", []), ("\"unclosed, NTLM", []), ("(x), NTLM", ["NTLM"]),
        ])
    func `several schemes may stand in one field`(_ value: String, _ schemes: [String]) {
        #expect(AuthenticationSchemes.names(in: bytes(value)) == schemes)
    }

    @Test func `schemes in several fields are each named once`() throws {
        let head = try head(
            "HTTP/1.1 407 x\r\nProxy-Authenticate: Negotiate\r\nproxy-authenticate: NTLM\r\n"
                + "Proxy-Authenticate: Basic realm=x\r\nProxy-Authenticate: NTLM\r\n\r\n")
        #expect(head.proxySchemes == ["Negotiate", "NTLM", "Basic"])
        #expect(head.isOfProxy)
    }

    @Test func `a thousand schemes are not all read`() {
        let names = AuthenticationSchemes.names(in: bytes(String(repeating: "Basic,", count: 1000)))
        #expect(names.count == 16)
    }

    @Test(arguments: [(7, "{\"hello"), (500, "{\"hello\":\"clash\"}")])
    func `as much of the body is kept as is wanted`(_ limit: Int, _ kept: String) {
        let text = bytes("HTTP/1.1 200 OK\r\n\r\n{\"hello\":\"clash\"}")
        guard case .answered(_, let body) = result(text, bodyLimit: limit) else {
            Issue.record("no answer")
            return
        }
        #expect(body == bytes(kept))
    }

    @Test func `what is cut off at any byte is no answer, and no failure`() {
        let text = bytes("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n")
        for count in 0..<text.count {
            let cut = Array(text.prefix(count))
            #expect(result(cut) == .closed(afterBytes: count))
            #expect(result(cut, ends: false) == .pending)
        }
    }

    @Test func `a head that never ends is given up`() {
        let line = bytes("X-Pad: " + String(repeating: "a", count: 990) + "\r\n")
        let long = bytes("HTTP/1.1 200 OK\r\n") + (0..<100).flatMap { _ in line }
        #expect(result(long, ends: false) == .tooLong)
        #expect(result(bytes("HTTP/1.1 ") + Array(repeating: 0x80, count: 100_000)) == .tooLong)
    }

    @Test(
        arguments: [
            "SSH-2.0-OpenSSH_9.2p1\r\n", "220 mail.example ESMTP\r\n", "\u{15}\u{03}\u{01}\0\u{2}",
            "ICY 200 OK\r\n\r\n", "HTTP/1.1 2000 x\r\n\r\n", "HTTP/1.1 -1 x\r\n\r\n",
            "HTTP/1.1 099 x\r\n\r\n", "HTTP/\r\n\r\n", "HTTP/1.1\r\n\r\n",
        ])
    func `what is no HTTP is told by its first bytes`(_ text: String) {
        guard case .foreign(let start) = result(bytes(text)) else {
            Issue.record("\(result(bytes(text)))")
            return
        }
        #expect(bytes(text).starts(with: start))
        #expect(start.count <= FirstBytes.count)
    }
}
