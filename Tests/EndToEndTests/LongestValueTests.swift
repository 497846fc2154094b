import Testing

/// The longest values: what the system takes is the limit, and no shell's own.
@Suite struct LongestValueTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// Linux's limit for a variable (MAX_ARG_STRLEN) without the name `V0000`, `=` and the NUL at the end.
    private static let longest = 131_072 - 7

    @Test(arguments: Interpreter.all)
    func `the longest value that the system takes arrives, also where each byte has to be quoted`(
        _ interpreter: Interpreter
    ) throws {
        for character in ["x", "'", "!", "\\"] {
            let value = String(repeating: character, count: Self.longest)
            try sandbox.configure([value])
            let read = interpreter.evaluating("env p --format \(interpreter.form)")
            let outcome = try interpreter.run("\(read); env -0", in: sandbox)
            let seen = outcome.variables["V0000"]
            #expect(seen?.count == Self.longest, "\(character): \(outcome.errorText.prefix(500))")
            #expect(seen.map { $0 == Array(value.utf8) } == true)
        }
    }

    @Test(arguments: Interpreter.all)
    func `one byte more is an error that names the variable and says how much is possible`(
        _ interpreter: Interpreter
    ) throws {
        try sandbox.configure([String(repeating: "x", count: Self.longest + 1)])
        let outcome = try sandbox.proxyenv("env", "p", "--format", interpreter.form)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errorText.hasPrefix(
                "proxyenv: V0000 would be 131066 bytes long, at most 131065 are possible\n"))
    }
}
