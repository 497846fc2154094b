import ProxyEnvCore

/// What `doctor` says of one command, for people, for programs, and for others who shall help.
struct DoctorReport {
    /// The command; nil for the look at everything.
    let command: String?
    /// What was found.
    let diagnosis: Diagnosis

    private var findings: [Finding] { diagnosis.findings }

    /// Whether there is no problem.
    var isHealthy: Bool { !findings.hasProblem }

    /// The one sentence that matters.
    var verdict: String {
        let subject = command ?? "proxyenv"
        if isHealthy {
            // An alias of the shell's own is not looked into.
            if let missing = findings.first(where: { $0.id == "command.missing" }) {
                return missing.title
            }
            let answers = diagnosis.steps.filter { $0.name == "answer" && $0.outcome == .good }
            guard command != nil else { return "all is well" }
            let shown = answers.first.map { " (\($0.text))" } ?? ""
            let when =
                diagnosis.isWrapperAssumed
                ? " through its wrapper; whether your shell has loaded the wrapper is not known"
                : ""
            if !answers.isEmpty { return "\(subject) gets through\(shown)\(when)" }
            return "nothing is wrong with what \(subject) gets; no server was asked"
        }
        guard let cause = findings.cause else { return "" }
        if command == nil { return cause.title }
        if cause.isAside { return "\(subject) gets through, but \(cause.title)" }
        // It is the server that has the last word there.
        let isAnswer = cause.id.utf8.starts(with: "answer.".utf8)
        return isAnswer
            ? "\(subject) can connect, but \(cause.title)"
            : "\(subject) does not get through: \(cause.title)"
    }

    // MARK: For people

    /// The text for people.
    func text(_ style: TextStyle) -> String {
        var text = style.bold(command ?? "proxyenv") + "\n"
        for step in diagnosis.steps { text += "  " + step.row(style) }
        let cause = isHealthy ? nil : findings.cause
        for finding in findings {
            let word =
                finding.severity == .problem ? style.red("problem") : style.yellow("warning")
            text += "\n\(word)  \(finding.id)\n  \(finding.title)\n"
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
    var json: JSONValue {
        .object([
            ("command", .optional(command)),
            ("ok", .boolean(isHealthy)),
            ("verdict", .string(verdict)),
            ("cause", .optional(isHealthy ? nil : findings.cause?.id)),
            (
                "findings",
                .array(
                    findings.map { finding in
                        .object([
                            ("id", .string(finding.id)),
                            ("severity", .string(finding.severity.rawValue)),
                            ("title", .string(finding.title)),
                            ("evidence", .array(finding.evidence.map { .string($0) })),
                            ("fix", .array(finding.fix.map { .string($0) })),
                        ])
                    })
            ),
            (
                "steps",
                .array(
                    diagnosis.steps.map { step in
                        .object([
                            ("name", .string(step.name)),
                            ("outcome", .string(step.outcome.rawValue)),
                            ("text", .string(step.text)),
                        ])
                    })
            ),
        ])
    }

    // MARK: For others

    /// The report as Markdown, with a question on top.
    var markdown: String {
        let subject = command ?? "proxyenv"
        var text = "**Why does `\(subject)` not get through its proxy, and what should I do?**\n\n"
        text += "Verdict of `proxyenv doctor`: \(verdict)\n\n"
        text += "| step | | found |\n| --- | --- | --- |\n"
        for step in diagnosis.steps {
            text += "| \(step.name) | \(step.outcome.rawValue) | \(Self.cell(step.text)) |\n"
        }
        for finding in findings {
            text += "\n### \(finding.id) (\(finding.severity.rawValue))\n\n\(finding.title)\n"
            if !finding.evidence.isEmpty { text += "\n" }
            for line in finding.evidence { text += "- \(line)\n" }
            if !finding.fix.isEmpty { text += "\nProposed:\n\n" }
            for line in finding.fix { text += "    \(line)\n" }
        }
        return text + "\nproxyenv \(Release.version)\n"
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
