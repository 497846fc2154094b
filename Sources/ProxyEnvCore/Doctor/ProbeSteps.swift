/// The steps on the route to a server, in their order; what is wrong is said by the finding.
public enum ProbeSteps {
    /// The steps to the proxy that `judgement` is about, and through it.
    public static func proxy(_ judgement: EndpointJudgement) -> [ProbeStep] {
        let report = judgement.report
        var steps = report.milliseconds.resolve.map { [name(report, judgement, $0)] } ?? []
        if report.connection != .unresolvable {
            let finding = judgement.connection ?? judgement.otherUser
            steps.append(
                step(
                    .connect, finding, "\(report.proxy.endpoint) accepts connections",
                    report.milliseconds.connect))
        }
        guard report.connection == .connected else { return steps }
        steps.append(
            step(.protocol, judgement.otherProtocol, "\(report.spoken.names), as the URL says"))
        // It was given no password, and what it says of that tells nothing.
        if let user = judgement.otherUser, !user.isAside { return steps }
        if let password = password(report, judgement) { steps.append(password) }
        // Without a password it is not opened, and that is told already.
        if report.tunnel != .notTried, judgement.password == nil, let target = judgement.target {
            steps.append(
                step(
                    .tunnel, judgement.tunnel, "open to \(target.endpoint)",
                    report.milliseconds.tunnel))
        }
        return steps
    }

    private static func step(
        _ name: ProbeStep.Name, _ finding: Finding?, _ text: String, _ milliseconds: Int? = nil
    ) -> ProbeStep {
        ProbeStep(
            name, finding == nil ? .good : .bad, finding?.title ?? text, milliseconds: milliseconds)
    }

    private static func name(
        _ report: EndpointReport, _ judgement: EndpointJudgement, _ milliseconds: Int
    ) -> ProbeStep {
        let shown = report.addresses.prefix(3).map { $0.text }.joined(separator: ", ")
        let more = report.addresses.count > 3 ? " and others" : ""
        return step(
            .name, report.addresses.isEmpty ? judgement.connection : nil,
            "\(report.proxy.host) is \(shown)\(more)", milliseconds)
    }

    private static func password(
        _ report: EndpointReport, _ judgement: EndpointJudgement
    ) -> ProbeStep? {
        switch report.authentication {
        case .unknown: nil
        case .notAsked where report.proxy.credentials != nil:
            ProbeStep(.password, .unknown, "it asks for none, although there is a user name")
        case .notAsked: ProbeStep(.password, .good, "it asks for none")
        case .accepted, .refused, .required:
            step(.password, judgement.password, "it accepts the password")
        }
    }

    /// The step of a connection to `target` without a proxy, if it came about.
    public static func direct(
        to target: Target, _ times: EndpointReport.Milliseconds
    ) -> [ProbeStep] {
        guard let connect = times.connect else { return [] }
        return [
            step(
                .connect, nil, "\(target.endpoint) accepts connections",
                (times.resolve ?? 0) + connect)
        ]
    }

    /// The steps of the server `target` itself.
    ///
    /// - Parameters:
    ///   - origin: What it has answered.
    ///   - target: The server.
    ///   - times: How long the steps took.
    ///   - finding: What is wrong.
    ///   - hasKey: Whether a key was sent.
    ///   - failed: The step at which there was no answer.
    ///   - showsTrust: Whether it is told who trusts the certificate, by what the profile and the system trust.
    /// - Returns: The steps.
    public static func origin(
        _ origin: EndpointReport.Origin, of target: Target, _ times: EndpointReport.Milliseconds,
        _ finding: Finding?, hasKey: Bool = false, failed: ProbeStep.Name = .answer,
        showsTrust: Bool = false
    ) -> [ProbeStep] {
        let place = DisplayText.shortened(target.host)
        switch origin {
        case .notTried: return []
        case .skipped(let reason):
            return [ProbeStep(.answer, .unknown, "\(place): not tried, \(reason)")]
        case .failed(let message):
            return [step(failed, finding, "\(place): \(message)", times.answer)]
        case .tlsFailure(let failure):
            return [step(.tls, finding, "\(place): \(failure.message)", times.answer)]
        case .answered(let answer):
            let why = answer.status == 401 && !hasKey ? ", as it must without a key" : ""
            let last = step(.answer, finding, "\(place): \(answer.status)\(why)", times.answer)
            guard showsTrust, let isPublic = answer.isPublicCA else { return [last] }
            let trust =
                isPublic ? "trusted by this system" : "trusted only by the profile's certificates"
            let whose = answer.issuer.map { ", by \($0)" } ?? ""
            return [step(.tls, nil, "the certificate is \(trust)\(whose)", times.tls), last]
        }
    }
}
