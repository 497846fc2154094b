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
    public enum Edit: Sendable, Equatable {
        /// The key of a profile gets the values, one but for lists; none takes it away.
        case key(profile: String, ProfileKey, values: [String])
        /// A command gets a rule: always that profile, or where there is none the shell's or the default.
        case wrap(command: String, profile: String?)

        /// The key of a profile gets the URL of `proxy` without its password.
        public init(profile: String, key: ProfileKey, proxy: ProxyURL) {
            self = .key(profile: profile, key, values: [Self.plain(proxy)])
        }

        /// The command `command` always gets `proxy`, without its password.
        public init(command: String, proxy: ProxyURL) {
            self = .wrap(command: command, profile: Self.plain(proxy))
        }

        private static func plain(_ proxy: ProxyURL) -> String {
            var proxy = proxy
            proxy.credentials?.password = nil
            return String(decoding: proxy.text, as: UTF8.self)
        }

        /// The words of the command that does it, `proxyenv` left out.
        public var words: [String] {
            switch self {
            case .key(let profile, let key, let values):
                [values.isEmpty ? "unset" : "set", profile, key.rawValue] + values
            case .wrap(let command, let profile):
                ["wrap", command] + (profile.map { ["--profile", $0] } ?? [])
            }
        }

        /// The command that does it, for any shell of Bourne's family.
        public var command: String { ShellWords.line(["proxyenv"] + words) }

        /// Whether this and `other` give two profiles the same proxy.
        public func givesSameProxy(as other: Edit) -> Bool {
            guard case .key(let profile, let key, let values) = self,
                case .key(let otherProfile, _, let otherValues) = other
            else { return false }
            let keys: [ProfileKey] = [.url, .http, .https, .all]
            return profile != otherProfile && keys.contains(key) && values == otherValues
        }

        /// Whether this and `other` change the same thing.
        public func concernsSame(as other: Edit) -> Bool {
            switch (self, other) {
            case (.key(let profile, let key, _), .key(let otherProfile, let otherKey, _)):
                profile == otherProfile && key == otherKey
            case (.wrap(let command, _), .wrap(let otherCommand, _)): command == otherCommand
            default: false
            }
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
    public private(set) var edit: Edit?
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

extension Finding {
    /// Puts other things to do in the place of those that were known before.
    public mutating func replaceFix(_ fix: [String], edit: Edit?, evidence: [String] = []) {
        self.evidence += evidence
        self.fix = (edit.map { [$0.command] } ?? []) + fix
        self.edit = edit
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
