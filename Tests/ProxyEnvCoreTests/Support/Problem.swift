@testable import ProxyEnvCore

/// A document with something wrong in it, and what is said of it.
struct Problem: Sendable {
    /// The document, the place that is complained of marked.
    let text: MarkedText
    /// The message.
    let message: String
    /// The hint, or nil if there is none.
    let hint: String?

    /// A row of a table of problems.
    init(_ text: String, _ message: String, _ hint: String? = nil) {
        self.init([UInt8](text), message, hint)
    }

    /// A row of a table of problems, in which the document is no text.
    init(_ text: [UInt8], _ message: String, _ hint: String? = nil) {
        self.text = MarkedText(text)
        self.message = message
        self.hint = hint
    }
}

/// What a diagnostic says, in the form that tests compare.
struct Finding: Equatable, CustomStringConvertible {
    /// The message.
    let message: String
    /// The hint.
    let hint: String?
    /// The offsets.
    let range: Range<Int>
    /// The number of the file.
    var layer = 0

    var description: String { "\(layer):\(range) \(message) | \(hint ?? "-")" }

    /// What `diagnostic` says.
    init(_ diagnostic: Diagnostic) {
        message = diagnostic.message
        hint = diagnostic.hint
        range = diagnostic.range
        layer = diagnostic.layer
    }

    /// What is expected of `problem`.
    init(_ problem: Problem) {
        message = problem.message
        hint = problem.hint
        range = problem.text.range
    }
}
