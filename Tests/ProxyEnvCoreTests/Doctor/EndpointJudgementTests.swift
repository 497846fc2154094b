import Testing

@testable import ProxyEnvCore

/// What is wrong with a proxy, by the report of its endpoint.
@Suite struct EndpointJudgementTests {
    /// A report of a proxy on this machine's port 7890, changed by `change`.
    private func report(
        _ url: String = "http://127.0.0.1:7890", _ change: (inout EndpointReport) -> Void
    ) throws -> EndpointReport {
        var report = EndpointReport(proxy: try ProxyURLParser.parse(Array(url.utf8)))
        report.connection = .connected
        report.spoken = .needed(by: report.proxy.scheme)
        change(&report)
        return report
    }

    private func judgement(
        _ report: EndpointReport, profile: String? = "clash", hasSecret: Bool = false
    ) throws -> EndpointJudgement {
        EndpointJudgement(
            report, profile: profile, target: Target(Array("https://api.openai.com".utf8)),
            hasSecret: hasSecret,
            replacement: { other in
                ProxyReplacement(
                    other, at: .key(.url, profile: "clash", hasCredentials: false),
                    for: report.proxy, written: report.proxy)
            })
    }

    private let mixed = ProxyURL.local(7897)
    private let socks = ProxyURL.local(1080, .socks5h)

    @Test func `a proxy that opens the route has no fault`() throws {
        let report = try report {
            $0.authentication = .notAsked
            $0.tunnel = .open
        }
        #expect(try judgement(report).findings.isEmpty)
    }

    @Test func `where nothing listens another proxy is looked for`() throws {
        let judgement = try judgement(report { $0.connection = .refused })
        #expect(judgement.wantsOthers)
        #expect(judgement.finding?.kind == .proxyRefused)
        #expect(judgement.finding?.edit == nil)
    }

