import Testing

@testable import ProxyEnvCore

/// The steps on the route to a server.
@Suite struct ProbeStepsTests {
    private func judgement(_ change: (inout EndpointReport) -> Void) -> EndpointJudgement {
        var report = EndpointReport(proxy: .local(7890))
        report.connection = .connected
        report.spoken = .http
        change(&report)
        return EndpointJudgement(
            report, profile: nil, target: Target(Array("https://a.example".utf8)),
            hasSecret: false, replacement: { _ in nil })
    }

    private func rows(_ steps: [ProbeStep]) -> [String] {
        steps.map { "\($0.outcome.rawValue) \($0.name.rawValue): \($0.text)" }
    }

    @Test func `each step of an open route is good`() {
        let judgement = judgement {
            $0.authentication = .notAsked
            $0.tunnel = .open
        }
        #expect(
            rows(ProbeSteps.proxy(judgement)) == [
                "good connect: 127.0.0.1:7890 accepts connections",
                "good protocol: HTTP, as the URL says", "good password: it asks for none",
                "good tunnel: open to a.example:443",
            ])
    }

    @Test func `where nothing listens the connection is the last step`() {
        let refused = judgement { $0.connection = .refused }
        #expect(
            rows(ProbeSteps.proxy(refused)) == ["bad connect: nothing listens on 127.0.0.1:7890"])
    }

    @Test func `a step that fails says what its finding says`() {
        let web = judgement { $0.spoken = .web }
        #expect(ProbeSteps.proxy(web).last?.text == web.finding?.title)
    }

    @Test func `where a password is missing its step is the last`() {
        let password = judgement {
            $0.authentication = .required(schemes: [])
            $0.tunnel = .refused(status: 407, reason: "")
        }
        #expect(ProbeSteps.proxy(password).map { $0.name } == [.connect, .protocol, .password])
        #expect(ProbeSteps.proxy(password).last?.text == password.finding?.title)
    }

    @Test func `a name has its addresses, few of many`() {
        let judgement = judgement {
            $0.milliseconds.resolve = 3
            $0.addresses = (1...5).map { .ipv4([10, 0, 0, $0], port: 1) }
        }
        let step = ProbeSteps.proxy(judgement).first
        #expect(step?.text == "127.0.0.1 is 10.0.0.1, 10.0.0.2, 10.0.0.3 and others")
        #expect(step?.milliseconds == 3)
    }

    @Test func `an answer has its certificate before it`() throws {
        let target = try #require(Target(Array("https://a.example".utf8)))
        let answer = OriginAnswer(
            status: 401, headers: [], body: [], issuer: "CN = X", isPublicCA: true)
        #expect(
            rows(
                ProbeSteps.origin(
                    .answered(answer), of: target, .init(), nil, showsTrust: true)) == [
                    "good TLS: the certificate is trusted by this system, by CN = X",
                    "good answer: a.example: 401, as it must without a key",
                ])
    }

    @Test func `what was not tried is neither good nor bad`() throws {
        let target = try #require(Target(Array("https://a.example".utf8)))
        let steps = ProbeSteps.origin(
            .skipped(reason: "curl is not installed"), of: target, .init(), nil)
        #expect(rows(steps) == ["unknown answer: a.example: not tried, curl is not installed"])
    }
}
