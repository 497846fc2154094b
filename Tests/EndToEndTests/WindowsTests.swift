import TestSupport
import Testing

/// What is printed for Windows' `cmd.exe`, read by the `cmd.exe` of wine.
///
/// What wine can't show is held against texts: `for /f` with a quoted `set`, and characters beyond its code page.
@Suite(.serialized) struct WindowsTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// Runs a batch file, and gives the variables that `set V` lists.
    private func variables(after batch: [UInt8]) throws -> [String: String] {
        let wine = try Binary.require("wine")
        let end = "\r\nset V\r\n"
        try sandbox.write(
            Array("@echo off\r\n".utf8) + batch + Array(end.utf8), to: "test.bat")
        let outcome = try Runner(
            arguments: ["/bin/sh", "-c", "cd; exec \(wine) cmd /c test.bat"].map { Array($0.utf8) },
            environment: sandbox.entries(["WINEDEBUG": "-all", "DISPLAY": ""]), limit: 120
        ).run()
        var variables: [String: String] = [:]
        for line in outcome.text.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" }) {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
        }
        return variables
    }

    @Test func `a batch file sets every value that a line can hold`() throws {
        var random = SplitMix64(for: "batch file")
        let impossible = (0...0x1F).map { Unicode.Scalar(UInt8($0)) } + ["\"", "\u{7F}"]
        let values = GeneratedValues.make(2000, without: impossible, longest: 1000, &random)
            .filter { $0.unicodeScalars.allSatisfy { $0.isASCII } && !$0.isEmpty }
        try sandbox.configure(values)
        let batch = try sandbox.proxyenv("env", "p", "--format", "bat")
        #expect(batch.errorText.isEmpty)
        let seen = try variables(after: batch.output)
        let wrong = values.enumerated().filter {
            seen[GeneratedValues.name($0.offset)] != $0.element
        }
        #expect(wrong.isEmpty, "\(wrong.count), the first is \(wrong.first.debugDescription)")
        #expect(!sandbox.has("CANARY"))
    }

    @Test(.notForWindows("it is the lower-case name there"))
    func `names that differ in their case are one variable`() throws {
        let lines = try sandbox.proxyenv("env", "clash", "--format", "bat").text
        #expect(lines.hasPrefix("set \"ALL_PROXY=http://127.0.0.1:7890\"\r\n"))
        #expect(!lines.contains("http_proxy"))
    }

    @Test(.notForWindows("it is the lower-case name there"))
    func `names that differ in their case are one variable of use too`() throws {
        let use = try sandbox.proxyenv("use", "clash", "--shell", "cmd").text
        #expect(use.contains("set \"HTTPS_PROXY=http://127.0.0.1:7890\"\n"))
        #expect(!use.contains("\"https_proxy="))
    }

    @Test(arguments: [
        ("a\nb", "a newline"), ("a\rb", "a carriage return"), ("a\"b", "a double quote"),
    ])
    func `what no line can hold is an error`(_ value: String, _ reason: String) throws {
        try sandbox.configure([value])
        for form in ["bat", "cmd"] {
            let outcome = try sandbox.proxyenv("env", "p", "--format", form)
            #expect(outcome.status == 1)
            #expect(outcome.output.isEmpty)
            #expect(
                outcome.errorText
                    == "proxyenv: \(form) cannot hold the value of V0000: it has \(reason)\n")
        }
    }

    @Test func `a line of more than 8,000 bytes is an error`() throws {
        try sandbox.configure([String(repeating: "x", count: 8_000 - 12)])
        #expect(try sandbox.proxyenv("env", "p", "--format", "cmd").status == 0)
        try sandbox.configure([String(repeating: "x", count: 8_000 - 11)])
        let outcome = try sandbox.proxyenv("env", "p", "--format", "cmd")
        #expect(outcome.errorText.contains("it has more than 8000 bytes"))
    }
}
