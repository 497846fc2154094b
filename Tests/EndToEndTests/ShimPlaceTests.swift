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

    @Test func `another folder before the shims is said with what helps`() throws {
        let behind = path(sandbox.home + "/venv/bin", shims)
        let list = try sandbox.proxyenv("shim", "list", with: behind)
        #expect(list.text == "teller\n")
        #expect(list.errorText.contains("~/venv/bin/teller stands before the shim in PATH"))
        #expect(list.errorText.contains(line), "\(list.errorText)")
        let doctor = try sandbox.proxyenv(
            "doctor", "teller", "--timeout", "1", "--json", with: behind)
        #expect(doctor.status == 1)
        #expect(doctor.text.contains("shell.shim"), "\(doctor.text)")
        #expect(doctor.text.contains("~/venv/bin/teller stands before the shim in PATH"))
        let typed = try Runner(
            arguments: ["/bin/sh", "-c", "teller; \(line); teller"].map { Array($0.utf8) },
            environment: sandbox.entries(behind)
        ).run()
        // The fix is tried: the shim is found, and finds the venv's program behind it.
        #expect(typed.text == "venv none\nvenv http://127.0.0.1:7890\n", "\(typed.text)")
    }

    @Test func `no shim in PATH is said, and one that is found is not`() throws {
        let absent = try sandbox.proxyenv("shim", "list", with: path())
        #expect(absent.errorText.contains("~/.local/share/proxyenv/shims is not in PATH"))
        let first = path(shims, sandbox.home + "/venv/bin")
        #expect(try sandbox.proxyenv("shim", "list", with: first).errorText.isEmpty)
        let doctor = try sandbox.proxyenv(
            "doctor", "teller", "--timeout", "1", "--json", with: first)
        #expect(!doctor.text.contains("shell.shim"), "\(doctor.text)")
        #expect(doctor.text.contains("PATH leads to the shim of teller"), "\(doctor.text)")
    }
}
