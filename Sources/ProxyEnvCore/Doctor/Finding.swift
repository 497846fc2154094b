/// Something that is wrong, or may go wrong: what it is, what shows it, and what cures it.
///
/// They are made by the functions in `Findings`, so that each has one place for its words.
public struct Finding: Sendable, Equatable {
    /// How bad it is.
    public enum Severity: String, Sendable {
        /// The command does not get through, or does something that was not meant.
        case problem
        /// Something that another command, or another day, will stumble over.
        case warning
    }

    /// Which one it is.
    public let kind: FindingKind
    /// How bad it is.
    public let severity: Severity
    /// What is wrong, in one line without a full stop.
    public let title: String
    /// What shows it.
    public private(set) var evidence: [String]
    /// What to do: commands to paste, and sentences where there is none.
    public private(set) var fix: [String]
    /// The change of proxyenv's own file that does it, where there is one.
    public private(set) var edit: ConfigChange?
    /// Whether the command gets through all the same.
    public private(set) var isAside: Bool

    /// A finding of the kind `kind`; its severity and effect are those of the kind where nothing else is said.
    init(
        _ kind: FindingKind, _ title: String, evidence: [String] = [], fix: [String] = [],
        edit: ConfigChange? = nil, severity: Severity? = nil, isAside: Bool? = nil
    ) {
        let facts = kind.facts
        self.kind = kind
        self.severity = severity ?? facts.severity
        self.title = title
        self.evidence = evidence
        self.fix = (edit.map { [$0.command] } ?? []) + fix
        self.edit = edit
        self.isAside = isAside ?? (facts.effect == .letsThrough)
    }

    /// The finding for programs.
    public var json: JSONValue {
        .object([
            ("id", .string(kind.rawValue)), ("severity", .string(severity.rawValue)),
            ("title", .string(title)), ("evidence", .array(evidence.map { .string($0) })),
            ("fix", .array(fix.map { .string($0) })),
        ])
    }

    /// The finding, shown by `lines` too.
    public func shown(by lines: [String]) -> Finding {
        var finding = self
        finding.evidence += lines
        return finding
    }

    /// The finding, which something else cures than what was known before.
    public func cured(by fix: [String], edit: ConfigChange? = nil) -> Finding {
        var finding = self
        finding.fix = (edit.map { [$0.command] } ?? []) + fix
        finding.edit = edit
        return finding
    }

    /// The finding, each line of whose fix is what `change` makes of it.
    public func rewritingFix(_ change: (String) -> String) -> Finding {
        var finding = self
        finding.fix = fix.map(change)
        return finding
    }

    /// The finding, in spite of which every server has answered.
    public var survived: Finding {
        guard kind.facts.effect == .mayBlock else { return self }
        var finding = self
        finding.isAside = true
        return finding
    }
}

extension [Finding] {
    /// The one that matters: the first problem in the order of the chain, what is aside from it last.
    public var cause: Finding? {
        first { $0.severity == .problem && !$0.isAside } ?? first { $0.severity == .problem }
            ?? first
    }

    /// Whether one of them is a problem.
    public var hasProblem: Bool { contains { $0.severity == .problem } }
}
