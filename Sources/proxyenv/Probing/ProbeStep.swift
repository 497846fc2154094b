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
}
