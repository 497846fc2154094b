import ProxyEnvCore

/// The look at a profile that `test` takes.
struct ProfileTest {
    private let resolution: ProfileResolver.Resolution
    private let reader: ConfigReader
    private let url: [UInt8]
    private let target: Target
    private let limits: ProbeLimits
    private let environment: Environment

    /// A look at the proxies of `resolution`, which `reader` has read, on the way to `url`.
    init(
        _ resolution: ProfileResolver.Resolution, in reader: ConfigReader, url: [UInt8],
        target: Target,
        limits: ProbeLimits, environment: Environment
    ) {
        self.resolution = resolution
        self.reader = reader
        self.url = url
        self.target = target
        self.limits = limits
        self.environment = environment
    }

    /// Takes the look.
    func run() -> TestResult {
        let certificates = resolution.profile.certificateBundle
        var result = TestResult(
            profile: resolution.name, url: Secrets.hidden(in: url), ways: [])
        guard let proxies = resolution.profile.proxies else {
            let origin = OriginProbe(
                url: url, certificates: certificates, limit: limits.origin,
                environment: environment)
            let (answer, times) = origin.direct()
            result.ways = [
                TestedRoute(
                    report: nil, origin: answer, milliseconds: times,
                    steps: ProbeSteps.direct(to: target, answer, times),
                    hints: hints(key: .url, nil).origin(answer))
            ]
            return result
        }
        let reports = EndpointProbe.reports(
            of: proxies.distinct, url: url, certificates: certificates, limits: limits,
            in: environment)
        let written = proxies.distinct(with: resolution.chosen.proxies ?? proxies)
        result.ways = reports.map { report in
            TestedRoute(
                report: report, origin: report.origin, milliseconds: report.milliseconds,
                steps: ProbeSteps(report, to: target).all,
                hints: hints(
                    key: reader.key(
                        of: report.proxy, in: proxies, ofProfile: resolution.chosen.name),
                    written.first { $0.proxy == report.proxy }?.other
                ).hints(for: report))
        }
        return result
    }

    private func hints(key: ProfileKey, _ written: ProxyURL?) -> ProbeHints {
        // One that was chosen among several is changed under its own name.
        let chosen = resolution.chosen.name
        let isNamed =
            ProfileName.isValid(Array(chosen.utf8)) && resolution.chosen.proxies != nil
        return ProbeHints(
            profile: isNamed ? chosen : nil, key: key, written: written, target: target,
            others: { LocalProxies.urls(in: environment) })
    }
}
