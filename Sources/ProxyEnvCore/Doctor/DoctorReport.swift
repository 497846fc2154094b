/// What `doctor` says of one command, for people, for programs, and for others who shall help.
public struct DoctorReport {
    /// The command; nil for the look at everything.
    public let command: String?
    /// What was found.
    public let diagnosis: Diagnosis

    /// The version of proxyenv.
    private let version: String

    /// What `diagnosis` says of `command`, by proxyenv `version`.
    public init(command: String?, diagnosis: Diagnosis, version: String) {
        self.command = command
        self.diagnosis = diagnosis
        self.version = version
    }

    private var findings: [Finding] { diagnosis.findings }

    /// Whether there is no problem.
    public var isHealthy: Bool { !findings.hasProblem }

    /// The one sentence that matters.
    public var verdict: String {
        let subject = command ?? "proxyenv"
        let guess = diagnosis.assumption.map { "; assumed: \($0)" } ?? ""
        if isHealthy {
            // An alias of the shell's own is not looked into.
            if let missing = findings.first(where: { $0.kind == .commandMissing }) {
                return missing.title
            }
            let answers = diagnosis.answers
            guard command != nil else { return "all is well" }
            let shown = answers.first.map { " (\($0.text))" } ?? ""
            let when =
                diagnosis.isWrapperAssumed
                ? " through its wrapper; whether your shell has loaded the wrapper is not known"
                : ""
            if !answers.isEmpty { return "\(subject) gets through\(shown)\(when)\(guess)" }
            return "nothing is wrong with what \(subject) gets; no server was asked\(guess)"
        }
        guard let cause = findings.cause else { return "" }
        if command == nil { return cause.title }
        if cause.isAside { return "\(subject) gets through, but \(cause.title)" }
        // It is the server that has the last word there.
        return cause.kind.facts.group == .answer
            ? "\(subject) can connect, but \(cause.title)"
            : "\(subject) does not get through: \(cause.title)\(guess)"
    }

    // MARK: For people

    /// The text for people.
    public func text(_ style: TextStyle) -> String {
        var text = style.bold(command ?? "proxyenv") + "\n"
        for step in diagnosis.steps { text += "  " + step.row(style) }
        let cause = isHealthy ? nil : findings.cause
        for finding in findings {
            let word =
                finding.severity == .problem ? style.red("problem") : style.yellow("warning")
            text += "\n\(word)  \(finding.kind.rawValue)\n  \(finding.title)\n"
            for line in finding.evidence { text += style.dim("    \(line)") + "\n" }
            // What cures the cause stands last, where the eye is.
            if finding != cause { for line in finding.fix { text += "    fix: \(line)\n" } }
        }
        text += "\n" + style.bold(verdict) + "\n"
        for line in cause?.fix ?? [] { text += "  fix: \(line)\n" }
        return text
    }

    // MARK: For programs

    /// The document for programs.
    public var json: JSONValue {
        .object([
            ("command", .optional(command)),
            ("ok", .boolean(isHealthy)),
            ("verdict", .string(verdict)),
            ("cause", .optional(isHealthy ? nil : findings.cause?.kind.rawValue)),
            ("findings", .array(findings.map { $0.json })),
            ("steps", .array(diagnosis.steps.map { $0.json })),
        ])
    }

    // MARK: For others

    /// The report as Markdown, with a question on top.
    public var markdown: String {
        let subject = command ?? "proxyenv"
        var text = "**Why does `\(subject)` not get through its proxy, and what should I do?**\n\n"
        text += "Verdict of `proxyenv doctor`: \(verdict)\n\n"
        text += "| step | | found |\n| --- | --- | --- |\n"
        for step in diagnosis.steps {
            text +=
                "| \(step.name.rawValue) | \(step.outcome.rawValue) | \(Self.cell(step.text)) |\n"
        }
        for finding in findings {
            text +=
                "\n### \(finding.kind.rawValue) (\(finding.severity.rawValue))\n\n\(finding.title)\n"
            if !finding.evidence.isEmpty { text += "\n" }
            for line in finding.evidence { text += "- \(line)\n" }
            if !finding.fix.isEmpty { text += "\nProposed:\n\n" }
            for line in finding.fix { text += "    \(line)\n" }
        }
        return text + "\nproxyenv \(version)\n"
    }

    /// `text` for a cell of a table, in which `|` would end it.
    private static func cell(_ text: String) -> String {
        var cell: [UInt8] = []
        for byte in text.utf8 {
            if byte == UInt8(ascii: "|") { cell.append(UInt8(ascii: "\\")) }
            cell.append(byte)
        }
        return String(decoding: cell, as: UTF8.self)
    }
}
