/// A fault that `doctor` has found, or something that may become one.
public struct Finding: Sendable, Equatable {
    /// How bad it is.
    public enum Severity: String, Sendable {
        /// The command does not get through, or will do something that nobody meant.
        case problem
        /// Something that another command, or another day, will stumble over.
        case warning
    }

    /// A change of proxyenv's own file that cures it.
    public struct Edit: Sendable, Equatable {
        /// The profile.
        public let profile: String
        /// The key of the profile.
        public let key: ProfileKey
        /// The values that it gets, one but for lists; none takes it away.
        public let values: [String]

        /// The key of a profile gets `value`.
        public init(profile: String, key: ProfileKey, value: String) {
            self.init(profile: profile, key: key, values: [value])
        }

        /// The key of a profile gets `values`, or is taken away where there are none.
        public init(profile: String, key: ProfileKey, values: [String]) {
            self.profile = profile
            self.key = key
            self.values = values
        }

        /// The command that does it, for any shell of Bourne's family.
        public var command: String {
            let verb = values.isEmpty ? "unset" : "set"
            return ShellWords.line(["proxyenv", verb, profile, key.rawValue] + values)
        }
    }

    /// Its stable name, by which programs know it.
    public let id: String
    /// How bad it is.
    public let severity: Severity
    /// What is wrong, in one line without a full stop.
    public let title: String
    /// What shows it.
    public var evidence: [String] = []
    /// What to do: commands to paste, and sentences where there is none.
    public var fix: [String] = []
    /// The change that does it, where it is one of proxyenv's own file.
    public var edit: Edit?
    /// Whether it is a problem of its own, and no reason why the command does not get through.
    public var isAside = false

    /// A problem of these parts.
    public init(
        _ id: String, _ title: String, evidence: [String] = [], fix: [String] = [],
        edit: Edit? = nil, isAside: Bool = false
    ) {
        self.init(
            id, .problem, title, evidence: evidence, fix: fix, edit: edit, isAside: isAside)
    }

    /// A finding of these parts.
    public init(
        _ id: String, _ severity: Severity, _ title: String, evidence: [String] = [],
        fix: [String] = [], edit: Edit? = nil, isAside: Bool = false
    ) {
        self.id = id
        self.severity = severity
        self.title = title
        self.evidence = evidence
        self.fix = (edit.map { [$0.command] } ?? []) + fix
        self.edit = edit
        self.isAside = isAside
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
