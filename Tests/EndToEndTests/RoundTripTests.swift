import TestSupport
import Testing

/// Any value at all, written in a shell's language and read back by the shell itself.
@Suite struct RoundTripTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// How many values each interpreter is given.
    private static let count = 2_000

    @Test(arguments: Interpreter.all)
    func `any value arrives as it was, and none is executed`(_ interpreter: Interpreter) throws {
        try check(interpreter)
    }

    @Test(arguments: Interpreter.optional)
    func `any value arrives as it was also in shells that no package brings, where they are`(
        _ interpreter: Interpreter
    ) throws {
        try interpreter.cancelUnlessThere()
        try check(interpreter)
    }

    private func check(_ interpreter: Interpreter) throws {
        var random = SplitMix64(for: "round trip, \(interpreter.name)")
        let values = GeneratedValues.make(
            Self.count, without: interpreter.impossible, &random
        ).map {
            $0.replacing("CANARY", with: "\(sandbox.home)/canary")
        }
        let wrong = try differing(values, in: interpreter)
        for value in wrong.prefix(3) {
            let least = try shrunk(value, in: interpreter)
            Issue.record("\(interpreter.name) got another value: \(Self.shown(least))")
        }
        #expect(wrong.isEmpty)
        #expect(!sandbox.has("canary"), "a value was executed")
        try Report.add(
            "values", interpreter, in: sandbox, "\(values.count)",
            "\(values.count - wrong.count)")
    }

    @Test(arguments: Interpreter.all.filter { !$0.impossible.isEmpty })
    func `what a language can't hold is an error that names the variable, and nothing is printed`(
        _ interpreter: Interpreter
    ) throws {
        for scalar in interpreter.impossible {
            try sandbox.configure(["a\(scalar)b"])
            let outcome = try sandbox.proxyenv("env", "p", "--format", interpreter.form)
            #expect(outcome.status == 1)
            #expect(outcome.output.isEmpty)
            #expect(
                outcome.errorText.hasPrefix(
                    "proxyenv: \(interpreter.form) cannot hold the value of V0000: it has "))
        }
    }

    @Test(arguments: Interpreter.all)
    func `off puts back values that are no text, or says that it can't`(
        _ interpreter: Interpreter
    ) throws {
        // yash keeps variables as text of the locale, and loses others by itself.
        let before: [[UInt8]] =
            interpreter.name == "yash"
            ? [[UInt8]("\u{E9}".utf8)] : [[0xFF], [0x61, 0x80, 0x27, 0xC3], [0xED, 0xA0, 0x80]]
        try sandbox.configure(before.map { _ in "new" })
        let entries = before.enumerated().map {
            Array("\(GeneratedValues.name($0.offset))=".utf8) + $0.element
        }
        let use = interpreter.evaluating("use p --shell \(interpreter.form)")
        let off = interpreter.evaluating("off --shell \(interpreter.form)")
        if interpreter.form == "elvish" {
            let outcome = try interpreter.run("\(use)\n\(off)", in: sandbox, with: entries)
            #expect(
                outcome.errorText.contains(
                    "proxyenv: elvish cannot hold the value of V0000: it has bytes that are not UTF-8"
                ))
            return
        }
        let separator = interpreter.form == "tcsh" ? "; " : "\n"
        let outcome = try interpreter.run(
            [use, off, "env -0"].joined(separator: separator), in: sandbox, with: entries)
        for (index, value) in before.enumerated() {
            #expect(outcome.variables[GeneratedValues.name(index)] == value, "\(outcome.errorText)")
        }
    }

    // MARK: Trying

    /// Those of `values` that come out of the interpreter otherwise than they went in.
    private func differing(_ values: [String], in interpreter: Interpreter) throws -> [String] {
        try sandbox.configure(values)
        let read = interpreter.evaluating("env p --format \(interpreter.form)")
        let outcome = try interpreter.run("\(read); env -0", in: sandbox)
        #expect(!outcome.isLate)
        let seen = Dictionary(
            outcome.variables.entries.map { entry in
                let parts = entry.split(
                    separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
                return (Array(parts[0]), Array(parts.last ?? []))
            }, uniquingKeysWith: { $1 })
        return values.enumerated().filter { index, value in
            seen[Array(GeneratedValues.name(index).utf8)] != Array(value.utf8)
        }.map { $0.element }
    }

    /// The least part of `value` that still comes out otherwise.
    private func shrunk(_ value: String, in interpreter: Interpreter) throws -> String {
        var least = Array(value.unicodeScalars)
        var size = max(1, least.count / 2)
        while size > 0 {
            var start = 0
            while start < least.count {
                var candidate = least
                candidate.removeSubrange(start..<min(start + size, least.count))
                if try !differing([Self.text(candidate)], in: interpreter).isEmpty {
                    least = candidate
                } else {
                    start += size
                }
            }
            size /= 2
        }
        return Self.text(least)
    }

    private static func text(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private static func shown(_ value: String) -> String {
        value.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
    }
}
