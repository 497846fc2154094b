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
    /// `lines`, which change `names`, so that they all count or none does, where a read-only variable would end them half-way.
    func guarded(_ lines: [UInt8], changing names: [String]) -> [UInt8]
}

extension Shell {
    /// `lines` as they are: this shell has no read-only variables in its environment.
    public func guarded(_ lines: [UInt8], changing names: [String]) -> [UInt8] { lines }
}