    @Test func `of those that are found one of the same kind is proposed`() throws {
        var judgement = try judgement(report { $0.connection = .refused })
        judgement.others = [socks, mixed]
        #expect(judgement.finding?.fix == ["proxyenv set clash url http://127.0.0.1:7897"])
        #expect(
            judgement.finding?.evidence
                == ["127.0.0.1:1080 answers as socks5h", "127.0.0.1:7897 answers as http"])
    }

    @Test func `nothing is looked for in the place of another machine's proxy`() throws {
        let report = try report("http://proxy.corp.example:8080") { $0.connection = .refused }
        #expect(try !judgement(report).wantsOthers)
        #expect(
            try judgement(report).finding?.fix == [
                "Check host and port, and whether the proxy runs."
            ])
    }

    @Test(arguments: [
        (EndpointReport.Connection.silent, FindingKind.proxySilent),
        (.unresolvable, .proxyUnresolvable), (.failed(message: "No route"), .proxyUnreachable),
    ]) func `each way to fail has its finding`(
        _ connection: EndpointReport.Connection, _ kind: FindingKind
    ) throws {
        let report = try report { $0.connection = connection }
        #expect(try judgement(report).findings.map { $0.kind } == [kind])
    }

    @Test func `another protocol is written into the profile where the tool can speak it`() throws {
        let judgement = try judgement(report { $0.spoken = .socks5 })
        #expect(!judgement.wantsOthers)
        #expect(judgement.finding?.title == "127.0.0.1:7890 speaks SOCKS 5, but the URL says http")
        #expect(judgement.finding?.fix == ["proxyenv set clash url socks5h://127.0.0.1:7890"])
    }

    @Test func `where the tool can't speak it another proxy is looked for`() throws {
        var judgement = try judgement(report { $0.spoken = .socks5 })
        judgement.isUsable = { $0.scheme == .http }
        #expect(judgement.wantsOthers)
        #expect(judgement.finding?.evidence == ["the command cannot speak SOCKS 5"])
        judgement.others = [mixed]
        #expect(judgement.finding?.fix == ["proxyenv set clash url http://127.0.0.1:7897"])
    }

    @Test func `a web server is not a proxy`() throws {
        let web = try report {
            $0.spoken = .web
            $0.serverDescription = "Clash's API"
        }
        #expect(
            try judgement(web).finding?.title == "127.0.0.1:7890 is not a proxy: it is Clash's API")
    }

    @Test func `one that says nothing is not a proxy`() throws {
        let mute = try report { $0.spoken = [] }
        #expect(try judgement(mute).finding?.kind == .proxyMute)
    }

    @Test(arguments: [
        (EndpointReport.Authentication.required(schemes: ["Basic"]), "and profile clash has none"),
        (.refused(schemes: ["Basic"]), "does not accept the password of profile clash"),
    ]) func `a password is asked for in the words of the profile`(
        _ authentication: EndpointReport.Authentication, _ words: String
    ) throws {
        let user = if case .refused = authentication { "alice:x@" } else { "" }
        let report = try report("http://\(user)127.0.0.1:7890") {
            $0.authentication = authentication
            $0.tunnel = .refused(status: 407, reason: "")
        }
        let findings = try judgement(report).findings
        #expect(findings.map { $0.kind } == [.proxyPassword])
        #expect(findings[0].title.contains(words), "\(findings[0].title)")
        #expect(findings[0].fix.last == "proxyenv password clash")
        #expect(!"\(findings)".contains("alice:x"))
    }

    @Test func `a user name alone is told from a wrong password`() throws {
        let report = try report("http://alice@127.0.0.1:7890") {
            $0.authentication = .refused(schemes: [])
        }
        #expect(try judgement(report).finding?.title.contains("has a user name alone") == true)
    }

    @Test func `without a profile a new one is proposed, without the password`() throws {
        let report = try report("http://alice:x@127.0.0.1:7890") {
            $0.authentication = .required(schemes: ["Basic"])
        }
        #expect(
            try judgement(report, profile: nil).finding?.fix == [
                "proxyenv add office http://127.0.0.1:7890 --username YOU --password-prompt",
                "proxyenv use office",
            ])
    }

    @Test(arguments: [(["NTLM"], "Px or CNTLM"), (["Digest"], "Run Px on")])
    func `a login that few tools support is done by another program`(
        _ schemes: [String], _ program: String
    ) throws {
        let report = try report { $0.authentication = .required(schemes: schemes) }
        let finding = try judgement(report).finding
        #expect(finding?.kind == .proxyNTLM)
        #expect(finding?.fix.first?.contains(program) == true)
    }

    @Test(
        arguments: [
            (403, FindingKind.proxyForbidden), (405, .proxyForbidden), (401, .proxyForbidden),
            (502, .proxyTunnel), (nil, .proxyTunnel),
        ] as [(Int?, FindingKind)]) func `what the proxy denies is told from what it cannot reach`(
            _ status: Int?, _ kind: FindingKind
        ) throws
    {
        let report = try report {
            $0.authentication = .notAsked
            $0.tunnel = .refused(status: status, reason: "Filtered")
        }
        #expect(try judgement(report).finding?.kind == kind)
    }

    @Test func `TLS that breaks at the proxy is told from a proxy that gets no further`() throws {
        for (isBroken, words) in [
            (true, "cannot speak TLS with the proxy 127.0.0.1:8443"),
            (false, "the proxy 127.0.0.1:8443 cannot reach api.openai.com:443"),
        ] {
            let report = try report("https://127.0.0.1:8443") {
                $0.tunnel = .refused(status: nil, reason: "no answer in time")
                $0.isTLSBroken = isBroken
            }
            #expect(try judgement(report).finding?.title == words)
        }
    }

    private func othersReport() throws -> EndpointReport {
        try report {
            $0.otherUser = 1001
            $0.tunnel = .refused(status: 502, reason: "")
        }
    }

    @Test func `another user's program blocks where it would get a password`() throws {
        let judgement = try judgement(othersReport(), hasSecret: true)
        #expect(judgement.findings.map { $0.kind } == [.proxyOtherUser])
        #expect(!judgement.wantsOthers)
        #expect(ProbeSteps.proxy(judgement).map { $0.name } == [.connect, .protocol])
    }

    @Test func `without a password another user's program is aside`() throws {
        let findings = try judgement(othersReport()).findings
        #expect(findings.map { $0.kind } == [.proxyOtherUser, .proxyTunnel])
        #expect(findings[0].isAside)
    }
}
