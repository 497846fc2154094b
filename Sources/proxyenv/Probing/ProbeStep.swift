import ProxyEnvCore

/// One step on the way to a target, for people.
struct ProbeStep {
    /// How it went.
    enum Outcome: String {
        case good
        case bad
        /// It was not taken, or says nothing about whether the way is open.
        case unknown
    }

    /// What the step is called, in one word.
    let name: String
    /// How it went.
    let outcome: Outcome
    /// What was found, in words that are safe to show.
    let text: String
    /// How long it took, if it did.
    var milliseconds: Int?

    /// The step as a line for people, without what stands in front of it.
    func row(_ style: TextStyle) -> String {
        let mark =
            switch outcome {
            case .good: style.green("ok  ")
            case .bad: style.red("FAIL")
            case .unknown: style.yellow("-   ")
            }
        let name = name + String(repeating: " ", count: max(1, 10 - name.utf8.count))
        let time = milliseconds.map { style.dim("  (\(Duration.text($0)))") } ?? ""
        return "\(mark)  \(name)\(text)\(time)\n"
    }
}
