import ProxyEnvCore

/// The look at a profile that `test` takes.
struct ProfileTest {
    private let resolution: ProfileResolver.Resolution
    private let reader: ConfigReader
    private let url: [UInt8]
    private let target: Target
    private let timeouts: ProbeTimeouts
    private let environment: Environment

    /// A look at the proxies of `resolution`, which `reader` has read, on the route to `url`.
    init(
        _ resolution: ProfileResolver.Resolution, in reader: ConfigReader, url: [UInt8],
        target: Target,
        timeouts: ProbeTimeouts, environment: Environment
    ) {
        self.resolution = resolution
        self.reader = reader
        self.url = url
        self.target = target
        self.timeouts = timeouts
        self.environment = environment
    }

    /// Takes the look.
    ///
    /// - Parameter pasted: What makes of a line of a fix one that can be pasted.
    /// - Returns: What was found.
    func run(_ pasted: (String) -> String) -> TestResult {
        TestResult(
            profile: resolution.name, url: Secrets.hidden(in: url),
            routes: routes.map { $0.rewritingFixes(pasted) })
    }

    private var routes: [TestedRoute] {
        let certificates = resolution.profile.certificateBundle
        guard let proxies = resolution.profile.proxies else {
            let origin = OriginProbe(
                url: url, certificates: certificates, limit: timeouts.origin,
                environment: environment)
            let (answer, times) = origin.direct()
            return [TestedRoute(without: judgement(answer, hasProxy: false), times)]
        }
        let reports = EndpointProbe.reports(
            of: proxies.distinct, url: url, certificates: certificates, timeouts: timeouts,
            in: environment)
        let written = proxies.distinct(with: resolution.chosen.proxies ?? proxies)
        return reports.map { report in
            let key = reader.key(of: report.proxy, in: proxies, ofProfile: resolution.chosen.name)
            let exact = written.first { $0.proxy == report.proxy }
            // Another user's program got no password, and its report has none.
            let same = written.filter {
                $0.proxy.scheme == report.proxy.scheme && $0.proxy.endpoint == report.proxy.endpoint
            }
            return TestedRoute(
                through: judgement(
                    report, key, written: (exact ?? same.first)?.other ?? report.proxy,
                    hasSecret: same.contains { $0.proxy.credentials?.isSecret == true }),
                judgement(report.origin, hasProxy: true))
        }
    }

    /// The name under which the profile can be changed; one that was chosen among several is changed under its own name.
    private var profile: String? {
        let name = resolution.chosen.name
        return ProfileName.isValid(Array(name.utf8)) && resolution.chosen.proxies != nil
            ? name : nil
    }

    private func judgement(
        _ report: EndpointReport, _ key: ProfileKey, written: ProxyURL, hasSecret: Bool
    ) -> EndpointJudgement {
        let (proxy, profile) = (report.proxy, profile)
        let hasCredentials = written.credentials != nil || resolution.chosen.hasCredentials
        var judgement = EndpointJudgement(
            report, profile: profile, target: target, hasSecret: hasSecret,
            replacement: { other in
                profile.map {
                    ProxyReplacement(
                        other, at: .key(key, profile: $0, hasCredentials: hasCredentials),
                        for: proxy, written: written)
                } ?? ProxyReplacement(other, ofProfile: nil, forVariable: proxy)
            })
        if written.credentials?.password != nil {
            judgement.passwordRemoval = profile.map {
                ConfigChange(profile: $0, key: key, proxy: written).command
            }
        }
        // Few tools speak TLS to a proxy, and a web server does too.
        judgement.isUsable = { $0.scheme != .https }
        if judgement.wantsOthers { judgement.others = LocalProxies.urls(in: environment) }
        return judgement
    }

    private func judgement(_ origin: EndpointReport.Origin, hasProxy: Bool) -> AnswerJudgement {
        var trust = AnswerJudgement.Trust(clockSetting: Platform.clockSetting)
        trust.profile = profile
        return AnswerJudgement(origin, of: target, hasProxy: hasProxy, trust: trust)
    }
}
