import ProxyEnvCore

/// What `doctor` has looked at, and what it found.
struct Diagnosis {
    /// What was looked at, in the order of the chain.
    private(set) var steps: [ProbeStep] = []
    /// What is wrong, in the same order.
    private(set) var findings: [Finding] = []
    /// Whether the command was looked at as its wrapper starts it, and it is not known whether this shell has that.
    var isWrapperAssumed = false
    /// Tells somebody who waits what is being looked at.
    let progress: (String) -> Void

    /// A diagnosis of which `progress` tells.
    init(progress: @escaping (String) -> Void = { _ in }) { self.progress = progress }

    /// Notes a step.
    mutating func note(
        _ name: String, _ outcome: ProbeStep.Outcome, _ text: String, _ milliseconds: Int? = nil
    ) {
        steps.append(
            ProbeStep(name: name, outcome: outcome, text: text, milliseconds: milliseconds))
    }

    /// Notes a step that was taken elsewhere.
    mutating func note(_ step: ProbeStep) { steps.append(step) }

    /// Notes a step that comes before all others.
    mutating func noteFirst(_ name: String, _ outcome: ProbeStep.Outcome, _ text: String) {
        steps.insert(ProbeStep(name: name, outcome: outcome, text: text), at: 0)
    }

    /// Adds a finding, if it is not there yet.
    mutating func add(_ finding: Finding) {
        let isKnown = findings.contains {
            $0.id == finding.id && $0.title == finding.title && $0.edit == finding.edit
        }
        if !isKnown { findings.append(finding) }
    }

    /// Adds a finding that comes before all others.
    mutating func addFirst(_ finding: Finding) { findings.insert(finding, at: 0) }

    /// Changes each finding by `change`.
    mutating func amend(_ change: (inout Finding) -> Void) {
        for index in findings.indices { change(&findings[index]) }
    }

    /// Takes the findings called `id` away, where another says why they are there.
    mutating func remove(_ id: String) { findings.removeAll { $0.id == id } }

    /// Adds findings.
    mutating func add(_ more: [Finding]) { for finding in more { add(finding) } }

    /// Puts what is wrong with the environment aside where every server has answered all the same.
    mutating func setAsideWhatIsGotThrough() {
        let answers = steps.filter { $0.name == "answer" }
        let isAnswered =
            !answers.isEmpty && answers.allSatisfy { $0.outcome == .good }
            && !steps.contains {
                ["way", "TLS", "websocket"].contains($0.name) && $0.outcome == .bad
            }
        guard isAnswered else { return }
        amend { finding in
            // The certificates that are not there were not asked for here.
            let isOfEnvironment =
                finding.id.utf8.starts(with: "env.".utf8)
                && finding.id != "env.certificates"
            if isOfEnvironment || ["shell.stale", "file.overrides"].contains(finding.id) {
                finding.isAside = true
            }
        }
    }
}
