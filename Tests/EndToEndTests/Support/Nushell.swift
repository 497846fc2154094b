import Testing

/// Nushell in a sandbox, set up as `help hook` says.
struct Nushell {
    /// Its home, and what is in PATH.
    let sandbox: Sandbox
    /// The program.
    let path: String

    /// The part of `help hook` that goes into the file which `title` names.
    static func startUp(_ title: String, in sandbox: Sandbox) throws -> String {
        let help = try sandbox.proxyenv("help", "hook")
        let lines = help.lines.drop { $0 != "  \(title)" }.dropFirst()
        return lines.prefix { $0.hasPrefix("      ") }.map { "\($0.dropFirst(6))\n" }.joined()
    }

    /// Writes its start-up files, with `config` behind the hook's line; where there is no Nushell the test is skipped.
    init(_ sandbox: Sandbox, config: String = "") throws {
        self.sandbox = sandbox
        path = try Binary.require("nu")
        Files.makeFolder("\(sandbox.home)/.config/nushell")
        let environment = try Self.startUp("the end of env.nu", in: sandbox)
        try sandbox.write(environment, to: ".config/nushell/env.nu")
        let source = try Self.startUp("the beginning of config.nu", in: sandbox)
        try sandbox.write(source + config, to: ".config/nushell/config.nu")
    }

    /// The file that is made anew at every start.
    var file: String { ".config/nushell/proxyenv.nu" }

    /// Runs `script` in a shell that has read its start-up files.
    func run(
        _ script: String, with changes: [String: String?] = [:], input: String = ""
    ) throws -> Outcome {
        let outcome = try Runner(
            arguments: [path, "--login", "--no-history", "-c", script].map { Array($0.utf8) },
            environment: sandbox.entries(changes), input: Array(input.utf8), limit: 60
        ).run()
        #expect(!outcome.isLate)
        return outcome
    }

    /// Starts it on a terminal, and waits until it listens.
    func terminal(with changes: [String: String?] = [:]) throws -> NushellTerminal {
        let settings = """

            $env.config.show_banner = false
            $env.PROMPT_COMMAND = {|| 'ready>' }
            $env.PROMPT_COMMAND_RIGHT = {|| '' }
            $env.PROMPT_INDICATOR = ''
            $env.config.shell_integration.osc133 = true

            """
        let name = ".config/nushell/config.nu"
        try sandbox.write(sandbox.text(of: name) + settings, to: name)
        var environment: [String: String?] = ["TERM": "xterm"]
        environment.merge(changes) { $1 }
        let terminal = try Pseudoterminal(
            [path, "--no-history"], environment: sandbox.entries(environment))
        try terminal.wait(for: "ready>", limit: 30)
        return NushellTerminal(terminal: terminal)
    }

    /// A text as one word of the language.
    static func quoted(_ text: String) -> String {
        var word = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": word += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}": word += "\\u{\(String(scalar.value, radix: 16))}"
            default: word.unicodeScalars.append(scalar)
            }
        }
        return word + "\""
    }
}

/// Nushell on a terminal.
///
/// What is typed before the prompt is there is lost, so that each line waits for the one before.
struct NushellTerminal {
    fileprivate let terminal: Pseudoterminal

    /// Types `line`, and waits until the shell has done it, or until `text` is shown.
    ///
    /// - Returns: What was shown meanwhile, the echo of the line too.
    @discardableResult
    func run(
        _ line: String, until text: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        terminal.send("\(line)\n")
        if let text { return try terminal.wait(for: text, sourceLocation: sourceLocation) }
        return try finish(sourceLocation: sourceLocation)
    }

    /// Sends the signal of Ctrl-C, and waits for the prompt.
    func interrupt() throws {
        terminal.send("\u{3}")
        try finish()
    }

    @discardableResult
    private func finish(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        // The shell marks the end of each command so, and draws its prompt then.
        let shown = try terminal.wait(for: "\u{1B}]133;D;", sourceLocation: sourceLocation)
        try terminal.wait(for: "ready>", sourceLocation: sourceLocation)
        return shown
    }
}
