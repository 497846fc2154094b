import Testing

@testable import ProxyEnvCore

/// What is wrong with a server's answer.
@Suite struct AnswerJudgementTests {
    private func judgement(
        _ origin: EndpointReport.Origin, hasProxy: Bool = true,
        trust change: (inout AnswerJudgement.Trust) -> Void = { _ in }
    ) throws -> AnswerJudgement {
        var trust = AnswerJudgement.Trust(clockSetting: "set the clock")
        change(&trust)
        var judgement = AnswerJudgement(
            origin, of: try #require(Target(Array("https://api.openai.com".utf8))),
            hasProxy: hasProxy, trust: trust)
        judgement.name = "codex"
        return judgement
    }

    private func answer(
        _ status: Int, _ headers: [(String, String)] = [], _ body: String = ""
    ) -> EndpointReport.Origin {
        .answered(
            OriginAnswer(
                status: status,
                headers: headers.map { (Array($0.0.utf8), Array($0.1.utf8)) },
                body: Array(body.utf8)))
    }

    @Test(arguments: [200, 204, 301, 401, 404, 426]) func `an answer of the server is no fault`(
        _ status: Int
    ) throws {
        #expect(try judgement(answer(status)).finding == nil)
    }

    @Test(
        arguments: [
            (403, [("CF-Mitigated", "Challenge")], "", FindingKind.answerChallenge),
            (403, [], "{\"code\":\"unsupported_country_region\"}", .answerRegion),
            (429, [], "", .answerQuota), (403, [], "", .answerForbidden),
        ] as [(Int, [(String, String)], String, FindingKind)])
    func `what a server refuses has its own finding`(
        _ status: Int, _ headers: [(String, String)], _ body: String, _ kind: FindingKind
    ) throws {
        #expect(try judgement(answer(status, headers, body)).finding?.kind == kind)
    }

    @Test(arguments: [
        (true, "a proxy behind the proxy"), (false, "a proxy between this machine"),
    ])
    func `407 is the answer of another proxy`(
        _ hasProxy: Bool, _ words: String
    ) throws {
        let finding = try judgement(answer(407), hasProxy: hasProxy).finding
        #expect(finding?.title.hasPrefix(words) == true)
    }

    @Test func `without a command a closed page says nothing of the route`() throws {
        var judgement = try judgement(answer(403))
        judgement.name = nil
        #expect(judgement.finding == nil)
    }

    @Test(
        arguments: [
            (false, nil, "proxyenv wrap codex"),
            (true, nil, "proxyenv wrap codex --profile NAME"),
            (true, "auto", "Use a profile: proxyenv list"),
        ] as [(Bool, String?, String)])
    func `what a list or a rule has decided is not wrapped again`(
        _ isByRule: Bool, _ list: String?, _ fix: String
    ) throws {
        var judgement = try judgement(
            answer(403, [("cf-mitigated", "challenge")]), hasProxy: false)
        judgement.isDirectByRule = isByRule
        judgement.directList = list
        #expect(judgement.finding?.fix == [fix])
    }

    @Test(arguments: [(true, ProxyEnvCore.Finding.Severity.problem), (false, .warning)])
    func `a fault of one server among several is a warning`(
        _ isNowhereServed: Bool, _ severity: ProxyEnvCore.Finding.Severity
    ) throws {
        var judgement = try judgement(answer(503))
        judgement.isNowhereServed = isNowhereServed
        #expect(judgement.finding?.severity == severity)
    }

    @Test func `401 is the key's fault only where one was sent`() throws {
        var judgement = try judgement(answer(401))
        judgement.hasKey = true
        judgement.key = .key(headers: [], origin: "auth.json", renewal: "codex login")
        #expect(judgement.finding?.kind == .answerKey)
        #expect(judgement.finding?.fix == ["codex login"])
    }

    private let failed = EndpointReport.Origin.failed(message: "no answer in time")
    private let verge = LocalRoute(proxy: .local(7897), profile: "clash-verge")

    @Test func `behind a proxy the route is broken`() throws {
        #expect(try judgement(failed).finding?.kind == .routeBroken)
    }

    @Test func `without a proxy the server is out of reach`() throws {
        let direct = try judgement(failed, hasProxy: false)
        #expect(direct.wantsOthers)
        #expect(
            direct.finding?.title
                == "cannot reach api.openai.com without a proxy: no answer in time")
        #expect(direct.finding?.edit == nil)
    }

    @Test func `where another proxy answers the command is wrapped with it`() throws {
        var direct = try judgement(failed, hasProxy: false)
        direct.others = [verge]
        #expect(direct.finding?.edit == .wrap(command: "codex", profile: "clash-verge"))
    }

    @Test func `what a rule leads past every proxy is wrapped by the user alone`() throws {
        var direct = try judgement(failed, hasProxy: false)
        direct.others = [verge]
        direct.isDirectByRule = true
        #expect(direct.finding?.edit == nil)
        #expect(direct.finding?.fix.first == "proxyenv wrap codex --profile clash-verge")
    }

    @Test(
        arguments: [
            (CertificateFault.expired, FindingKind.routeExpired), (.early, .routeClock),
            (.otherName, .routeOtherName), (.untrusted, .routeCertificate), (nil, .routeTLS),
        ] as [(CertificateFault?, FindingKind)])
    func `each fault of a certificate has its finding`(
        _ fault: CertificateFault?, _ kind: FindingKind
    ) throws {
        let failure = TLSFailure(message: "no", fault: fault, issuer: "CN = Corp CA")
        #expect(try judgement(.tlsFailure(failure)).finding?.kind == kind)
    }

    private let untrusted = EndpointReport.Origin.tlsFailure(
        TLSFailure(message: "no", fault: .untrusted, issuer: "CN = Corp CA"))

    @Test func `an authority that is known is given to the profile`() throws {
        let judgement = try judgement(untrusted) {
            $0.profile = "office"
            $0.authority = "~/corp.pem"
            $0.isOwnAlone = true
        }
        #expect(judgement.finding?.fix == ["proxyenv set office ca-file ~/corp.pem"])
    }

    @Test func `without a profile the tool's own variable gets it`() throws {
        let judgement = try judgement(untrusted) {
            $0.setting = "set -gx NODE_EXTRA_CA_CERTS FILE"
            $0.isOwnAlone = true
        }
        #expect(judgement.finding?.fix.first == "set -gx NODE_EXTRA_CA_CERTS FILE")
        #expect(judgement.finding?.fix.count == 2)
    }

    @Test func `an authority that is not trusted is named`() throws {
        let judgement = try judgement(untrusted)
        #expect(judgement.finding?.title.hasSuffix("which this machine does not trust") == true)
        #expect(judgement.finding?.fix.count == 1)
    }
}
