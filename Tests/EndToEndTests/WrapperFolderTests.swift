import Testing

/// The folder of the links that PowerShell starts: nothing of somebody else's is started from it.
@Suite struct WrapperFolderTests {
    private let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox(HookTests.config)
        Files.makeFolder("\(sandbox.home)/data", mode: 0o755)
    }

    private func hook() throws -> Outcome {
        try sandbox.proxyenv(
            "hook", "powershell", with: ["XDG_DATA_HOME": "\(sandbox.home)/data"])
    }

    @Test func `a folder of one's own holds the links`() throws {
        let outcome = try hook()
        #expect(outcome.errorText.isEmpty)
        #expect(outcome.text.contains("\(sandbox.home)/data/proxyenv/wrappers/usual"))
        #expect(
            Files.target(of: "\(sandbox.home)/data/proxyenv/wrappers/usual/teller")
                == sandbox.program)
    }

    @Test func `a folder that others can write holds none, and that is said`() throws {
        Files.setMode("\(sandbox.home)/data", 0o777)
        let outcome = try hook()
        #expect(outcome.errorText.contains("proxyenv: no command is wrapped here, because of"))
        #expect(!outcome.text.contains("data/proxyenv/wrappers"))
        #expect(!sandbox.has("data/proxyenv"))
    }
}
