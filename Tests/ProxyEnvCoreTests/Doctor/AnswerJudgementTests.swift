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

    @Test func `what a server refuses has its own finding`() throws {
        #expect(
            try judgement(answer(403, [("CF-Mitigated", "Challenge")])).finding?.kind
                == .answerChallenge)
        #expect(
            try judgement(answer(403, [], "{\"code\":\"unsupported_country_region\"}")).finding?
                .kind == .answerRegion)
        #expect(try judgement(answer(429)).finding?.kind == .answerQuota)
        #expect(try judgement(answer(403)).finding?.kind == .answerForbidden)
        #expect(
            try judgement(answer(407)).finding?.title.hasPrefix("a proxy behind the proxy") == true)
        #expect(
            try judgement(answer(407), hasProxy: false).finding?.title.hasPrefix(
                "a proxy between this machine") == true)
    }

    @Test func `without a command a closed page says nothing of the route`() throws {
        var judgement = try judgement(answer(403))
        judgement.name = nil
        #expect(judgement.finding == nil)
    }

    @Test func `what a list or a rule has decided is not wrapped again`() throws {
        var list = try judgement(answer(403, [("cf-mitigated", "challenge")]), hasProxy: false)
        #expect(list.finding?.fix == ["proxyenv wrap codex"])
        list.isDirectByRule = true
        #expect(list.finding?.fix == ["proxyenv wrap codex --profile NAME"])
        list.directList = "auto"
        #expect(list.finding?.fix == ["Use a profile: proxyenv list"])
    }

    @Test func `a fault of one server among several is a warning`() throws {
        var judgement = try judgement(answer(503))
        #expect(judgement.finding?.severity == .problem)
        judgement.isNowhereServed = false
        #expect(judgement.finding?.severity == .warning)
    }

    @Test func `401 is the key's fault only where one was sent`() throws {
        var judgement = try judgement(answer(401))
        judgement.hasKey = true
        judgement.key = .key(headers: [], origin: "auth.json", renewal: "codex login")
        #expect(judgement.finding?.kind == .answerKey)
        #expect(judgement.finding?.fix == ["codex login"])
    }

    @Test func `a route without a proxy is told from one that broke off behind it`() throws {
        let failed = EndpointReport.Origin.failed(message: "no answer in time")
        #expect(try judgement(failed).finding?.kind == .routeBroken)
        var direct = try judgement(failed, hasProxy: false)
        #expect(direct.wantsOthers)
        #expect(
            direct.finding?.title
                == "cannot reach api.openai.com without a proxy: no answer in time")
        #expect(direct.finding?.edit == nil)
        direct.others = [LocalRoute(proxy: .local(7897), profile: "clash-verge")]
        #expect(direct.finding?.edit == .wrap(command: "codex", profile: "clash-verge"))
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

    @Test func `an authority that is known is given to the profile, else to a variable`() throws {
        let failure = EndpointReport.Origin.tlsFailure(
            TLSFailure(message: "no", fault: .untrusted, issuer: "CN = Corp CA"))
        let profile = try judgement(failure) {
            $0.profile = "office"
            $0.authority = "~/corp.pem"
            $0.isOwnAlone = true
        }
        #expect(profile.finding?.fix == ["proxyenv set office ca-file ~/corp.pem"])
        let variable = try judgement(failure) {
            $0.variable = "NODE_EXTRA_CA_CERTS"
            $0.isOwnAlone = true
        }
        #expect(variable.finding?.fix.first == "export NODE_EXTRA_CA_CERTS=FILE")
        #expect(variable.finding?.fix.count == 2)
        let nobody = try judgement(failure)
        #expect(nobody.finding?.title.hasSuffix("which this machine does not trust") == true)
        #expect(nobody.finding?.fix.count == 1)
    }
}
