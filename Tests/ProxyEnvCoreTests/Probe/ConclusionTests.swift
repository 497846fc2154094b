import Testing

@testable import ProxyEnvCore

/// What the conversations with an endpoint show together.
@Suite struct ConclusionTests {
    private static let target = Target(Array("https://a.example".utf8))

    private func question(
        _ url: String, wantsProof: Bool = false
    ) throws -> EndpointQuestion {
        EndpointQuestion(
            0, try ProxyURLParser.parse(Array(url.utf8)), to: Self.target,
            wantsProof ? .choice : .usual)
    }

    private func exchange(
        _ role: Exchange.Role, _ conversation: Conversation, hearing answer: String,
        end: Exchange.End = .told
    ) -> Exchange {
        var exchange = Exchange(conversation, as: role, of: 0, at: 0)
        if !answer.isEmpty {
            exchange.hasHeard = true
            _ = exchange.conversation.take(Array(answer.utf8))
        }
        exchange.connected = 2
        exchange.ended = 7
        exchange.conversation.end()
        exchange.end = end
        return exchange
    }

    private func http(
        _ answer: String, as role: Exchange.Role = .http, end: Exchange.End = .told
    ) -> Exchange {
        exchange(role, .http(HTTPConversation([])), hearing: answer, end: end)
    }

    private func report(_ url: String, _ exchanges: [Exchange]) throws -> EndpointReport {
        let question = try question(url)
        var report = EndpointReport(proxy: question.proxy)
        report.connection = .connected
        Conclusion(question, exchanges).complete(&report)
        return report
    }

    @Test func `a tunnel that is opened is a proxy's`() throws {
        let report = try report(
            "http://127.0.0.1:1", [http("HTTP/1.1 200 Connection established\r\n\r\n")])
        #expect(report.spoken == .http)
        #expect(report.tunnel == .open)
        #expect(report.authentication == .notAsked)
        #expect(report.milliseconds.connect == 2)
        #expect(report.milliseconds.tunnel == 5)
    }

    @Test func `a page in the place of a tunnel is a web server's`() throws {
        let report = try report(
            "http://127.0.0.1:1",
            [
                http("HTTP/1.1 404 Not Found\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n"),
                http("HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n", as: .page),
            ])
        #expect(report.spoken == .web)
        #expect(report.serverDescription == "a web server or an API (status 200, nginx)")
    }

    private let wants = "HTTP/1.1 407 x\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n"

    @Test func `a password is wanted where the first request is refused`() throws {
        let report = try report("http://127.0.0.1:1", [http(wants)])
        #expect(report.authentication == .required(schemes: ["Basic"]))
    }

    @Test func `a password is refused where the second request is too`() throws {
        let report = try report(
            "http://a:b@127.0.0.1:1", [http(wants), http(wants, as: .httpWithPassword)])
        #expect(report.authentication == .refused(schemes: ["Basic"]))
    }

    @Test func `a password is accepted where the second request is`() throws {
        let report = try report(
            "http://a:b@127.0.0.1:1",
            [http(wants), http("HTTP/1.1 200 OK\r\n\r\n", as: .httpWithPassword)])
        #expect(report.authentication == .accepted)
        #expect(report.tunnel == .open)
    }

    @Test(arguments: [
        ("", Exchange.End.late, "accepts connections and says nothing"),
        ("HTTP/1.1 2", .late, "began an answer and did not end it in time"),
        ("", .told, "closes connections without a word"),
        (
            "", .failed("Connection reset by peer"),
            "breaks connections off: Connection reset by peer"
        ),
    ]) func `how a mute endpoint behaves is told`(
        _ answer: String, _ end: Exchange.End, _ muteness: String
    ) throws {
        let report = try report("http://127.0.0.1:1", [http(answer, end: end)])
        #expect(report.spoken == [])
        #expect(report.muteness == muteness)
    }

    @Test func `another endpoint's conversations count for nothing`() throws {
        let question = try question("http://127.0.0.1:1")
        let other = Exchange(.http(HTTPConversation([])), as: .http, of: 1, at: 0)
        #expect(!Conclusion(question, [other]).isOpen)
        #expect(Conclusion(question, [other]).find(.http) == nil)
    }

    @Test func `what speaks neither is other, and its words are shown`() throws {
        let report = try report(
            "http://127.0.0.1:1", [http("SSH-2.0-OpenSSH_9.2p1 Debian\r\n")])
        #expect(report.spoken == .other)
        #expect(report.serverDescription?.hasPrefix("something that says `SSH-2.0-OpenSSH") == true)
    }
}
