import Testing

/// A program that reads a shell's language, and how it is made to read what `env --format` prints.
struct Interpreter: Sendable, CustomTestStringConvertible {
    /// What it is called in reports.
    let name: String
    /// The program and its options, up to the one that a script follows.
    let words: [String]
    /// The name of its language.
    let form: String
    /// What a person writes to let it read what `proxyenv` prints for `words`.
    let evaluating: @Sendable (_ words: String) -> String
    /// What its language can't hold, and proxyenv refuses to print.
    var impossible: [Unicode.Scalar] = []
    /// What prints its version.
    var version: [String] = ["--version"]

    /// The name in the test's report.
    var testDescription: String { name }

    /// Those that can be had.
    static let all: [Interpreter] = [
        posix("dash", ["dash", "-c"], "sh", version: []),
        posix("busybox sh", ["busybox", "sh", "-c"], "sh", version: []),
        posix("yash", ["yash", "-c"], "sh"),
        posix("bash --posix", ["bash", "--posix", "-c"], "sh"),
        posix("bash", ["bash", "--norc", "-c"], "bash"),
        posix("zsh", ["zsh", "-f", "-c"], "zsh"),
        posix("zsh -o rc_quotes", ["zsh", "-f", "-o", "rc_quotes", "-c"], "zsh"),
        posix("ksh93", ["ksh93", "-c"], "ksh"),
        posix("mksh", ["mksh", "-c"], "ksh", version: ["-c", "echo $KSH_VERSION"]),
        Interpreter(
            name: "fish", words: ["fish", "--no-config", "-c"], form: "fish",
            evaluating: { "proxyenv \($0) | source" }),
        Interpreter(
            name: "tcsh", words: ["tcsh", "-f", "-c"], form: "tcsh",
            evaluating: { "eval \"`proxyenv \($0)`\"" }, impossible: ["\n"]),
        Interpreter(
            name: "elvish", words: ["elvish", "-norc", "-c"], form: "elvish",
            evaluating: { "eval (proxyenv \($0) | slurp)" }, version: ["-version"]),
        Interpreter(
            name: "xonsh", words: ["xonsh", "--no-rc", "-c"], form: "xonsh",
            evaluating: { "execx($(proxyenv \($0)))" }),
    ]

    /// Those that Debian has no package of: they are tried where they are, and are no missing tools elsewhere.
    static let optional: [Interpreter] = [
        Interpreter(
            name: "nu", words: ["nu", "--no-config-file", "-c"], form: "nushell",
            evaluating: { "proxyenv \($0) | from json | load-env" }),
        Interpreter(
            name: "pwsh", words: ["pwsh", "-NoProfile", "-NonInteractive", "-Command"],
            form: "powershell",
            evaluating: { "proxyenv \($0) | Out-String | Invoke-Expression" }),
    ]

    /// Ends the test where this one is not there; the report says why.
    func cancelUnlessThere(sourceLocation: SourceLocation = #_sourceLocation) throws {
        guard Binary.find(words[0]) == nil else { return }
        try Test.cancel(
            "\(words[0]) is not installed, and no package brings it: nothing is shown of it",
            sourceLocation: sourceLocation)
    }

    private static func posix(
        _ name: String, _ words: [String], _ form: String, version: [String] = ["--version"]
    ) -> Interpreter {
        Interpreter(
            name: name, words: words, form: form, evaluating: { "eval \"$(proxyenv \($0))\"" },
            version: version)
    }

    /// Runs `script` in it.
    func run(
        _ script: String, in sandbox: Sandbox, with changes: [[UInt8]] = []
    ) throws -> Outcome {
        let path = try Binary.require(words[0])
        let arguments = [path] + words.dropFirst() + [script]
        return try Runner(
            arguments: arguments.map { Array($0.utf8) },
            environment: sandbox.entries() + changes, limit: 60
        ).run()
    }
}
