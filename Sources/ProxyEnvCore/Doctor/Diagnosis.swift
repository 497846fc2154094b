/// What `doctor` has looked at, and what it found.
public struct Diagnosis {
    /// What was looked at, in the order of the chain.
    public private(set) var steps: [ProbeStep] = []
    /// What is wrong, in the same order.
    public private(set) var findings: [Finding] = []
    /// Whether the command was looked at as its wrapper starts it, and it is not known whether this shell has that.
    public var isWrapperAssumed = false
    /// What was taken for so without being known, for people; nil where all is known.
    public var assumption: String?

    /// A diagnosis in which nothing was looked at yet.
    public init() {}

    /// Notes a step.
    public mutating func note(_ name: ProbeStep.Name, _ outcome: ProbeStep.Outcome, _ text: String)
    {
        steps.append(ProbeStep(name, outcome, text))
    }

    /// Notes steps that were taken elsewhere.
    public mutating func note(_ more: [ProbeStep]) { steps += more }

    /// Notes a step that comes before all others.
    public mutating func noteFirst(_ step: ProbeStep) { steps.insert(step, at: 0) }

    /// Adds a finding, if it is not there yet.
    public mutating func add(_ finding: Finding?) {
        guard let finding else { return }
        let isKnown = findings.contains {
            $0.kind == finding.kind && $0.title == finding.title && $0.edit == finding.edit
        }
        if !isKnown { findings.append(finding) }
    }

    /// Adds findings.
    public mutating func add(_ more: [Finding]) { for finding in more { add(finding) } }

    /// Adds what another diagnosis has found.
    public mutating func add(_ other: Diagnosis) {
        steps += other.steps
        add(other.findings)
        isWrapperAssumed = isWrapperAssumed || other.isWrapperAssumed
        assumption = assumption ?? other.assumption
    }

    /// Adds a finding that comes before all others.
    public mutating func addFirst(_ finding: Finding) { findings.insert(finding, at: 0) }

    /// Puts in the place of each finding what `change` makes of it.
    public mutating func amend(_ change: (Finding) -> Finding) { findings = findings.map(change) }

    /// Takes the findings of `kind` away, where another says why they are there.
    public mutating func remove(_ kind: FindingKind) { findings.removeAll { $0.kind == kind } }

    /// The steps on which a server has answered as it should.
    public var answers: [ProbeStep] { steps.filter { $0.name == .answer && $0.outcome == .good } }

    /// Puts aside what may block a command, where every server has answered all the same.
    public mutating func putAsideWhatWasSurvived() {
        let asked = steps.filter { $0.name == .answer }
        let isAnswered =
            !asked.isEmpty && asked.allSatisfy { $0.outcome == .good }
            && !steps.contains {
                [.route, .tls, .websocket].contains($0.name) && $0.outcome == .bad
            }
        if isAnswered { amend { $0.survived } }
    }
}
