import TestSupport
import Testing

/// Bytes that mean something to a shell, in each place where a hook holds or hands on a word that is not its own: the
/// program's path, the file of `--config`, and the arguments.
///
/// The program is one that writes down what it is given, so that each word is seen to arrive as it was.
@Suite struct HookQuotingTests {
    private let sandbox: Sandbox

    /// What one hook holds, and the word that is handed to it.
    private struct Round {
        var program: String
        var config: String
        var argument: String
    }

    init() throws {
        sandbox = try Sandbox()
        try sandbox.write(
            """
            #!/bin/sh
            for word in "$@"; do printf '%s\\0' "$word"; done >> ~/log
            printf '\\n\\0' >> ~/log

            """, to: "recorder")
        Files.setMode(sandbox.home + "/recorder", 0o755)
        try sandbox.installTeller("teller")
    }

    @Test(arguments: Interpreter.all.filter { $0.form != "elvish" })
    func `the program's path, the file and the arguments arrive as they are, and none is executed`(
        _ interpreter: Interpreter
    ) throws {
        var random = SplitMix64(for: "hook of \(interpreter.name)")
        let rounds = try makeRounds(for: interpreter.form, &random)
        var script = ""
        for (index, round) in rounds.enumerated() {
            try load(round, index, for: interpreter.form)
            let word = Self.value(index, in: interpreter.form)
            script += "\(forgetting(in: interpreter.form))\(loading(index, in: interpreter.form))\n"
            script += "proxyenv use \(word)\nproxyenv off \(word)\nproxyenv list \(word)\n"
            script += "proxyenv status \(word)\nproxyenv reload\nteller \(word)\n"
        }
        let values = rounds.enumerated().map { Array("W\($0)=\($1.argument)".utf8) }
        let outcome = try interpreter.run("cd\n\(script)", in: sandbox, with: values)
        #expect(outcome.errorText.isEmpty)
        try expect(calls(rounds, in: interpreter.form))
    }

    @Test(arguments: [false, true])
    func `what is typed in quotes in tcsh is executed nowhere, and recalls no command`(
        _ isInteractive: Bool
    ) throws {
        let round = Round(
            program: sandbox.home + "/own/proxyenv", config: sandbox.home + "/own.toml",
            argument: "")
        try load(round, 0, for: "tcsh")
        // tcsh makes a blank of the ends of lines, and the first character stands for `!` meanwhile. On a terminal those
        // below the blank are keys.
        let first: UInt8 = isInteractive ? 32 : 2
        let last: UInt8 = isInteractive ? 126 : 127
        let letters = (first...last).filter { $0 != 10 && $0 != 13 }
            .map { Character(Unicode.Scalar($0)) }
        let arguments = letters.map { "a\($0)touch CANARY\($0)echo" }
        let lines = arguments.map {
            "proxyenv use '"
                + $0.replacing("'", with: #"'\''"#).replacing("!", with: #"\!"#) + "'"
        }
        let load = "eval \"`cat ~/hook0`\"\ncd"
        if isInteractive {
            let terminal = try sandbox.terminal(.tcsh, startUp: load)
            try terminal.run("echo 'b;touch CANARY'")
            for line in lines { try terminal.run(line) }
        } else {
            try sandbox.write("\(load)\n\(lines.joined(separator: "\n"))\n", to: "script")
            let outcome = try Runner(
                arguments: [try Binary.require("tcsh"), "-f", sandbox.home + "/script"].map {
                    Array($0.utf8)
                }, environment: sandbox.entries(), limit: 60
            ).run()
            #expect(outcome.errorText.isEmpty)
        }
        try expect(
            arguments.map { ["--config", round.config, "--shell", "tcsh", "use", $0] })
    }

    private func makeRounds(for form: String, _ random: inout SplitMix64) throws -> [Round] {
        var letters = (1...127).map { Character(Unicode.Scalar(UInt8($0))) } + ["é", "\u{2028}"]
        letters.removeAll { $0 == "/" || form == "tcsh" && $0 == "\n" }
        func words() -> [String] {
            let shuffled = letters.shuffled(using: &random).map { String($0) }
            // xonsh is slow to read what it runs.
            let count = form == "xonsh" ? 12 : 3
            return stride(from: 0, to: shuffled.count, by: count).map {
                "a" + shuffled[$0...].prefix(count).joined(separator: "touch CANARY")
                    + "touch CANARY"
            }
        }
        let (programs, configs, arguments) = (words(), words(), words())
        return arguments.indices.map {
            Round(
                program: "\(sandbox.home)/\(programs[$0])/proxyenv",
                config: "\(sandbox.home)/\(configs[$0]).toml", argument: arguments[$0])
        }
    }

    /// Writes the file `hookN`, and puts the program that writes down what it is given in the place of the real one.
    private func load(_ round: Round, _ index: Int, for form: String) throws {
        let folder = String(round.program.dropLast("/proxyenv".count))
        Files.makeFolder(folder)
        try sandbox.write(
            "[commands]\nteller = true\n",
            to: String(round.config.dropFirst(sandbox.home.count + 1)))
        Files.link(round.program, to: Binary.path)
        let outcome = try Runner(
            arguments: [round.program, "--config", round.config, "hook", form].map {
                Array($0.utf8)
            }, environment: sandbox.entries()
        ).run()
        try #require(outcome.errorText.isEmpty)
        try sandbox.write(outcome.output, to: "hook\(index)")
        Files.remove(round.program)
        Files.link(round.program, to: sandbox.home + "/recorder")
    }

    /// A wrapper of another file, which sh keeps.
    private func forgetting(in form: String) -> String {
        switch form {
        case "tcsh", "xonsh": ""
        case "fish": "functions -q teller; and functions -e teller\n"
        default: "_proxyenv_wrapped=; unset -f teller 2>/dev/null\n"
        }
    }

    private func loading(_ index: Int, in form: String) -> String {
        switch form {
        case "fish": "source ~/hook\(index)"
        case "tcsh": "eval \"`cat ~/hook\(index)`\""
        case "xonsh": "execx(open('\(sandbox.home)/hook\(index)').read())"
        default: "eval \"$(cat ~/hook\(index))\""
        }
    }

    private static func value(_ index: Int, in form: String) -> String {
        switch form {
        case "tcsh": "$W\(index):q"
        case "xonsh": "@(${'W\(index)'})"
        default: "\"$W\(index)\""
        }
    }

    /// What the program is to be given in `rounds`.
    private func calls(_ rounds: [Round], in form: String) -> [[String]] {
        rounds.flatMap { round in
            let start = ["--config", round.config]
            return [
                start + ["--shell", form, "use", round.argument],
                start + ["--shell", form, "off", round.argument],
                start + ["list", round.argument], start + ["status", round.argument],
                start + ["hook", form], start + ["wrapped", "teller", round.argument],
            ]
        }
    }

    /// Looks at what the program was given, and that nothing was executed.
    private func expect(
        _ wanted: [[String]], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let words = (sandbox.read("log") ?? [])
            .split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let calls = words.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().map { Array($0) }
        // The first that is wrong: one that is missing moves all the others.
        if let (call, line) = zip(calls, wanted).first(where: { $0 != $1 }) {
            #expect(call == line, sourceLocation: sourceLocation)
        }
        #expect(calls.count == wanted.count, sourceLocation: sourceLocation)
        #expect(!sandbox.has("CANARY"), "something was executed", sourceLocation: sourceLocation)
    }
}
