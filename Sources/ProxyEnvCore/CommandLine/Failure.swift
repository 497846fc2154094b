/// Why a command could not be done, for the person who gave it.
public struct Failure: Error {
    /// Whose mistake it is, which decides the exit status.
    public enum Kind: Sendable {
        /// The command line is wrong.
        case usage
        /// It could not be done.
        case user
        /// The program to start is not there.
        case commandNotFound
        /// The program to start is there, and can't be started.
        case commandNotExecutable
        /// The person has pressed Ctrl-C.
        case interrupted
        /// Nobody reads the output any more; nothing is said.
        case brokenPipe
    }

    /// Whose mistake it is.
    public var kind = Kind.user
    /// What is wrong, in one line without a full stop; empty where the diagnostics say it.
    public var message: String
    /// What to do, in sentences that can be obeyed.
    public var hints: [String] = []
    /// What is wrong in the files.
    public var diagnostics: [(diagnostic: Diagnostic, file: SourceFile)] = []

    /// How many more diagnostics there are than are shown.
    var furtherDiagnostics = 0

    /// The most diagnostics that are shown at once; nobody reads more.
    public static let mostDiagnostics = 100

    /// A failure of the user's or the machine's making.
    public init(_ message: String, hint: String? = nil) {
        self.message = message
        hints = hint.map { [$0] } ?? []
    }

    /// A command line that is wrong.
    public static func usage(_ message: String, hint: String? = nil) -> Failure {
        var failure = Failure(message, hint: hint)
        failure.kind = .usage
        return failure
    }

    /// A name that is none of `known`, with the one that was probably meant.
    ///
    /// - Parameters:
    ///   - kind: What it should name: `profile`, `command`.
    ///   - name: The name; it is shown without what may be a password.
    ///   - known: The names that there are.
    ///   - aliases: Other names for them, which may be meant and are not listed.
    ///   - hint: What to do where no known name is near.
    ///   - listsKnown: Whether the known names are listed.
    /// - Returns: The failure, of the user's making.
    public static func unknown(
        _ kind: String, _ name: some Collection<UInt8>, in known: [String],
        aliases: [String] = [], hint: String? = nil, listsKnown: Bool = false
    ) -> Failure {
        let nearest = Suggestion.nearest(to: name, in: known + aliases)
        var sentences = nearest.map { ["Did you mean `\($0)`?"] } ?? hint.map { [$0] } ?? []
        if listsKnown {
            sentences.append("Known are \(known.map { "`\($0)`" }.joined(separator: ", ")).")
        }
        let text = sentences.joined(separator: " ")
        return Failure(
            "there is no \(kind) `\(DisplayText.shortened(name))`", hint: text.isEmpty ? nil : text)
    }

    /// This failure, as a mistake in the command line.
    public var asUsage: Failure {
        var failure = self
        failure.kind = .usage
        return failure
    }

    /// Files that are wrong.
    public static func config(_ diagnostics: [Diagnostic], in configuration: Configuration)
        -> Failure
    {
        let files = configuration.layers.map { $0.file }
        var failure = Failure("")
        failure.diagnostics = diagnostics.prefix(mostDiagnostics).map { ($0, files[$0.layer]) }
        failure.furtherDiagnostics = max(0, diagnostics.count - mostDiagnostics)
        return failure
    }

    /// A value that a form can't hold.
    public static func unrepresentable(_ problem: Unrepresentable) -> Failure {
        if problem.variable.isEmpty {
            return Failure("\(problem.form) cannot hold the command: it has \(problem.reason)")
        }
        return Failure(
            "\(problem.form) cannot hold the value of \(problem.variable): it has \(problem.reason)"
        )
    }

    /// A tool that can't be started with a profile.
    public static func refusal(_ refusal: Recipe.Refusal, _ tool: Tool, profile: String) -> Failure
    {
        switch refusal {
        case .scheme(let proxy, let spoken):
            let schemes = spoken.map { "`\($0)://`" }.joined(separator: ", ")
            let finding = Finding.scheme(
                tool.name, .cannotSpeak(to: proxy), transport: nil, isWebsocket: false, evidence: []
            )
            return Failure(
                "\(finding.title) (profile \(profile)): it takes \(schemes)",
                hint: finding.fix.first)
        case .password(let variable):
            return Failure(
                "profile \(profile) has a password, which \(variable) would show to others",
                hint:
                    "Use a local proxy that knows the password (px, cntlm), or a profile without one."
            )
        }
    }

    /// A profile that is named in a way that names none.
    public static func reference(_ problem: ProfileReference.Problem) -> Failure {
        usage(problem.message, hint: problem.hint)
    }

    /// The exit status: 1 it could not be done, 2 the command line is wrong, 126 and 127 as shells have them.
    public var status: Int32 {
        switch kind {
        case .usage: 2
        case .user: 1
        case .commandNotFound: 127
        case .commandNotExecutable: 126
        case .interrupted: 130
        case .brokenPipe: 141
        }
    }

    /// The text for a person.
    public func rendered(in style: TextStyle) -> String {
        let renderer = DiagnosticRenderer(style: style)
        var text = message.isEmpty ? "" : "proxyenv: \(message)\n"
        for (index, entry) in diagnostics.enumerated() {
            if index > 0 { text += "\n" }
            text += renderer.render(entry.diagnostic, in: entry.file)
        }
        if furtherDiagnostics > 0 { text += "\nproxyenv: and \(furtherDiagnostics) more\n" }
        for hint in hints { text += "  hint: \(hint)\n" }
        return text
    }
}
