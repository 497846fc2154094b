/// A shell of any kind, as a value that can be looked up and passed on.
///
/// It is what `any Shell` would be: the released program is Embedded Swift, which has no values of a protocol's type.
public struct AnyShell: Shell {
    /// The name by which it is asked for.
    public let name: String
    /// Other names that people use for it, in lower case.
    public let aliases: [String]
    /// The statement that fails.
    public let failingStatement: String
    /// How a person has the output evaluated.
    public let evaluation: String
    private let makeScript: @Sendable (EnvironmentPatch) throws(Unrepresentable) -> [UInt8]
    private let guardLines: @Sendable ([UInt8], [String]) -> [UInt8]
    private let quote: @Sendable ([UInt8]) throws(Unrepresentable) -> [UInt8]

    /// `shell`, whatever it is.
    public init(_ shell: some Shell) {
        name = shell.name
        aliases = shell.aliases
        failingStatement = shell.failingStatement
        evaluation = shell.evaluation
        makeScript = { (patch) throws(Unrepresentable) in try shell.script(for: patch) }
        guardLines = { lines, names in shell.guarded(lines, changing: names) }
        quote = { (text) throws(Unrepresentable) in try shell.quoted(text) }
    }

    /// The text that makes the change.
    ///
    /// - Throws: The first value that this language can't hold.
    public func script(for patch: EnvironmentPatch) throws(Unrepresentable) -> [UInt8] {
        try makeScript(patch)
    }

    /// `text` as one word of the language.
    ///
    /// - Throws: That this language can't hold the text.
    public func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        try quote(text)
    }

    /// `lines`, so that they all count or none does.
    public func guarded(_ lines: [UInt8], changing names: [String]) -> [UInt8] {
        guardLines(lines, names)
    }
}

extension AnyShell {
    /// How a person has the output of `line` evaluated, as `evaluation` has that of `proxyenv use clash`.
    public func evaluation(of line: String) -> String {
        let text = Array(evaluation.utf8)
        let sample = Array("proxyenv use clash".utf8)
        guard let start = text.firstOccurrence(of: sample) else { return line }
        let end = start + sample.count
        return String(decoding: text[..<start] + Array(line.utf8) + text[end...], as: UTF8.self)
    }
}
