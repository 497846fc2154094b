import Glibc
import Testing

/// A home folder with a profile `clash`, commands that go by it, and a world behind its proxy, in which faults are made.
final class DoctorStage {
    /// What a shell has that has a proxy too.
    static let noProxy = "localhost,127.0.0.1,::1"

    /// Whether the tests shall print the tables of the documentation: PROXYENV_SHOW=1.
    static let isShowing = getenv("PROXYENV_SHOW") != nil

    /// The home folder.
    let sandbox: Sandbox
    /// What is outside.
    let world: OutsideWorld

    /// One in which all is well.
    init() throws {
        sandbox = try Sandbox()
        world = try OutsideWorld(in: sandbox)
        try configure()
        try sandbox.install("codex", "#!/bin/sh\necho codex-cli 0.163.0\n")
        try sandbox.install("claude", "#!/bin/sh\necho 2.1.330\n")
        Files.makeFolder(sandbox.home + "/.codex", mode: 0o700)
    }

    /// The file: `clash` is the proxy, with the authority of the servers behind it, or with `authority`.
    func configure(
        url: String? = nil, _ more: String = "", rule: Bool = true, authority: String? = nil
    ) throws {
        let file = authority ?? world.authority
        try sandbox.write(
            """
            [profiles.clash]
            url = "\(url ?? "http://127.0.0.1:\(world.http)")"
            \(file.isEmpty ? "" : "ca-file = \"\(file)\"")
            \(more)
            [commands]
            \(rule ? "codex = 'clash'\nclaude = 'clash'" : "")

            """, to: ".config/proxyenv/config.toml")
    }

    /// What `doctor` finds: the cause's id, all ids, and the whole document.
    struct Answer {
        let cause: String?
        let ids: [String]
        let text: String
        let status: Int32?

        /// Reads the document.
        init(_ outcome: Outcome, keepsPlatform: Bool = false) {
            (text, status) = (outcome.text + outcome.errorText, outcome.status)
            cause = DoctorStage.values(of: "cause", in: outcome.text).first
            // Without what is said of the machine on which the tests run, and of the others that run meanwhile.
            ids = DoctorStage.values(of: "id", in: outcome.text).filter {
                $0 == "platform.container" ? keepsPlatform : $0 != "process.editor"
            }
        }
    }

    /// Asks for `words`, in a shell with `variables`.
    func doctor(
        _ words: [String] = ["codex"], _ variables: [String: String?] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Answer {
        let outcome = try Runner(
            arguments: ([sandbox.program, "doctor"] + words + ["--json"]).map { Array($0.utf8) },
            environment: sandbox.entries(variables)
        ).run()
        let answer = Answer(outcome)
        // PROXYENV_SHOW=1 prints rows for a table: the causes, and the warnings where there is none.
        if Self.isShowing {
            let verdict = Self.values(of: "verdict", in: outcome.text).first ?? ""
            let warnings = zip(
                Self.values(of: "id", in: outcome.text),
                Self.values(of: "title", in: outcome.text))
            let rows = answer.cause.map { [($0, verdict)] } ?? warnings.map { ($0, $1) }
            for (id, text) in rows { print("| `\(id)` | \(text) |") }
        }
        #expect(
            outcome.status == (answer.cause == nil ? 0 : 1), "\(answer.text)",
            sourceLocation: sourceLocation)
        #expect(outcome.isHarmless, sourceLocation: sourceLocation)
        return answer
    }

    /// Runs a fix in a shell, in which `use` acts on that shell, and looks again.
    func cure(
        _ fix: String, _ words: [String] = ["codex"], _ variables: [String: String?] = [:]
    ) throws -> Answer {
        let script =
            "\(fix.hasPrefix("proxyenv use") ? "eval \"$(\(fix) --shell sh)\"" : fix) && proxyenv doctor \(words.joined(separator: " ")) --json"
        return Answer(
            try Runner(
                arguments: ["/bin/sh", "-c", "cd && \(script)"].map { Array($0.utf8) },
                environment: sandbox.entries(variables)
            ).run())
    }

    /// The variables that somebody has exported for the proxy of the world.
    func exported(_ url: String, _ more: [String: String?] = [:]) -> [String: String?] {
        var variables: [String: String?] = [
            "http_proxy": url, "https_proxy": url, "HTTP_PROXY": url, "HTTPS_PROXY": url,
            "no_proxy": Self.noProxy, "NO_PROXY": Self.noProxy, "SSL_CERT_FILE": world.authority,
        ]
        for (name, value) in more { variables[name] = .some(value) }
        return variables
    }

    /// The strings that stand for `name` in a document of one member to a line.
    private static func values(of name: String, in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: "\"", omittingEmptySubsequences: false)
            guard words.count >= 4, words[1] == name[...] else { return nil }
            return String(words[3])
        }
    }
}

extension Outcome {
    /// Whether nothing of what was printed does something to a terminal: text in UTF-8, whose only control is the newline.
    var isHarmless: Bool {
        [output, errors].allSatisfy { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return false }
            return text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control: scalar == "\n"
                case .format, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
        }
    }
}
