import ProxyEnvCore
import Testing

/// Shims that PATH does not lead to: `shim list` and `doctor` say so, and what puts them in front.
@Suite struct ShimPlaceTests {
    private let sandbox: Sandbox
    private let shims: String

    init() throws {
        sandbox = try Sandbox("[commands]\nteller = '7890'\n")
        shims = sandbox.home + "/.local/share/proxyenv/shims"
        Files.makeFolder(sandbox.home + "/venv")
        Files.makeFolder(sandbox.home + "/venv/bin")
        try sandbox.installTeller("teller")
        try sandbox.write(
            Array("#!/bin/sh\necho venv ${https_proxy-none}\n".utf8), to: "venv/bin/teller",
            mode: 0o755)
        _ = try sandbox.proxyenv("shim", "add", "teller")
    }

    private func path(_ folders: String...) -> [String: String?] {
        ["PATH": (folders + ["\(sandbox.home)/bin", Binary.searchPath]).joined(separator: ":")]
    }

    private let line = "export PATH=\"$(proxyenv shim path):$PATH\""

    private var behind: [String: String?] { path(sandbox.home + "/venv/bin", shims) }

    @Test func `list says that another folder is before the shims, with what helps`() throws {
        let list = try sandbox.proxyenv("shim", "list", with: behind)
        #expect(list.text == "teller\n")
        #expect(list.errorText.contains("~/venv/bin/teller stands before the shim in PATH"))
        #expect(list.errorText.contains(line), "\(list.errorText)")
    }

    @Test func `doctor says that another folder is before the shims`() throws {
        let doctor = try sandbox.proxyenv(
            "doctor", "teller", "--timeout", "1", "--json", with: behind)
        #expect(doctor.status == 1)
        #expect(doctor.text.contains("shell.shim"), "\(doctor.text)")
        #expect(doctor.text.contains("~/venv/bin/teller stands before the shim in PATH"))
    }

    @Test func `with the line that helps the shim is found, and finds the program behind it`()
        throws
    {
        let typed = try Runner(
            arguments: ["/bin/sh", "-c", "teller; \(line); teller"].map { Array($0.utf8) },
            environment: sandbox.entries(behind)
        ).run()
        #expect(typed.text == "venv none\nvenv http://127.0.0.1:7890\n", "\(typed.text)")
    }

    @Test(arguments: Interpreter.all + Interpreter.optional)
    func `each shell has a line of its own that puts the shims in front`(
        _ interpreter: Interpreter
    ) throws {
        try interpreter.cancelUnlessThere()
        let shell = try #require(Shells.named(Array(interpreter.form.utf8)))
        let outcome = try interpreter.run("\(shell.shimPathLine)\nteller", in: sandbox)
        #expect(
            outcome.text.contains(" http://127.0.0.1:7890\n"),
            "\(outcome.text) \(outcome.errorText)")
    }

    private var inFront: [String: String?] { path(shims, sandbox.home + "/venv/bin") }

    @Test func `list says that no shim is in PATH`() throws {
        let absent = try sandbox.proxyenv("shim", "list", with: path())
        #expect(absent.errorText.contains("~/.local/share/proxyenv/shims is not in PATH"))
    }

    @Test func `list says nothing of a shim that is found`() throws {
        #expect(try sandbox.proxyenv("shim", "list", with: inFront).errorText.isEmpty)
    }

    @Test func `doctor says that PATH leads to a shim that is found`() throws {
        let doctor = try sandbox.proxyenv(
            "doctor", "teller", "--timeout", "1", "--json", with: inFront)
        #expect(!doctor.text.contains("shell.shim"), "\(doctor.text)")
        #expect(doctor.text.contains("PATH leads to the shim of teller"), "\(doctor.text)")
    }
}
