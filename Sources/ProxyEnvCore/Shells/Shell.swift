/// A form in which a change to an environment is written down: a shell's language, or a document.
public protocol Shell: Sendable {
    /// The name by which it is asked for.
    var name: String { get }
    /// Other names that people use for it, in lower case.
    var aliases: [String] { get }
    /// The statement that fails, printed when the change can't be made: `eval "$(…)" && …` and `set -e` then stop.
    var failingStatement: String { get }
    /// The text that makes the change.
    ///
    /// - Parameter patch: The change.
    /// - Returns: The text, with a newline at its end unless it is empty.
    /// - Throws: The first value that this language can't hold.
    func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8]
}

extension Shell {
    /// None.
    public var aliases: [String] { [] }
}

/// A value that a shell's language can't hold; nothing is printed rather than something else.
public struct Unrepresentable: Error, Equatable, Sendable {
    /// The shell's name.
    public let shell: String
    /// The variable's name.
    public let variable: String
    /// What is in the value that can't be.
    public let reason: String
}
