/// A shell, as the form in which it takes a change to its environment.
public protocol Shell: Format {
    /// The statement that fails, printed when the change can't be made: `eval "$(…)" && …` and `set -e` then stop.
    var failingStatement: String { get }
    /// How a person has the output of `use clash` evaluated where there is no hook.
    var evaluation: String { get }
    /// `text` as one word of the language, every character standing for itself.
    ///
    /// - Throws: That this language can't hold the text; the variable it names is the caller's to fill in.
    func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8]
}
