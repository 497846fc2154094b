import Testing

/// Files that can't be used: `use` prints the failing statement alone, and nothing is started.
@Suite struct BadFileTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox("")
        try sandbox.install("canary", "#!/bin/sh\necho started\ntouch \"$HOME/canary.started\"\n")
    }

    /// Checks that nothing comes of any command, and that the error holds `message`.
    private func check(
        _ message: String, arguments: [String] = [], with changes: [String: String?] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        func run(_ words: [String]) throws -> Outcome {
            try Runner(
                arguments: ([sandbox.program] + arguments + words).map { Array($0.utf8) },
                environment: sandbox.entries(changes), limit: 10
            ).run()
        }
        let use = try run(["use", "clash", "--shell", "zsh"])
        #expect(use.text == "false;\n", sourceLocation: sourceLocation)
        #expect(use.status == 1, sourceLocation: sourceLocation)
        #expect(use.errorText.contains(message), sourceLocation: sourceLocation)
        for words in [["exec", "clash", "canary"], ["run", "canary"], ["wrapped", "canary"]] {
            let outcome = try run(words)
            #expect(outcome.status == 125, sourceLocation: sourceLocation)
            #expect(outcome.text.isEmpty, sourceLocation: sourceLocation)
            #expect(outcome.errorText.contains(message), sourceLocation: sourceLocation)
        }
        let hook = try run(["hook", "zsh"])
        // The function is there all the same: see BrokenStartTests.
        #expect(hook.text.contains("function proxyenv"), sourceLocation: sourceLocation)
        #expect(hook.status == 1, sourceLocation: sourceLocation)
        #expect(try run(["validate"]).status == 1, sourceLocation: sourceLocation)
        #expect(!sandbox.has("canary.started"), sourceLocation: sourceLocation)
        // Nothing of it reaches a terminal as a control character.
        let isPlain = use.errors.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }
        #expect(isPlain, sourceLocation: sourceLocation)
    }

    private func check(
        file bytes: [UInt8], _ message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try sandbox.write(bytes, to: ".config/proxyenv/config.toml")
        try check(message, sourceLocation: sourceLocation)
    }

    @Test func `a file that is named must be there`() throws {
        try check("cannot read ~/no.toml", arguments: ["--config", sandbox.home + "/no.toml"])
        try check("cannot read /nowhere/no.toml", with: ["PROXYENV_CONFIG": "/nowhere/no.toml"])
        try check("cannot read", arguments: ["--config", sandbox.config + "/below"])
    }

    @Test func `a folder, a pipe and a device are no file`() throws {
        try check("is a folder, expected a file", arguments: ["--config", sandbox.home])
        Files.makePipe(sandbox.home + "/pipe")
        try check("is a pipe or a device", arguments: ["--config", sandbox.home + "/pipe"])
        try check("is a pipe or a device", arguments: ["--config", "/dev/zero"])
        try check("is a pipe or a device", arguments: ["--config", "/dev/full"])
    }

    @Test func `a pipe and a link to itself are no file either`() throws {
        Files.remove(sandbox.config)
        Files.makePipe(sandbox.config)
        try check("~/.config/proxyenv/config.toml is a pipe")
        Files.remove(sandbox.config)
        Files.link(sandbox.config, to: sandbox.config)
        try check("cannot read")
    }

    @Test func `a file that may not be read is an error`() throws {
        try sandbox.write("", to: ".config/proxyenv/config.toml")
        Files.setMode(sandbox.config, 0)
        guard Users.isRoot else { return try check("Permission denied") }
        // Root may read all: as somebody else then.
        let setpriv = try Binary.require("setpriv")
        Files.setMode(sandbox.home, 0o755)
        for folder in [".config", ".config/proxyenv"] {
            Files.setMode("\(sandbox.home)/\(folder)", 0o755)
        }
        let nobody = [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"]
        // The link leads to a folder that may be root's alone.
        let copy = sandbox.home + "/bin/proxyenv-copy"
        #expect(
            try sandbox.run("cp \(Binary.path) \(copy) && chmod 755 \(copy)", in: .bash).status == 0
        )
        for (words, status) in [
            (["use", "clash", "--shell", "sh"], 1), (["exec", "clash", "canary"], 125),
            (["wrapped", "canary"], 125),
        ] as [([String], Int32)] {
            let outcome = try Runner(
                arguments: (nobody + [copy] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.status == status)
            #expect(outcome.text == (status == 1 ? "false;\n" : ""))
            #expect(
                outcome.errorText.contains(
                    "cannot read ~/.config/proxyenv/config.toml: Permission denied"))
        }
    }

    @Test func `bytes that are not UTF-8 are an error`() throws {
        try check(
            file: Array("a = \"".utf8) + [0xFF] + Array("\"\n".utf8), "byte `\\xff` is not UTF-8")
        try check(file: Array("# ".utf8) + [0xC0, 0x80], "is not UTF-8")
        try check(file: Array("# ".utf8) + [0xED, 0xA0, 0x80], "is not UTF-8")
        try check(file: Array("# ".utf8) + [0xE2, 0x80], "is not UTF-8")
        try check(file: [0xFF, 0xFE] + [0x61, 0, 0x3D, 0], "UTF-16, expected UTF-8")
        try check(file: [0xFE, 0xFF] + [0, 0x61, 0, 0x3D], "UTF-16, expected UTF-8")
    }

    @Test func `control characters are an error`() throws {
        try check(file: Array("a = 1\n# ".utf8) + [0], "control character `\\u{0}`\n")
        try check(file: Array("default = \"a".utf8) + [0] + Array("\"".utf8), "control character")
        try check(file: Array("a = 1\rb = 2\n".utf8), "carriage return without a line feed")
        try check(file: Array("a = \"\u{1B}[31m\"\n".utf8), "control character `\\u{1b}`")
    }

    @Test func `deep nesting is an error, in brackets and in dotted keys`() throws {
        let brackets = String(repeating: "[", count: 10_000)
        try check(file: Array("a = \(brackets)".utf8), "nested deeper than 128 levels")
        let dots = Array(repeating: "a", count: 10_000).joined(separator: ".")
        try check(file: Array("\(dots) = 1".utf8), "nested deeper than 128 levels")
    }

    @Test(
        arguments: [
            ("default", "expected"), ("default = ", "expected"),
            ("default = clash", "is not a value"),
            ("default = \"clash", "this string has no end"), ("[profiles", "expected"),
            ("a = [1, 2", "this `[` is never closed"),
            ("a = 1\na = 2", "`a` stands here a second time"),
            ("[a]\n[a]", "stands here a second time"), ("a = \"\\q\"", "is not an escape"),
            ("a = \"\\uD800\"", "is not a Unicode character"),
            ("a = { b = 1,\n c = 2 }", "expected"),
            ("a = 01", "is not a value"), ("a = 1 b = 2", "expected"),
            ("a = 2024-13-01", "is not a value"),
            ("a = '''", "has no end"), ("= 1", "expected"), ("a.b = 1\na = 2", "a second time"),
            ("a = {}\na.b = 1", "a second time"), ("[[a]]\n[a]", "a second time"),
            ("a = nan1", "is not a value"),
            ("a = 1__0", "is not a value"),
        ])
    func `a file that is no TOML is an error with its place`(_ text: String, _ message: String)
        throws
    {
        try check(file: Array(text.utf8), message)
        let outcome = try sandbox.proxyenv("use", "clash", "--shell", "sh")
        #expect(outcome.errorText.contains("config.toml:"))
        #expect(outcome.errorText.contains("^"))
    }

    @Test func `a broken local file beside the file is an error too`() throws {
        try sandbox.write("x", to: ".config/proxyenv/config.local.toml")
        try check("config.local.toml:1:2")
    }

    @Test func `CRLF, a mark at the start and no newline at the end are accepted`() throws {
        let text = "default = 'p'\r\n[profiles.p]\r\nurl = 'http://127.0.0.1:11'\r\n"
        for bytes in [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(text.utf8.dropLast(2)),
        ] {
            try sandbox.write(bytes, to: ".config/proxyenv/config.toml")
            let outcome = try sandbox.proxyenv("run", "env", "-0")
            #expect(outcome.variables.text("https_proxy") == "http://127.0.0.1:11")
            #expect(outcome.errorText.isEmpty)
            #expect(try sandbox.proxyenv("validate").status == 0)
        }
    }

    @Test func `an empty file is accepted`() throws {
        for empty in ["", "\n", "# nothing", "\r\n"] {
            try sandbox.write(empty, to: ".config/proxyenv/config.toml")
            #expect(try sandbox.proxyenv("exec", "clash", "true").status == 0)
        }
    }

    @Test func `ten megabytes of TOML are accepted`() throws {
        let line = "# \(String(repeating: "x", count: 96))\n"
        let text =
            String(repeating: line, count: 10 << 20 / 99)
            + "[profiles.p]\nurl = 'http://127.0.0.1:11'\n"
        try sandbox.write(text, to: ".config/proxyenv/config.toml")
        let outcome = try sandbox.proxyenv("exec", "p", "env", "-0")
        #expect(outcome.variables.text("https_proxy") == "http://127.0.0.1:11")
    }

    private static let homeless: [[String: String?]] = [["HOME": nil], ["HOME": ""]]

    @Test(arguments: homeless)
    func `without HOME there are the built-in profiles`(_ changes: [String: String?]) throws {
        let outcome = try sandbox.proxyenv("exec", "clash", "env", "-0", with: changes)
        #expect(outcome.variables.text("https_proxy") == "http://127.0.0.1:7890")
    }

    @Test(arguments: homeless)
    func `without HOME there is a hook`(_ changes: [String: String?]) throws {
        #expect(try sandbox.proxyenv("hook", "zsh", with: changes).status == 0)
    }

    @Test(arguments: homeless)
    func `without HOME there is no path to a file`(_ changes: [String: String?]) throws {
        #expect(try sandbox.proxyenv("path", with: changes).status == 1)
    }

    /// In paths `~` is the home folder.
    @Test(
        arguments: [
            ([:], [], "~/.config/proxyenv/config.toml"),
            (["XDG_CONFIG_HOME": "~"], [], "~/proxyenv/config.toml"),
            (["XDG_CONFIG_HOME": "rel"], [], "~/.config/proxyenv/config.toml"),
            (["XDG_CONFIG_HOME": "~", "PROXYENV_CONFIG": "~/x.toml"], [], "~/x.toml"),
            (
                ["XDG_CONFIG_HOME": "~", "PROXYENV_CONFIG": "~/x.toml"], ["--config", "y.toml"],
                "y.toml"
            ),
        ] as [([String: String], [String], String)])
    func `a file is found by PROXYENV_CONFIG and XDG_CONFIG_HOME, the option before both`(
        _ changes: [String: String], _ option: [String], _ path: String
    ) throws {
        Files.makeFolder(sandbox.home + "/proxyenv", mode: 0o700)
        try sandbox.write("", to: "proxyenv/config.toml")
        try sandbox.write("", to: "x.toml")
        let outcome = try Runner(
            arguments: ([sandbox.program, "path"] + option).map { Array($0.utf8) },
            environment: sandbox.entries(
                changes.mapValues { $0.replacing("~", with: sandbox.home) })
        ).run()
        #expect(outcome.text == path.replacing("~", with: sandbox.home) + "\n")
    }
}
