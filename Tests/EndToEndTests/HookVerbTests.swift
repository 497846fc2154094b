import Testing

/// What each hook makes of each command of proxyenv, with options before it and behind it: one table for all shells.
@Suite struct HookVerbTests {
    /// What the hook does with a line.
    private enum Kind {
        /// It has the program print lines of its shell.
        case change
        /// It tells the program what it knows of its shell.
        case view
        /// It does that, and loads itself anew.
        case edit
        /// It loads itself anew, and the program does nothing else.
        case load
        /// It leaves the line to the program.
        case plain
    }

    private static let verbs: [(words: String, kind: Kind)] = [
        ("use home", .change), ("use office", .change), ("use -", .change), ("off", .change),
        ("", .view), ("status", .view), ("status --json", .view), ("explain curl x.example", .view),
        ("wrap plain", .edit), ("unwrap plain", .edit), ("rename home house", .edit),
        ("rename house home", .edit), ("remove nosuch", .edit), ("reload", .load), ("list", .plain),
        ("show home", .plain), ("help use", .plain), ("use --help", .plain), ("--version", .plain),
        ("exec home -- true", .plain), ("run true", .plain),
    ]

    private let sandbox: Sandbox
    private let lines: [(typed: String, words: String, kind: Kind)]

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        let options = ["", "-q --color=never", "--color never --config \(sandbox.config)"]
        lines = options.flatMap { option in
            Self.verbs.map {
                let words = [option, $0.words].filter { !$0.isEmpty }.joined(separator: " ")
                return ("proxyenv \(words)", words, $0.kind)
            }
        }
        // The program under its own name, behind a script that notes what it gets.
        let bash = try Binary.require("bash")
        try sandbox.install(
            "recorder",
            """
            #!\(bash)
            case "$*" in
                hook\\ *) echo hook ;;
                *) echo "$*${PROXYENV_SHELL_VIEW:+ view ${PROXYENV_SHELL_VIEW%% *}}" ;;
            esac >> \(sandbox.home)/log
            exec -a \(sandbox.program) \(Binary.path) "$@"
            """)
        Files.rename("\(sandbox.home)/bin/recorder", to: sandbox.program)
    }

    /// What the program gets of each line in the shell that proxyenv calls `shell`.
    private func expected(_ shell: String) -> [String] {
        lines.map { line in
            switch line.kind {
            case .change: "--shell \(shell) \(line.words)\n"
            case .view: line.words + " view \(shell)/1\n"
            case .edit: line.words + " view \(shell)/1\nhook\n"
            case .load: "hook\n"
            case .plain: line.words + "\n"
            }
        }
    }

    /// Compares what was noted with what is expected, for each line.
    private func compare(_ shell: String, loadsAfterFailure: Bool = true) {
        let noted = sandbox.text(of: "log").split(
            separator: "@@\n", omittingEmptySubsequences: false)
        #expect(noted.count == lines.count + 1)
        for (index, expected) in expected(shell).enumerated() where index < noted.count - 1 {
            if !loadsAfterFailure, lines[index].words.contains("nosuch") { continue }
            let got = noted[index].drop { $0 == " " }
            #expect(got == expected.drop { $0 == " " }, "\(lines[index].typed)")
        }
    }

    @Test(arguments: RealShell.allCases)
    func `options before the command change nothing of what the hook does`(
        _ shell: RealShell
    ) throws {
        let script = lines.map { "\($0.typed) >/dev/null 2>&1; echo @@ >>~/log" }
        let load = "\(shell.loadingHook); echo >~/log; rm ~/log"
        _ = try sandbox.run(([load] + script).joined(separator: "\n"), in: shell)
        compare(shell.name)
    }

    @Test(arguments: OtherShell.allCases)
    func `options before the command change nothing at a prompt either`(
        _ shell: OtherShell
    ) throws {
        let terminal = try sandbox.terminal(shell, startUp: shell.loadingHook)
        try terminal.run("rm \(sandbox.home)/log")
        for line in lines {
            terminal.send("\(line.typed)\n")
            try terminal.run("sh -c 'echo @@ >>~/log'")
        }
        compare(shell.rawValue)
    }

    @Test func `options before the command change nothing in PowerShell`() throws {
        let script = lines.map { "\($0.typed) *>$null; Add-Content -Path ~/log -Value '@@'" }
        let load = "\(Sandbox.powerShellLine); Remove-Item ~/log"
        _ = try sandbox.powerShell(script.joined(separator: "\n"), line: load)
        compare("powershell")
    }

    /// What fails ends Nushell's line, so that nothing is loaded anew behind it.
    @Test func `options before the command change nothing in Nushell`() throws {
        let nushell = try Nushell(sandbox)
        let script = lines.map {
            "try { \($0.typed) } catch { }\n\"@@\\n\" | save --append \(sandbox.home)/log"
        }
        let outcome = try nushell.run("rm ~/log\n" + script.joined(separator: "\n"))
        #expect(outcome.status == 0)
        compare("nushell", loadsAfterFailure: false)
    }
}
