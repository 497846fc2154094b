/// Something wrong in a file, and where.
public struct Diagnostic: Error, Sendable, Equatable {
    /// What is wrong: with the file as TOML, or with what it says.
    public enum Kind: Sendable, Equatable {
        /// The file is no TOML.
        case syntax(SyntaxProblem)
        /// The file is TOML that proxyenv can't follow.
        case meaning(ConfigProblem)
    }

    /// What is wrong.
    public let kind: Kind
    /// The offsets of the bytes that show it.
    public let range: Range<Int>
    /// The number of the file in the configuration, the lowest layer first.
    public var layer = 0

    /// What is wrong and what was expected, in one line without a full stop.
    public var message: String {
        switch kind {
        case .syntax(let problem): problem.message
        case .meaning(let problem): problem.message
        }
    }

    /// What to do, if there is something: a sentence that can be obeyed.
    public var hint: String? {
        switch kind {
        case .syntax(let problem): problem.hint
        case .meaning(let problem): problem.hint
        }
    }

    /// Why others may have a say in the file, if that is what is wrong.
    public var distrust: Distrust? {
        switch kind {
        case .meaning(.untrusted(_, let distrust)), .meaning(.untrustedRoute(_, _, let distrust)),
            .meaning(.untrustedFile(let distrust)):
            distrust
        default: nil
        }
    }

    /// Whether it is about who may write the file, and not about anything in it.
    public var isAboutWholeFile: Bool {
        if case .meaning(.untrustedFile) = kind { true } else { false }
    }

    static func syntax(_ problem: SyntaxProblem, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(kind: .syntax(problem), range: range)
    }

    static func meaning(_ problem: ConfigProblem, _ range: Range<Int>, layer: Int) -> Diagnostic {
        Diagnostic(kind: .meaning(problem), range: range, layer: layer)
    }
}
