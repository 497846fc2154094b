/// The route through one proxy, or without one, as `test` found it.
public struct TestedRoute {
    /// What the proxy was found to be, or nil for the route without one.
    public let report: EndpointReport?
    /// What the target answered.
    public let origin: EndpointReport.Origin
    /// How long each step took.
    public let milliseconds: EndpointReport.Milliseconds
    /// The steps.
    public let steps: [ProbeStep]
    /// What is wrong.
    public private(set) var findings: [Finding]

    /// The route without a proxy, on which `answer` is what the server said.
    public init(without answer: AnswerJudgement, _ milliseconds: EndpointReport.Milliseconds) {
        report = nil
        origin = answer.origin
        self.milliseconds = milliseconds
        let finding = answer.finding
        findings = finding.map { [$0] } ?? []
        let target = answer.target
        let failed: ProbeStep.Name =
            milliseconds.connect == nil
            ? .connect : target.isSecure && milliseconds.tls == nil ? .tls : .answer
        steps =
            ProbeSteps.direct(to: target, milliseconds)
            + ProbeSteps.origin(
                origin, of: target, milliseconds, finding, failed: failed, showsTrust: true)
    }

    /// The route through the proxy of `judgement`, behind which `answer` is what the server said.
    public init(through judgement: EndpointJudgement, _ answer: AnswerJudgement) {
        report = judgement.report
        origin = answer.origin
        milliseconds = judgement.report.milliseconds
        let finding = answer.finding
        findings = judgement.findings + (finding.map { [$0] } ?? [])
        steps =
            ProbeSteps.proxy(judgement)
            + ProbeSteps.origin(origin, of: answer.target, milliseconds, finding, showsTrust: true)
    }

    /// The route, each line of whose fixes is what `change` makes of it.
    public func rewritingFixes(_ change: (String) -> String) -> TestedRoute {
        var route = self
        route.findings = findings.map { $0.rewritingFix(change) }
        return route
    }

    /// Whether no fault was found.
    public var isGood: Bool { !steps.contains { $0.outcome == .bad } }

    /// The route for programs.
    public var json: JSONValue {
        .object([
            ("proxy", .optional(report?.proxy.masked)),
            ("ok", .boolean(isGood)),
            ("endpoint", report.map { EndpointJSON.value($0) } ?? .null),
            ("origin", EndpointJSON.value(origin)),
            ("milliseconds", EndpointJSON.value(milliseconds)),
            ("steps", .array(steps.map { $0.json })),
            ("findings", .array(findings.map { $0.json })),
        ])
    }
}
