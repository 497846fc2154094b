import Testing

/// `use` and `off` in Nushell, to which from 0.111 on `http_proxy` and `HTTP_PROXY` are one variable.
@Suite struct NushellNamesTests {
    /// What was there before Nushell started.
    private static let before: [[String: String]] = [
        [:], ["http_proxy": "u"], ["HTTP_PROXY": "U"], ["http_proxy": "u", "HTTP_PROXY": "U"],
        ["http_proxy": "u", "HTTPS_PROXY": "U"], ["ALL_PROXY": "U", "NO_PROXY": "host"],
        ["http_proxy": "u", "ALL_PROXY": "U", "no_proxy": "host"], ["HTTP_PROXY": ""],
        ["https_proxy": "u", "NODE_USE_ENV_PROXY": "1"],
    ]

    /// What is typed one after the other.
    private static let sequences: [[String]] = [
        ["use home", "off"],
        ["use home", "use office", "off"],
        ["use home", "use direct", "off"],
        ["use home", "off", "use -", "use -q office", "off"],
    ]

    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        // What every program sees: one line.
        try sandbox.install(
            "seen", "#!/bin/sh\necho \"seen: $(env | grep -i proxy= | sort | tr '\\n' ' ')end\"\n")
    }

    /// What a program has to see in the profile `name`, where it saw `start` before: one spelling of each name, its first.
    private static func expected(_ name: String, _ start: String) -> (String) -> Bool {
        let ports = ["home": "http://127.0.0.1:12", "office": "http://127.0.0.1:11"]
        let before = start.split(separator: " ").compactMap { $0.split(separator: "=").first }
        return { seen in
            var values: [String: String] = [:]
            for word in seen.split(separator: " ") {
                guard let equals = word.firstIndex(of: "=") else { continue }
                let variable = word[..<equals]
                let known = before.first { $0.lowercased() == variable.lowercased() }
                // A second spelling would be a second variable.
                if known.map({ $0 != variable }) ?? (variable != variable.lowercased()),
                    !variable.hasPrefix("PROXYENV"), !variable.hasPrefix("NODE")
                {
                    return false
                }
                values[variable.lowercased()] = String(word[word.index(after: equals)...])
            }
            return ["http_proxy", "https_proxy", "all_proxy"].allSatisfy {
                values[$0] == ports[name]
            }
        }
    }

    private func check(_ lines: [String], _ sequence: [String], _ context: String) throws {
        try #require(lines.count == sequence.count + 1, "\(context): \(lines)")
        let start = lines[0]
        for (line, verb) in zip(lines.dropFirst(), sequence) {
            let name =
                verb.contains("office") ? "office" : verb.contains("direct") ? "direct" : "home"
            if verb == "off" {
                #expect(line == start, "\(context)")
            } else {
                #expect(Self.expected(name, start)(line), "\(context): \(verb): \(line)")
            }
        }
    }

    private static func seen(_ text: String) -> [String] {
        text.ranges(of: "seen: ").compactMap { range in
            text[range.upperBound...].firstRange(of: "end").map {
                String(text[range.upperBound..<$0.lowerBound])
            }
        }
    }

    @Test(arguments: before.indices, sequences.indices)
    func `in one line each command sees the profile, and off puts all back`(
        _ number: Int, _ sequence: Int
    ) throws {
        let nushell = try Nushell(sandbox)
        let verbs = Self.sequences[sequence]
        let line = (["seen"] + verbs.map { "proxyenv \($0); seen" }).joined(separator: "; ")
        let outcome = try nushell.run(line, with: Self.before[number].mapValues { $0 })
        #expect(outcome.errorText.isEmpty)
        try check(Self.seen(outcome.text), verbs, "\(Self.before[number])")
    }

    @Test(arguments: before.indices)
    func `at the prompt each command sees the profile, and off puts all back`(_ number: Int)
        throws
    {
        let terminal = try Nushell(sandbox).terminal(with: Self.before[number].mapValues { $0 })
        func look() throws -> String {
            let shown = try terminal.run("seen")
            return try #require(Self.seen(shown).last, "\(shown)")
        }
        for verbs in Self.sequences {
            var lines = [try look()]
            for verb in verbs {
                let shown = try terminal.run("proxyenv \(verb)")
                #expect(!shown.contains("left alone"))
                let status = try terminal.run("proxyenv status")
                #expect(!status.contains("modified") && !status.contains("stale"), "\(status)")
                lines.append(try look())
            }
            try check(lines, verbs, "\(Self.before[number])")
        }
    }

    @Test func `off and use direct hold in an overlay, and what was there before it stays`() throws
    {
        let nushell = try Nushell(
            sandbox, config: "module venv { export-env { $env.VENV = 'x' } }\n")
        let outcome = try nushell.run(
            """
            proxyenv use home
            overlay use venv
            seen
            proxyenv use direct
            seen
            proxyenv use office
            seen
            proxyenv off
            seen
            """, with: ["FTP_PROXY": "before"])
        let lines = Self.seen(outcome.text)
        try #require(lines.count == 4, "\(outcome.text)")
        #expect(lines[0].contains("http_proxy=http://127.0.0.1:12 "))
        #expect(!lines[1].contains("http_proxy=") && !lines[1].contains("FTP_PROXY"))
        #expect(lines[2].contains("http_proxy=http://127.0.0.1:11 "))
        #expect(lines[3] == "FTP_PROXY=before ")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `what a bash before it has switched is put back, and status has nothing to say`()
        throws
    {
        let bash = try Binary.require("bash")
        let nushell = try Nushell(sandbox)
        let line =
            "seen; proxyenv status; proxyenv use office; seen; proxyenv off; seen"
        let script =
            "eval \"$(proxyenv use home --shell bash)\"; exec '\(nushell.path)' --login -c '\(line)'"
        let outcome = try Runner(
            arguments: [bash, "--norc", "-c", script].map { Array($0.utf8) },
            environment: sandbox.entries(["HTTP_PROXY": "U", "no_proxy": "host"]), limit: 60
        ).run()
        let lines = Self.seen(outcome.text)
        try #require(lines.count == 3, "\(outcome.text) \(outcome.errorText)")
        #expect(!outcome.text.contains("modified"))
        #expect(lines[1].lowercased().contains("http_proxy=http://127.0.0.1:11 "))
        #expect(lines[2].lowercased() == "http_proxy=u no_proxy=host ")
        #expect(outcome.errorText.isEmpty)
    }

    @Test func `doctor says that programs see capitals alone, and a wrapper gives both`() throws {
        try sandbox.install("plain", "#!/bin/sh\n")
        try sandbox.install("teller", "#!/bin/sh\nexec seen\n")
        let nushell = try Nushell(sandbox)
        let capitals = ["HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"]
        let outcome = try nushell.run(
            "teller; proxyenv doctor plain | complete | get stdout",
            with: capitals.mapValues { $0 })
        let seen = try #require(Self.seen(outcome.text).first)
        #expect(seen.contains("HTTP_PROXY=http://127.0.0.1:11 "))
        #expect(seen.contains(" http_proxy=http://127.0.0.1:11 "))
        #expect(
            outcome.text.contains(
                "Nushell knows one spelling of a name, and hands on HTTP_PROXY, HTTPS_PROXY:"))
        let lower = try nushell.run(
            "proxyenv doctor plain | complete | get stdout",
            with: ["http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"])
        #expect(!lower.text.contains("hands on"))
        let json = try nushell.run(
            "proxyenv doctor plain --json | complete | get stdout",
            with: capitals.mapValues { $0 })
        #expect(json.text.contains("\"shell.capitals\""))
        #expect(!lower.text.isEmpty)
    }
}
